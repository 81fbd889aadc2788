#include "features/people/rules.hpp"

#include <gtest/gtest.h>

#include "features/people/people_fixture.hpp"
#include <rapidcheck/gtest.h>

namespace jianghui::people {
namespace rules_test {

using access::Caller;
using access::Role;

constexpr int working_age = 16;

Date day(std::string_view text) {
    return parse_date(text).value();
}
const Date today = day("2026-11-24");

NewPerson a_person() {
    NewPerson wanted;
    wanted.name = {"张三丰"};
    wanted.id_number = "510302199003070013";  // domain.md 4.1
    wanted.phone = "13812345678";
    wanted.place = {"510502"};
    return wanted;
}

Person known_person() {
    Person person;
    person.id = {7};
    person.city = {"510500"};
    person.place = {"510502"};
    person.name = "张三丰";
    person.born = day("1990-03-07");
    return person;
}

Caller caller(Role role, const char* place = "510500") {
    Caller made;
    made.role = role;
    made.place = {place};
    if (role == Role::agency || role == Role::employer) made.organisation = {1};
    if (role == Role::worker) made.person = {7};
    return made;
}

TEST(MaskedName, IsTheFirstCharacterAndOneAsterisk) {
    EXPECT_EQ(masked_name("张三"), "张*");
    EXPECT_EQ(masked_name("张三丰"), "张*");
    EXPECT_EQ(masked_name("阿依古丽·买买提"), "阿*");
    EXPECT_EQ(masked_name("𠀀二"), "𠀀*");
    EXPECT_EQ(masked_name("Li Wei"), "L*");
    EXPECT_EQ(masked_name(""), "*");
}

// Neither the length of the name nor anything but its first character can be seen.
RC_GTEST_PROP(MaskedName, TellsNothingButTheFirstCharacter, ()) {
    const auto rest = *rc::gen::string<std::string>();
    RC_ASSERT(masked_name("张" + rest) == "张*");
}

TEST(MaskedNumbers, ShowNoDateOfBirth) {
    EXPECT_EQ(masked_id_number("510302199003070013"), "51**************13");
    EXPECT_EQ(masked_phone("13812345678"), "138****5678");
    EXPECT_EQ(masked_id_number("1234"), "****");
    EXPECT_EQ(masked_phone("1234567"), "*******");
}

TEST(IdNumber, IsPutRightAsPeopleTypeIt) {
    EXPECT_EQ(normalised_id_number(" ５10302199003070013"), "510302199003070013");
    EXPECT_EQ(normalised_id_number("51030219900307001x"), "51030219900307001X");
    EXPECT_EQ(normalised_id_number(""), "");
}

TEST(NameKey, WidthSpacesAndDotsDoNotTellNamesApart) {
    EXPECT_EQ(name_key("阿依古丽•买买提"), name_key("阿依古丽·买买提"));
    EXPECT_EQ(name_key("张 三"), name_key("张三"));
    EXPECT_EQ(name_key("ＬＩ wei"), name_key("Li Wei"));
    EXPECT_NE(name_key("张三"), name_key("张四"));
}

TEST(OccupationLevels, AreAllPrefixesOfACode) {
    EXPECT_EQ(occupation_levels({"6-02-06-03"}),
              (std::vector<std::string>{"6", "6-02", "6-02-06", "6-02-06-03"}));
    EXPECT_EQ(occupation_levels({"6"}), (std::vector<std::string>{"6"}));
}

TEST(Registration, ReadsTheDateOfBirthFromTheNumber) {
    const auto accepted = accept(a_person(), today, working_age);
    ASSERT_TRUE(accepted) << accepted.error().code;
    EXPECT_EQ(accepted->identity.born, day("1990-03-07"));
    EXPECT_EQ(accepted->phone, "13812345678");
    EXPECT_EQ(accepted->city.text, "510500");
}

TEST(Registration, NamesTheFieldThatIsWrong) {
    const auto refused = [](auto change) {
        NewPerson wanted = a_person();
        change(wanted);
        const auto result = accept(wanted, today, working_age);
        return result ? "ok" : result.error().code + " " + result.error().path;
    };
    EXPECT_EQ(refused([](auto& w) { w.id_number = "510302199003070014"; }),
              "id_number_malformed /id_number");
    EXPECT_EQ(refused([](auto& w) { w.id_number = ""; }), "id_number_malformed /id_number");
    EXPECT_EQ(refused([](auto& w) { w.phone = "12345"; }), "phone_malformed /phone");
    EXPECT_EQ(refused([](auto& w) { w.phone = "+86 138-1234-5678"; }), "ok");
    EXPECT_EQ(refused([](auto& w) { w.phone.reset(); }), "ok");
    EXPECT_EQ(refused([](auto& w) { w.place = {"510000"}; }), "home_too_wide /place");
    EXPECT_EQ(refused([](auto& w) { w.place = {"51"}; }), "unknown_code /place");
    EXPECT_EQ(refused([](auto& w) { w.pay_asked_fen = Fen{500000}; }),
              "pay_unit_missing /pay_unit");
    EXPECT_EQ(refused([](auto& w) {
                  w.occupations = {{"6-02"}, {"6-02"}};
              }),
              "named_twice /occupations/1");
    EXPECT_EQ(refused([](auto& w) {
                  w.skills = {{{"焊接"}, {3}}, {{"焊接"}, {4}}};
              }),
              "named_twice /skills/1");
    EXPECT_EQ(refused([](auto& w) {
                  w.certificates = {{{"driver"}, {}, {}}, {{"driver"}, {}, {}}};
              }),
              "named_twice /certificates/1");
}

// 劳动法 §15. 511502200802291231 was born on 29 February 2008: 16 on 1 March 2024.
TEST(Registration, UnderTheWorkingAgeIsRefusedUntilTheBirthday) {
    NewPerson wanted = a_person();
    wanted.id_number = "511502200802291231";
    EXPECT_EQ(code_of(accept(wanted, day("2024-02-28"), working_age)), "person_too_young");
    EXPECT_EQ(code_of(accept(wanted, day("2024-02-29"), working_age)), "ok");
    EXPECT_EQ(code_of(accept(wanted, day("2024-02-29"), 17)), "person_too_young");
}

TEST(Join, RefusesAnotherName) {
    NewPerson wanted = a_person();
    wanted.name = {"李四"};
    EXPECT_EQ(code_of(join({known_person()}, wanted)), "identity_mismatch");
}

TEST(Join, RefusesRestrictedPeople) {
    Known known{known_person()};
    known.person.status = PersonStatus::restricted;
    EXPECT_EQ(code_of(join(known, a_person())), "person_restricted");
}

TEST(Join, HerselfStatesWhatHoldsAndHerPhoneIsHers) {
    Known known{known_person()};
    known.person.education = EducationCode{"junior"};
    known.person.experience_years = Integer<0, 60>{3};
    known.has_phone = true;
    NewPerson wanted = a_person();
    wanted.education = EducationCode{"college"};
    wanted.place = {"511502"};
    wanted.phone.reset();
    const auto joined = join(known, wanted);
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->person.education->text, "college");
    EXPECT_EQ(joined->person.experience_years->value, 3);
    EXPECT_EQ(joined->person.place.text, "511502");
    EXPECT_EQ(joined->person.city.text, "510500");
    EXPECT_TRUE(joined->changed);
    EXPECT_TRUE(joined->takes_phone);
}

TEST(Join, HerselfWithAnAccountIsSentToSignIn) {
    Known known{known_person()};
    known.person.account = AccountId{3};
    EXPECT_EQ(code_of(join(known, a_person())), "person_has_account");
}

TEST(Join, AnotherAgencyFillsGapsOnlyAndGetsACandidate) {
    Known known{known_person()};
    known.person.education = EducationCode{"junior"};
    known.person.pay_asked_fen = Fen{400000};
    known.person.pay_unit = PayUnit::month;
    known.has_phone = true;
    NewPerson wanted = a_person();
    wanted.agency = OrganisationId{2};
    wanted.education = EducationCode{"college"};
    wanted.experience_years = Integer<0, 60>{5};
    wanted.pay_asked_fen = Fen{20000};
    wanted.pay_unit = PayUnit::day;
    wanted.place = {"511502"};
    const auto joined = join(known, wanted);
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->person.education->text, "junior");
    EXPECT_EQ(joined->person.experience_years->value, 5);
    EXPECT_EQ(joined->person.pay_asked_fen, Fen{400000});
    EXPECT_EQ(joined->person.pay_unit, PayUnit::month);
    EXPECT_EQ(joined->person.place.text, "510502");
    EXPECT_TRUE(joined->adds_candidacy);
    EXPECT_FALSE(joined->takes_phone);
}

