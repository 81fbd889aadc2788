#pragma once
// A form's value as people read it in a document or a notice.

#include "engine/procedures/rules.hpp"

namespace jianghui::procedures {

/// "2026年11月23日", or "2026-11-23".
[[nodiscard]] std::string shown_date(Date date, bool chinese);
/// Titles of codes, names of organisations and persons, yuan, dates; lists and rows with “、” and “；”.
[[nodiscard]] std::string shown_value(const store::Reader& reader, const app::Services& services,
                                      const registers::Field& field,
                                      const codec::json::value& value, bool chinese);

}  // namespace jianghui::procedures
