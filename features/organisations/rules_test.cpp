#include "features/organisations/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/organisations/api.hpp"

namespace jianghui::organisations {
namespace rules_test {

using access::Caller;
using access::Role;

Date day(std::string_view text) {
    return parse_date(text).value();
}

Caller official_of(const char* place) {
    Caller caller;
    caller.role = Role::official;
    caller.place = {place};
    return caller;
}

NewOrganisation an_agency() {
    NewOrganisation wanted;
    wanted.kind = OrganisationKind::agency;
    wanted.name = {"泸州江汇人力资源有限公司"};
    wanted.credit_code = "91511502MA6ABCDE78";
    wanted.place = {"510502"};
    wanted.contact_phone = "138 1234 5678";
    return wanted;
}

Organisation an_organisation() {
    Organisation organisation;
    organisation.id = {1};
    organisation.kind = OrganisationKind::agency;
    organisation.name = "江汇";
    organisation.credit_code = {"91511502MA6ABCDE78"};
    organisation.place = {"510502"};
    organisation.status = OrganisationStatus::verified;
    return organisation;
}

Credential a_licence() {
    Credential credential;
    credential.kind = CredentialKind::licence;
    credential.scope = {OrderKind::recruit, OrderKind::search};
    credential.valid_from_on = day("2024-03-01");
    credential.valid_to_on = day("2029-02-28");
    return credential;
}

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "ok" : result.error().code;
}

TEST(OrganisationName, WidthSpacesAndCaseDoNotTellNamesApart) {
    EXPECT_EQ(name_key("泸州 江汇（集团）"), name_key("泸州江汇(集团)"));
    EXPECT_EQ(name_key("ＡＢＣ 人力"), name_key("abc人力"));
    EXPECT_NE(name_key("江汇一"), name_key("江汇二"));
}

TEST(CreditCode, IsPutRightAsPeopleTypeIt) {
    EXPECT_EQ(accept_credit_code(" ９１511502ma6abcde78 ", false)->text, "91511502MA6ABCDE78");
    EXPECT_EQ(accept_credit_code("9151 1502 MA6A BCDE 78", false)->text, "91511502MA6ABCDE78");
}

TEST(CreditCode, OfTheStandardExamplesIsAccepted) {
    for (const char* code :
         {"91350200776049653A", "91440101MA5CJQ4N59", "123502001549897397", "91350200MA2YJ1XR9G"})
        EXPECT_EQ(code_of(accept_credit_code(code, false)), "ok") << code;
}

TEST(CreditCode, OfTheWrongFormIsRefusedEvenWithAReason) {
    for (const char* code : {"", "9151", "91511502MA6ABCDE7I", "91511502MA6ABCDE789", "组织代码"})
        EXPECT_EQ(code_of(accept_credit_code(code, true)), "credit_code_malformed") << code;
}

// domain.md 4.2: this code was really issued and fails its check digit.
TEST(CreditCode, ThatFailsItsCheckDigitNeedsAReason) {
    EXPECT_EQ(code_of(accept_credit_code("91350203M0001QAY9B", false)), "credit_code_check_failed");
    EXPECT_EQ(code_of(accept_credit_code("91350203M0001QAY9B", true)), "ok");
}

TEST(ContactPhone, IsAMobileOrALandlineOrAServiceNumber) {
    for (const char* phone : {"13812345678", "138 1234 5678", "0830-2345678", "028-87654321",
                              "02887654321", "400-800-1234", "0831-2345678-801"})
        EXPECT_EQ(code_of(accept_contact_phone(phone)), "ok") << phone;
    for (const char* phone : {"", "12812345678", "2345678", "0830--2345678", "-08302345678",
                              "0830-2345678-", "电话", "138123456789012345678"})
        EXPECT_EQ(code_of(accept_contact_phone(phone)), "contact_phone_malformed") << phone;
}

TEST(ContactPhone, ShowsStartAndEndWhenMasked) {
    EXPECT_EQ(masked_phone("13812345678"), "138****5678");
    EXPECT_EQ(masked_phone("123456789"), "*********");
    EXPECT_EQ(masked_phone(""), "");
}

TEST(Registration, OfAnAgencyIsAccepted) {
    const auto accepted = accept(an_agency(), Caller{});
    ASSERT_TRUE(accepted) << accepted.error().code;
    EXPECT_EQ(accepted->city.text, "510500");
    EXPECT_EQ(accepted->phone, "13812345678");
    EXPECT_EQ(accepted->credit_code.text, "91511502MA6ABCDE78");
}

TEST(Registration, NamesTheFieldThatIsWrong) {
    const auto refused = [](auto change) {
        NewOrganisation wanted = an_agency();
        change(wanted);
        const auto result = accept(wanted, Caller{});
        return result ? "ok" : result.error().code + " " + result.error().path;
    };
    EXPECT_EQ(refused([](auto& w) { w.place = {"510000"}; }), "place_too_wide /place");
    EXPECT_EQ(refused([](auto& w) { w.place = {"5105"}; }), "unknown_code /place");
    EXPECT_EQ(refused([](auto& w) { w.credit_code = "1"; }), "credit_code_malformed /credit_code");
    EXPECT_EQ(refused([](auto& w) { w.contact_phone = "110"; }),
              "contact_phone_malformed /contact_phone");
    EXPECT_EQ(refused([](auto& w) { w.capacity = -1; }), "out_of_range /capacity");
    EXPECT_EQ(refused([](auto& w) {
                  w.kind = OrganisationKind::employer;
                  w.capacity = 10;
              }),
              "capacity_of_agencies /capacity");
}

TEST(Registration, OfAnAuthorityIsForAdministrators) {
    NewOrganisation wanted = an_agency();
    wanted.kind = OrganisationKind::authority;
    wanted.place = {"510000"};
    EXPECT_EQ(code_of(accept(wanted, Caller{})), "authority_not_open");
    EXPECT_EQ(code_of(accept(wanted, official_of("510000"))), "authority_not_open");
    Caller administrator;
    administrator.role = Role::administrator;
    EXPECT_EQ(code_of(accept(wanted, administrator)), "ok");
}

TEST(OrganisationStatus, MovesOnlyAlongItsArrows) {
    using S = OrganisationStatus;
    const auto after = [](S from, Step step) {
        const auto to = status_after(from, step);
        return to ? std::string(codec::enum_text(*to)) : to.error().code;
    };
    const std::string no = "organisation_status";
    const std::vector<std::tuple<S, std::string, std::string, std::string, std::string>> table = {
        // from, verify, refuse, suspend, restore
        {S::registered, "verified", "refused", no, no},
        {S::verified, "verified", no, "suspended", no},
        {S::refused, "verified", no, no, no},
        {S::suspended, no, no, no, "verified"}};
    for (const auto& [from, verify, refuse, suspend, restore] : table) {
        EXPECT_EQ(after(from, Step::verify), verify);
        EXPECT_EQ(after(from, Step::refuse), refuse);
        EXPECT_EQ(after(from, Step::suspend), suspend);
        EXPECT_EQ(after(from, Step::restore), restore);
    }
}

TEST(CredentialInForce, OnItsFirstAndLastDayButNotBeyond) {
    const Credential credential = a_licence();
    EXPECT_FALSE(in_force_on(credential, day("2024-02-29")));
    EXPECT_TRUE(in_force_on(credential, day("2024-03-01")));
    EXPECT_TRUE(in_force_on(credential, day("2029-02-28")));
    EXPECT_FALSE(in_force_on(credential, day("2029-03-01")));
}

TEST(CredentialInForce, ByStatusAsWellAsByDate) {
    Credential credential = a_licence();
    credential.status = CredentialStatus::suspended;
    EXPECT_FALSE(in_force_on(credential, day("2026-01-01")));
    credential.status = CredentialStatus::revoked;
    EXPECT_FALSE(in_force_on(credential, day("2026-01-01")));
    credential.status = CredentialStatus::valid;
    credential.valid_to_on.reset();
    EXPECT_TRUE(in_force_on(credential, day("2099-01-01")));
}

TEST(CredentialScope, CoversWhatItNames) {
    EXPECT_TRUE(covers(a_licence(), OrderKind::search));
    EXPECT_FALSE(covers(a_licence(), OrderKind::dispatch));
}

TEST(NewCredentialCheck, WantsAScopeAPeriodAndAnAgency) {
    NewCredential wanted;
    wanted.scope = {OrderKind::recruit};
    wanted.valid_from_on = day("2026-01-02");
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::agency)), "ok");
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::school)), "ok");
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::employer)),
              "credential_of_agencies");
    wanted.valid_to_on = day("2026-01-01");
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::agency)), "credential_period");
    wanted.valid_to_on = day("2026-01-02");
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::agency)), "ok");
    wanted.scope = {OrderKind::recruit, OrderKind::recruit};
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::agency)),
              "credential_scope_empty");
    wanted.scope.clear();
    EXPECT_EQ(code_of(check_credential(wanted, OrganisationKind::agency)),
              "credential_scope_empty");
}

