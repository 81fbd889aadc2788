#include "features/people/people_fixture.hpp"

namespace jianghui::people {
namespace {

using app::Role;
using testing::ElementsAre;

Date day(std::string_view text) {
    return parse_date(text).value();
}

TEST_F(People, AreAddedByAnAgencyWithMaskedNumbers) {
    const auto added = as(agency, add, candidate());
    ASSERT_TRUE(added) << added.error().code << added.error().path;
    EXPECT_EQ(added->name, "张三丰");
    EXPECT_EQ(added->phone, "138****5678");
    EXPECT_EQ(added->id_number->substr(0, 4), "51**");
    EXPECT_EQ(added->birth_year, 1990);
    EXPECT_TRUE(added->own_candidate);
    EXPECT_EQ(added->skills[0].level.value, 3);
    EXPECT_FALSE(added->public_pool || added->verified || added->has_account);
    EXPECT_EQ(bench.event_kinds().back(), "people.candidacy_added");
}

TEST_F(People, HaveTheirNumbersEncryptedAndNothingPersonalInTheJournal) {
    const PersonId person = add_candidate();
    const auto row = bench.ask(nobody, [&](app::Query& q) { return find_row(q.db, person); });
    EXPECT_EQ(row->id_number_box.find("19900101"), std::string::npos);
    EXPECT_EQ(row->phone_box->find("13812345678"), std::string::npos);
    for (const auto& event : bench.events()) {
        const std::string data = boost::json::serialize(event.data);
        for (const char* secret : {"张", "1990", "138", "酿造", "77"})
            EXPECT_EQ(data.find(secret), std::string::npos) << event.kind << data;
    }
}

TEST_F(People, AreNotTakenOnByAnAgencyThatMayNotAct) {
    const auto registered = bench.run(nobody, [&](app::Command& command) {
        organisations::NewOrganisation wanted;
        wanted.kind = organisations::OrganisationKind::agency;
        wanted.name = {"未核验"};
        wanted.credit_code = "123502001549897397";
        wanted.place = {"510502"};
        return organisations::register_organisation(command, wanted);
    });
    EXPECT_EQ(code_of(as(caller(Role::agency, "510502", *registered), add, candidate())),
              "organisation_not_active");
}

TEST_F(People, OfUnknownCodesAreRefusedAtTheField) {
    const auto refused = [&](auto change) {
        AddPerson input = candidate();
        change(input);
        const auto result = as(agency, add, input);
        return result ? "ok" : result.error().code + " " + result.error().path;
    };
    EXPECT_EQ(refused([](auto& p) { p.place = {"510599"}; }), "unknown_code /place");
    EXPECT_EQ(refused([](auto& p) { (*p.occupations)[0] = {"6-98"}; }),
              "unknown_code /occupations/0");
    EXPECT_EQ(refused([](auto& p) { p.education = EducationCode{"phd?"}; }),
              "unknown_code /education");
    EXPECT_EQ(refused([](auto& p) { p.seeker_kind = SeekerKind{"lazy"}; }),
              "unknown_code /seeker_kind");
    EXPECT_EQ(refused([](auto& p) { (*p.certificates)[0].kind = {"flying"}; }),
              "unknown_code /certificates/0/kind");
    EXPECT_EQ(refused([](auto& p) { p.id_number = {number_of(2011, 1)}; }),
              "person_too_young /id_number");
    EXPECT_EQ(refused([](auto& p) { p.id_number = {"510502199001010011"}; }),
              "id_number_malformed /id_number");
}

TEST_F(People, AreOneRowHoweverOftenTheyAreRegistered) {
    const PersonId first = add_candidate();
    AddPerson again = candidate();
    again.id_number = {" " + number_of(1990, 1)};
    EXPECT_EQ(as(other_agency, add, again)->id, first);
    EXPECT_EQ(register_herself(), first);
    const auto agencies =
        bench.ask(nobody, [&](app::Query& query) { return agencies_of(query.db, first); });
    EXPECT_EQ(agencies.size(), 2U);
    const auto page = as(herself(first), candidacies, FindPerson{first});
    EXPECT_EQ(page->items.size(), 2U);
    EXPECT_EQ(register_herself().error().code, "person_has_account");
    again.name = {"李四"};
    EXPECT_EQ(code_of(as(other_agency, add, again)), "identity_mismatch");
}

// Who registers with somebody's name and number must not learn the phone that an agency noted.
TEST_F(People, WhoRegisterThemselvesSeeTheirOwnPhoneOnly) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    EXPECT_EQ(as(herself(person), show, FindPerson{person})->phone, "13900000000");
}

TEST_F(People, WithAnAccountKeepTheirDataThemselves) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    ChangePerson input;
    input.person = person;
    input.reach_km = Integer<0, 3000>{20};
    EXPECT_EQ(code_of(as(agency, change, input)), "kept_by_herself");
    EXPECT_EQ(as(herself(person), change, input)->reach_km->value, 20);
    AddPerson again = candidate();
    again.reach_km = Integer<0, 3000>{99};
    EXPECT_EQ(as(agency, add, again)->reach_km->value, 20);
}

