// Points, grades at their borders, causes; what is missing is in no score.

#include <gtest/gtest.h>

#include "features/shortages/limits.hpp"
#include "features/shortages/rules.hpp"

namespace jianghui::shortages {
namespace score_test {

Limits limits() {
    Limits limits;
    limits.weight_gap = 35;
    limits.weight_days = 25;
    limits.weight_growth = 10;
    limits.weight_pay = 10;
    limits.weight_expert = 20;
    limits.known_weight_min = 50;
    limits.growth_full_percent = 100;
    limits.pay_full_percent = 50;
    limits.severe = 700;
    limits.moderate = 500;
    limits.mild = 300;
    limits.demand_min = 10;
    limits.pay_below_percent = 10;
    limits.spare_percent = 50;
    return limits;
}

Facts facts(std::int64_t demand, std::int64_t supply) {
    Facts facts;
    facts.demand = demand;
    facts.supply = supply;
    return facts;
}

TEST(ShortageScore, WhatIsMissingIsSaidAndNotGuessed) {
    auto known = facts(100, 20);
    EXPECT_FALSE(score_of(known, {}, limits()).points) << "the gap alone is too little";
    EXPECT_EQ(score_of(known, {}, limits()).known_weight, 35);
    EXPECT_EQ(grade_of(score_of(known, {}, limits()), limits()), Grade::none);
    known.days_rank = 600;
    const auto score = score_of(known, {}, limits());
    EXPECT_EQ(score.known_weight, 60);
    EXPECT_EQ(score.points, (35 * 800 + 25 * 600 + 30) / 60);
    ASSERT_EQ(score.parts.size(), 5U);
    EXPECT_FALSE(score.parts[2].points) << "growth is not known";
    known.demand_before = 0;
    EXPECT_FALSE(score_of(known, {}, limits()).parts[2].points) << "growth from nothing is none";
    known.demand_before = 50;
    known.pay_fen = 600'000;
    known.pay_place_fen = 500'000;
    const auto all = score_of(known, 850, limits());
    EXPECT_EQ(all.known_weight, 100);
    EXPECT_EQ(all.parts[2].points, 1000) << "twice as much";
    EXPECT_EQ(all.parts[3].points, 400) << "20 % of 50 %";
    EXPECT_EQ(all.points, (35 * 800 + 25 * 600 + 10 * 1000 + 10 * 400 + 20 * 850 + 50) / 100);
}

TEST(ShortageScore, GradesBeginAtTheirLimits) {
    const auto grade = [](std::int64_t points) {
        Score score;
        score.points = points;
        return grade_of(score, limits());
    };
    EXPECT_EQ(grade(299), Grade::none);
    EXPECT_EQ(grade(300), Grade::mild);
    EXPECT_EQ(grade(499), Grade::mild);
    EXPECT_EQ(grade(500), Grade::moderate);
    EXPECT_EQ(grade(699), Grade::moderate);
    EXPECT_EQ(grade(700), Grade::severe);
    for (const Grade each : {Grade::none, Grade::mild, Grade::moderate, Grade::severe})
        EXPECT_EQ(grade(points_of(each, limits())), each) << "an expert's grade alone is that grade";
}

TEST(ShortageScore, PartsEndAtTheirLimits) {
    const auto part = [](const Facts& known, std::size_t which) { return score_of(known, {}, limits()).parts[which].points; };
    auto known = facts(199, 199);
    EXPECT_EQ(part(known, 0), 0) << "no gap";
    known.supply = 200;
    EXPECT_EQ(part(known, 0), 0) << "people to spare are no gap below nothing";
    known.supply = 0;
    EXPECT_EQ(part(known, 0), 1000);
    known.demand_before = 100;
    EXPECT_EQ(part(known, 2), 990);
    known.demand = 200;
    EXPECT_EQ(part(known, 2), 1000) << "twice as much";
    known.demand = 201;
    EXPECT_EQ(part(known, 2), 1000);
    known.demand = 100;
    EXPECT_EQ(part(known, 2), 0);
    known.demand = 99;
    EXPECT_EQ(part(known, 2), 0);
    known.pay_place_fen = 400'000;
    for (const auto& [pay, points] : {std::pair(399'999, 0), std::pair(400'000, 0), std::pair(400'200, 1), std::pair(599'999, 999),
                                      std::pair(600'000, 1000), std::pair(700'000, 1000)}) {
        known.pay_fen = pay;
        EXPECT_EQ(part(known, 3), points) << pay;
    }
}

TEST(ShortageScore, HalfOfTheWeightsMustBeKnown) {
    auto known = facts(100, 20);
    known.pay_fen = known.pay_place_fen = 400'000;
    for (const std::int64_t least : {44, 45, 46}) {
        auto other = limits();
        other.known_weight_min = least;
        EXPECT_EQ(score_of(known, {}, other).points.has_value(), least <= 45) << "gap and pay weigh 45";
    }
}

TEST(ShortageScore, PeopleAreToldFromTheSmallestNumberThatMayBe) {
    EXPECT_FALSE(shows_people(facts(50, 9), 10));
    EXPECT_TRUE(shows_people(facts(50, 10), 10));
    EXPECT_FALSE(shows_people(facts(50, 0), 1));
}

TEST(ShortageScore, TheCauseFollowsFromTheFigures) {
    auto gap = facts(100, 40);
    EXPECT_EQ(cause_of(gap, limits()), Cause::few_people);
    gap.spare_neighbours = 30;
    EXPECT_EQ(cause_of(gap, limits()), Cause::skill);
    gap.spare_elsewhere = 29;
    EXPECT_EQ(cause_of(gap, limits()), Cause::skill) << "29 of 60 are less than half";
    gap.spare_elsewhere = 30;
    EXPECT_EQ(cause_of(gap, limits()), Cause::place);
    gap.pay_elsewhere_fen = 500'000;
    gap.pay_fen = 450'001;
    EXPECT_EQ(cause_of(gap, limits()), Cause::place);
    gap.pay_fen = 450'000;
    EXPECT_EQ(cause_of(gap, limits()), Cause::pay);
    EXPECT_EQ(cause_of(facts(10, 30), limits()), Cause::skill) << "people enough, posts open";
}

TEST(ShortageScore, MedianAndRank) {
    EXPECT_FALSE(median({}));
    EXPECT_EQ(median({7}), 7);
    EXPECT_EQ(median({9, 1}), 1);
    EXPECT_EQ(median({9, 1, 5}), 5);
    EXPECT_FALSE(rank_of(4, {4}));
    EXPECT_EQ(rank_of(4, {4, 1}), 1000);
    EXPECT_EQ(rank_of(1, {4, 1}), 0);
    EXPECT_EQ(rank_of(4, {4, 4, 4}), 500);
}

TEST(ShortageScore, EntriesHavePostsEnoughAndAreShort) {
    FactsByKey all;
    all[{"510500", "6-02-06-03"}] = facts(10, 3);
    all[{"510500", "6-02-06-07"}] = facts(9, 0);
    all[{"511500", "6-02-06-03"}] = facts(50, 80);
    const auto entries = entries_of(all, {}, limits());
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].line, 1);
    EXPECT_EQ(entries[0].place.text, "510500");
    EXPECT_EQ(too_few_of(all, {}, limits()), 1);
    EXPECT_EQ(too_few_of(all, {"511500"}, limits()), 0);
}