TEST(ExclusionPeriod, IncludesBothEndsAndMayBeOpen) {
    Organisation organisation = an_organisation();
    EXPECT_FALSE(excluded_on(organisation, day("2026-05-01")));
    organisation.exclusion = {ReasonCode::unpaid_wages, day("2026-05-01"), day("2026-05-31")};
    EXPECT_FALSE(excluded_on(organisation, day("2026-04-30")));
    EXPECT_TRUE(excluded_on(organisation, day("2026-05-01")));
    EXPECT_TRUE(excluded_on(organisation, day("2026-05-31")));
    EXPECT_FALSE(excluded_on(organisation, day("2026-06-01")));
    EXPECT_FALSE(is_current(*organisation.exclusion, day("2026-06-01")));
    EXPECT_TRUE(is_current(*organisation.exclusion, day("2026-04-01")));
    organisation.exclusion->until_on.reset();
    EXPECT_TRUE(excluded_on(organisation, day("2099-01-01")));
    EXPECT_FALSE(may_act_on(organisation, day("2099-01-01")));
    EXPECT_TRUE(may_act_on(organisation, day("2026-04-30")));
}

TEST(ExclusionPeriod, ThatEndsBeforeItBeginsIsRefused) {
    EXPECT_EQ(code_of(check_exclusion({ReasonCode::other, day("2026-05-02"), day("2026-05-01")})),
              "exclusion_period");
    EXPECT_EQ(code_of(check_exclusion({ReasonCode::other, day("2026-05-01"), day("2026-05-01")})),
              "ok");
}

