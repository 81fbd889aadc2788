#pragma once
// The facts of every occupation in every city of the region in a quarter, from the statistics' figures
// and the posts of the journal.

#include "engine/app/context.hpp"
#include "features/shortages/limits.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::shortages {

struct Collected {
    FactsByKey facts;                 ///< none when the journal does not go back to the quarter
    std::vector<PlaceCode> included;  ///< cities of the region in which something was counted up to `position`
    std::vector<PlaceCode> excluded;
    std::int64_t position = 0;  ///< as of which both measures are counted and posts followed
    Instant known_at;           ///< until when the journal up to there says what happened
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
};

/// As of now, or of `up_to` where that is earlier (what is to be published: statistics::cut_off_of); a quarter that is
/// not over until now. Fails with measure_unknown, and with
/// period_malformed when demand or supply is not counted by the quarter.
[[nodiscard]] Result<Collected> collect(const store::Reader& reader, const app::Services& services,
                                        int period, Instant now,
                                        std::optional<std::int64_t> up_to = std::nullopt);

}  // namespace jianghui::shortages
