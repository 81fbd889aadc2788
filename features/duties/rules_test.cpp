// Lights at every threshold, states, the score sheet.

#include <gtest/gtest.h>

#include "features/duties/rules.hpp"

namespace jianghui::duties {
namespace rules_test {

using namespace std::chrono;  // NOLINT: dates
const Limits limits;

/// 2026-01-01 to 2026-12-31, reported today as far as its time has gone.
Duty duty_on(Date today) {
    Duty duty;
    duty.starts_on = 2026y / January / 1;
    duty.due_on = 2026y / December / 31;
    duty.made_at = start_of(duty.starts_on);
    duty.reported_at = start_of(today);
    duty.progress = expected_progress(duty.starts_on, duty.due_on, today);
    return duty;
}
Lit lit(const Duty& duty, Date today, std::optional<Date> finding = {}) {
    return light_of(duty, finding, today, limits);
}

TEST(Lights, TheTimeGone) {
    EXPECT_EQ(expected_progress(2026y / January / 1, 2026y / January / 11, 2025y / December / 1), 0);
    EXPECT_EQ(expected_progress(2026y / January / 1, 2026y / January / 11, 2026y / January / 1), 0);
    EXPECT_EQ(expected_progress(2026y / January / 1, 2026y / January / 11, 2026y / January / 6), 500);
    EXPECT_EQ(expected_progress(2026y / January / 1, 2026y / January / 11, 2026y / January / 11), 1000);
    EXPECT_EQ(expected_progress(2026y / January / 1, 2026y / January / 1, 2026y / January / 1), 1000);
}

TEST(Lights, TheLastDayIsInTime) {
    auto duty = duty_on(2026y / December / 31);
    duty.progress = 1000;
    EXPECT_EQ(lit(duty, 2026y / December / 31), (Lit{Light::yellow, {LightReason::due_soon}}));
    EXPECT_EQ(lit(duty, 2027y / January / 1), (Lit{Light::red, {LightReason::overdue}}));
}

TEST(Lights, DueSoon) {
    const auto duty = duty_on(2026y / December / 1);
    EXPECT_EQ(lit(duty, 2026y / November / 30).light, Light::green) << "31 days";
    EXPECT_EQ(lit(duty, 2026y / December / 1), (Lit{Light::yellow, {LightReason::due_soon}}));
}

TEST(Lights, BehindTheTimeGone) {
    const Date today = 2026y / July / 1;
    auto duty = duty_on(today);
    const int expected = duty.progress;
    duty.progress = expected - 99;
    EXPECT_EQ(lit(duty, today), (Lit{Light::green, {}}));
    duty.progress = expected - 100;
    EXPECT_EQ(lit(duty, today), (Lit{Light::yellow, {LightReason::behind}}));
    duty.progress = expected - 299;
    EXPECT_EQ(lit(duty, today).light, Light::yellow);
    duty.progress = expected - 300;
    EXPECT_EQ(lit(duty, today), (Lit{Light::red, {LightReason::far_behind}}));
}

TEST(Lights, SilentForTooLong) {
    const Date today = 2026y / July / 1;
    auto duty = duty_on(today);
    duty.reported_at = start_of(add_days(today, -90));
    EXPECT_EQ(lit(duty, today).light, Light::green);
    duty.reported_at = start_of(add_days(today, -91));
    EXPECT_EQ(lit(duty, today), (Lit{Light::yellow, {LightReason::silent}}));
    duty.reported_at.reset();
    duty.made_at = start_of(2025y / June / 1);
    EXPECT_EQ(lit(duty, 2026y / April / 1).light, Light::green) << "counted from the first day on";
    EXPECT_EQ(lit(duty, 2026y / April / 2), (Lit{Light::yellow, {LightReason::silent}}));
    EXPECT_EQ(lit(duty, 2026y / January / 20).light, Light::green);
}

TEST(Lights, Findings) {
    const Date today = 2026y / July / 1;
    auto duty = duty_on(today);
    EXPECT_EQ(lit(duty, today, today), (Lit{Light::yellow, {LightReason::finding_open}}));
    EXPECT_EQ(lit(duty, today, add_days(today, -1)), (Lit{Light::red, {LightReason::finding_overdue}}));
    duty.status = DutyStatus::reported;
    EXPECT_EQ(lit(duty, today), Lit{}) << "what waits to be confirmed has no light";
    EXPECT_EQ(lit(duty, today, today).light, Light::yellow) << "but its findings do";
    duty.status = DutyStatus::confirmed;
    EXPECT_EQ(lit(duty, today, today), Lit{});
}

TEST(States, WhatEachAllows) {
    using enum DutyStatus;
    EXPECT_EQ(next_status(open, DutyAct::report, 999), open);
    EXPECT_EQ(next_status(open, DutyAct::report, 1000), reported);
    EXPECT_EQ(next_status(reported, DutyAct::confirm), confirmed);
    EXPECT_EQ(next_status(reported, DutyAct::send_back), open);
    EXPECT_EQ(next_status(reported, DutyAct::withdraw), withdrawn);
    for (const auto act : {DutyAct::report, DutyAct::confirm, DutyAct::send_back, DutyAct::withdraw,
                           DutyAct::visit}) {
        EXPECT_FALSE(next_status(confirmed, act));
        EXPECT_FALSE(next_status(withdrawn, act));
    }
    EXPECT_FALSE(next_status(open, DutyAct::confirm));
    EXPECT_FALSE(next_status(reported, DutyAct::report, 10));
    EXPECT_EQ(next_status(AssessmentStatus::told, AssessmentAct::publish), AssessmentStatus::published);
    EXPECT_FALSE(next_status(AssessmentStatus::appealed, AssessmentAct::publish));
    EXPECT_FALSE(next_status(AssessmentStatus::decided, AssessmentAct::appeal));
}

TEST(States, TheAppealWindow) {
    Assessment assessment;
    assessment.status = AssessmentStatus::told;
    assessment.appeal_until = 2026y / July / 10;
    EXPECT_TRUE(in_window(assessment, AssessmentAct::appeal, 2026y / July / 10));
    EXPECT_FALSE(in_window(assessment, AssessmentAct::appeal, 2026y / July / 11));
    EXPECT_FALSE(in_window(assessment, AssessmentAct::publish, 2026y / July / 10));
    EXPECT_TRUE(in_window(assessment, AssessmentAct::publish, 2026y / July / 11));
    assessment.status = AssessmentStatus::decided;
    EXPECT_TRUE(in_window(assessment, AssessmentAct::publish, 2026y / July / 1));
}

std::vector<ScoreRule> four() {
    return {{Counts::in_time, {}, 40, "", "P"},
            {Counts::progress, {}, 30, "", "P"},
            {Counts::proved, {}, 15, "", "P"},
            {Counts::remedied, {}, 15, "", "P"}};
}

TEST(Scores, SharesAndWeights) {
    const Date today = 2027y / January / 10;
    Counted counted;
    Duty done = duty_on(2026y / December / 31);
    done.status = DutyStatus::confirmed;
    done.progress = 1000;
    done.proved = true;
    Duty late = done;
    late.reported_at = start_of(2027y / January / 1);
    Duty half = duty_on(2026y / July / 1);
    half.progress = 500;
    half.proof_asked = false;
    counted.duties = {done, late, half};
    auto lines = score(counted, four(), today);
    EXPECT_EQ(lines[0].per_mille, 333);
    EXPECT_EQ(lines[1].per_mille, 833);
    EXPECT_EQ(lines[2].per_mille, 1000);
    EXPECT_EQ(lines[2].of, 2) << "only where a proof is asked";
    EXPECT_EQ(lines[3].per_mille, std::nullopt) << "no findings: left out";
    EXPECT_EQ(points_of(lines), (40 * 333 + 30 * 833 + 15 * 1000 + 42) / 85);
    Finding in_time;
    in_time.due_on = 2026y / July / 1;
    in_time.status = FindingStatus::closed;
    in_time.remedied_at = start_of(2026y / July / 1);
    Finding never;
    never.due_on = 2027y / January / 9;
    Finding waiting;
    waiting.due_on = today;
    counted.findings = {in_time, never, waiting};
    lines = score(counted, four(), today);
    EXPECT_EQ(lines[3].of, 2) << "an open one whose time still runs is not counted";
    EXPECT_EQ(lines[3].per_mille, 500);
    EXPECT_EQ(points_of({}), 0);
}

}  // namespace rules_test
}  // namespace jianghui::duties
