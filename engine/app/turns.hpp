#pragma once
// Whose turn it is among requests that wait for the same few workers.

#include <cstddef>
#include <string>
#include <vector>

namespace jianghui::app {

/// The order in which those who wait are served, as places in `waiting` (who stands there, first to last): one of each
/// caller, then a second of each that has one, and so on; within such a round, and those of one caller, as they stood.
/// Put into this order whenever somebody joins at its end, a line lets nobody wait for more than one of each other
/// caller for every one of the own. Pure, O(n log n).
[[nodiscard]] std::vector<std::size_t> in_turn(const std::vector<std::string>& waiting);

}  // namespace jianghui::app
