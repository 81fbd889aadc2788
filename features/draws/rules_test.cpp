// The lottery and the allocation as rules: every property that a fair draw must have.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "features/draws/rules.hpp"

namespace jianghui::draws {
namespace rules_test {

crypto::Digest seed(int number) { return crypto::sm3("seed " + std::to_string(number)); }

TEST(Lottery, TheEncodingIsWhatTheReadmeSays) {
    const std::string secret(32, '\x01');
    const std::vector<crypto::Bytes> nonces{std::string(16, '\x02'), std::string(16, '\x03')};
    EXPECT_EQ(commitment_of(secret), crypto::sm3(secret).hex());
    EXPECT_EQ(seed_of(secret, nonces, 258).hex(),
              crypto::sm3(secret + nonces[0] + nonces[1] + std::string("\0\0\0\0\0\0\1\2", 8)).hex());
    Stream stream(seed(1));
    const auto block = crypto::sm3(std::string(seed(1).raw()) + std::string(8, '\0'));
    std::uint64_t first = 0;
    for (int i = 0; i < 8; ++i) first = first << 8 | block.bytes[static_cast<std::size_t>(i)];
    EXPECT_EQ(stream.word(), first);
}

TEST(Lottery, EveryPermutationIsReachedEquallyOften) {
    std::map<std::vector<std::size_t>, int> counts;
    constexpr int runs = 24000;
    for (int i = 0; i < runs; ++i) ++counts[lottery(seed(i), 4)];
    ASSERT_EQ(counts.size(), 24u);
    double chi_square = 0;
    for (const auto& [order, count] : counts)
        chi_square += (count - runs / 24.0) * (count - runs / 24.0) / (runs / 24.0);
    EXPECT_LT(chi_square, 49.7) << "23 degrees of freedom, p = 0.001; the seeds are fixed";
}

TEST(Lottery, BeingFirstOrLastToApplyMakesNoDifference) {
    constexpr int runs = 20000;
    constexpr int applicants = 10;
    std::vector<int> first(applicants);
    for (int i = 0; i < runs; ++i) ++first[lottery(seed(100000 + i), applicants).front()];
    double chi_square = 0;
    for (const int count : first) chi_square += (count - 2000.0) * (count - 2000.0) / 2000.0;
    EXPECT_LT(chi_square, 27.9) << "9 degrees of freedom, p = 0.001; the seeds are fixed";
}

TEST(Lottery, NumbersBelowABoundHaveNoBias) {
    Stream stream(seed(5));
    std::vector<int> counts(3);
    for (int i = 0; i < 30000; ++i) ++counts[static_cast<std::size_t>(stream.below(3))];
    for (const int count : counts) EXPECT_NEAR(count, 10000, 300);
    EXPECT_EQ(stream.below(1), 0u);
    EXPECT_LT(stream.below(~std::uint64_t{0}), ~std::uint64_t{0});
}

RC_GTEST_PROP(Lottery, IsAPermutation, ()) {
    const auto count = *rc::gen::inRange<std::size_t>(0, 200);
    auto order = lottery(seed(*rc::gen::inRange(0, 1000000)), count);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < count; ++i) RC_ASSERT(order[i] == i);
}

std::vector<Entrant> some_entrants() {
    std::vector<Entrant> entrants(*rc::gen::inRange<std::size_t>(0, 30));
    for (auto& entrant : entrants) {
        entrant.seats = *rc::gen::inRange(1, 20);
        entrant.at_least = *rc::gen::inRange(1, entrant.seats + 1);
        entrant.room = *rc::gen::inRange(0, entrant.seats + 1);
    }
    return entrants;
}

RC_GTEST_PROP(Allotment, KeepsEveryLimit, ()) {
    const auto entrants = some_entrants();
    const int seats = *rc::gen::inRange(1, 60);
    const int lot_min = *rc::gen::inRange(1, 10);
    const auto order = lottery(seed(*rc::gen::inRange(0, 1000000)), entrants.size());
    const auto allotted = allot(entrants, order, seats, lot_min);
    int left = seats;
    for (const auto index : order) {
        const auto& entrant = entrants[index];
        const auto& own = allotted[index];
        RC_ASSERT(own.given >= 0 && own.given <= std::min(entrant.seats, entrant.room));
        if (own.given == 0) {
            // Whoever got nothing could not have been served when its turn came.
            const int could = std::min({entrant.seats, entrant.room, left});
            RC_ASSERT(could == 0 || could < entrant.at_least || (could < lot_min && could < left));
        } else {
            RC_ASSERT(own.given >= entrant.at_least);
            RC_ASSERT(own.given >= lot_min || own.given == left);
            RC_ASSERT((own.outcome == Outcome::won) == (own.given == entrant.seats));
        }
        left -= own.given;
    }
    RC_ASSERT(left >= 0);
}

TEST(Allotment, SaysWhyNothingWasGiven) {
    const std::vector<Entrant> entrants{{4, 1, 4}, {5, 1, 0}, {6, 4, 6}, {3, 1, 3}, {2, 1, 2}};
    const auto allotted = allot(entrants, {0, 1, 2, 3, 4}, 7, 2);
    EXPECT_EQ(allotted[0].outcome, Outcome::won);
    EXPECT_EQ(allotted[1].outcome, Outcome::refused);
    EXPECT_EQ(allotted[2].outcome, Outcome::too_few_left);
    EXPECT_EQ(allotted[3].outcome, Outcome::won);
    EXPECT_EQ(allotted[4].outcome, Outcome::none_left);
    EXPECT_EQ(allot({{3, 1, 1}}, {0}, 7, 2)[0].outcome, Outcome::below_lot);
    EXPECT_EQ(allot({{9, 1, 9}}, {0}, 7, 2)[0].outcome, Outcome::partly);
    EXPECT_EQ(allot({{3, 1, 3}}, {0}, 1, 2)[0].given, 1) << "the rest may be smaller than a lot";
}

}  // namespace rules_test
}  // namespace jianghui::draws
