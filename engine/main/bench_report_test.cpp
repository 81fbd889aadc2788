#include "engine/main/bench_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jianghui::main {
namespace bench_report_test {

TEST(BenchReport, tells_the_median_of_each_column_and_every_run) {
    const auto measure = median_of("a", "A", {{900, 3, 9}, {100, 1, 20}, {500.4, 2, 7}});
    EXPECT_EQ(measure.per_second, 500);
    EXPECT_EQ(measure.p50_ms, 2);
    EXPECT_EQ(measure.p99_ms, 9);
    EXPECT_THAT(measure.each_run, testing::ElementsAre(900, 100, 500));
}

TEST(BenchReport, describes_the_machine_in_document_and_table) {
    BenchReport report{describe_machine(testing::TempDir()), 1, 0.5, 64,
                       {median_of("disk", "the disk", {{1234, 0.5, 1.25}})}};
    EXPECT_GT(report.machine.processors, 0);
    EXPECT_THAT(table_of(report), testing::HasSubstr("| the disk "));
    EXPECT_THAT(table_of(report), testing::HasSubstr(report.machine.file_system));
    const auto again = codec::decode<BenchReport>(codec::encode(report));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->measures.front().per_second, 1234);
}

}  // namespace bench_report_test
}  // namespace jianghui::main
