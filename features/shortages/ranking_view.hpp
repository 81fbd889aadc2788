#pragma once
// What the API asks and says of the ranking.

#include "features/shortages/model.hpp"
#include "features/shortages/ranking.hpp"

namespace jianghui::shortages {

/// GET shortage-ranking: the region's, of a quarter.
struct AskRanking {
    String<6, 6> period;
};
BOOST_DESCRIBE_STRUCT(AskRanking, (), (period))

/// People are told where they are many enough, or to offices.
struct RankedView {
    int rank = 1;
    OccupationCode occupation;
    std::string occupation_name;
    std::int64_t demand = 0;
    std::optional<std::int64_t> available;
    std::optional<std::int64_t> gap;
    std::int64_t places = 0;
    std::optional<std::int64_t> points;
    std::optional<int> rank_before;  ///< in the quarter before; none: it is new
};
BOOST_DESCRIBE_STRUCT(RankedView, (), (rank, occupation, occupation_name, demand, available, gap, places, points, rank_before))

struct LeftView {
    OccupationCode occupation;
    std::string occupation_name;
    int rank_before = 1;
};
BOOST_DESCRIBE_STRUCT(LeftView, (), (occupation, occupation_name, rank_before))

struct RankingView {
    std::string period;
    std::vector<RankedView> items;
    std::vector<LeftView> left;       ///< in the list of the quarter before and no longer in this one
    bool compared = false;            ///< the journal covers the quarter before
    RankingLimits limits;             ///< as they are in force at the end of the quarter
    std::int64_t formula = ranking_formula;
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
    std::int64_t position = 0;
    std::vector<PlaceView> included;
    std::vector<PlaceView> excluded;  ///< nothing was ever counted there
};
BOOST_DESCRIBE_STRUCT(RankingView, (), (period, items, left, compared, limits, formula, demand_formula, supply_formula, position,
                                        included, excluded))

/// Of a quarter that is over; offices see the running one. Fails with period_malformed, catalogue_period_not_begun,
/// flow_period_open, and as `collect`.
[[nodiscard]] Result<RankingView> show_ranking(app::Query& query, const AskRanking& input);

}  // namespace jianghui::shortages