TEST(Join, HerAgencyUpdatesHerWhileSheHasNoAccount) {
    Known known{known_person(), true, true};
    known.person.education = EducationCode{"junior"};
    NewPerson wanted = a_person();
    wanted.agency = OrganisationId{2};
    wanted.education = EducationCode{"college"};
    auto joined = join(known, wanted);
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->person.education->text, "college");
    EXPECT_FALSE(joined->adds_candidacy);
    EXPECT_TRUE(joined->takes_phone);
    known.person.account = AccountId{3};
    joined = join(known, wanted);
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->person, known.person);
    EXPECT_FALSE(joined->changed);
    EXPECT_FALSE(joined->takes_phone);
}

TEST(Join, TheSameRegistrationTwiceChangesNothing) {
    NewPerson wanted = a_person();
    wanted.by_authority = true;
    const auto joined = join({known_person(), false, true}, wanted);
    ASSERT_TRUE(joined);
    EXPECT_FALSE(joined->changed || joined->takes_phone || joined->adds_candidacy);
}

RC_GTEST_PROP(FillAndOverlay, KeepAmountAndUnitTogether, ()) {
    const auto profile = [] {
        Profile made;
        const int which = *rc::gen::inRange(0, 3);
        if (which > 0) made.pay_unit = *rc::gen::element(PayUnit::month, PayUnit::day);
        if (which > 1) made.pay_asked_fen = Fen{*rc::gen::inRange(1, 9)};
        return made;
    };
    const Profile base = profile();
    const Profile other = profile();
    Profile filled = base;
    fill(filled, other);
    Profile overlaid = base;
    overlay(overlaid, other);
    for (const auto& result : {filled, overlaid}) {
        RC_ASSERT(check_profile(result).has_value());
        if (result.pay_asked_fen) {
            const bool from_base =
                result.pay_asked_fen == base.pay_asked_fen && result.pay_unit == base.pay_unit;
            const bool from_other =
                result.pay_asked_fen == other.pay_asked_fen && result.pay_unit == other.pay_unit;
            RC_ASSERT(from_base || from_other);
        }
    }
    if (base.pay_asked_fen) RC_ASSERT(filled.pay_asked_fen == base.pay_asked_fen);
    if (other.pay_asked_fen) RC_ASSERT(overlaid.pay_asked_fen == other.pay_asked_fen);
}

