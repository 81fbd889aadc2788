#pragma once
// Whose turn it is among requests that wait for the same few workers.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jianghui::app {

/// Where in the line one more request of `caller` is put, so that all who wait are served in turn, one each:
/// behind the own ones and behind as many of everybody else's, before what others have more of. None when the
/// caller has `caller_max` in the line already. `waiting`: who stands there, first to last, every one put there by
/// this rule or taken from the front. Pure, O(waiting).
[[nodiscard]] std::optional<std::size_t> place_in_turn(const std::vector<std::string>& waiting,
                                                       const std::string& caller,
                                                       std::size_t caller_max);

}  // namespace jianghui::app
