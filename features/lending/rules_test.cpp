// The rules of shared staff, one by one.

#include "features/lending/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "features/lending/legal_rules.hpp"
#include "features/lending/text.hpp"

namespace jianghui::lending {
namespace lending_rules_test {

Date day(const char* text) { return *parse_date(text); }

std::string code(const Result<Done>& result) { return result ? "" : result.error().code; }

organisations::Organisation enterprise(std::int64_t id) {
    organisations::Organisation one;
    one.id = {id};
    one.status = organisations::OrganisationStatus::verified;
    return one;
}

PostRow surplus() {
    PostRow post;
    post.organisation = {1};
    post.kind = PostKind::surplus;
    post.occupation = {"6-02-06-03"};
    post.place = {"511502"};
    post.people = 5;
    post.starts_on = day("2026-12-01");
    post.ends_on = day("2026-12-31");
    return post;
}

PostRow shortage() {
    PostRow post = surplus();
    post.organisation = {2};
    post.kind = PostKind::shortage;
    return post;
}

DraftAgreement terms() {
    DraftAgreement draft;
    draft.starts_on = day("2026-12-01");
    draft.ends_on = day("2026-12-31");
    draft.wage_fen = {450000};
    draft.insurance_fen = {120000};
    draft.costs = Costs{{{"餐费"}, {30000}}};
    draft.borrower_pays_fen = {600000};
    return draft;
}

ProposalRow proposal() {
    ProposalRow row;
    row.starts_on = day("2026-12-01");
    row.ends_on = day("2026-12-31");
    return row;
}

TEST(LendingRules, EveryRuleOfLawHasItsBasisAndBothLanguages) {
    for (const auto& rule : legal_rules) {
        EXPECT_FALSE(rule.basis.empty());
        EXPECT_FALSE(rule.code->zh.empty());
        EXPECT_FALSE(rule.code->en.empty());
        EXPECT_EQ(broken(*rule.code).facts.at(0).second, rule.basis);
    }
}

TEST(LendingRules, LenderAndBorrowerAreTwoVerifiedEmployersOnNoList) {
    const Date today = day("2026-11-23");
    EXPECT_EQ(code(parties_fit(enterprise(1), enterprise(2), today)), "");
    EXPECT_EQ(code(parties_fit(enterprise(1), enterprise(1), today)), "lending_same_party");
    auto other = enterprise(2);
    other.kind = organisations::OrganisationKind::agency;
    EXPECT_EQ(code(parties_fit(other, enterprise(1), today)), "lending_not_enterprise");
    EXPECT_EQ(code(parties_fit(enterprise(1), other, today)), "lending_not_enterprise");
    other = enterprise(2);
    other.status = organisations::OrganisationStatus::suspended;
    EXPECT_EQ(code(parties_fit(enterprise(1), other, today)), "lending_unverified");
    other = enterprise(2);
    other.exclusion = organisations::Exclusion{organisations::ReasonCode::unpaid_wages, today, {}};
    EXPECT_EQ(code(parties_fit(other, enterprise(1), today)), "lending_excluded");
}

TEST(LendingRules, NoProfitToTheFen) {
    EXPECT_EQ(code(without_profit({600000}, {450000}, {120000}, {30000})), "");
    EXPECT_EQ(code(without_profit({599999}, {450000}, {120000}, {30000})), "");
    const auto refused = without_profit({600001}, {450000}, {120000}, {30000});
    ASSERT_EQ(code(refused), "lending_profit");
    EXPECT_NE(refused.error().message.zh.find("多出 0.01 元"), std::string::npos);
}

TEST(LendingRules, WhateverTheItemsTheLenderNeverKeepsAnything) {
    const bool holds = rc::check("allowed exactly when pays <= passed on", [] {
        const auto amount = [] { return *rc::gen::inRange<std::int64_t>(0, 100'000'000); };
        const Fen pays{amount()}, wage{amount()}, insurance{amount()}, costs{amount()};
        RC_ASSERT(without_profit(pays, wage, insurance, costs).has_value() ==
                  (pays <= wage + insurance + costs));
    });
    EXPECT_TRUE(holds);
}

TEST(LendingRules, OnlyWhoHasALabourRelationCanBeLent) {
    const std::vector<std::pair<WorkRelation, std::string>> table = {
        {WorkRelation::labor_contract, ""},
        {WorkRelation::part_time, "lending_part_time"},
        {WorkRelation::dispatch, "lending_dispatched"},
        {WorkRelation::shared_staff, "lending_relent"},
        {WorkRelation::quasi_labor, "lending_no_labour_relation"},
        {WorkRelation::civil_service_contract, "lending_no_labour_relation"},
        {WorkRelation::internship, "lending_no_labour_relation"},
        {WorkRelation::over_age_agreement, "lending_no_labour_relation"}};
    for (const auto& [relation, expected] : table) EXPECT_EQ(code(may_be_lent(relation)), expected);
}

TEST(LendingRules, TheTermsOfAnAgreement) {
    EXPECT_EQ(code(terms_fit(terms(), proposal(), Fen{230000})), "");
    auto draft = terms();
    draft.contract_ends_on = day("2026-12-31");
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "") << "on the contract's last day";
    draft.contract_ends_on = day("2026-12-30");
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_beyond_contract");
    draft = terms();
    draft.ends_on = day("2027-01-01");
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_period");
    draft = terms();
    draft.wage_fen = {229999};
    EXPECT_EQ(code(terms_fit(draft, proposal(), Fen{230000})), "lending_below_minimum");
    draft = terms();
    draft.insurance_fen = {0};
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_uninsured");
    draft = terms();
    draft.costs.reset();
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_profit");
    draft = terms();
    draft.costs->front().amount_fen = {-1};
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_wage_wrong");
    draft = terms();
    draft.work_relation = WorkRelation::dispatch;
    EXPECT_EQ(code(terms_fit(draft, proposal(), {})), "lending_dispatched");
}

TEST(LendingRules, AgeOnTheFirstDayAndYoungWorkers) {
    const Date first = day("2026-12-01");
    const OccupationCode brewing{"6-02-06-03"};
    const auto check = [&](const char* born, std::optional<Date> checked = {},
                           OccupationCode occupation = {"6-02-06-03"},
                           std::optional<IndustryCode> industry = {}) {
        return code(age_fits(day(born), first, 16, checked, occupation, industry));
    };
    EXPECT_EQ(check("2010-12-02"), "lending_too_young");
    EXPECT_EQ(check("2010-12-01"), "lending_minor_unchecked") << "sixteen today";
    EXPECT_EQ(check("2010-12-01", day("2026-11-01")), "");
    EXPECT_EQ(check("2010-12-01", day("2025-11-01")), "lending_minor_unchecked");
    EXPECT_EQ(check("2008-12-01"), "") << "eighteen today";
    EXPECT_EQ(check("2008-12-02", day("2026-11-01"), {"6-16-01-01"}), "lending_minor_work");
    EXPECT_EQ(check("2008-12-02", day("2026-11-01"), brewing, IndustryCode{"R9011"}),
              "lending_minor_work");
    EXPECT_EQ(check("1990-01-01", {}, {"6-16-01-01"}), "");
}

TEST(LendingRules, AFitSaysItsReasonsAndIsTheSameBothWays) {
    auto other = shortage();
    const auto fit = fit_of(surplus(), other);
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->score, 100);
    EXPECT_EQ(fit->people, 5);
    EXPECT_EQ(fit->overlap_days, 31);
    other.occupation = {"6-02-06-01"};
    other.place = {"511503"};
    other.people = 2;
    other.starts_on = day("2026-12-22");
    other.ends_on = day("2027-01-10");
    const auto part = fit_of(other, surplus());
    ASSERT_TRUE(part);
    EXPECT_EQ(part->occupation, Closeness::near_by);
    EXPECT_EQ(part->place, Nearness::same_city);
    EXPECT_EQ(part->overlap_days, 10);
    EXPECT_EQ(part->score, 35 + 20 + 10);
    EXPECT_EQ(part->people, 2);
    EXPECT_EQ(fit_of(surplus(), other)->score, part->score);
}