TEST(ShortageScore, AnotherGradeNeedsAReason) {
    Entry entry;
    entry.line = 3;
    entry.grade = Grade::mild;
    entry.facts = facts(100, 20);
    EXPECT_EQ(opinion_of(entry, Grade::severe, "").error().code, "dissent_without_reason");
    EXPECT_TRUE(opinion_of(entry, Grade::severe, "退休潮")->dissents);
    const auto agrees = opinion_of(entry, Grade::mild, "");
    ASSERT_TRUE(agrees.has_value());
    EXPECT_FALSE(agrees->dissents);
    entry.facts.days_rank = 500;
    entry.score = score_of(entry.facts, {}, limits());
    const auto after = with_opinions(entry, {*opinion_of(entry, Grade::severe, "退休潮")}, limits());
    EXPECT_EQ(after.score.known_weight, 80);
    EXPECT_EQ(after.score.parts[4].points, 850);
    EXPECT_EQ(with_opinions(entry, {}, limits()).score, entry.score);
}

TEST(ShortageScore, ExpertsHaveADesk) {
    using access::Role;
    for (const Role role : {Role::official, Role::inspector, Role::agency, Role::employer})
        EXPECT_TRUE(may_be_expert(role));
    for (const Role role : {Role::worker, Role::anonymous, Role::system_administrator,
                            Role::security_administrator, Role::audit_administrator})
        EXPECT_FALSE(may_be_expert(role));
}

TEST(ShortageScore, CataloguesMoveWithFourEyes) {
    using S = CatalogueStatus;
    using A = CatalogueAct;
    const auto after = [](S from, A act) {
        const auto next = next_status(from, act);
        return next ? std::optional(*next) : std::nullopt;
    };
    EXPECT_EQ(after(S::draft, A::compile), S::draft);
    EXPECT_EQ(after(S::draft, A::submit), S::review);
    EXPECT_EQ(after(S::review, A::send_back), S::draft);
    EXPECT_EQ(after(S::review, A::publish), S::published);
    EXPECT_EQ(after(S::review, A::name_expert), S::review);
    for (const A act : {A::compile, A::name_expert, A::submit, A::send_back, A::publish})
        EXPECT_FALSE(after(S::published, act));
    for (const A act : {A::send_back, A::publish}) EXPECT_FALSE(after(S::draft, act));
    for (const A act : {A::compile, A::submit}) EXPECT_FALSE(after(S::review, act));
    CatalogueRow row;
    row.made_by = AccountId{1};
    row.submitted_by = AccountId{2};
    Opinion said;
    said.account = AccountId{4};
    for (const std::int64_t who : {1, 2, 3, 4}) {
        EXPECT_EQ(may_judge(row, AccountId{who}).has_value(), who > 2) << who;
        EXPECT_EQ(may_publish(row, {said}, AccountId{who}).has_value(), who == 3) << who;
    }
    EXPECT_EQ(number_of("泸州市", "2026Q4", 2), "泸州市急需紧缺人才目录〔2026〕第4季度第2版");
}

}  // namespace score_test
}  // namespace jianghui::shortages
