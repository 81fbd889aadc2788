// Marks as they are kept, and what is no mark.

#include <gtest/gtest.h>

#include "features/statistics/marks.hpp"

namespace jianghui::statistics {
namespace marks_test {

Measure measure_by(std::vector<Dimension> dimensions) {
    Measure measure;
    for (const auto id : dimensions) measure.dimensions.push_back({id, Source::event, {}, {}});
    return measure;
}

/// What a text says; nothing when it is no mark.
std::optional<MarkSums> read(std::string_view text) {
    MarkSums sums;
    const bool whole = each_in_mark(text, [&](Dimension dimension, const std::string& code, const Count& count) {
        sums[static_cast<std::size_t>(dimension)][code] += count;
    });
    return whole ? std::optional(sums) : std::nullopt;
}

TEST(Marks, AreSumsByEachDimensionThatTheMeasureHas) {
    const auto measure = measure_by({Dimension::place, Dimension::occupation});
    MarkSums sums;
    add_to_mark(sums, measure, {{"510502"}, "6-02-06-03", "C15", ""}, {5, 1});
    add_to_mark(sums, measure, {{"510502"}, "", "C15", ""}, {2, 1});
    add_to_mark(sums, measure, {{"510502"}, "6-02-06-03", "C16", ""}, {-1, 0});
    const MarkSums expected{Sums{{"510502", {6, 2}}}, Sums{{"", {2, 1}}, {"6-02-06-03", {4, 1}}}, Sums{}, Sums{}};
    EXPECT_EQ(sums, expected);
    EXPECT_EQ(read(mark_text(sums).value()), expected);
}

TEST(Marks, SayNothingOfWhatCancelsOut) {
    MarkSums sums;
    const auto measure = measure_by({Dimension::place, Dimension::origin});
    add_to_mark(sums, measure, {{"510502"}, "", "", "herself"}, {3, 1});
    add_to_mark(sums, measure, {{"510502"}, "", "", "herself"}, {-3, -1});
    EXPECT_EQ(mark_text(sums), "");
    add_to_mark(sums, measure, {{"510502"}, "", "", "agency"}, {0, -1});
    EXPECT_EQ(read(mark_text(sums).value()), (MarkSums{Sums{{"510502", {0, -1}}}, Sums{}, Sums{}, Sums{{"agency", {0, -1}}}}));
}

TEST(Marks, WithACodeThatCannotBeWrittenAreNotMade) {
    MarkSums sums;
    add_to_mark(sums, measure_by({Dimension::origin}), {{"510502"}, "", "", "from\tafar"}, {1, 1});
    EXPECT_FALSE(mark_text(sums).has_value());
}

TEST(Marks, AreReadWholeOrNotAtAll) {
    EXPECT_TRUE(read("").has_value());
    EXPECT_TRUE(read("0\t510502\t1\t1\n").has_value());
    for (const auto* text : {"0\t510502\t1\t1", "0\t510502\t1\n", "4\tx\t1\t1\n", "-1\tx\t1\t1\n", "0\tx\t1 \t1\n", "0\tx\t\t1\n", "x"})
        EXPECT_FALSE(read(text).has_value()) << text;
}

}  // namespace marks_test
}  // namespace jianghui::statistics
