// What a change means for who holds a share, as a table.

#include "features/changes/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::changes {
namespace rules_test {

TEST(ChangeRules, MoreSeatsOrTimeToGrabAskNothingOfHolders) {
    EXPECT_FALSE(concerns_holders({"headcount"}));
    EXPECT_FALSE(concerns_holders({"headcount", "closes_at", "hold_hours"}));
    for (const auto* term : {"description", "address", "starts_on", "ends_on", "shift",
                             "hours_per_day_tenths", "skills", "education", "certificates",
                             "pay_min_fen", "pay_max_fen", "service_fee_fen"})
        EXPECT_TRUE(concerns_holders({"headcount", term})) << term;
}

TEST(ChangeRules, WhatAChangeDoesToAShare) {
    struct Case {
        bool concerns, up_to_date, asked;
        Effect effect;
    };
    for (const auto& [concerns, up_to_date, asked, effect] :
         {Case{true, true, false, Effect::asks}, Case{true, false, false, Effect::asks},
          Case{true, false, true, Effect::asks}, Case{false, true, false, Effect::follows},
          Case{false, false, true, Effect::asks_on}, Case{false, false, false, Effect::stays}})
        EXPECT_EQ(effect_on(concerns, up_to_date, asked), effect)
            << concerns << up_to_date << asked;
}

TEST(ChangeRules, AnAnswerIsGivenOnceAndInTime) {
    AnswerRow row;
    row.answer_until_at = Instant(Milliseconds(1000));
    EXPECT_TRUE(may_answer(row, Instant(Milliseconds(999))));
    EXPECT_EQ(may_answer(row, Instant(Milliseconds(1000))).error().code, "change_answer_over");
    row.status = AnswerStatus::declined;
    EXPECT_EQ(may_answer(row, Instant(Milliseconds(1))).error().code, "change_answer_over");
}

TEST(ChangeRules, DifferencesAreNamedWithBothValues) {
    orders::Terms before, after;
    before.address = "二车间";
    after = before;
    EXPECT_TRUE(term_changes(before, after).empty());
    after.headcount = 7;
    after.address = "三车间";
    after.pay_max_fen = Fen{30000};
    const auto changes = term_changes(before, after);
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[0].term, "headcount");
    EXPECT_EQ(changes[0].after.as_int64(), 7);
    EXPECT_EQ(changes[1].before.as_string(), "二车间");
    EXPECT_TRUE(changes[2].before.is_null());
}

}  // namespace rules_test
}  // namespace jianghui::changes
