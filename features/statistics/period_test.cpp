#include "features/statistics/period.hpp"

#include <gtest/gtest.h>

namespace jianghui::statistics {
namespace period_test {

TEST(Period, BeginsAtMidnightInChina) {
    const auto last = *parse_instant("2026-12-31T23:59:59.999+08:00");
    const int quarter = period_of(PeriodKind::quarter, last);
    EXPECT_EQ(period_text(PeriodKind::quarter, quarter), "2026Q4");
    EXPECT_EQ(period_of(PeriodKind::quarter, last + Milliseconds(1)), quarter + 1);
    EXPECT_EQ(beginning_of(PeriodKind::quarter, quarter + 1), last + Milliseconds(1));
    EXPECT_EQ(period_text(PeriodKind::month, period_of(PeriodKind::month, last)), "2026-12");
    EXPECT_EQ(period_of(PeriodKind::year, last), 2026);
}

TEST(Period, ReadsWhatItWrites) {
    for (const auto kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
        for (int period = 2025 * periods_a_year(kind); period < 2028 * periods_a_year(kind); ++period)
            EXPECT_EQ(parse_period(kind, period_text(kind, period)), period);
    for (const auto* wrong : {"", "2026", "2026Q", "2026Q0", "2026Q5", "2026q1", "2026-01", "1999Q1",
                              "2101Q1", "2026Q12", "20x6Q1"})
        EXPECT_FALSE(parse_period(PeriodKind::quarter, wrong)) << wrong;
    EXPECT_FALSE(parse_period(PeriodKind::month, "2026-13"));
}

}  // namespace period_test
}  // namespace jianghui::statistics
