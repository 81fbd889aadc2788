#pragma once
// What an act would be refused for, without acting: for the dry run of an import.

#include "engine/registers/entries.hpp"

namespace jianghui::registers {

/// A value that one living entry of a register has: two rows of a file may not both bring it.
using UniqueValue = std::pair<std::string, std::string>;  // field, value as it is compared

/// Fails as `issue`; else the unique values that the entry would take, its number among them when
/// one is asked for. Writes nothing.
[[nodiscard]] Result<std::vector<UniqueValue>> check_issue(app::Command& command,
                                                           const Register& definition,
                                                           const NewEntry& wanted);
/// Fails as `change`; else the unique values that the entry would have.
[[nodiscard]] Result<std::vector<UniqueValue>> check_change(app::Command& command,
                                                            const Register& definition,
                                                            EntryId entry, const Change& change);

}  // namespace jianghui::registers
