// Rules of engagements: amounts to the fen, the table of acts.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/engagements/rules.hpp"

namespace jianghui::engagements {
namespace engagements_rules_test {

PlannedStep planned(int percent, int days) {
    return {{"步骤"}, {percent}, {days}};
}

TEST(Plan, AddsUpToAHundredAndDoesNotGoBack) {
    EXPECT_TRUE(whole(Plan{planned(30, 5), planned(70, 5)}).has_value());
    EXPECT_EQ(whole(Plan{planned(30, 5), planned(69, 9)}).error().code, "plan_not_whole");
    EXPECT_EQ(whole(Plan{planned(30, 9), planned(70, 5)}).error().code, "plan_not_whole");
    EXPECT_EQ(whole(Plan{}).error().code, "plan_not_whole");
}

RC_GTEST_PROP(Plan, AmountsAddUpToThePrice, ()) {
    const int cut = *rc::gen::inRange(1, 99);
    const int second = *rc::gen::inRange(1, 100 - cut + 1);
    Plan plan{planned(cut, 1), planned(second, 2)};
    if (cut + second < 100) plan.push_back(planned(100 - cut - second, 3));
    const Fen price{*rc::gen::inRange<std::int64_t>(1, 10'000'000'000)};
    const auto steps = steps_of(plan, price, *parse_date("2026-11-27"));
    RC_ASSERT(adds_up(steps, price).has_value());
    RC_ASSERT(steps.back().due_on ==
              add_days(*parse_date("2026-11-27"), static_cast<int>(plan.back().days.value)));
}

TEST(Steps, MustAddUpToThePrice) {
    const NewStep step{"一", {100}, *parse_date("2026-12-01")};
    EXPECT_TRUE(adds_up({step, step}, {200}).has_value());
    EXPECT_EQ(adds_up({step}, {101}).error().code, "steps_not_price");
    EXPECT_EQ(adds_up({}, {0}).error().code, "steps_not_price");
}

TEST(Acts, EveryStatusTakesItsOwnActsAlone) {
    using S = StepStatus;
    using A = StepAct;
    const std::map<std::pair<S, A>, S> allowed{
        {{S::agreed, A::start}, S::delivering},      {{S::delivering, A::deliver}, S::delivered},
        {{S::returned, A::deliver}, S::delivered},   {{S::delivered, A::accept}, S::accepted},
        {{S::delivered, A::send_back}, S::returned}, {{S::accepted, A::pay}, S::paid},
        {{S::paid, A::confirm}, S::confirmed}};
    for (const auto status : {S::agreed, S::delivering, S::delivered, S::returned, S::accepted,
                              S::paid, S::confirmed, S::dropped})
        for (const auto act : {A::start, A::deliver, A::accept, A::send_back, A::pay, A::confirm}) {
            const auto reached = after(status, act);
            const auto known = allowed.find({status, act});
            ASSERT_EQ(reached.has_value(), known != allowed.end());
            if (reached)
                EXPECT_EQ(*reached, known->second);
            else
                EXPECT_EQ(reached.error().code, "step_status_conflict");
        }
}

TEST(Acts, NothingIsDeliveredOutOfTurnOrAfterTheEnd) {
    using E = EngagementStatus;
    EXPECT_EQ(acts_of(Side::provider, StepStatus::agreed, E::running, true),
              std::vector{StepAct::start});
    EXPECT_TRUE(acts_of(Side::provider, StepStatus::agreed, E::running, false).empty());
    EXPECT_TRUE(acts_of(Side::provider, StepStatus::returned, E::ended_early, true).empty());
    EXPECT_TRUE(acts_of(Side::provider, StepStatus::accepted, E::running, true).empty());
    EXPECT_EQ(acts_of(Side::buyer, StepStatus::accepted, E::ended_early, true),
              std::vector{StepAct::pay});
}

TEST(Clocks, DaysAndColours) {
    const Date due = *parse_date("2026-12-10"), today = *parse_date("2026-12-01");
    EXPECT_EQ(act_by(StepStatus::returned, due, today, {10, 30, 7}), due);
    EXPECT_EQ(act_by(StepStatus::delivered, due, today, {10, 30, 7}), parse_date("2026-12-11"));
    EXPECT_EQ(act_by(StepStatus::accepted, due, today, {10, 30, 7}), parse_date("2026-12-31"));
    EXPECT_EQ(act_by(StepStatus::confirmed, due, today, {10, 30, 7}), std::nullopt);
    EXPECT_EQ(level_on(today, today, {1, 7, 15}), LateLevel::none);
    EXPECT_EQ(level_on(today, add_days(today, 1), {1, 7, 15}), LateLevel::yellow);
    EXPECT_EQ(level_on(today, add_days(today, 7), {1, 7, 15}), LateLevel::orange);
    EXPECT_EQ(level_on(today, add_days(today, 15), {1, 7, 15}), LateLevel::red);
}

TEST(Ratings, MeanInTenths) {
    EXPECT_EQ(rating_from(0, 0), Rating{});
    EXPECT_EQ(rating_from(3, 13), (Rating{3, 43}));
    EXPECT_EQ(rating_from(2, 9), (Rating{2, 45}));
}

}  // namespace engagements_rules_test
}  // namespace jianghui::engagements
