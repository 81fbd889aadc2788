#pragma once
// How lists and rows are shown.

#include "features/imports/model.hpp"

namespace jianghui::imports {

[[nodiscard]] ImportView view_of(const ImportRow& row);
[[nodiscard]] RowView view_of(const StoredRow& row);
/// How a file was understood.
[[nodiscard]] FormView view_of(const TableForm& form);

}  // namespace jianghui::imports