TEST(LendingRules, WhatDoesNotFit) {
    auto other = shortage();
    other.organisation = {1};
    EXPECT_FALSE(fit_of(surplus(), other)) << "the same enterprise";
    EXPECT_FALSE(fit_of(surplus(), surplus())) << "the same kind";
    other = shortage();
    other.occupation = {"4-02-06-03"};
    EXPECT_FALSE(fit_of(surplus(), other));
    other = shortage();
    other.starts_on = day("2027-01-01");
    other.ends_on = day("2027-01-31");
    EXPECT_FALSE(fit_of(surplus(), other)) << "periods apart";
    other = shortage();
    other.taken = other.people;
    EXPECT_FALSE(fit_of(surplus(), other)) << "nobody left";
}

TEST(LendingRules, MonthsOfALoanByCalendarDays) {
    const auto parts = months_of(day("2026-12-17"), day("2027-02-14"), {310000});
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0], (MonthPart{"2026-12", day("2026-12-17"), day("2026-12-31"), {150000}}));
    EXPECT_EQ(parts[1].expected_wage.value, 310000);
    EXPECT_EQ(parts[2].expected_wage.value, 155000);
    EXPECT_EQ(months_of(day("2026-12-05"), day("2026-12-05"), {310000}).size(), 1u);
}

