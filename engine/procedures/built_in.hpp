#pragma once
// The guards and effects that every program has; for rules and tests.

#include "engine/procedures/rules.hpp"

namespace jianghui::procedures {

void add_built_in_guards(Rules& rules);
void add_built_in_effects(Rules& rules);

/// The entry of `with.register` that a rule means: the one about the subject with the number in the field
/// `with.number`, else the last one that this case made, else the subject's last living one. Fails with
/// entry_not_in_force.
[[nodiscard]] Result<registers::Entry> find_entry(
    const store::Reader& reader, const CaseRow& row,
    const std::map<std::string, std::string>& with,
    const std::function<const codec::json::value*(std::string_view)>& value_of);

}  // namespace jianghui::procedures