TEST(ProfileChanges, ReplaceWhatTheyNameAndNothingElse) {
    Profile profile;
    profile.education = EducationCode{"junior"};
    profile.skills = {{{"焊接"}, {3}}};
    ProfileChanges changes;
    changes.skills = List<SkillWord, 30>{{{"叉车"}, {}}};
    changes.reach_km = Integer<0, 3000>{30};
    apply(changes, profile);
    EXPECT_EQ(profile.education->text, "junior");
    ASSERT_EQ(profile.skills.size(), 1U);
    EXPECT_EQ(profile.skills[0].name.text, "叉车");
    EXPECT_EQ(profile.skills[0].level.value, 0);
    EXPECT_EQ(profile.reach_km->value, 30);
}

TEST(ProfileChanges, ClearingThePayTakesItsUnitAlong) {
    Profile profile;
    profile.pay_asked_fen = Fen{1};
    profile.pay_unit = PayUnit::day;
    profile.education = EducationCode{"junior"};
    clear(Clearable::pay_asked_fen, profile);
    EXPECT_FALSE(profile.pay_asked_fen || profile.pay_unit);
    EXPECT_TRUE(profile.education);
    clear(Clearable::education, profile);
    EXPECT_EQ(profile, Profile{});
}

struct Case {
    const char* who;
    Caller caller;
    Standing standing;
    bool public_pool;
    Sight active;
    Sight restricted;
};

TEST(MaySee, IsAsTheRightsSay) {
    const Standing own{true, false, true};
    const Standing seat{false, true, true};
    const Standing stranger{false, false, true};
    const Standing suspended{false, false, false};
    const auto none = Sight::nothing;
    const auto part = Sight::masked;
    const auto full = Sight::full;
    Caller other_worker = caller(Role::worker);
    other_worker.person = {8};
    const std::vector<Case> cases = {
        {"herself", caller(Role::worker), {}, false, full, full},
        {"another worker", other_worker, {}, true, none, none},
        {"her agency", caller(Role::agency), own, false, full, none},
        {"an agency with her seat", caller(Role::agency), seat, false, full, none},
        {"a strange agency, not in the pool", caller(Role::agency), stranger, false, none, none},
        {"a strange agency, in the pool", caller(Role::agency), stranger, true, part, none},
        {"a suspended agency, in the pool", caller(Role::agency), suspended, true, none, none},
        {"an employer with her seat", caller(Role::employer), seat, false, full, none},
        {"an employer without", caller(Role::employer), stranger, true, none, none},
        {"official of the city", caller(Role::official), {}, false, part, part},
        {"official elsewhere", caller(Role::official, "511500"), {}, true, none, none},
        {"inspector of the county", caller(Role::inspector, "510502"), {}, false, part, part},
        {"system administrator", caller(Role::system_administrator), {}, true, none, none},
        {"security administrator", caller(Role::security_administrator), {}, true, none, none},
        {"audit administrator", caller(Role::audit_administrator), {}, true, none, none},
        {"anybody", Caller{}, {}, true, none, none},
    };
    for (const auto& test : cases) {
        Person person = known_person();
        person.public_pool = test.public_pool;
        EXPECT_EQ(may_see(test.caller, person, test.standing), test.active) << test.who;
        person.status = PersonStatus::restricted;
        EXPECT_EQ(may_see(test.caller, person, test.standing), test.restricted) << test.who;
    }
}

