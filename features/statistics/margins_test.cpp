// Margins against the sum of all steps up to a period, over random steps in any order.

#include <random>

#include <gtest/gtest.h>

#include "features/statistics/margins.hpp"

namespace jianghui::statistics {
namespace margins_test {

Measure measure_that(Counting counts) {
    Measure measure;
    measure.counts = counts;
    for (const auto id : {Dimension::place, Dimension::occupation, Dimension::origin})
        measure.dimensions.push_back({id, Source::event, {}, {}});
    return measure;
}

class Steps {
  public:
    explicit Steps(Counting counts) : margins_(measure_that(counts)), counts_(counts) {}

    void add(const CellKey& cell, const Count& count) {
        margins_.add(cell, count);
        all_.emplace_back(cell, count);
    }
    /// By adding up everything.
    [[nodiscard]] Sums expected(int period, const std::string& from, const std::string& to,
                                Dimension dimension) const {
        Sums sums;
        for (const auto& [cell, count] : all_) {
            const bool counts = counts_ == Counting::at_event ? cell.period == period
                                                              : cell.period <= period;
            if (!counts || cell.where.place.text < from || cell.where.place.text > to) continue;
            auto& sum = sums[value_of(cell.where, dimension)];
            sum.amount += count.amount;
            sum.facts += count.facts;
        }
        std::erase_if(sums, [](const auto& one) { return one.second.facts == 0; });
        return sums;
    }
    [[nodiscard]] const Margins& margins() const { return margins_; }

  private:
    Margins margins_;
    Counting counts_;
    std::vector<std::pair<CellKey, Count>> all_;
};

TEST(Margins, AreTheSumsOfAllStepsByAnyDimensionWithinAnyPlaces) {
    static const char* const places[] = {"510502", "510521", "511002", "511502"};
    static const char* const occupations[] = {"6-02-06-03", "6-02-06-07", "4-04-05-01", ""};
    for (const auto counts : {Counting::while_valid, Counting::at_event}) {
        std::mt19937 random(7);
        Steps steps(counts);
        for (int i = 0; i < 400; ++i) {
            // Periods in no order: an event may change what held long before.
            const CellKey cell{static_cast<int>(8100 + random() % 9),
                               {{places[random() % 4]}, occupations[random() % 4], "", "self"}};
            const auto amount = static_cast<std::int64_t>(random() % 30);
            steps.add(cell, {amount, 1});
            if (random() % 3 == 0) {
                CellKey end = cell;
                end.period += static_cast<int>(random() % 3);
                steps.add(end, {-amount, -1});
            }
        }
        for (int period = 8098; period < 8112; ++period)
            for (const auto dimension : {Dimension::place, Dimension::occupation, Dimension::origin})
                for (const auto& [from, to] : {std::pair{"0", "9"}, std::pair{"510500", "510599"},
                                               std::pair{"511502", "511502"}})
                    EXPECT_EQ(steps.margins().sums(period, {{from}, {to}}, dimension),
                              steps.expected(period, from, to, dimension))
                        << period << " " << from;
    }
}

TEST(Margins, WhatLastsIsThereInEveryLaterPeriodAndWhatHappenedInItsOwn) {
    const CellKey cell{8100, {{"510502"}, "6-02-06-03", "", "self"}};
    const std::pair<PlaceCode, PlaceCode> everywhere{{"0"}, {"9"}};
    Margins lasts(measure_that(Counting::while_valid));
    Margins happened(measure_that(Counting::at_event));
    lasts.add(cell, {5, 1});
    happened.add(cell, {5, 1});
    EXPECT_TRUE(lasts.sums(8099, everywhere, Dimension::place).empty());
    EXPECT_EQ(total_of(lasts.sums(8107, everywhere, Dimension::place)), (Count{5, 1}));
    EXPECT_TRUE(happened.sums(8107, everywhere, Dimension::place).empty());
    EXPECT_EQ(total_of(happened.sums(8100, everywhere, Dimension::place)), (Count{5, 1}));
}

}  // namespace margins_test
}  // namespace jianghui::statistics