TEST_F(People, AreChangedFieldByFieldAndTheJournalNamesTheFields) {
    const PersonId person = add_candidate();
    ChangePerson input;
    input.person = person;
    input.place = PlaceCode{"511502"};
    input.occupations = List<OccupationCode, 8>{{"4-02"}};
    input.phone = String<1, 40>{"13700000000"};
    input.clear = List<Clearable, 6>{Clearable::education, Clearable::seeker_kind};
    const auto changed = as(agency, change, input);
    ASSERT_TRUE(changed) << changed.error().code << changed.error().path;
    EXPECT_EQ(changed->place.text, "511502");
    EXPECT_EQ(changed->phone, "137****0000");
    const auto last = bench.events().back();
    EXPECT_EQ(last.kind, "people.changed");
    EXPECT_EQ(boost::json::serialize(last.data.at("fields")), R"(["place","occupations","seeker_kind","phone"])");
    // The distribution key stays, so that keys of other tables hold.
    EXPECT_EQ(last.city.text, "510500");
    input.place = PlaceCode{"510000"};
    EXPECT_EQ(code_of(as(agency, change, input)), "home_too_wide");
    EXPECT_EQ(code_of(as(other_agency, change, input)), "not_found");
    EXPECT_EQ(code_of(as(luzhou, change, input)), "not_found");  // She lives in Yibin now.
}

TEST_F(People, AreSeenAsTheRightsSay) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    const FindPerson input{person};
    EXPECT_EQ(as(agency, show, input)->name, "张三丰");
    EXPECT_EQ(as(agency, show, input)->certificates[0].number->text, "川健 77");
    EXPECT_EQ(code_of(as(other_agency, show, input)), "not_found");
    EXPECT_EQ(as(agency, show, input)->seeker_kind->text, "lost_job");
    EXPECT_EQ(as(luzhou, show, input)->name, "张*");
    EXPECT_EQ(as(luzhou, show, input)->seeker_kind->text, "lost_job");
    EXPECT_EQ(as(luzhou, show, input)->phone, "139****0000");
    EXPECT_EQ(code_of(as(neijiang, show, input)), "not_found");
    EXPECT_EQ(code_of(as(caller(Role::employer, "510502", {9}), show, input)), "not_found");
    EXPECT_EQ(code_of(as(herself({12}), show, input)), "not_found");
    EXPECT_EQ(code_of(as(agency, show, FindPerson{PersonId{12}})), "not_found");
    agree(person, ConsentPurpose::public_pool);
    const auto pooled = as(other_agency, show, input);
    ASSERT_TRUE(pooled);
    EXPECT_EQ(pooled->name, "张*");
    EXPECT_FALSE(pooled->phone || pooled->id_number || pooled->certificates[0].number);
    EXPECT_FALSE(pooled->seeker_kind);
}

