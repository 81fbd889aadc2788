#pragma once
// The region's ranking of the occupations that lack people most (最缺工职业排行), after the national method: each city puts forward its
// largest gaps, and the gap and the number of cities count together. Pure, in integers.

#include "features/shortages/score.hpp"

namespace jianghui::shortages {

/// The version of the way from figures to ranks: raise it with every change of it.
inline constexpr int ranking_formula = 1;

/// The parameters of the ranking (data/parameters.csv).
struct RankingLimits {
    std::int64_t of_a_city = 20;      ///< so many occupations a city puts forward, by their gap
    std::int64_t listed = 30;         ///< so many are listed
    std::int64_t weight_gap = 70;     ///< percent
    std::int64_t weight_places = 30;  ///< percent
    std::int64_t demand_min = 10;     ///< fewer posts in the region are not ranked
    std::int64_t employers_min = 2;   ///< what fewer employers ask for is not ranked
};
BOOST_DESCRIBE_STRUCT(RankingLimits, (), (of_a_city, listed, weight_gap, weight_places, demand_min, employers_min))

/// An occupation of the ranking.
struct Ranked {
    std::string occupation;
    std::int64_t demand = 0;     ///< in the region
    std::int64_t available = 0;  ///< in the region
    std::int64_t gap = 0;        ///< of the cities that put it forward
    std::int64_t places = 0;     ///< how many did
    std::int64_t points = 0;     ///< per mille: weight_gap · gap ÷ largest gap + weight_places · places ÷ places of the region
    bool operator==(const Ranked&) const = default;
};

/// The highest first; of equal points the larger gap, then the code. `employers`: how many ask for an occupation. `region`: how many
/// places it has. What is left out for its few posts or employers neither stands in the list nor sets the largest gap.
[[nodiscard]] std::vector<Ranked> ranking_of(const FactsByKey& facts, const std::map<std::string, std::int64_t>& employers,
                                             std::int64_t region, const RankingLimits& limits);

}  // namespace jianghui::shortages
