#pragma once
// Pure decisions about targets: forecasts, ranks, what may be reported.

#include <cstdint>
#include <optional>
#include <vector>

#include "features/targets/errors.hpp"
#include "features/targets/model.hpp"

namespace jianghui::targets {

/// The sum of the next `ahead` months on the straight line through `months` (least squares), each month
/// never below 0. Requires at least two months.
[[nodiscard]] std::int64_t linear_sum(const std::vector<std::int64_t>& months, int ahead);

/// The same as each month's value twelve months before, as far back as it takes. Nothing with fewer
/// than twelve months.
[[nodiscard]] std::optional<std::int64_t> seasonal_sum(const std::vector<std::int64_t>& months,
                                                       int ahead);

/// What a forecast needs at least.
struct Least {
    int months = 3;
    int tests = 3;
};

/// The sum of the next `ahead` months by the method that was less wrong in the past: for every start
/// that leaves at least `least.months` before and `ahead` months behind it, the sum of those is predicted
/// from what was known; the error is the mean absolute difference, rounded. Equal errors: the line.
/// Nothing with fewer than `least.tests` starts. `value` is the sum of the months ahead alone.
/// O(months²). Requires ahead > 0.
[[nodiscard]] std::optional<Forecast> forecast_ahead(const std::vector<std::int64_t>& months,
                                                     int ahead, Least least);

/// The forecast of a year's end, seen from `today`: what its whole months had, and the months ahead (the
/// running one is not whole). Or why there is none.
struct YearEnd {
    std::optional<Forecast> forecast;
    std::optional<NoForecast> reason;
};
[[nodiscard]] YearEnd forecast_year(const std::vector<figures::MonthAmount>& months, int year,
                                    Date today, Least least);

/// amount ÷ people × 1,000,000, rounded half up. Requires people > 0.
[[nodiscard]] std::int64_t per_million(std::int64_t amount, std::int64_t people);
/// amount ÷ agencies in thousandths, rounded half up; nothing without agencies.
[[nodiscard]] std::optional<std::int64_t> per_agency_thousandths(std::int64_t amount,
                                                                 std::int64_t agencies);

/// Takes agencies, and what is said per agency, from a place that has fewer of them than `least`: figures
/// of one or two would be theirs.
void withhold_agencies(ComparedPlace& place, std::int64_t least);

/// The places in the order of their amounts with their three ranks.
void rank(std::vector<ComparedPlace>& places);

/// Whether a figure may be reported: one of the plan's, of a year that has begun, which the platform does
/// not compute. Fails with target_not_reported, target_year_ahead, target_computed.
[[nodiscard]] Result<Done> may_report(Measure measure, int year, int this_year, bool computed);

}  // namespace jianghui::targets
