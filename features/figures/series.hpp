#pragma once
// A figure over time and by who made it, for forecasts and comparisons, and whether there is one.

#include <chrono>
#include <map>

#include "features/figures/model.hpp"

namespace jianghui::figures {

/// What counts for one month, whatever the state: placements by their start, revenue by the month worked.
/// A record stays in its month when its state changes.
struct MonthAmount {
    std::chrono::year_month month;
    std::int64_t amount = 0;
    bool operator==(const MonthAmount&) const = default;
};

/// Whether the journal covers (a part of) the year: before it began there is no data, not zero. Reads
/// the first event.
[[nodiscard]] bool covers_year(const store::Reader& reader, int year, Instant now);
/// Whether the platform counts that measure of that year by itself: one that is counted, of a year that
/// the journal covers.
[[nodiscard]] bool has_data(const store::Reader& reader, Measure measure, int year, Instant now);

/// The amounts of a city by month, from the first month in which the journal says anything, or for which it counts
/// something of the city when that is earlier, to the month of `now`; months without any as 0. Nothing for what is not
/// counted (talent), and while the journal is empty.
[[nodiscard]] std::vector<MonthAmount> monthly_amounts(const store::Reader& reader,
                                                       const PlaceCode& city, Measure measure,
                                                       Instant now);

/// How many agencies a year's figure of each city was counted from.
[[nodiscard]] std::map<PlaceCode, std::int64_t> agencies_by_city(const store::Reader& reader,
                                                                 Measure measure, int year);

}  // namespace jianghui::figures
