#include "features/surveys/estimate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "features/surveys/hiding.hpp"

namespace jianghui::surveys {
namespace estimate_test {

Known known(std::int64_t size, const std::vector<double>& values) {
    Known stratum{size, {}};
    for (const double value : values) stratum.households.push_back({value, 1});
    return stratum;
}

TEST(SurveyEstimate, TotalAndShareByHand) {
    // s² = 1/3 and 0.3: v = 10·6/4·1/3 + 20·15/5·0.3 = 5 + 18.
    const std::vector<Known> strata{known(10, {1, 0, 1, 0}), known(20, {1, 1, 0, 0, 1})};
    const auto total = total_of(strata);
    EXPECT_DOUBLE_EQ(total.value, 17);
    EXPECT_NEAR(total.error, 4.795832, 1e-6);
    EXPECT_NEAR(total.freedom, 529 / (25.0 / 3 + 324.0 / 4), 1e-9);
    EXPECT_NEAR(total.high - total.value, student(total.freedom) * total.error, 1e-9);
    const auto share = ratio_of(strata);
    EXPECT_NEAR(share.value, 17.0 / 30, 1e-12);
    EXPECT_NEAR(share.error, 4.795832 / 30, 1e-6);
}

TEST(SurveyEstimate, WhoIsNotEligibleCountsForNothing) {
    // Of 10 households 4 are known: two answer 3 and 5, two are not eligible.
    const Known stratum{10, {{3, 1}, {5, 1}, {0, 0}, {0, 0}}};
    EXPECT_DOUBLE_EQ(total_of({stratum}).value, 20);
    EXPECT_DOUBLE_EQ(ratio_of({stratum}).value, 4);
    // z = (y − 4x)/5 = −0.2, 0.2, 0, 0: s² = 0.08/3, v = 10·6/4·s² = 0.4.
    EXPECT_NEAR(ratio_of({stratum}).error, std::sqrt(0.4), 1e-12);
}

TEST(SurveyEstimate, AWholeStratumIsKnownForCertain) {
    const auto total = total_of({known(3, {1, 5, 9})});
    EXPECT_DOUBLE_EQ(total.value, 15);
    EXPECT_DOUBLE_EQ(total.low, 15);
    EXPECT_DOUBLE_EQ(total.high, 15);
}

/// n households of equal weight out of endlessly many, k of them yes.
std::vector<Known> sample_of(int n, int k) {
    std::vector<double> values(static_cast<std::size_t>(n), 0);
    std::fill_n(values.begin(), k, 1);
    return {known(1'000'000'000, values)};
}

TEST(SurveyEstimate, NoneOrAllOfASampleIsNotNoneOrAllOfEverybody) {
    // t of 9 degrees is 2.2622: t²/(10 + t²) = 0.33852.
    EXPECT_DOUBLE_EQ(share_of(sample_of(10, 0)).low, 0);
    EXPECT_NEAR(share_of(sample_of(10, 0)).high, 0.3385, 2e-3);
    EXPECT_NEAR(share_of(sample_of(10, 10)).low, 1 - 0.3385, 2e-3);
    EXPECT_DOUBLE_EQ(share_of(sample_of(10, 10)).high, 1);
    EXPECT_LT(share_of(sample_of(100, 0)).high, share_of(sample_of(10, 0)).high) << "more households say more";
    const auto census = share_of({known(3, {0, 0, 0})});
    EXPECT_DOUBLE_EQ(census.high, 0) << "everybody was asked";
}

TEST(SurveyEstimate, UnequalWeightsAndMembersMakeNoneLessCertain) {
    const std::vector<Known> equal{known(1000, {0, 0, 0, 0}), known(1000, {0, 0, 0, 0})};
    const std::vector<Known> unequal{known(1900, {0, 0, 0, 0}), known(100, {0, 0, 0, 0})};
    EXPECT_LT(share_of(equal).high, share_of(unequal).high);
    std::vector<Known> members = sample_of(10, 0);
    for (auto& one : members[0].households) one.x = 4;
    EXPECT_NEAR(share_of(members).high, share_of(sample_of(10, 0)).high, 1e-9)
        << "forty members of ten households are ten households";
}

/// The chance that the interval of n households holds a share, over all numbers that may say yes.
double coverage(int n, double share) {
    double covered = 0;
    double chance = std::pow(1 - share, n);
    for (int k = 0; k <= n; ++k) {
        const auto estimate = share_of(sample_of(n, k));
        EXPECT_LE(0, estimate.low);
        EXPECT_LE(estimate.low, estimate.value);
        EXPECT_LE(estimate.value, estimate.high);
        EXPECT_LE(estimate.high, 1);
        if (estimate.low <= share && share <= estimate.high) covered += chance;
        chance *= share / (1 - share) * (n - k) / (k + 1);
    }
    return covered;
}
TEST(SurveyEstimate, RareAndFrequentSharesAreHeldByTheirIntervals) {
    for (const int n : {10, 20, 50})
        for (const double share : {0.01, 0.02, 0.05, 0.1, 0.3, 0.5, 0.9, 0.98})
            EXPECT_GE(coverage(n, share), 0.90) << n << " households, " << share;
}

TEST(SurveyEstimate, StrataThatAreTooSmallAreJoined) {
    const auto strata = joined({known(5, {}), known(7, {1, 2}), known(9, {3})});
    ASSERT_EQ(strata.size(), 1U);
    EXPECT_EQ(strata[0].size, 21);
    EXPECT_EQ(strata[0].households.size(), 3U);
    EXPECT_EQ(joined({known(7, {1, 2}), known(9, {3, 4})}).size(), 2U);
}

TEST(SurveyEstimate, StudentsPoints) {
    EXPECT_NEAR(student(1), 12.706, 0.001);
    EXPECT_NEAR(student(4), 2.776, 0.01);
    EXPECT_NEAR(student(10), 2.228, 0.002);
    EXPECT_NEAR(student(30), 2.042, 0.001);
    EXPECT_NEAR(student(1e9), 1.960, 0.001);
}

/// Of 4,000 samples with a third of the households not answering, so many intervals hold the true value.
TEST(SurveyEstimate, NineteenOfTwentyIntervalsHoldTheTruth) {
    std::mt19937 random(1);
    const auto chance = [&](double p) { return std::uniform_real_distribution<>()(random) < p; };
    std::vector<std::vector<Observed>> people;  // of each household: workers away, workers
    for (const auto& [size, away] : {std::pair(200, 0.2), std::pair(300, 0.5), std::pair(500, 0.7)}) {
        people.emplace_back();
        for (int i = 0; i < size; ++i) {
            Observed household;
            household.x = static_cast<double>(random() % 5);
            for (int j = 0; j < static_cast<int>(household.x); ++j) household.y += chance(away) ? 1 : 0;
            people.back().push_back(household);
        }
    }
    Observed truth;
    for (const auto& stratum : people)
        for (const auto& one : stratum) truth = {truth.y + one.y, truth.x + one.x};
    int totals = 0;
    int ratios = 0;
    constexpr int samples = 4000;
    for (int i = 0; i < samples; ++i) {
        std::vector<Known> strata;
        for (auto& stratum : people) {
            std::shuffle(stratum.begin(), stratum.end(), random);
            Known sampled{static_cast<std::int64_t>(stratum.size()), {}};
            for (std::size_t j = 0; j < stratum.size() / 10; ++j)
                if (chance(2.0 / 3)) sampled.households.push_back(stratum[j]);
            strata.push_back(std::move(sampled));
        }
        strata = joined(std::move(strata));
        const auto total = total_of(strata);
        const auto ratio = ratio_of(strata);
        totals += total.low <= truth.y && truth.y <= total.high ? 1 : 0;
        ratios += ratio.low <= truth.y / truth.x && truth.y / truth.x <= ratio.high ? 1 : 0;
    }
    EXPECT_NEAR(totals, 0.95 * samples, 0.01 * samples);
    EXPECT_NEAR(ratios, 0.95 * samples, 0.01 * samples);
}

/// In no place and in no option exactly one figure is hidden: then no sum tells it.
TEST(SurveyHiding, NoSumTellsWhatIsHidden) {
    std::mt19937 random(9);
    int hidden_tables = 0;
    for (int round = 0; round < 500; ++round) {
        std::vector<Block> blocks(1 + random() % 4);
        blocks[0].counts.assign(3, 0);
        for (std::size_t p = 1; p < blocks.size(); ++p)
            for (int c = 0; c < 3; ++c) {
                const auto count = static_cast<std::int64_t>(random() % 14);
                blocks[p].counts.push_back(count);
                blocks[p].answered += count;
                blocks[0].counts[static_cast<std::size_t>(c)] += count;
                blocks[0].answered += count;
            }
        if (blocks.size() == 1)
            for (auto& count : blocks[0].counts) blocks[0].answered += count = static_cast<std::int64_t>(random() % 14);
        hide(blocks, 5);
        const auto in_block = [](const Block& block) {
            return std::count(block.hidden.begin(), block.hidden.end(), true);
        };
        bool any = false;
        for (const auto& block : blocks) {
            EXPECT_NE(in_block(block), 1);
            any = any || in_block(block) > 0;
            for (std::size_t c = 0; c < 3; ++c)
                EXPECT_TRUE(block.hidden[c] || block.counts[c] == 0 || block.counts[c] >= 5);
        }
        for (std::size_t c = 0; c < 3 && blocks.size() > 1; ++c)
            EXPECT_NE(std::count_if(blocks.begin(), blocks.end(),
                                    [&](const Block& block) { return block.hidden[c]; }),
                      1);
        hidden_tables += any ? 1 : 0;
    }
    EXPECT_GT(hidden_tables, 100);
    EXPECT_LT(hidden_tables, 500);
}

}  // namespace estimate_test
}  // namespace jianghui::surveys
