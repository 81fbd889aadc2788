#include "engine/app/turns.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace jianghui::app {

std::vector<std::size_t> in_turn(const std::vector<std::string>& waiting) {
    std::unordered_map<std::string_view, std::size_t> before;  // how many of each stand farther ahead
    std::vector<std::size_t> rounds;
    rounds.reserve(waiting.size());
    for (const auto& caller : waiting) rounds.push_back(before[caller]++);
    std::vector<std::size_t> order(waiting.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rounds[a] < rounds[b]; });
    return order;
}

}  // namespace jianghui::app
