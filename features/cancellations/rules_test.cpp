// Terms, arithmetic and states of claims, as tables.

#include "features/cancellations/rules.hpp"

#include <gtest/gtest.h>

#include "features/cancellations/terms.hpp"

namespace jianghui::cancellations {
namespace rules_test {

using shares::Canceller;
using shares::ShareStatus;

TermsSet one_case() {
    TermsSet set;
    for (const auto& [hours, percent] : {std::pair{24, 10}, std::pair{0, 50}, std::pair{72, 0}})
        set.rows.push_back({Canceller::employer, ShareStatus::staffing, hours, percent, 0});
    return set;
}

TEST(CancellationRules, TheRowWithTheLongestNoticeThatIsReachedHolds) {
    const auto set = one_case();
    for (const auto& [notice, percent] :
         {std::pair{0, 50}, std::pair{23, 50}, std::pair{24, 10}, std::pair{71, 10},
          std::pair{72, 0}, std::pair{9999, 0}})
        EXPECT_EQ(row_for(set, Canceller::employer, ShareStatus::staffing, notice)->fee_percent,
                  percent) << notice;
    EXPECT_FALSE(row_for(set, Canceller::agency, ShareStatus::staffing, 0));
    EXPECT_FALSE(row_for(set, Canceller::employer, ShareStatus::held, 0));
}

TEST(CancellationRules, NoticeIsCountedInFullHoursToTheFirstDay) {
    const Date day = *parse_date("2026-12-01");
    EXPECT_EQ(notice_hours(*parse_instant("2026-11-30T00:00:00+08:00"), day), 24);
    EXPECT_EQ(notice_hours(*parse_instant("2026-11-30T00:00:01+08:00"), day), 23);
    EXPECT_EQ(notice_hours(*parse_instant("2026-12-05T00:00:00+08:00"), day), 0);
    EXPECT_EQ(notice_hours(*parse_instant("2026-11-30T00:00:00+08:00"), {}), 0);
}

TEST(CancellationRules, ThePayOfADay) {
    using orders::PayUnit;
    const PayOfDay measure{80, 2175};
    EXPECT_EQ(pay_of_day({{20000}, PayUnit::day}, measure), Fen{20000});
    EXPECT_EQ(pay_of_day({{600000}, PayUnit::month}, measure), Fen{27586});  // 275.862… yuan
    EXPECT_EQ(pay_of_day({{2500}, PayUnit::hour}, measure), Fen{20000});
    EXPECT_EQ(pay_of_day({{30}, PayUnit::piece}, measure), Fen{0});
}

TEST(CancellationRules, TheLinesAddUpToTheFen) {
    const TermsRow row{Canceller::employer, ShareStatus::staffing, 0, 50, 15};
    const auto lines = lines_of(row, 3, Fen{33333}, {Fen{20001}, Fen{26000}, Fen{20001}});
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].amount_fen, Fen{50000});  // 3 × 333.33 × 50 % = 499.995, half up
    EXPECT_EQ(lines[1].seats, 2);
    EXPECT_EQ(lines[1].amount_fen, Fen{60003});  // 2 × 200.01 × 1.5
    EXPECT_EQ(lines[2].amount_fen, Fen{39000});
    EXPECT_EQ(total_of(lines), Fen{149003});
    EXPECT_TRUE(lines_of({Canceller::employer, ShareStatus::held, 0, 0, 0}, 3, Fen{100}, {}).empty());
    EXPECT_TRUE(lines_of(row, 3, Fen{0}, {}).empty()) << "no fee, nobody accepted: nothing due";
}

TEST(CancellationRules, EachPartySaysWhatIsItsToSay) {
    using S = ClaimStatus;
    using A = ClaimAct;
    constexpr auto debtor = Party::debtor, creditor = Party::creditor;
    EXPECT_EQ(next_status(S::due, A::pay, debtor), S::paid);
    EXPECT_EQ(next_status(S::paid, A::confirm, creditor), S::confirmed);
    EXPECT_EQ(next_status(S::due, A::waive, creditor), S::waived);
    EXPECT_EQ(next_status(S::due, A::dispute, debtor), S::disputed);
    EXPECT_EQ(next_status(S::paid, A::dispute, creditor), S::disputed);
    EXPECT_EQ(next_status(S::disputed, A::pay, debtor), S::paid);
    EXPECT_EQ(next_status(S::disputed, A::confirm, creditor), S::confirmed);
    EXPECT_EQ(next_status(S::disputed, A::waive, creditor), S::waived);
    for (const auto act : {A::confirm, A::waive})
        EXPECT_EQ(next_status(S::due, act, debtor).error().code, "not_allowed");
    EXPECT_EQ(next_status(S::due, A::pay, creditor).error().code, "not_allowed");
    EXPECT_FALSE(next_status(S::due, A::confirm, creditor)) << "nobody said that it was paid";
    EXPECT_FALSE(next_status(S::due, A::dispute, creditor));
    EXPECT_FALSE(next_status(S::paid, A::dispute, debtor));
    for (const auto over : {S::confirmed, S::waived})
        for (const auto act : {A::pay, A::dispute})
            EXPECT_FALSE(next_status(over, act, debtor));
}

TEST(CancellationTerms, TheDataSayWhatHoldsInEveryCase) {
    const auto sets = Sets::load(SOURCE_FOLDER "/data");
    ASSERT_TRUE(sets) << sets.error().message.en;
    const Date day = *parse_date("2026-11-27");
    ASSERT_GE(sets->offered(day).size(), 3u);
    EXPECT_EQ(sets->find(99, day), nullptr);
    EXPECT_EQ(sets->find(1, *parse_date("2019-12-31")), nullptr) << "not in force yet";
    for (const int number : {1, 2})
        for (const auto canceller : {Canceller::employer, Canceller::agency})
            for (const auto state :
                 {ShareStatus::held, ShareStatus::staffing, ShareStatus::delivering})
                EXPECT_TRUE(row_for(*sets->find(number, day), canceller, state, 0))
                    << number << codec::enum_text(canceller) << codec::enum_text(state);
    EXPECT_TRUE(sets->find(3, day)->rows.empty());
}

}  // namespace rules_test
}  // namespace jianghui::cancellations
