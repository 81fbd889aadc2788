#include "features/organisations/endpoints.hpp"

#include <gmock/gmock.h>

#include "features/organisations/credentials.hpp"
#include "features/organisations/store.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::organisations {
namespace {

using app::Role;
using test::caller;
using testing::ElementsAre;

Date day(std::string_view text) {
    return parse_date(text).value();
}

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "ok" : result.error().code;
}

class Organisations : public testing::Test {
  protected:
    const app::Caller luzhou = caller(Role::official, "510500");
    const app::Caller neijiang = caller(Role::official, "511000");
    const app::Caller inspector = caller(Role::inspector, "510500");
    const app::Caller nobody;
    test::FeatureBench bench;

    static NewOrganisation wanted(const char* credit_code = "91511502MA6ABCDE78") {
        NewOrganisation made;
        made.kind = OrganisationKind::agency;
        made.name = {"泸州江汇人力资源有限公司"};
        made.credit_code = credit_code;
        made.place = {"510502"};
        made.industry = IndustryCode{"L"};
        made.address = {"江阳区某路 1 号"};
        made.contact_name = String<1, 50>{"王经理"};
        made.contact_phone = "0830-2345678";
        return made;
    }
    Result<OrganisationId> add(const NewOrganisation& organisation = wanted()) {
        return bench.run(nobody, [&](app::Command& command) {
            return register_organisation(command, organisation);
        });
    }
    OrganisationId add_verified(const NewOrganisation& organisation = wanted()) {
        const auto id = add(organisation).value();
        EXPECT_EQ(code_of(as(luzhou, approve, FindOrganisation{id})), "ok");
        return id;
    }
    static app::Caller member(OrganisationId id) { return caller(Role::agency, "510502", id); }

    template <class In, class Out>
    Result<Out> as(const app::Caller& who, Result<Out> (*handler)(app::Command&, const In&),
                   const In& input) {
        return bench.run(who, [&](app::Command& command) { return handler(command, input); });
    }
    template <class In, class Out>
    Result<Out> as(const app::Caller& who, Result<Out> (*handler)(app::Query&, const In&),
                   const In& input) {
        return bench.ask(who, [&](app::Query& query) { return handler(query, input); });
    }
    Result<Credential> issue_licence(OrganisationId id, const app::Caller& who,
                                     const char* number = "川泸 0001") {
        IssueCredential input;
        input.organisation = id;
        input.number = {number};
        input.issuing_place = {"510500"};
        input.scope = {OrderKind::recruit, OrderKind::search};
        input.valid_from_on = day("2024-01-01");
        input.valid_to_on = day("2028-12-31");
        return as(who, issue, input);
    }
};