TEST(MayAct, OnlyVerifiedOrganisations) {
    Organisation organisation = an_organisation();
    for (const auto status : {OrganisationStatus::registered, OrganisationStatus::refused,
                              OrganisationStatus::suspended}) {
        organisation.status = status;
        EXPECT_FALSE(may_act_on(organisation, day("2026-05-01")));
    }
}

TEST(Reason, OtherNeedsASentence) {
    EXPECT_EQ(code_of(check_reason(ReasonCode::other, std::nullopt)), "reason_missing");
    EXPECT_EQ(code_of(check_reason(ReasonCode::other, Sentence{"来信"})), "ok");
    EXPECT_EQ(code_of(check_reason(ReasonCode::unpaid_wages, std::nullopt)), "ok");
}

TEST(ViewOfAnOrganisation, DependsOnWhoLooks) {
    const Organisation organisation = an_organisation();
    EXPECT_EQ(view_of(Caller{}, organisation), View::open);
    EXPECT_EQ(view_of(official_of("510500"), organisation), View::supervision);
    EXPECT_EQ(view_of(official_of("511500"), organisation), View::open);
    Caller member;
    member.role = Role::agency;
    member.organisation = {1};
    EXPECT_EQ(view_of(member, organisation), View::own);
    member.organisation = {2};
    EXPECT_EQ(view_of(member, organisation), View::open);
}