TEST(LendingRules, WhoMaySignWhat) {
    const Instant now = *parse_instant("2026-11-24T09:00:00+08:00");
    AgreementRow row;
    row.digest = std::string(64, 'a');
    row.sign_until_at = now + std::chrono::hours(1);
    SignAgreement signature{{}, {row.digest}, {}};
    EXPECT_EQ(code(may_sign(row, Party::lender, signature, now)), "");
    EXPECT_EQ(code(may_sign(row, Party::borrower, signature, now)), "lending_worker_first");
    EXPECT_EQ(code(may_sign(row, Party::worker, signature, now)), "lending_relation_differs");
    signature.work_relation = WorkRelation::dispatch;
    EXPECT_EQ(code(may_sign(row, Party::worker, signature, now)), "lending_relation_differs");
    signature.work_relation = WorkRelation::labor_contract;
    EXPECT_EQ(code(may_sign(row, Party::worker, signature, now)), "");
    EXPECT_EQ(code(may_sign(row, Party::worker, signature, row.sign_until_at)),
              "lending_sign_over");
    row.worker_signed_at = now;
    EXPECT_EQ(code(may_sign(row, Party::borrower, signature, now)), "");
    signature.digest.text[0] = 'b';
    EXPECT_EQ(code(may_sign(row, Party::borrower, signature, now)), "lending_digest_differs");
    row.status = AgreementStatus::lapsed;
    EXPECT_EQ(code(may_sign(row, Party::lender, signature, now)), "lending_status_conflict");
}

TEST(LendingRules, TheTextSaysEverythingThatWasAgreed) {
    AgreementRow row;
    row.id = {12345};
    row.starts_on = day("2026-12-01");
    row.ends_on = day("2026-12-31");
    row.contract_ends_on = day("2027-06-30");
    row.work = "上甑";
    row.address = "二车间";
    row.wage_fen = {450000};
    row.insurance_fen = {120000};
    row.costs = {{{"餐费"}, {30000}}};
    row.costs_fen = {30000};
    row.borrower_pays_fen = {600000};
    row.injury_borrower_percent = 80;
    const TextFacts facts{"甲酒厂", "9151", "乙酒厂", "9152", "张三丰", "白酒酿造工", "翠屏区"};
    const auto text = agreement_text(row, facts);
    for (const auto* part : {"甲酒厂", "乙酒厂", "张三丰", "2026-12-01 至 2026-12-31", "2027-06-30",
                             "4,500.00", "1,200.00", "餐费 300.00", "6,000.00", "80%", "工伤",
                             "不因此受到任何不利对待", "保护", "解除劳动合同后", "不得将丙方再转借"})
        EXPECT_NE(text.find(part), std::string::npos) << part;
    EXPECT_EQ(text, agreement_text(row, facts)) << "the same for the same facts";
}

}  // namespace lending_rules_test
}  // namespace jianghui::lending