TEST_F(Organisations, AreRegisteredAndWaitForAnOfficial) {
    const auto id = add();
    ASSERT_TRUE(id) << id.error().code;
    const auto found = bench.ask(nobody, [&](app::Query& query) { return find(query.db, *id); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->status, OrganisationStatus::registered);
    EXPECT_EQ(found->city.text, "510500");
    EXPECT_THAT(bench.event_kinds(), ElementsAre("organisation.registered"));
    EXPECT_EQ(code_of(as(nobody, show, FindOrganisation{*id})), "not_found");
    EXPECT_EQ(code_of(as(member(*id), show, FindOrganisation{*id})), "ok");
}

TEST_F(Organisations, HaveOneCreditCodeEach) {
    ASSERT_TRUE(add());
    NewOrganisation second = wanted(" 91511502ma6abcde78");
    second.place = {"511502"};
    const auto refused = add(second);
    EXPECT_EQ(code_of(refused), "credit_code_taken");
    EXPECT_EQ(refused.error().path, "/credit_code");
    EXPECT_EQ(bench.events().size(), 1U);
}

TEST_F(Organisations, KeepTheReasonForACodeThatFailsItsCheckDigit) {
    NewOrganisation odd = wanted("91350203M0001QAY9B");
    EXPECT_EQ(code_of(add(odd)), "credit_code_check_failed");
    odd.credit_code_override_reason = Sentence{"营业执照原件如此"};
    const auto id = add(odd);
    ASSERT_TRUE(id);
    EXPECT_EQ(as(luzhou, show, FindOrganisation{*id})->credit_code_override_reason,
              "营业执照原件如此");
    // A reason that was not needed is not kept.
    NewOrganisation plain = wanted();
    plain.credit_code_override_reason = Sentence{"多此一举"};
    EXPECT_FALSE(as(luzhou, show, FindOrganisation{*add(plain)})->credit_code_override_reason);
}

TEST_F(Organisations, OfUnknownPlacesAndIndustriesAreRefusedWithTheNearest) {
    NewOrganisation odd = wanted();
    odd.place = {"510599"};
    auto refused = add(odd);
    EXPECT_EQ(code_of(refused), "unknown_code");
    EXPECT_EQ(refused.error().path, "/place");
    EXPECT_FALSE(refused.error().nearest.empty());
    odd = wanted();
    odd.industry = IndustryCode{"T999"};
    EXPECT_EQ(add(odd).error().path, "/industry");
}

TEST_F(Organisations, AreFoundByCodeAndByAnUnambiguousName) {
    const auto id = *add();
    const auto by_code = [&](const char* code) {
        return bench.ask(nobody,
                         [&](app::Query& query) { return find_by_credit_code(query.db, code); });
    };
    const auto by_name = [&](const char* name) {
        return bench.ask(nobody, [&](app::Query& query) { return find_by_name(query.db, name); });
    };
    EXPECT_EQ(by_code("91511502ma6abcde78 "), id);
    EXPECT_EQ(by_code("91350200776049653A"), std::nullopt);
    EXPECT_EQ(by_name("泸州江汇 人力资源有限公司"), id);
    EXPECT_EQ(by_name("江汇"), std::nullopt);
    ASSERT_TRUE(add(wanted("91350200776049653A")));
    EXPECT_EQ(by_name("泸州江汇人力资源有限公司"), std::nullopt);
    EXPECT_EQ(by_name(""), std::nullopt);
}

TEST_F(Organisations, AreVerifiedByOfficialsOfTheirPlaceOnly) {
    const auto id = *add();
    EXPECT_EQ(code_of(as(neijiang, approve, FindOrganisation{id})), "not_allowed");
    EXPECT_EQ(code_of(as(inspector, approve, FindOrganisation{id})), "not_allowed");
    EXPECT_EQ(code_of(as(luzhou, approve, FindOrganisation{OrganisationId{1}})), "not_found");
    const auto verified = as(luzhou, approve, FindOrganisation{id});
    ASSERT_TRUE(verified) << verified.error().code;
    EXPECT_EQ(verified->status, OrganisationStatus::verified);
    EXPECT_EQ(verified->verified_at, bench.now);
    // Again after half a year: the date is renewed.
    bench.now += std::chrono::hours(24 * 180);
    EXPECT_EQ(as(luzhou, approve, FindOrganisation{id})->verified_at, bench.now);
}

TEST_F(Organisations, ThatAreRefusedCorrectThemselvesAndWaitAgain) {
    const auto id = *add();
    const auto refused =
        as(luzhou, refuse_registration, OrganisationReason{id, ReasonCode::wrong_credit_code, {}});
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->status, OrganisationStatus::refused);
    ChangeOrganisation change_input;
    change_input.organisation = id;
    change_input.credit_code = "91350200776049653A";
    EXPECT_EQ(code_of(as(member({5}), change, change_input)), "not_allowed");
    const auto changed = as(member(id), change, change_input);
    ASSERT_TRUE(changed) << changed.error().code;
    EXPECT_EQ(changed->status, OrganisationStatus::registered);
    EXPECT_EQ(changed->credit_code->text, "91350200776049653A");
    // The old code is free, the new one taken.
    EXPECT_EQ(code_of(add(wanted("91350200776049653A"))), "credit_code_taken");
    EXPECT_EQ(code_of(add(wanted())), "ok");
}

