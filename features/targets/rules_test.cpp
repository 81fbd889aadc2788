// Forecasts, ranks and what may be reported: exact cases and properties.

#include <gtest/gtest.h>

#include "features/targets/rules.hpp"

namespace jianghui::targets {
namespace rules_test {

using Months = std::vector<std::int64_t>;
using namespace std::chrono;  // NOLINT: dates

std::vector<figures::MonthAmount> series(year_month first, const Months& amounts) {
    std::vector<figures::MonthAmount> months;
    for (const auto amount : amounts) {
        months.push_back({first, amount});
        first += std::chrono::months(1);
    }
    return months;
}

TEST(Forecast, TheLineThroughALineIsTheLine) {
    EXPECT_EQ(linear_sum({10, 20, 30, 40}, 2), 50 + 60);
    EXPECT_EQ(linear_sum({7, 7, 7}, 3), 21);
    EXPECT_EQ(linear_sum({30, 20, 10}, 3), 0) << "no month is below 0";
    // Least squares through (0,1) (1,2) (2,6): mean 3, slope 2.5: the next are 8 and 10.5.
    EXPECT_EQ(linear_sum({1, 2, 6}, 2), 19) << "18.5 rounds away from 0";
}

TEST(Forecast, TheSameMonthOfTheYearBefore) {
    Months year;
    for (int month = 1; month <= 12; ++month) year.push_back(month);
    EXPECT_EQ(seasonal_sum(year, 3), 1 + 2 + 3);
    EXPECT_EQ(seasonal_sum(year, 13), 78 + 1);
    year.pop_back();
    EXPECT_EQ(seasonal_sum(year, 1), std::nullopt);
}

TEST(Forecast, TheMethodThatWasLessWrongIsTaken) {
    const auto line = forecast_ahead({10, 20, 30, 40, 50, 60, 70, 80}, 2, {3, 3});
    ASSERT_TRUE(line);
    EXPECT_EQ(*line, (Forecast{Method::linear, 90 + 100, 0, 4, 8}));
    Months seasons;
    for (int month = 0; month < 36; ++month) seasons.push_back(month % 12 == 5 ? 1200 : 10);
    const auto seasonal = forecast_ahead(seasons, 2, {3, 3});
    ASSERT_TRUE(seasonal);
    EXPECT_EQ(seasonal->method, Method::seasonal);
    EXPECT_EQ(seasonal->error, 0);
    EXPECT_EQ(seasonal->value, 20);
}

TEST(Forecast, TheErrorIsThatOfTheBackTests) {
    // Known 3 → 1 month ahead. {0,0,0}→0, came 6; {0,0,0,6}→ line 1.5 + 1.8·2.5 = 6, came 0;
    // {0,0,0,6,0}→ mean 1.2 slope 0.6: 3, came 3. Errors 6, 6, 0: mean 4.
    const auto found = forecast_ahead({0, 0, 0, 6, 0, 3}, 1, {3, 3});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->error, 4);
    EXPECT_EQ(found->tests, 3);
}

TEST(Forecast, TooFewBackTestsAreNoForecast) {
    EXPECT_TRUE(forecast_ahead({1, 2, 3, 4, 5, 6}, 1, {3, 3}));
    EXPECT_FALSE(forecast_ahead({1, 2, 3, 4, 5}, 1, {3, 3})) << "two starts only";
    EXPECT_FALSE(forecast_ahead({1, 2, 3, 4, 5, 6}, 2, {3, 3}));
    EXPECT_FALSE(forecast_ahead({}, 1, {3, 3}));
}

TEST(Forecast, TheRunningMonthIsNotWhole) {
    const auto months = series(2026y / May, {10, 20, 30, 40, 50, 60, 1});
    const auto end = forecast_year(months, 2026, 2026y / November / 23, {2, 3});
    ASSERT_TRUE(end.forecast);
    EXPECT_EQ(end.forecast->value, 210 + 70 + 80) << "November is predicted, not the 1 so far";
    EXPECT_EQ(end.forecast->months, 6);
    EXPECT_EQ(forecast_year(months, 2025, 2026y / November / 23, {2, 3}).reason,
              NoForecast::year_over);
    EXPECT_EQ(forecast_year(months, 2027, 2026y / November / 23, {2, 3}).reason,
              NoForecast::year_ahead);
    EXPECT_EQ(forecast_year({}, 2026, 2026y / November / 23, {2, 3}).reason,
              NoForecast::not_counted);
    EXPECT_EQ(forecast_year(months, 2026, 2026y / June / 23, {2, 3}).reason,
              NoForecast::history_short);
}

TEST(Forecast, OnlyTheYearsOwnMonthsAreInItsEnd) {
    const auto months = series(2025y / July, Months(13, 10));  // to July 2026
    const auto end = forecast_year(months, 2026, 2026y / August / 1, {3, 3});
    ASSERT_TRUE(end.forecast);
    EXPECT_EQ(end.forecast->value, 120);
    EXPECT_EQ(end.forecast->error, 0);
}

TEST(Comparison, PerHeadAndPerAgencyRounded) {
    EXPECT_EQ(per_million(3, 2'000'000), 2) << "1.5 is rounded up";
    EXPECT_EQ(per_million(40'000'000'000'000, 4'254'149), 9'402'585'569'993);
    EXPECT_EQ(per_agency_thousandths(10, 3), 3333);
    EXPECT_EQ(per_agency_thousandths(20, 3), 6667);
    EXPECT_EQ(per_agency_thousandths(20, 0), std::nullopt);
}

TEST(Comparison, EqualAmountsHaveEqualRanks) {
    std::vector<ComparedPlace> places(3);
    places[0].amount = 5;
    places[0].per_million = 1;
    places[1].amount = 9;
    places[1].per_million = 3;
    places[2].amount = 5;
    rank(places);
    EXPECT_EQ(places[0].amount, 9);
    EXPECT_EQ(places[1].rank, 2);
    EXPECT_EQ(places[2].rank, 2);
    EXPECT_EQ(places[1].per_million_rank, 2);
    EXPECT_EQ(places[2].per_million_rank, std::nullopt);
}

TEST(Comparison, FewAgenciesAreForOfficesAlone) {
    const auto agencies = [](std::int64_t number, std::int64_t least) {
        ComparedPlace place;
        place.agencies = number;
        place.per_agency_thousandths = 5;
        withhold_agencies(place, least);
        EXPECT_EQ(place.agencies.has_value(), place.per_agency_thousandths.has_value());
        return place.agencies;
    };
    EXPECT_EQ(agencies(3, 3), 3);
    EXPECT_EQ(agencies(2, 3), std::nullopt);
    EXPECT_EQ(agencies(1, 3), std::nullopt);
    EXPECT_EQ(agencies(2, 0), 2) << "an office sees all of them";
}

TEST(Reporting, OnlyWhatThePlatformDoesNotCount) {
    const auto code = [](const Result<Done>& done) {
        return done ? std::string("ok") : std::string(done.error().code);
    };
    EXPECT_EQ(code(may_report(Measure::talent, 2026, 2026, false)), "ok");
    EXPECT_EQ(code(may_report(Measure::talent, 2027, 2026, false)), "target_year_ahead");
    EXPECT_EQ(code(may_report(Measure::employment, 2026, 2026, true)), "target_computed");
    EXPECT_EQ(code(may_report(Measure::revenue_net, 2022, 2026, false)), "target_not_reported");
}

}  // namespace rules_test
}  // namespace jianghui::targets