TEST_F(People, AreSeenByEmployersInWhoseOrdersTheyHoldASeat) {
    struct Seats final : SeatHolders {
        bool holds_seat_with(const store::Reader&, OrganisationId organisation,
                             PersonId) const override {
            return organisation == OrganisationId{9};
        }
    };
    const PersonId person = add_candidate();
    bench.services.provide<SeatHolders>(std::make_shared<Seats>());
    const auto name_for = [&](const app::Caller& who) {
        return bench.ask(who, [&](app::Query& q) {
            return find_reference(q.db, q.services, q.caller, person)->name;
        });
    };
    EXPECT_EQ(as(caller(Role::employer, "511502", {9}), show, FindPerson{person})->name, "张三丰");
    EXPECT_EQ(name_for(caller(Role::employer, "511502", {9})), "张三丰");
    EXPECT_EQ(name_for(caller(Role::employer, "511502", {8})), "张*");
    EXPECT_EQ(name_for(agency), "张三丰");
    EXPECT_EQ(name_for(nobody), "张*");
    const auto none = bench.ask(nobody, [&](app::Query& q) {
        return find_reference(q.db, q.services, q.caller, PersonId{3});
    });
    EXPECT_FALSE(none);
    const auto names_for = [&](const app::Caller& who) {
        return bench.ask(who, [&](app::Query& q) {
            return find_active_references(q.db, q.services, q.caller, {PersonId{3}, person});
        });
    };
    EXPECT_FALSE(names_for(agency)[0]);
    EXPECT_EQ(names_for(caller(Role::employer, "511502", {9}))[1]->name, "张三丰");
    EXPECT_EQ(names_for(caller(Role::employer, "511502", {8}))[1]->name, "张*");
    EXPECT_EQ(names_for(agency)[1]->name, "张三丰");
    EXPECT_EQ(names_for(nobody)[1]->name, "张*");
}

TEST_F(People, AreNamedTogetherInTheOrderInWhichTheyAreAskedFor) {
    std::vector<PersonId> asked;
    for (int sequence = 1; sequence <= 60; ++sequence)
        asked.insert(asked.begin(), add_candidate(sequence));
    const auto found = bench.ask(agency, [&](app::Query& q) {
        return find_active_references(q.db, q.services, q.caller, asked);
    });
    ASSERT_EQ(found.size(), asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        ASSERT_TRUE(found[i]);
        EXPECT_EQ(found[i]->id, asked[i]);
        EXPECT_EQ(found[i]->name, "张三丰");
    }
    EXPECT_TRUE(bench.ask(agency, [&](app::Query& q) {
        return find_active_references(q.db, q.services, q.caller, {});
    }).empty());
}

TEST_F(People, AreOfferedSeatsByTheirAgencyOrFromThePool) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    const auto may = [&](OrganisationId who) {
        return bench.ask(nobody, [&](app::Query& q) { return may_be_offered(q.db, who, person); });
    };
    EXPECT_TRUE(may(agency_id));
    EXPECT_FALSE(may(other_id));
    agree(person, ConsentPurpose::public_pool);
    EXPECT_TRUE(may(other_id));
    EXPECT_TRUE(as(herself(person), end, EndCandidacy{person, agency_id}));
    ASSERT_TRUE(
        as(herself(person), consent, GiveConsent{person, ConsentPurpose::public_pool, false}));
    EXPECT_FALSE(may(agency_id));
    EXPECT_EQ(code_of(as(herself(person), end, EndCandidacy{person, agency_id})), "not_found");
    EXPECT_EQ(
        bench.ask(nobody, [&](app::Query& q) { return may_be_offered(q.db, agency_id, {4}); }),
        false);
}

TEST_F(People, EndNobodyElsesCandidacy) {
    const PersonId person = add_candidate();
    EXPECT_EQ(code_of(as(other_agency, end, EndCandidacy{person, agency_id})), "not_found");
    EXPECT_EQ(code_of(as(agency, end, EndCandidacy{person, other_id})), "not_allowed");
    EXPECT_EQ(code_of(as(agency, end, EndCandidacy{person, agency_id})), "ok");
    EXPECT_EQ(bench.event_kinds().back(), "people.candidacy_ended");
    EXPECT_EQ(code_of(as(agency, show, FindPerson{person})), "not_found");
}

