#include "features/pay_surveys/percentile.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace jianghui::pay_surveys {
namespace percentile_test {

std::vector<Paid> equal(const std::vector<std::int64_t>& fen) {
    std::vector<Paid> paid;
    for (const auto one : fen) paid.push_back({one, 1'000'000});
    sort_by_pay(paid);
    return paid;
}

/// domain.md 3.4 with fractions of a thousandth: h = 1 + (n − 1)p, v = x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋).
std::int64_t by_the_book(const std::vector<Paid>& sorted, int per_mille) {
    const auto thousandths = static_cast<std::int64_t>(sorted.size() - 1) * per_mille;
    const auto below = static_cast<std::size_t>(thousandths / 1000);
    if (below + 1 == sorted.size()) return sorted.back().fen;
    return sorted[below].fen +
           rounded(Wide{sorted[below + 1].fen - sorted[below].fen} * (thousandths % 1000), 1000);
}

TEST(Percentile, TheFormulaOfTheMethodByHand) {
    // Ten persons with 10,000 … 100,000 yuan: h = 1 + 9p, so p10 = 19,000, p25 = 32,500, p50 = 55,000 …
    const auto ten = equal({1'000'000, 2'000'000, 3'000'000, 4'000'000, 5'000'000, 6'000'000,
                            7'000'000, 8'000'000, 9'000'000, 10'000'000});
    EXPECT_EQ(percentile(ten, 100), 1'900'000);
    EXPECT_EQ(percentile(ten, 250), 3'250'000);
    EXPECT_EQ(percentile(ten, 500), 5'500'000);
    EXPECT_EQ(percentile(ten, 750), 7'750'000);
    EXPECT_EQ(percentile(ten, 900), 9'100'000);
    EXPECT_EQ(mean(ten), 5'500'000);
    EXPECT_EQ(percentile(ten, 0), 1'000'000);
    EXPECT_EQ(percentile(ten, 1000), 10'000'000);
}

TEST(Percentile, IsExactToTheFenAndRoundsHalfUp) {
    const auto two = equal({100, 101});
    EXPECT_EQ(percentile(two, 500), 101);
    EXPECT_EQ(percentile(two, 499), 100);
    EXPECT_EQ(mean(two), 101);
    EXPECT_EQ(percentile(equal({7}), 900), 7);
}

TEST(Percentile, OneWhoStandsForMoreCountsForMore) {
    // 3 : 1 : 1, c = 0, 2, 3 (halves: 4 and 2 of 6): the median is read at 1.5 of 3.
    std::vector<Paid> paid{{100, 3}, {200, 1}, {300, 1}};
    EXPECT_EQ(percentile(paid, 500), 175);
    EXPECT_EQ(mean(paid), 160);
}

TEST(Percentile, WithEqualWeightsItIsTheBooksAndItNeverFalls) {
    std::mt19937 random(4711);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::int64_t> fen(1 + random() % 40);
        for (auto& one : fen) one = 1 + random() % 10'000'000;
        const auto paid = equal(fen);
        std::int64_t before = 0;
        for (int p = 0; p <= 1000; p += 25) {
            const auto value = percentile(paid, p);
            EXPECT_EQ(value, by_the_book(paid, p));
            EXPECT_GE(value, before);
            before = value;
        }
    }
}

}  // namespace percentile_test
}  // namespace jianghui::pay_surveys
