#pragma once
// A statement for the eyes of a caller.

#include "features/statements/model.hpp"

namespace jianghui::statements {

/// With names as the caller may see them. A worker sees her own lines, and totals of those alone.
[[nodiscard]] StatementView view(const store::Reader& reader, const app::Services& services,
                                 const app::Caller& caller, const StatementRow& statement);

}  // namespace jianghui::statements