TEST_F(Organisations, ThatAreRefusedKeepNobodyElseFromTheCode) {
    const auto squatter = *add();
    const OrganisationReason reason{squatter, ReasonCode::false_information, {}};
    ASSERT_TRUE(as(luzhou, refuse_registration, reason));
    const auto owner = add();
    ASSERT_TRUE(owner) << owner.error().code;
    EXPECT_EQ(code_of(as(luzhou, approve, FindOrganisation{squatter})), "credit_code_taken");
    ChangeOrganisation correction;
    correction.organisation = squatter;
    correction.address = String<0, 200>{"别处"};
    EXPECT_EQ(code_of(as(member(squatter), change, correction)), "credit_code_taken");
    EXPECT_EQ(code_of(as(luzhou, approve, FindOrganisation{*owner})), "ok");
}

TEST_F(Organisations, AreSuspendedAndRestoredWithAReason) {
    const auto id = add_verified();
    EXPECT_EQ(code_of(as(luzhou, suspend, OrganisationReason{id, {}, {}})), "reason_missing");
    const auto suspended =
        as(luzhou, suspend, OrganisationReason{id, {}, Sentence{"接到举报，调查中"}});
    ASSERT_TRUE(suspended);
    EXPECT_EQ(suspended->status, OrganisationStatus::suspended);
    EXPECT_EQ(suspended->status_reason, "接到举报，调查中");
    EXPECT_TRUE(suspended->verified_at);
    EXPECT_EQ(code_of(as(luzhou, suspend, OrganisationReason{id, ReasonCode::unpaid_wages, {}})),
              "organisation_status");
    EXPECT_EQ(as(luzhou, restore, OrganisationReason{id, {}, {}})->status,
              OrganisationStatus::verified);
    const auto events = bench.events();
    EXPECT_EQ(events.back().kind, "organisation.restored");
    EXPECT_EQ(events.back().data.at("reason_code").as_string(), "remedied");
    // No free text in the journal.
    for (const auto& event : events)
        EXPECT_EQ(boost::json::serialize(event.data).find("举报"), std::string::npos);
}

TEST_F(Organisations, AreExcludedByOfficialsAndInspectors) {
    const auto id = add_verified();
    const ExcludeOrganisation input{id, ReasonCode::unpaid_wages, {}, day("2027-11-23")};
    EXPECT_EQ(code_of(as(neijiang, exclude, input)), "not_allowed");
    const auto proposed = as(inspector, exclude, input);
    ASSERT_TRUE(proposed);
    EXPECT_FALSE(proposed->excluded) << "it waits for somebody else";
    ASSERT_TRUE(proposed->exclusion_proposed);
    EXPECT_TRUE(proposed->exclusion_proposed->mine);
    EXPECT_EQ(proposed->exclusion_proposed->until_on, day("2027-11-23"));
    EXPECT_FALSE(as(member(id), show, FindOrganisation{id})->exclusion_proposed) << "not told before it is decided";
    EXPECT_EQ(code_of(as(luzhou, exclude, input)), "proposal_waiting");
    EXPECT_EQ(code_of(as(inspector, approve_exclusion, FindOrganisation{id})), "second_official");
    EXPECT_EQ(code_of(as(neijiang, approve_exclusion, FindOrganisation{id})), "not_allowed");
    const auto excluded = as(luzhou, approve_exclusion, FindOrganisation{id});
    ASSERT_TRUE(excluded);
    EXPECT_FALSE(excluded->exclusion_proposed);
    EXPECT_EQ(code_of(as(luzhou, approve_exclusion, FindOrganisation{id})), "proposal_over");
    EXPECT_EQ(excluded->excluded,
              (Exclusion{ReasonCode::unpaid_wages, day("2026-11-24"), day("2027-11-23")}));
    const auto gate =
        bench.ask(nobody, [&](app::Query& query) { return gate_facts(query.db, id); });
    EXPECT_TRUE(excluded_on(gate->organisation, day("2027-01-01")));
    ASSERT_TRUE(as(luzhou, end_exclusion, FindOrganisation{id}));
    ASSERT_TRUE(as(inspector, approve_exclusion, FindOrganisation{id}));
    EXPECT_EQ(code_of(as(luzhou, end_exclusion, FindOrganisation{id})), "not_excluded");
    EXPECT_EQ(code_of(as(luzhou, exclude,
                         ExcludeOrganisation{id, ReasonCode::other, day("2026-02-01"),
                                             day("2026-01-01")})),
              "exclusion_period");
}

