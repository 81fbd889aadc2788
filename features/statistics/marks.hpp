#pragma once
// A mark: what the steps of one place and period up to a position add up to, by the codes of each dimension. Kept every so many
// steps (and between two of them what came since the last, cells.hpp), so that a figure as of an older position reads the steps from
// the nearer mark on and not all that were ever made. Pure.

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "features/statistics/margins.hpp"

namespace jianghui::statistics {

/// By dimension; those that a measure does not have are empty.
using MarkSums = std::array<Sums, dimension_count>;

/// Adds a cell of the place and period, in each dimension that the measure has.
void add_to_mark(MarkSums& sums, const Measure& measure, const Where& where, const Count& count);

/// As it is kept: a line a code. Nothing when a code cannot be written so: then there is no mark, and more steps are read.
[[nodiscard]] std::optional<std::string> mark_text(const MarkSums& sums);

/// Reads what mark_text wrote. False when it is no such text; what was read before the fault was handed over.
[[nodiscard]] bool each_in_mark(std::string_view text,
                                const std::function<void(Dimension, const std::string& code, const Count&)>& each);

}  // namespace jianghui::statistics