TEST_F(People, KnowWhoReadTheirNumbersAndWhy) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    const auto by_agency = as(agency, reveal, RevealPerson{person, RevealPurpose::insurance});
    ASSERT_TRUE(by_agency);
    EXPECT_EQ(by_agency->phone, "13900000000");
    EXPECT_EQ(by_agency->id_number, number_of(1990, 1));
    bench.now += std::chrono::minutes(1);
    const auto by_official =
        as(luzhou, reveal, RevealPerson{person, RevealPurpose::identity_check});
    EXPECT_EQ(by_official->name, "张三丰");
    EXPECT_EQ(code_of(as(neijiang, reveal, RevealPerson{person, RevealPurpose::identity_check})),
              "not_found");
    EXPECT_EQ(bench.events().back().kind, "people.revealed");
    EXPECT_EQ(boost::json::serialize(bench.events().back().data),
              R"({"purpose":"identity_check","fields":["phone","id_number"],"basis":"statutory_duty"})");
    const auto own = as(herself(person), reads, ListReads{person, {}, {}});
    ASSERT_EQ(own->items.size(), 2U);
    EXPECT_EQ(own->items[0].role, Role::official);
    EXPECT_EQ(own->items[0].place_name, "泸州市");
    EXPECT_FALSE(own->items[0].organisation);
    EXPECT_EQ(own->items[1].organisation->id, agency_id);
    EXPECT_THAT(own->items[1].fields, ElementsAre("phone", "id_number"));
    EXPECT_EQ(code_of(as(herself({5}), reads, ListReads{person, {}, {}})), "not_found");
    ListReads first{person, {}, Integer<1, 200>{1}};
    const auto page = as(herself(person), reads, first);
    ASSERT_TRUE(page->next);
    first.cursor = ReadId::parse(*page->next);
    EXPECT_EQ(as(herself(person), reads, first)->items[0].purpose, RevealPurpose::insurance);
}

TEST_F(People, ReadingTheirOwnNumbersLeaveNoTrace) {
    const PersonId person = *register_herself();
    const auto own =
        as(herself(person), reveal, RevealPerson{person, RevealPurpose::identity_check});
    EXPECT_EQ(own->id_number, number_of(1990, 1));
    EXPECT_TRUE(as(herself(person), reads, ListReads{person, {}, {}})->items.empty());
}

TEST_F(People, OfThePoolAreCalledOnlyIfTheyAgreed) {
    const PersonId person = *register_herself();
    agree(person, ConsentPurpose::public_pool);
    const RevealPerson call{person, RevealPurpose::offer_contact};
    EXPECT_EQ(code_of(as(other_agency, reveal, call)), "contact_consent_missing");
    agree(person, ConsentPurpose::contact);
    const auto revealed = as(other_agency, reveal, call);
    ASSERT_TRUE(revealed);
    EXPECT_EQ(revealed->phone, "13900000000");
    EXPECT_EQ(revealed->name, "张*");
    EXPECT_FALSE(revealed->id_number);
}

TEST_F(People, AreVerifiedByOfficialsOfTheirHomeAndAgainWithANewAccount) {
    const PersonId person = add_candidate();
    EXPECT_EQ(code_of(as(neijiang, approve, FindPerson{person})), "not_found");
    EXPECT_EQ(code_of(as(caller(Role::inspector), approve, FindPerson{person})), "not_allowed");
    EXPECT_TRUE(as(luzhou, approve, FindPerson{person})->verified);
    EXPECT_EQ(code_of(as(luzhou, approve, FindPerson{person})), "person_verified_already");
    ASSERT_TRUE(register_herself());
    EXPECT_FALSE(as(luzhou, show, FindPerson{person})->verified);
    EXPECT_TRUE(as(luzhou, approve, FindPerson{person})->verified);
}

TEST_F(People, KeepALedgerOfTheirConsents) {
    const PersonId person = *register_herself();
    agree(person, ConsentPurpose::public_pool);
    agree(person, ConsentPurpose::public_pool);
    ASSERT_TRUE(
        as(herself(person), consent, GiveConsent{person, ConsentPurpose::public_pool, false}));
    const auto never =
        as(herself(person), consent, GiveConsent{person, ConsentPurpose::contact, false});
    EXPECT_FALSE(never->granted);
    EXPECT_TRUE(never->refused) << "a no is an answer, too";
    const auto again =
        as(herself(person), consent, GiveConsent{person, ConsentPurpose::contact, false});
    EXPECT_EQ(again->id, never->id) << "and noted once";
    const auto ledger = as(herself(person), consents, FindPerson{person});
    ASSERT_EQ(ledger->items.size(), 3U);
    EXPECT_TRUE(ledger->items[0].refused);
    EXPECT_FALSE(ledger->items[1].granted);
    EXPECT_FALSE(ledger->items[1].refused);
    const auto& given = ledger->items[2];
    EXPECT_TRUE(given.granted);
    EXPECT_EQ(given.text_version, "2026-1");
    EXPECT_EQ(given.recipient, "verified_agencies");
    EXPECT_EQ(given.basis, LegalBasis::consent);
    EXPECT_EQ(given.channel, ConsentChannel::online);
    EXPECT_EQ(given.data_classes,
              (std::vector<std::string>{"masked_name", "birth_year", "home", "profile"}));
    EXPECT_EQ(code_of(as(agency, consents, FindPerson{person})), "not_found");
    EXPECT_EQ(
        code_of(as(herself({3}), consent, GiveConsent{person, ConsentPurpose::contact, true})),
        "not_found");
}