TEST_F(Organisations, AreLetInAgainByTwo) {
    const auto id = add_verified();
    ASSERT_TRUE(as(inspector, exclude, ExcludeOrganisation{id, ReasonCode::unpaid_wages, {}, {}}));
    ASSERT_TRUE(as(luzhou, approve_exclusion, FindOrganisation{id}));
    const auto barred = [&] {
        return bench.ask(nobody, [&](app::Query& query) { return gate_facts(query.db, id); })
            ->organisation.exclusion.has_value();
    };
    EXPECT_EQ(code_of(as(neijiang, end_exclusion, FindOrganisation{id})), "not_allowed");
    const auto proposed = as(luzhou, end_exclusion, FindOrganisation{id});
    ASSERT_TRUE(proposed);
    EXPECT_TRUE(proposed->excluded) << "a proposal opens nothing";
    ASSERT_TRUE(proposed->exclusion_proposed);
    EXPECT_TRUE(proposed->exclusion_proposed->lifts);
    EXPECT_TRUE(proposed->exclusion_proposed->mine);
    EXPECT_EQ(proposed->exclusion_proposed->reason_code, ReasonCode::unpaid_wages);
    EXPECT_TRUE(barred());
    EXPECT_EQ(code_of(as(inspector, end_exclusion, FindOrganisation{id})), "proposal_waiting");
    EXPECT_EQ(code_of(as(inspector, exclude, ExcludeOrganisation{id, ReasonCode::other, {}, {}})), "proposal_waiting");
    EXPECT_EQ(code_of(as(luzhou, approve_exclusion, FindOrganisation{id})), "second_official");
    EXPECT_EQ(code_of(as(neijiang, approve_exclusion, FindOrganisation{id})), "not_allowed");
    EXPECT_TRUE(barred());
    const auto declined = as(inspector, decline_exclusion, FindOrganisation{id});
    ASSERT_TRUE(declined);
    EXPECT_TRUE(declined->excluded);
    EXPECT_FALSE(declined->exclusion_proposed);
    ASSERT_TRUE(as(inspector, end_exclusion, FindOrganisation{id})) << "anew, the other way round";
    const auto lifted = as(luzhou, approve_exclusion, FindOrganisation{id});
    ASSERT_TRUE(lifted);
    EXPECT_FALSE(lifted->excluded);
    EXPECT_FALSE(lifted->exclusion_proposed);
    EXPECT_FALSE(barred()) << "in the commit of the decision";
    EXPECT_EQ(bench.event_kinds().back(), "organisation.exclusion_ended");
    EXPECT_EQ(code_of(as(luzhou, approve_exclusion, FindOrganisation{id})), "proposal_over");
}

/// The attack: two officials of a county let in again whom their province has barred.
TEST_F(Organisations, WhatAWiderOfficePutOnTheListStaysForItToLift) {
    const auto id = add_verified();
    const auto province = caller(Role::official, "510000");
    const auto province_too = caller(Role::inspector, "510000");
    ASSERT_TRUE(as(province, exclude, ExcludeOrganisation{id, ReasonCode::unpaid_wages, {}, {}}));
    ASSERT_TRUE(as(province_too, approve_exclusion, FindOrganisation{id}));
    EXPECT_EQ(code_of(as(luzhou, end_exclusion, FindOrganisation{id})), "exclusion_elsewhere");
    const ExcludeOrganisation shorter{id, ReasonCode::other, {}, day("2026-11-25")};
    ASSERT_TRUE(as(luzhou, exclude, shorter)) << "they may add their own";
    const auto both = as(inspector, approve_exclusion, FindOrganisation{id});
    ASSERT_TRUE(both);
    ASSERT_TRUE(both->excluded);
    EXPECT_FALSE(both->excluded->until_on) << "which takes nothing off the list";
    ASSERT_TRUE(as(province, end_exclusion, FindOrganisation{id}));
    EXPECT_EQ(code_of(as(inspector, approve_exclusion, FindOrganisation{id})), "exclusion_elsewhere");
    const auto lifted = as(province_too, approve_exclusion, FindOrganisation{id});
    ASSERT_TRUE(lifted);
    EXPECT_FALSE(lifted->excluded);
}

