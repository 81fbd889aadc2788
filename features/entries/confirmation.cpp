#include "features/entries/confirmation.hpp"

#include <algorithm>

namespace jianghui::entries {

bool is_confirmed(const store::Reader& reader, const Register& definition) {
    if (definition.is_certain()) return true;
    const auto rows =
        registers::definition_rows(reader, registers::DefinitionKind::registers);
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return row.id == definition.id.text && row.version == definition.version.value &&
               row.confirmed_at.has_value();
    });
}

}  // namespace jianghui::entries