TEST_F(People, AreAskedOnce) {
    const PersonId person = *register_herself();
    const auto states = [&] {
        std::vector<ConsentState> found;
        const auto page = as(herself(person), questions, FindPerson{person});
        for (const auto& each : page->items) found.push_back(each.state);
        return found;
    };
    using S = ConsentState;
    using States = std::vector<ConsentState>;
    EXPECT_EQ(states(), (States{S::not_asked, S::not_asked}));
    agree(person, ConsentPurpose::public_pool);
    ASSERT_TRUE(as(herself(person), consent, GiveConsent{person, ConsentPurpose::contact, false}));
    EXPECT_EQ(states(), (States{S::given, S::refused}));
    EXPECT_EQ(bench.event_kinds().back(), "people.consent_refused");
    ASSERT_TRUE(
        as(herself(person), consent, GiveConsent{person, ConsentPurpose::public_pool, false}));
    EXPECT_EQ(states(), (States{S::withdrawn, S::refused}));
    agree(person, ConsentPurpose::contact);
    EXPECT_EQ(states(), (States{S::withdrawn, S::given}));
    EXPECT_EQ(code_of(as(agency, questions, FindPerson{person})), "not_found");
}

// The row alone is not enough: without an entry of the ledger nobody reads.
TEST_F(People, AreNotReadWithoutABasis) {
    const PersonId person = *register_herself();
    agree(person, ConsentPurpose::public_pool);
    ASSERT_TRUE(bench.run(nobody, [&](app::Command& command) -> Result<Done> {
        command.db.execute({"test", "UPDATE people SET contact = 1 WHERE id = :person"},
                           store::arguments("person", person));
        return Done{};
    }));
    const RevealPerson call{person, RevealPurpose::offer_contact};
    EXPECT_EQ(code_of(as(other_agency, reveal, call)), "reading_without_basis");
}

TEST_F(People, AreReadUnderTheEyesOfTheAudit) {
    const PersonId person = add_candidate();
    ASSERT_TRUE(register_herself());
    agree(person, ConsentPurpose::public_pool);
    agree(person, ConsentPurpose::contact);
    const auto entry = as(herself(person), consents, FindPerson{person})->items.front().id;
    ASSERT_TRUE(as(agency, reveal, RevealPerson{person, RevealPurpose::insurance}));
    ASSERT_TRUE(as(luzhou, reveal, RevealPerson{person, RevealPurpose::identity_check}));
    ASSERT_TRUE(as(other_agency, reveal, RevealPerson{person, RevealPurpose::offer_contact}));
    const auto audit = caller(app::Role::audit_administrator, "");
    const auto all = as(audit, audit_reads, AuditReads{});
    ASSERT_EQ(all->items.size(), 3U);
    EXPECT_EQ(all->items[0].basis, LegalBasis::consent);
    EXPECT_EQ(all->items[0].consent, entry);
    EXPECT_EQ(all->items[1].basis, LegalBasis::statutory_duty);
    EXPECT_EQ(all->items[2].basis, LegalBasis::contract);
    EXPECT_EQ(all->items[2].person, person);
    AuditReads of_agency;
    of_agency.organisation = agency_id;
    EXPECT_EQ(as(audit, audit_reads, of_agency)->items.size(), 1U);
    const auto mine = as(herself(person), reads, ListReads{person, {}, {}});
    EXPECT_EQ(mine->items.front().consent, entry) << "she sees which of her consents it was";
}