TEST_F(Organisations, AProposedExclusionMayBeDeclined) {
    const auto id = add_verified();
    ASSERT_TRUE(as(inspector, exclude, ExcludeOrganisation{id, ReasonCode::unpaid_wages, {}, {}}));
    const auto declined = as(luzhou, decline_exclusion, FindOrganisation{id});
    ASSERT_TRUE(declined);
    EXPECT_FALSE(declined->exclusion_proposed);
    EXPECT_FALSE(declined->excluded);
    EXPECT_EQ(code_of(as(luzhou, decline_exclusion, FindOrganisation{id})), "proposal_over");
    EXPECT_EQ(bench.event_kinds().back(), "entry.proposal_declined");
    EXPECT_TRUE(as(inspector, exclude, ExcludeOrganisation{id, ReasonCode::unpaid_wages, {}, {}})) << "anew";
}

TEST_F(Organisations, ShowTheirPhoneToThemselvesAlone) {
    const auto id = add_verified();
    EXPECT_EQ(as(member(id), show, FindOrganisation{id})->contact_phone, "0830-2345678");
    EXPECT_EQ(as(luzhou, show, FindOrganisation{id})->contact_phone, "083*****5678");
    EXPECT_FALSE(as(nobody, show, FindOrganisation{id})->contact_phone);
    EXPECT_FALSE(as(nobody, show, FindOrganisation{id})->contact_name);
    EXPECT_FALSE(as(neijiang, show, FindOrganisation{id})->contact_phone);
    const auto row = bench.ask(nobody, [&](app::Query& query) { return find_row(query.db, id); });
    EXPECT_EQ(row->contact_phone_box->find("2345678"), std::string::npos);
}

TEST_F(Organisations, RevealTheirPhoneToSupervisorsAndTheJournalKnows) {
    const auto id = add_verified();
    const RevealContact input{id, ContactPurpose::inspection};
    EXPECT_EQ(code_of(as(neijiang, reveal_contact, input)), "not_allowed");
    EXPECT_EQ(as(inspector, reveal_contact, input)->contact_phone, "0830-2345678");
    EXPECT_EQ(bench.events().back().kind, "organisation.contact_revealed");
    EXPECT_EQ(bench.events().back().data.at("purpose").as_string(), "inspection");
    NewOrganisation silent = wanted("91350200776049653A");
    silent.contact_phone.reset();
    EXPECT_EQ(code_of(as(luzhou, reveal_contact,
                         RevealContact{*add(silent), ContactPurpose::inspection})),
              "contact_missing");
}

TEST_F(Organisations, OfSoleTradersHideCodeAndAddressFromStrangers) {
    NewOrganisation trader = wanted("92511502MA6ABCDE7X");
    trader.credit_code_override_reason = Sentence{"测试"};
    trader.kind = OrganisationKind::employer;
    const auto id = add_verified(trader);
    EXPECT_FALSE(as(nobody, show, FindOrganisation{id})->credit_code);
    EXPECT_FALSE(as(nobody, show, FindOrganisation{id})->address);
    EXPECT_TRUE(as(luzhou, show, FindOrganisation{id})->credit_code);
    const auto company = add_verified();
    EXPECT_TRUE(as(nobody, show, FindOrganisation{company})->credit_code);
}

