#include <gtest/gtest.h>

#include "engine/procedures/telling.hpp"

namespace jianghui::procedures {
namespace telling_test {

const PlaceCode here{"510502"};
const PlaceCode there{"500116"};

Addressee office(const PlaceCode& place) { return {{}, {}, place, {}}; }
Addressee official(std::int64_t number) { return {{}, {}, {}, AccountId{number}}; }
Addressee organisation(std::int64_t number) { return {OrganisationId{number}, {}, {}, {}}; }
Addressee person(std::int64_t number) { return {{}, PersonId{number}, {}, {}}; }

/// A case of an agency against an employer, helped by another place.
CaseRow row(std::optional<Actor> waits_for) {
    CaseRow row;
    row.place = here;
    row.counterpart = there;
    row.applicant_organisation = OrganisationId{1};
    row.party_organisation = OrganisationId{2};
    row.waits_for = waits_for;
    if (!waits_for) row.closed_at = Instant{};
    return row;
}

TEST(Telling, WhoseTurnItIsByActor) {
    EXPECT_EQ(whose_turn(row(Actor::applicant)), Addressees{organisation(1)});
    EXPECT_EQ(whose_turn(row(Actor::party)), Addressees{organisation(2)});
    for (const auto actor : {Actor::official, Actor::inspector, Actor::clock})
        EXPECT_EQ(whose_turn(row(actor)), Addressees{office(here)});
    for (const auto actor : {Actor::counterpart_official, Actor::counterpart_inspector})
        EXPECT_EQ(whose_turn(row(actor)), Addressees{office(there)});
    EXPECT_TRUE(whose_turn(row({})).empty());
}

TEST(Telling, WhoLooksAfterTheCaseIsToldInPlaceOfTheOffice) {
    auto given = row(Actor::official);
    given.officer = AccountId{7};
    EXPECT_EQ(whose_turn(given), Addressees{official(7)});
    given.waits_for = Actor::counterpart_official;
    EXPECT_EQ(whose_turn(given), Addressees{office(there)}) << "the other office's turn is not hers";
}

TEST(Telling, WhoAppliedForOrHelpsSomebodyIsTold) {
    auto helped = row(Actor::applicant);
    helped.applicant_organisation.reset();
    helped.applicant_person = PersonId{5};
    helped.assisted_place = PlaceCode{"510504"};
    EXPECT_EQ(whose_turn(helped), (Addressees{person(5), office({"510504"})}));
    auto applied = row(Actor::applicant);
    applied.applicant_organisation.reset();
    applied.applicant_place = PlaceCode{"510500"};
    EXPECT_EQ(whose_turn(applied), Addressees{office({"510500"})});
}

TEST(Telling, APartyOfAConfidentialCaseHearsNothingBeforeItIsTold) {
    auto confidential = row(Actor::party);
    confidential.confidential = true;
    EXPECT_TRUE(whose_turn(confidential).empty());
    confidential.told = true;
    EXPECT_EQ(whose_turn(confidential), Addressees{organisation(2)});
}

TEST(Telling, ThePlaceAboveTheOfficeThatIsLate) {
    EXPECT_EQ(place_above_turn(row(Actor::official)), PlaceCode{"510500"});
    EXPECT_EQ(place_above_turn(row(Actor::counterpart_inspector)), PlaceCode{"500000"});
    EXPECT_EQ(place_above_turn(row(Actor::party)), here) << "the office answers for a side";
    auto city = row(Actor::official);
    city.place = PlaceCode{"510500"};
    EXPECT_EQ(place_above_turn(city), PlaceCode{"510000"});
    city.place = PlaceCode{"510000"};
    EXPECT_EQ(place_above_turn(city), PlaceCode{"510000"});
}

TEST(Telling, OfficesHearWhatTheOthersDid) {
    StepRow taken;
    taken.actor = Actor::counterpart_official;
    taken.account_place = there;
    EXPECT_EQ(offices_told(row({}), taken), Addressees{office(here)}) << "a refusal reaches who asked";
    taken.actor = Actor::official;
    taken.account_place = here;
    EXPECT_EQ(offices_told(row(Actor::counterpart_official), taken), Addressees{office(there)});
    EXPECT_TRUE(offices_told(row(Actor::party), taken).empty());
    EXPECT_EQ(offices_told(row({}), taken), Addressees{office(there)}) << "the end, too";
    auto applied = row({});
    applied.counterpart.reset();
    applied.applicant_place = PlaceCode{"510500"};
    EXPECT_EQ(offices_told(applied, taken), Addressees{office({"510500"})});
    taken.account_place = PlaceCode{"510500"};
    EXPECT_TRUE(offices_told(applied, taken).empty()) << "it did so itself";
}

TEST(Telling, ACommentGoesToTheOthers) {
    access::Caller writer;
    writer.role = access::Role::official;
    writer.place = here;
    writer.account = AccountId{9};
    const auto open = row(Actor::official);
    EXPECT_EQ(comment_told(open, Relation::office, CaseAudience::officials, writer),
              Addressees{office(there)});
    EXPECT_EQ(comment_told(open, Relation::office, CaseAudience::parties, writer),
              (Addressees{office(there), organisation(1), organisation(2)}));
    writer.place = there;
    EXPECT_EQ(comment_told(open, Relation::counterpart, CaseAudience::officials, writer),
              Addressees{office(here)});
    access::Caller side;
    side.role = access::Role::agency;
    side.organisation = OrganisationId{1};
    EXPECT_EQ(comment_told(open, Relation::applicant, CaseAudience::parties, side),
              Addressees{office(here)});
}

}  // namespace telling_test
}  // namespace jianghui::procedures
