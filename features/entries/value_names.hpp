#pragma once
// Names for the codes and ids among an entry's values, so that a page need not ask for each.

#include "features/entries/model.hpp"

namespace jianghui::entries {

/// Code or id → name, of occupations, industries, organisations and people (masked as the caller may
/// see them), in rows too. Small lists and places the web app has by itself.
[[nodiscard]] codec::json::object names_of(const store::Reader& reader,
                                           const app::Services& services,
                                           const app::Caller& caller,
                                           const registers::Fields& fields,
                                           const codec::json::object& values);

/// One value as a cell of a spreadsheet: names for codes, yuan for fen, 是 or 否.
[[nodiscard]] std::string cell_of(const app::Services& services, const registers::Column& field,
                                  const codec::json::value& value,
                                  const codec::json::object& names);

}  // namespace jianghui::entries