TEST_F(Organisations, ListHidesTheUnverifiedFromStrangers) {
    const auto waiting = *add();
    const auto verified = add_verified(wanted("91350200776049653A"));
    const auto ids = [&](const app::Caller& who, const ListOrganisations& input = {}) {
        std::vector<std::string> found;
        const auto page = as(who, list_all, input);
        for (const auto& item : page->items) found.push_back(item.id.text());
        return found;
    };
    EXPECT_THAT(ids(nobody), ElementsAre(verified.text()));
    EXPECT_THAT(ids(neijiang), ElementsAre(verified.text()));
    EXPECT_THAT(ids(luzhou), ElementsAre(verified.text(), waiting.text()));
    EXPECT_THAT(ids(member(waiting)), ElementsAre(verified.text(), waiting.text()));
    EXPECT_THAT(ids(caller(Role::system_administrator)), ElementsAre(verified.text()));
    EXPECT_THAT(ids(caller(Role::audit_administrator)),
                ElementsAre(verified.text(), waiting.text()));
    EXPECT_THAT(ids(caller(Role::security_administrator)), ElementsAre(verified.text(), waiting.text()));
    ListOrganisations filter;
    filter.status = OrganisationStatus::registered;
    EXPECT_THAT(ids(nobody, filter), ElementsAre());
    EXPECT_THAT(ids(luzhou, filter), ElementsAre(waiting.text()));
}

TEST_F(Organisations, ListFiltersByKindPlaceAndName) {
    add_verified();
    NewOrganisation employer = wanted("91350200776049653A");
    employer.kind = OrganisationKind::employer;
    employer.name = {"宜宾100%酒业"};
    employer.place = {"511502"};
    const auto distillery = *add(employer);
    ASSERT_TRUE(as(caller(Role::official, "511500"), approve, FindOrganisation{distillery}));
    const auto count = [&](auto change) {
        ListOrganisations input;
        change(input);
        return as(nobody, list_all, input)->items.size();
    };
    EXPECT_EQ(count([](auto&) {}), 2U);
    EXPECT_EQ(count([](auto& f) { f.kind = OrganisationKind::employer; }), 1U);
    EXPECT_EQ(count([](auto& f) { f.place = PlaceCode{"511500"}; }), 1U);
    EXPECT_EQ(count([](auto& f) { f.place = PlaceCode{"510000"}; }), 2U);
    EXPECT_EQ(count([](auto& f) { f.q = String<1, 100>{"江汇 人力"}; }), 1U);
    EXPECT_EQ(count([](auto& f) { f.q = String<1, 100>{"100%"}; }), 1U);
    EXPECT_EQ(count([](auto& f) { f.q = String<1, 100>{"1%业"}; }), 0U);
    EXPECT_EQ(count([](auto& f) { f.q = String<1, 100>{"91511502ma6abcde78"}; }), 1U);
    ListOrganisations odd;
    odd.place = PlaceCode{"510599"};
    EXPECT_EQ(code_of(as(nobody, list_all, odd)), "unknown_code");
}

TEST_F(Organisations, ListGoesThroughEveryPageOnce) {
    const char* alphabet = "0123456789ABCDEFGHJ";
    for (int i = 0; i < 7; ++i) {
        NewOrganisation next = wanted();
        next.credit_code[16] = alphabet[i];
        next.credit_code_override_reason = Sentence{"测试"};
        add_verified(next);
    }
    std::vector<std::string> seen;
    ListOrganisations input;
    input.limit = Integer<1, 200>{3};
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto page = as(nobody, list_all, input);
        for (const auto& item : page->items) seen.push_back(item.id.text());
        more = page->next.has_value();
        if (more) input.cursor = OrganisationId::parse(*page->next);
    }
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(seen.size(), 7U);
    EXPECT_TRUE(std::is_sorted(seen.rbegin(), seen.rend()));
    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

TEST_F(Organisations, GetCredentialsFromOfficialsOfTheIssuingPlace) {
    const auto id = add_verified();
    EXPECT_EQ(code_of(issue_licence(id, neijiang)), "not_allowed");
    const auto licence = issue_licence(id, luzhou);
    ASSERT_TRUE(licence) << licence.error().code;
    EXPECT_EQ(licence->status, CredentialStatus::valid);
    EXPECT_EQ(code_of(issue_licence(id, luzhou)), "credential_number_taken");
    const auto facts =
        bench.ask(nobody, [&](app::Query& query) { return gate_facts(query.db, id); });
    ASSERT_EQ(facts->credentials.size(), 1U);
    EXPECT_EQ(facts->credentials[0], *licence);
    EXPECT_TRUE(covers(facts->credentials[0], OrderKind::search));
    EXPECT_EQ(as(nobody, show, FindOrganisation{id})->credentials.size(), 1U);
    EXPECT_EQ(code_of(issue_licence(OrganisationId{3}, luzhou, "2")), "not_found");
}

