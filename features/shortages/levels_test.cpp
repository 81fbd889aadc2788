// Levels at every threshold; hysteresis as properties; hindsight.

#include <gtest/gtest.h>

#include <random>

#include "features/shortages/levels.hpp"
#include "features/shortages/rules.hpp"

namespace jianghui::shortages {
namespace levels_test {

LevelLimits limits() {
    LevelLimits limits;
    limits.yellow = {150, 200, 30, 10};
    limits.orange = {200, 350, 45, 10};
    limits.red = {300, 500, 60, 100};
    limits.surplus_ratio_hundredths = 60;
    limits.periods = 2;
    return limits;
}

Facts facts(std::int64_t demand, std::int64_t supply, std::optional<std::int64_t> days) {
    Facts facts;
    facts.demand = demand;
    facts.supply = supply;
    facts.days = days;
    return facts;
}
Level level(std::int64_t demand, std::int64_t supply, std::optional<std::int64_t> days = {}) {
    return level_of(facts(demand, supply, days), limits());
}

TEST(ShortageLevels, EveryThresholdFromBothSides) {
    EXPECT_EQ(level(150, 100, 30), Level::yellow);
    EXPECT_EQ(level(149, 100, 30), Level::none) << "ratio 1.49";
    EXPECT_EQ(level(150, 100, 29), Level::none) << "filled in 29 days";
    EXPECT_EQ(level(200, 100, 45), Level::orange);
    EXPECT_EQ(level(199, 100, 45), Level::yellow);
    EXPECT_EQ(level(200, 100, 44), Level::yellow);
    EXPECT_EQ(level(300, 100, 60), Level::red);
    EXPECT_EQ(level(299, 100, 60), Level::orange);
    EXPECT_EQ(level(300, 100, 59), Level::orange);
    EXPECT_EQ(level(100, 0, 60), Level::red) << "nobody at all";
    EXPECT_EQ(level(99, 0, 60), Level::orange) << "fewer than 100 posts are never red";
    EXPECT_EQ(level(10, 0, 60), Level::orange);
    EXPECT_EQ(level(9, 0, 60), Level::none) << "too few posts to say anything";
    EXPECT_EQ(level(300, 100), Level::red) << "days that nobody knows are not asked";
    EXPECT_EQ(level(60, 100), Level::surplus);
    EXPECT_EQ(level(61, 100), Level::none);
    EXPECT_EQ(level(5, 9), Level::none) << "few posts and few people";
    EXPECT_EQ(level(0, 0), Level::none);
    EXPECT_EQ(level(0, 10), Level::surplus);
}

TEST(ShortageLevels, TheGapIsAskedOfItsOwn) {
    auto strict = limits();
    strict.yellow.gap_per_mille = 400;
    strict.orange.gap_per_mille = strict.red.gap_per_mille = 900;
    EXPECT_EQ(level_of(facts(1000, 600, 30), strict), Level::yellow);
    EXPECT_EQ(level_of(facts(1000, 601, 30), strict), Level::none);
    EXPECT_EQ(level_of(facts(1000, 100, 90), strict), Level::red);
    EXPECT_EQ(level_of(facts(1000, 101, 90), strict), Level::yellow);
}

TEST(ShortageLevels, MoreDemandNeverLowersAndMorePeopleNeverRaise) {
    std::mt19937 random(20261127);
    const auto below = [&](unsigned limit) { return static_cast<std::int64_t>(random() % limit); };
    for (int i = 0; i < 20'000; ++i) {
        const auto demand = 10 + below(400);
        const auto supply = below(300);
        const auto days = below(90);
        const auto now = level(demand, supply, days);
        EXPECT_LE(now, level(demand + 1, supply, days));
        EXPECT_GE(now, level(demand, supply + 1, days));
        EXPECT_LE(now, level(demand, supply, days + 1));
    }
}

/// The same said another way: walk to the nearest level that two quarters in a row agree on.
Level walked(Level before, Level now, Level last) {
    while (before < now && before < last) before = static_cast<Level>(static_cast<int>(before) + 1);
    while (before > now && before > last) before = static_cast<Level>(static_cast<int>(before) - 1);
    return before;
}

TEST(ShortageLevels, TwoQuartersInARowMoveWhatStands) {
    std::vector<Level> all{Level::surplus, Level::none, Level::yellow, Level::orange, Level::red};
    for (const Level before : all) {
        EXPECT_EQ(standing_after(before, {}, 2), before);
        for (const Level now : all) {
            EXPECT_EQ(standing_after(before, {now}, 2), before) << "one quarter moves nothing";
            for (const Level last : all) {
                const Level after = standing_after(before, {now, last}, 2);
                EXPECT_EQ(after, walked(before, now, last));
                EXPECT_EQ(standing_after(after, {now, last}, 2), after) << "it has arrived";
                EXPECT_EQ(standing_after(before, {now, last, Level::red, Level::none}, 2), after);
                if (after > before) { EXPECT_TRUE(now >= after && last >= after); }
                if (after < before) { EXPECT_TRUE(now <= after && last <= after); }
            }
        }
    }
}

TEST(ShortageLevels, ALevelThatJumpsEveryQuarterNeverMoves) {
    std::mt19937 random(7);
    for (int run = 0; run < 500; ++run) {
        std::vector<Level> newest_first;
        Level standing = Level::none;
        Level before = Level::none;
        for (int quarter = 0; quarter < 40; ++quarter) {
            const Level level = static_cast<Level>(random() % 5);
            newest_first.insert(newest_first.begin(), level);
            before = standing;
            standing = standing_after(standing, newest_first, 3);
            if (standing == before) continue;
            for (int i = 0; i < 3; ++i) {
                const Level each = newest_first[static_cast<std::size_t>(i)];
                EXPECT_TRUE(standing > before ? each >= standing : each <= standing);
            }
        }
    }
    Level standing = Level::yellow;
    for (int i = 0; i < 10; ++i)
        standing = standing_after(standing, {i % 2 == 0 ? Level::red : Level::none,
                                             i % 2 == 0 ? Level::none : Level::red}, 2);
    EXPECT_EQ(standing, Level::yellow);
}

TEST(ShortageLevels, HindsightCountsWhatCameAfterAWarning) {
    Hindsight hindsight;
    look_back(hindsight,
              {{1, Level::yellow, Level::none},
               {2, Level::yellow, Level::yellow},  // given; right
               {3, Level::orange, Level::yellow},  // given; wrong
               {4, Level::none, Level::yellow},    // given; nobody knows, 5 is missing
               {6, Level::none, Level::none},
               {7, Level::red, Level::none}},  // not warned of
              1);
    EXPECT_EQ(hindsight.given, 2);
    EXPECT_EQ(hindsight.right, 1);
    EXPECT_EQ(hindsight.pending, 1);
    EXPECT_EQ(hindsight.missed, 2) << "quarters 2 and 7";
    Hindsight dismissed;
    look_back(dismissed, {{1, Level::red, Level::red, true}, {2, Level::red, Level::red, true}}, 1);
    EXPECT_EQ(dismissed.given, 0);
    EXPECT_EQ(dismissed.missed, 1);
    look_back(dismissed, {}, 1);
    EXPECT_EQ(dismissed.missed, 1);
}

TEST(ShortageLevels, ShortOutOfNothingIsMissed) {
    Hindsight hindsight;
    look_back(hindsight, {{3, Level::orange, Level::none}, {7, Level::yellow, Level::none}}, 1);
    EXPECT_EQ(hindsight.missed, 2) << "the quarters before were assessed and nothing was kept of them";
    Hindsight first;
    look_back(first, {{1, Level::red, Level::none}}, 1);
    EXPECT_EQ(first.missed, 0) << "nobody could have been warned";
}

TEST(ShortageLevels, TheRatioIsDividedBeforeItIsRounded) {
    // 3 of 7 posts, 1 sure of this work, 1 undecided in the city: 3 / (1 + 3/7) = 2.1, not 3 / 1.
    Facts facts;
    facts.demand = 3;
    facts.supply = 1;
    facts.undecided = 0;  // 0.43, rounded
    LevelLimits limits;
    limits.yellow = {220, 0, 0, 1};
    limits.orange = limits.red = {10'000, 0, 0, 1};
    EXPECT_EQ(level_of(facts, limits), Level::yellow) << "as it was: 3.0";
    facts.city_demand = 7;
    facts.city_undecided = 1;
    EXPECT_EQ(level_of(facts, limits), Level::none) << "2.1";
    limits.yellow.ratio_hundredths = 210;
    EXPECT_EQ(level_of(facts, limits), Level::yellow) << "exactly at the limit";
}

TEST(ShortageLevels, AWarningIsDecidedThenActedOn) {
    using S = WarningStatus;
    using A = WarningAct;
    for (const S from : {S::computed, S::issued, S::dismissed, S::answered, S::lifted, S::overtaken})
        for (const A act : {A::issue, A::dismiss, A::answer}) {
            const bool may = act == A::answer ? from == S::issued : from == S::computed;
            EXPECT_EQ(next_status(from, act).has_value(), may);
        }
}

}  // namespace levels_test
}  // namespace jianghui::shortages
