#include <gtest/gtest.h>

#include "engine/print/chinese.hpp"

namespace jianghui::print {
namespace chinese_test {

TEST(Chinese, ATimeIsSaidAsThePaperOfAnOfficeSaysIt) {
    EXPECT_EQ(instant_in_words(*parse_instant("2026-10-16T12:00:00+08:00")), "2026年10月16日 12:00");
    EXPECT_EQ(instant_in_words(*parse_instant("2026-12-31T16:05:59Z")), "2027年1月1日 00:05");
}

TEST(Chinese, AQuarterIsSaidInWordsAndWhatIsNoneAsItIs) {
    EXPECT_EQ(period_in_words("2026Q3"), "2026年第3季度");
    EXPECT_EQ(period_in_words("2026-10"), "2026-10");
}

}  // namespace chinese_test
}  // namespace jianghui::print