TEST_F(Organisations, KeepEveryTransitionOfACredentialAsOneEvent) {
    const auto id = add_verified();
    const auto licence = issue_licence(id, luzhou)->id;
    const auto step = [&](const app::Caller& who, auto handler, ReasonCode code) {
        const auto result = as(who, handler, CredentialReason{licence, code, {}});
        return result ? std::string(codec::enum_text(result->status)) : result.error().code;
    };
    EXPECT_EQ(step(neijiang, suspend_credential, ReasonCode::credential_lapsed), "not_allowed");
    EXPECT_EQ(step(luzhou, suspend_credential, ReasonCode::other), "reason_missing");
    EXPECT_EQ(step(luzhou, suspend_credential, ReasonCode::false_posts), "suspended");
    EXPECT_EQ(step(luzhou, restore_credential, ReasonCode::remedied), "valid");
    EXPECT_EQ(step(luzhou, revoke_credential, ReasonCode::credential_lapsed), "valid") << "proposed only";
    EXPECT_EQ(step(luzhou, revoke_credential, ReasonCode::credential_lapsed), "proposal_waiting");
    const auto approved = bench.run(inspector, [&](app::Command& command) -> Result<Done> {
        const auto proposal = registers::proposal_of(command.db, registers::EntryId{licence.number});
        TRY_DO(registers::approve(command, *proposal));
        TRY_DO(registers::carry_out(command, *proposal));
        return Done{};
    });
    ASSERT_TRUE(approved);
    EXPECT_EQ(step(luzhou, restore_credential, ReasonCode::remedied), "credential_status");
    EXPECT_EQ(step(luzhou, revoke_credential, ReasonCode::credential_lapsed), "credential_status");
    EXPECT_EQ(
        code_of(as(luzhou, revoke_credential, CredentialReason{{9}, ReasonCode::remedied, {}})),
        "not_found");
    EXPECT_THAT(bench.event_kinds(),
                ElementsAre("organisation.registered", "organisation.verified", "entry.issued",
                            "entry.suspended", "entry.restored", "entry.proposed", "entry.revoked"));
    const auto last = bench.events().back();
    EXPECT_EQ(last.organisation, id);
    EXPECT_EQ(last.data.at("status").as_string(), "revoked");
    EXPECT_EQ(boost::json::serialize(last.data).find("0001"), std::string::npos);
}

TEST_F(Organisations, ReadCredentialsAndExclusionsFromTheRegisters) {
    const auto id = add_verified();
    const auto licence = issue_licence(id, luzhou).value();
    const auto entry = bench.ask(luzhou, [&](app::Query& query) {
        return registers::find_by_number(query.db, "hr_service_licence", licence.number);
    });
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->id.number, licence.id.number);
    EXPECT_EQ(entry->counts, registers::Counts::everywhere);
    // An entry of any register that excludes bars, and one that has ended is no credential any more.
    const auto facts = [&] {
        return *bench.ask(nobody, [&](app::Query& query) { return gate_facts(query.db, id); });
    };
    EXPECT_FALSE(facts().organisation.exclusion);
    ASSERT_TRUE(as(inspector, exclude, ExcludeOrganisation{id, ReasonCode::false_posts, {}, {}}));
    EXPECT_FALSE(facts().organisation.exclusion) << "proposed only";
    ASSERT_TRUE(as(luzhou, approve_exclusion, FindOrganisation{id}));
    const auto listed = bench.ask(luzhou, [&](app::Query& query) {
        return registers::about(query.db, id, "market_exclusion");
    });
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(facts().organisation.exclusion->reason_code, ReasonCode::false_posts);
    ASSERT_TRUE(bench.run(luzhou, [&](app::Command& command) {
        return registers::take(command, listed[0].id,
                               {registers::EntryStep::end, registers::EntryReason::repaired});
    }));
    EXPECT_FALSE(facts().organisation.exclusion);
    ASSERT_TRUE(bench.run(luzhou, [&](app::Command& command) {
        return registers::take(command, entry->id,
                               {registers::EntryStep::end, registers::EntryReason::at_own_request});
    }));
    EXPECT_TRUE(facts().credentials.empty());
}

