#pragma once
// A register as a sheet: the same columns on the way out (export, template) and on the way in.

#include "features/entries/model.hpp"

namespace jianghui::entries {

/// What a column of a sheet holds: one of the facts of every entry, or a field.
enum class SheetFact {
    number, subject_name, subject_key, place, status, valid_from_on, valid_to_on, field
};
struct SheetColumn {
    SheetFact fact = SheetFact::field;
    const registers::Field* field = nullptr;  ///< of `field`
    std::string title;
};

/// The columns of a register's sheet, in order. They point into the definition.
[[nodiscard]] std::vector<SheetColumn> sheet_columns(const Register& definition);
/// Which column a header means: its title, the field's id, or its English title; nothing otherwise.
[[nodiscard]] std::optional<SheetColumn> column_of(const Register& definition,
                                                   std::string_view header);

[[nodiscard]] std::vector<std::string> sheet_header(const Register& definition);
/// One entry as it is shown to its reader.
[[nodiscard]] std::vector<std::string> sheet_row(const app::Services& services,
                                                 const Register& definition,
                                                 const EntryView& entry);

}  // namespace jianghui::entries
