// The arithmetic of procurements.

#include <gtest/gtest.h>

#include "features/procurement/rules.hpp"

namespace jianghui::procurement {
namespace procurement_rules_test {

Instant at(const char* text) {
    return *parse_instant(text);
}

Publish good() {
    Publish wanted;
    wanted.place = {"511500"};
    wanted.budget_fen = {50'000'000};
    wanted.price_weight = {20};
    wanted.criteria = {{{"实施方案"}, {50}}, {{"业绩"}, {30}}};
    wanted.steps = {{{"全部"}, {100}, {60}}};
    wanted.bids_until_at = at("2026-12-05T09:00:00+08:00");
    wanted.evaluators = {{"a"}, {"b"}, {"c"}};
    return wanted;
}

TEST(Publishing, EveryRefusal) {
    const Instant now = at("2026-11-27T09:00:00+08:00");
    EXPECT_TRUE(may_publish(good(), now, {}).has_value());
    const auto refused = [&](auto&& spoil) {
        auto wanted = good();
        spoil(wanted);
        const auto result = may_publish(wanted, now, {});
        return result ? std::string() : result.error().code;
    };
    EXPECT_EQ(refused([](auto& w) { w.budget_fen = {0}; }), "budget_missing");
    EXPECT_EQ(refused([](auto& w) { w.criteria[0].weight = {51}; }), "weights_not_hundred");
    EXPECT_EQ(refused([](auto& w) { w.price_weight = {31}, w.criteria[0].weight = {39}; }),
              "price_weight_outside");
    EXPECT_EQ(refused([](auto& w) { w.steps[0].percent = {99}; }), "plan_not_whole");
    EXPECT_EQ(refused([&](auto& w) { w.bids_until_at = now + std::chrono::hours(23); }),
              "bids_too_soon");
    EXPECT_EQ(refused([](auto& w) { w.evaluators.pop_back(); }), "evaluators_too_few");
}

TEST(Scores, PriceIsLowestOverPriceTimesWeight) {
    EXPECT_EQ(price_score({80}, {80}, 20), 2000);
    EXPECT_EQ(price_score({80}, {100}, 20), 1600);
    EXPECT_EQ(price_score({2}, {3}, 10), 667);
    EXPECT_EQ(price_score({9'999'999'999'999}, {10'000'000'000'000}, 30), 3000) << "no overflow";
}

TEST(Scores, MeanOfTheEvaluators) {
    EXPECT_EQ(mean_score(700 + 710 + 721, 3), 7103);
    EXPECT_EQ(mean_score(0, 3), 0);
    EXPECT_EQ(mean_score(1, 4), 3) << "2.5 hundredths, halves up";
}

TEST(Scores, CoverEveryCriterionOnceWithinItsWeight) {
    const auto criteria = good().criteria;
    EXPECT_TRUE(covers(criteria, {{{1}, {500}, {"好"}}, {{2}, {0}, {"无"}}}).has_value());
    EXPECT_FALSE(covers(criteria, {{{1}, {500}, {"好"}}}).has_value());
    EXPECT_FALSE(covers(criteria, {{{1}, {5}, {"好"}}, {{1}, {0}, {"无"}}}).has_value());
    EXPECT_FALSE(covers(criteria, {{{1}, {501}, {"好"}}, {{2}, {0}, {"无"}}}).has_value());
    EXPECT_FALSE(covers(criteria, {{{1}, {5}, {"好"}}, {{3}, {0}, {"无"}}}).has_value());
}

TEST(Ranking, TotalThenLowerPriceThenLottery) {
    const std::vector<Standing> standings{
        {8000, {100}, 0}, {9000, {100}, 3}, {9000, {90}, 2}, {9000, {100}, 1}};
    EXPECT_EQ(ranked(standings), (std::vector<std::size_t>{2, 3, 1, 0}));
}

TEST(Sealing, TheCommitmentBindsNoncePriceAndProposal) {
    const SealedBid bid{std::string(32, 'a'), {100}, "方案"};
    const auto commitment = commitment_of(bid);
    EXPECT_EQ(commitment.size(), 64u);
    auto other = bid;
    other.price_fen = {101};
    EXPECT_NE(commitment_of(other), commitment);
    other = bid;
    other.proposal += "。";
    EXPECT_NE(commitment_of(other), commitment);
    other = bid;
    other.nonce[0] = 'b';
    EXPECT_NE(commitment_of(other), commitment);
}

}  // namespace procurement_rules_test
}  // namespace jianghui::procurement