TEST_F(People, ImportedTwiceAreDuplicatesTheSecondTime) {
    NewPerson wanted;
    wanted.name = {"张三丰"};
    wanted.id_number = number_of(1985, 1);
    wanted.phone = "13812345678";
    wanted.place = {"510500"};
    wanted.agency = agency_id;
    const auto dry = [&] {
        return bench.ask(
            nobody, [&](app::Query& q) { return check_person(q.db, q.services, q.now, wanted); });
    };
    const auto import = [&] {
        return bench.run(agency, [&](app::Command& c) { return upsert_person(c, wanted); });
    };
    EXPECT_EQ(dry(), Upserted::added);
    EXPECT_EQ(import()->outcome, Upserted::added);
    EXPECT_EQ(dry(), Upserted::unchanged);
    EXPECT_EQ(import()->outcome, Upserted::unchanged);
    wanted.phone = "13900000000";
    EXPECT_EQ(dry(), Upserted::updated);
    EXPECT_EQ(import()->outcome, Upserted::updated);
    wanted.agency = other_id;
    EXPECT_EQ(dry(), Upserted::updated);
    EXPECT_EQ(import()->outcome, Upserted::updated);
    wanted.id_number = "1";
    EXPECT_EQ(code_of(dry()), "id_number_malformed");
    EXPECT_EQ(code_of(import()), "id_number_malformed");
    const auto found = bench.ask(nobody, [&](app::Query& q) {
        return find_by_id_number(q.db, q.services, " " + number_of(1985, 1));
    });
    EXPECT_TRUE(found);
    EXPECT_FALSE(
        bench.ask(nobody, [&](app::Query& q) { return find_by_id_number(q.db, q.services, "x"); }));
}

TEST_F(People, AreReadForTheMatchingIndexWithoutTheirNumbers) {
    const PersonId person = add_candidate();
    bench.ask(nobody, [&](app::Query& q) {
        int count = 0;
        each_person(q.db, [&](const Person& each) {
            EXPECT_EQ(each, *find(q.db, person));
            EXPECT_EQ(each.born, day("1990-01-01"));
            ++count;
        });
        EXPECT_EQ(count, 1);
        each_candidacy(q.db, [&](OrganisationId organisation, PersonId candidate_id) {
            EXPECT_EQ(organisation, agency_id);
            EXPECT_EQ(candidate_id, person);
            ++count;
        });
        EXPECT_EQ(count, 2);
        EXPECT_EQ(working_age_on(q.services, day("2026-01-01")), 16);
        return 0;
    });
}

// What the wire brings, read as App does.
template <class In>
Result<In> decoded(const codec::Parameters& path, const codec::Parameters& query,
                   std::string_view body) {
    if (body.empty()) return codec::decode_request<In>(path, query, nullptr);
    TRY(const auto document, codec::parse(body));
    return codec::decode_request<In>(path, query, &document);
}

TEST(PeopleRequests, AreReadWithWhatMayBeAbsentAbsent) {
    const auto read = decoded<AddPerson>(
        {}, {},
        R"({"name":"张三","id_number":"1","place":"510502","skills":[{"name":"焊接"}],)"
        R"("pay_asked_fen":500000,"pay_unit":"month","certificates":[{"kind":"health"}]})");
    ASSERT_TRUE(read) << read.error().code << read.error().path;
    EXPECT_EQ(read->pay_unit, PayUnit::month);
    EXPECT_FALSE((*read->skills)[0].level);
    EXPECT_EQ(
        decoded<ChangePerson>({{"person", PersonId{77}.text()}}, {}, R"({"reach_km":5})")->person,
        PersonId{77});
}

TEST(PeopleRequests, NameTheFieldThatCannotBeRead) {
    const auto fault = [](std::string_view body) {
        const auto read = decoded<AddPerson>({}, {}, body);
        return read ? "ok" : read.error().code + " " + read.error().path;
    };
    EXPECT_EQ(fault(R"({"name":"张三","id_number":"1"})"), "missing_field /place");
    EXPECT_EQ(fault(R"({"name":"张三","id_number":"1","place":"510502","sex":"f"})"),
              "unknown_field /sex");
    EXPECT_EQ(fault(R"({"name":"张三","id_number":"1","place":"510502","reach_km":-1})"),
              "out_of_range /reach_km");
    EXPECT_EQ(fault(R"({"name":"张三","id_number":"1","place":"510502","pay_unit":"year"})"),
              "unknown_code /pay_unit");
    EXPECT_FALSE(decoded<ListPeople>({}, {{"occupation", "cook"}}, ""));
    EXPECT_FALSE(decoded<ListPeople>({}, {{"limit", "201"}}, ""));
    EXPECT_FALSE(decoded<ListPeople>({}, {{"name", "张三"}}, ""));
}

}  // namespace
}  // namespace jianghui::people
