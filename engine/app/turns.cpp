#include "engine/app/turns.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace jianghui::app {

std::optional<std::size_t> place_in_turn(const std::vector<std::string>& waiting,
                                         const std::string& caller, std::size_t caller_max) {
    const auto own =
        static_cast<std::size_t>(std::count(waiting.begin(), waiting.end(), caller));
    if (own >= caller_max) return std::nullopt;
    std::unordered_map<std::string_view, std::size_t> before;  // how many of each stand farther ahead
    for (std::size_t place = 0; place < waiting.size(); ++place)
        if (before[waiting[place]]++ > own) return place;
    return waiting.size();
}

}  // namespace jianghui::app
