#pragma once
// The values of an entry on their way into the tables: checked, sealed, with what is unique, counted
// and searched for.

#include "engine/registers/entry_store.hpp"

namespace jianghui::registers {

struct Content {
    codec::json::object values;  ///< sealed ones as they are shown
    std::vector<SealedValue> boxes;
    std::vector<EntryKey> keys;
    std::vector<EntryKey> facts;
    std::string search;
};

/// Where a sealed value of an entry is bound to (access::Vault).
inline constexpr std::string_view box_place = "entry_boxes.box";

/// Checks the values as `check_values` does and makes of them what is kept of entry `id`. `before`
/// are the values of its present version: a sealed one that is left out or stands masked is taken
/// over from there (as it is opened by `open`).
[[nodiscard]] Result<Content> make_content(
    const app::Command& command, const Register& definition, EntryId id,
    codec::json::object values, const codec::json::object* before);

/// What a search by text finds an entry by: its number and the texts open to everybody, folded.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace jianghui::registers