TEST(MayReveal, OpensWhatThePurposeNeeds) {
    const Standing own{true, false, true};
    const Standing stranger{false, false, true};
    Person person = known_person();
    const auto opened = [&](const Caller& who, const Standing& standing, RevealPurpose purpose) {
        const auto result = may_reveal(who, person, standing, purpose);
        if (!result) return result.error().code;
        return std::string(result->phone ? "phone " : "") + (result->id_number ? "number" : "");
    };
    using P = RevealPurpose;
    EXPECT_EQ(opened(caller(Role::worker), {}, P::public_duty), "phone number");
    EXPECT_EQ(opened(caller(Role::official), {}, P::identity_check), "phone number");
    EXPECT_EQ(opened(caller(Role::official), {}, P::offer_contact), "purpose_not_open");
    EXPECT_EQ(opened(caller(Role::official, "511500"), {}, P::identity_check), "not_found");
    EXPECT_EQ(opened(caller(Role::inspector), {}, P::dispute), "phone number");
    EXPECT_EQ(opened(caller(Role::inspector), {}, P::identity_check), "purpose_not_open");
    EXPECT_EQ(opened(caller(Role::agency), own, P::insurance), "phone number");
    EXPECT_EQ(opened(caller(Role::agency), own, P::offer_contact), "phone ");
    EXPECT_EQ(opened(caller(Role::agency), own, P::public_duty), "purpose_not_open");
    EXPECT_EQ(opened(caller(Role::employer), stranger, P::contract), "not_found");
    for (const auto role : {Role::system_administrator, Role::security_administrator,
                            Role::audit_administrator})
        EXPECT_EQ(opened(caller(role), {}, P::public_duty), "not_found");
    person.public_pool = true;
    EXPECT_EQ(opened(caller(Role::agency), stranger, P::offer_contact), "contact_consent_missing");
    person.contact = true;
    EXPECT_EQ(opened(caller(Role::agency), stranger, P::offer_contact), "phone ");
    EXPECT_EQ(opened(caller(Role::agency), stranger, P::contract), "purpose_not_open");
}

TEST(MayReveal, SaysOnWhichGround) {
    Person person = known_person();
    person.public_pool = person.contact = true;
    using P = RevealPurpose;
    EXPECT_EQ(may_reveal(caller(Role::official), person, {}, P::dispute)->basis,
              LegalBasis::statutory_duty);
    EXPECT_EQ(may_reveal(caller(Role::inspector), person, {}, P::public_duty)->basis,
              LegalBasis::statutory_duty);
    EXPECT_EQ(may_reveal(caller(Role::agency), person, {true, false, true}, P::contract)->basis,
              LegalBasis::contract);
    EXPECT_EQ(may_reveal(caller(Role::employer), person, {false, true, true}, P::insurance)->basis,
              LegalBasis::contract);
    EXPECT_EQ(
        may_reveal(caller(Role::agency), person, {false, false, true}, P::offer_contact)->basis,
        LegalBasis::consent);
}

TEST(MayChange, IsForHerselfAndForHerAgencyUntilSheHasAnAccount) {
    const Standing own{true, false, true};
    const Standing seat{false, true, true};
    Person person = known_person();
    EXPECT_EQ(code_of(may_change(caller(Role::worker), person, {})), "ok");
    EXPECT_EQ(code_of(may_change(caller(Role::agency), person, own)), "ok");
    EXPECT_EQ(code_of(may_change(caller(Role::agency), person, seat)), "not_allowed");
    EXPECT_EQ(code_of(may_change(caller(Role::official), person, {})), "not_allowed");
    EXPECT_EQ(code_of(may_change(caller(Role::agency), person, {})), "not_found");
    person.account = AccountId{3};
    EXPECT_EQ(code_of(may_change(caller(Role::agency), person, own)), "kept_by_herself");
    person.status = PersonStatus::restricted;
    EXPECT_EQ(code_of(may_change(caller(Role::worker), person, {})), "person_restricted");
}

}  // namespace rules_test
}  // namespace jianghui::people