TEST(ViewOfAnOrganisation, UnverifiedEntriesAreNotForStrangers) {
    using S = OrganisationStatus;
    EXPECT_FALSE(is_shown(View::open, S::registered));
    EXPECT_FALSE(is_shown(View::open, S::refused));
    EXPECT_TRUE(is_shown(View::open, S::verified));
    EXPECT_TRUE(is_shown(View::open, S::suspended));
    EXPECT_TRUE(is_shown(View::own, S::registered));
    EXPECT_TRUE(is_shown(View::supervision, S::refused));
}

TEST(ViewOfAnOrganisation, SoleTradersAreKnownByTheirCode) {
    EXPECT_TRUE(is_sole_trader({"92511502MA6ABCDE78"}));
    EXPECT_FALSE(is_sole_trader({"91511502MA6ABCDE78"}));
}

TEST(PlaceRangeOf, IsProvinceCityOrCounty) {
    EXPECT_EQ(range_of({"510000"}), (PlaceRange{"510000", "519999"}));
    EXPECT_EQ(range_of({"510500"}), (PlaceRange{"510500", "510599"}));
    EXPECT_EQ(range_of({"510502"}), (PlaceRange{"510502", "510502"}));
}

// The oracle is the kernel's own within().
RC_GTEST_PROP(PlaceRangeOf, AgreesWithWithin, ()) {
    const auto code = [] {
        const int number = *rc::gen::inRange(5100, 5106) * 100 +
                           *rc::gen::elementOf(std::vector<int>{0, 1, 2, 99});
        return PlaceCode{std::to_string(number)};
    };
    const PlaceCode inner = code();
    const PlaceCode outer = code();
    const auto range = range_of(outer);
    RC_ASSERT((inner.text >= range.first && inner.text <= range.last) == within(inner, outer));
}

TEST(LikePattern, MakesWildcardsLiteral) {
    EXPECT_EQ(like_pattern("a%b_c!"), "%a!%b!_c!!%");
}

TEST(ChangesByMembers, KeepVerifiedFactsFixed) {
    Organisation present = an_organisation();
    Changes changes;
    changes.name = String<2, 100>{"新名字"};
    EXPECT_EQ(code_of(check_changes(changes, present)), "verified_fields_fixed");
    present.status = OrganisationStatus::suspended;
    EXPECT_EQ(code_of(check_changes(changes, present)), "verified_fields_fixed");
    present.status = OrganisationStatus::refused;
    EXPECT_EQ(check_changes(changes, present), (std::vector<std::string>{"name"}));
}

TEST(ChangesByMembers, NameOnlyWhatDiffers) {
    Organisation present = an_organisation();
    present.capacity = 50;
    present.address = "江阳区";
    Changes changes;
    changes.name = String<2, 100>{"江汇"};
    changes.credit_code = "91511502ma6abcde78";
    changes.address = String<0, 200>{"龙马潭区"};
    changes.capacity = Integer<0, 100000>{50};
    EXPECT_EQ(check_changes(changes, present), (std::vector<std::string>{"address"}));
    EXPECT_EQ(check_changes(Changes{}, present), (std::vector<std::string>{}));
    changes.contact_phone = "12";
    EXPECT_EQ(code_of(check_changes(changes, present)), "contact_phone_malformed");
    present.kind = OrganisationKind::employer;
    changes.contact_phone.reset();
    EXPECT_EQ(code_of(check_changes(changes, present)), "capacity_of_agencies");
}

}  // namespace rules_test
}  // namespace jianghui::organisations
