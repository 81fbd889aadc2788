#include "features/nightly/rules.hpp"

#include <algorithm>
#include <tuple>

namespace jianghui::nightly {

bool is_due(Instant now, int hour) {
    return now >= start_of(date_of(now)) + std::chrono::hours(hour);
}

void by_person(std::vector<suggestions::Pair>& pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.person.number, -a.score, a.order.number) <
               std::tuple(b.person.number, -b.score, b.order.number);
    });
}

std::vector<suggestions::Pair> to_tell(std::span<const suggestions::Pair> hers,
                                       const std::set<OrderId>& known, std::size_t most,
                                       const std::function<bool(OrderId)>& fits) {
    std::vector<suggestions::Pair> chosen;
    for (const auto& pair : hers) {
        if (chosen.size() == most) break;
        if (!known.contains(pair.order) && fits(pair.order)) chosen.push_back(pair);
    }
    return chosen;
}

}  // namespace jianghui::nightly
