#include "features/shortages/ranking.hpp"

#include <algorithm>

namespace jianghui::shortages {
namespace {

struct Forward {
    std::int64_t gap = 0;
    std::string occupation;
};

/// What each city puts forward: its largest gaps, of equal ones the lower code.
std::map<std::string, std::vector<Forward>> put_forward(const FactsByKey& facts, std::int64_t of_a_city) {
    std::map<std::string, std::vector<Forward>> cities;
    for (const auto& [key, each] : facts)
        if (each.gap() > 0) cities[key.first].push_back({each.gap(), key.second});
    for (auto& [city, all] : cities) {
        std::sort(all.begin(), all.end(), [](const Forward& one, const Forward& other) {
            return one.gap != other.gap ? one.gap > other.gap : one.occupation < other.occupation;
        });
        if (static_cast<std::int64_t>(all.size()) > of_a_city) all.resize(static_cast<std::size_t>(of_a_city));
    }
    return cities;
}

}  // namespace

std::vector<Ranked> ranking_of(const FactsByKey& facts, const std::map<std::string, std::int64_t>& employers,
                               std::int64_t region, const RankingLimits& limits) {
    std::map<std::string, Ranked> by_occupation;
    for (const auto& [city, all] : put_forward(facts, limits.of_a_city))
        for (const auto& one : all) {
            auto& ranked = by_occupation[one.occupation];
            ranked.gap += one.gap;
            ++ranked.places;
        }
    for (const auto& [key, each] : facts)
        if (const auto found = by_occupation.find(key.second); found != by_occupation.end()) {
            found->second.demand += each.demand;
            found->second.available += each.available();
        }
    std::vector<Ranked> list;
    std::int64_t largest = 1;
    for (auto& [occupation, ranked] : by_occupation) {
        const auto asking = employers.find(occupation);
        if (ranked.demand < limits.demand_min || asking == employers.end() || asking->second < limits.employers_min) continue;
        ranked.occupation = occupation;
        largest = std::max(largest, ranked.gap);
        list.push_back(ranked);
    }
    for (auto& ranked : list)
        ranked.points = (limits.weight_gap * ranked.gap * 10 + largest / 2) / largest +
                        (limits.weight_places * ranked.places * 10 + region / 2) / region;
    std::sort(list.begin(), list.end(), [](const Ranked& one, const Ranked& other) {
        if (one.points != other.points) return one.points > other.points;
        return one.gap != other.gap ? one.gap > other.gap : one.occupation < other.occupation;
    });
    if (static_cast<std::int64_t>(list.size()) > limits.listed) list.resize(static_cast<std::size_t>(limits.listed));
    return list;
}

}  // namespace jianghui::shortages