TEST_F(Organisations, AreExcludedWithoutAGapByEntriesThatFollowOneAnother) {
    const auto entry = [](const char* from, std::optional<Date> to) {
        registers::Entry made;
        made.gate = registers::GateEffect::exclusion;
        made.valid_from_on = day(from);
        made.valid_to_on = to;
        return made;
    };
    EXPECT_FALSE(exclusion_of({}));
    const auto first = entry("2026-01-01", day("2026-01-31"));
    const auto next = entry("2026-02-01", day("2026-03-31"));
    const auto later = entry("2026-05-01", std::nullopt);
    EXPECT_EQ(exclusion_of({later, next, first}),
              (Exclusion{ReasonCode::serious_breach, day("2026-01-01"), day("2026-03-31")}));
    EXPECT_EQ(exclusion_of({later})->until_on, std::nullopt);
    auto ended = first;
    ended.status = registers::EntryStatus::ended;
    EXPECT_EQ(exclusion_of({ended, later})->since_on, day("2026-05-01"));
}

TEST_F(Organisations, ShowTheReliabilityThatAnotherFeatureComputes) {
    struct Fixed final : ReliabilityScores {
        std::optional<int> of(const store::Reader&, OrganisationId) const override { return 870; }
    };
    const auto id = add_verified();
    EXPECT_FALSE(as(nobody, show, FindOrganisation{id})->reliability);
    bench.services.provide<ReliabilityScores>(std::make_shared<Fixed>());
    EXPECT_EQ(as(nobody, show, FindOrganisation{id})->reliability, 870);
}

TEST_F(Organisations, AreReadCheaplyByOtherFeatures) {
    const auto id = add_verified();
    bench.ask(nobody, [&](app::Query& query) {
        EXPECT_EQ(find_reference(query.db, id)->name, "泸州江汇人力资源有限公司");
        EXPECT_FALSE(find_reference(query.db, OrganisationId{4}));
        EXPECT_FALSE(gate_facts(query.db, OrganisationId{4}));
        int count = 0;
        each_organisation(query.db, [&](const Organisation& organisation) {
            EXPECT_EQ(organisation, *find(query.db, id));
            ++count;
        });
        EXPECT_EQ(count, 1);
        return 0;
    });
}

// What the wire brings, read as App does.
TEST(OrganisationRequests, AreReadWithWhatMayBeAbsentAbsent) {
    const std::string id = OrganisationId{77}.text();
    const auto body = codec::parse(R"({"capacity":80,"contact_phone":"13812345678"})").value();
    const auto change_input =
        codec::decode_request<ChangeOrganisation>({{"organisation", id}}, {}, &body);
    ASSERT_TRUE(change_input) << change_input.error().code;
    EXPECT_EQ(change_input->organisation, OrganisationId{77});
    EXPECT_EQ(change_input->capacity->value, 80);
    EXPECT_FALSE(change_input->name);
    const auto list_input = codec::decode_request<ListOrganisations>(
        {}, {{"kind", "agency"}, {"place", "510500"}, {"limit", "20"}}, nullptr);
    ASSERT_TRUE(list_input) << list_input.error().code;
    EXPECT_EQ(list_input->limit->value, 20);
}

TEST(OrganisationRequests, NameWhatCannotBeRead) {
    const auto fault = [](const codec::Parameters& query) {
        const auto read = codec::decode_request<ListOrganisations>({}, query, nullptr);
        return read ? "ok" : read.error().code + " " + read.error().path;
    };
    EXPECT_EQ(fault({{"kind", "agencies"}}), "unknown_code /kind");
    EXPECT_EQ(fault({{"status", "ok"}}), "unknown_code /status");
    EXPECT_EQ(fault({{"statu", "verified"}}), "unknown_parameter /statu");
    EXPECT_EQ(fault({{"limit", "0"}}), "out_of_range /limit");
    EXPECT_EQ(fault({{"cursor", "first"}}).substr(0, 10), "wrong_type");
}

}  // namespace
}  // namespace jianghui::organisations
