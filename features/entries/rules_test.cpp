// Who sees what, where an entry counts and why, which reason fits.

#include <gtest/gtest.h>

#include "features/entries/credit_grades.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/import_rows.hpp"
#include "features/entries/rules.hpp"

namespace jianghui::entries {
namespace rules_test {

using namespace std::chrono_literals;
using access::Caller;
using access::Role;

constexpr Date day = 2026y / 11 / 23;

Entry licence() {
    Entry entry;
    entry.id = {7};
    entry.register_id = "licence";
    entry.place = {"510502"};
    entry.organisation = OrganisationId{11};
    entry.counts = registers::Counts::recognised;
    entry.valid_from_on = 2026y / 1 / 1;
    return entry;
}

TEST(EntryRules, WhatBarsAndWhatIsForGoodIsDecidedByTwo) {
    const Entry harmless = licence();
    Entry barring = licence();
    barring.gate = registers::GateEffect::exclusion;
    for (const auto step : {EntryStep::suspend, EntryStep::restore, EntryStep::end}) {
        EXPECT_FALSE(is_by_two(harmless, step));
        EXPECT_TRUE(is_by_two(barring, step));
    }
    for (const auto step : {EntryStep::revoke, EntryStep::withdraw}) {
        EXPECT_TRUE(is_by_two(harmless, step));
        EXPECT_TRUE(is_by_two(barring, step));
    }
    Register list, plain;
    list.gate = registers::GateEffect::exclusion;
    EXPECT_FALSE(is_changed_by_two(harmless, plain));
    EXPECT_TRUE(is_changed_by_two(harmless, list)) << "it would bar under the register's text of today";
    EXPECT_TRUE(is_changed_by_two(barring, plain));
}

Caller caller(Role role, std::string place, OrganisationId organisation = {}) {
    Caller who;
    who.account = {1};
    who.role = role;
    who.place = {std::move(place)};
    who.organisation = organisation;
    return who;
}

TEST(Audience, IsWhoOneIsToTheEntry) {
    const Entry entry = licence();
    EXPECT_EQ(audience_of(Caller{}, entry, false), Audience::everybody);
    EXPECT_EQ(audience_of(caller(Role::official, "510500"), entry, false), Audience::officials);
    EXPECT_EQ(audience_of(caller(Role::inspector, "510502"), entry, false), Audience::officials);
    EXPECT_EQ(audience_of(caller(Role::official, "511502"), entry, false), Audience::everybody);
    EXPECT_EQ(audience_of(caller(Role::official, "511502"), entry, true), Audience::parties);
    EXPECT_EQ(audience_of(caller(Role::agency, "511502", {11}), entry, false), Audience::parties);
    EXPECT_EQ(audience_of(caller(Role::agency, "510502", {12}), entry, true), Audience::everybody);
    EXPECT_EQ(audience_of(caller(Role::audit_administrator, ""), entry, true), Audience::everybody);
}

TEST(Shown, ListsWithConsequencesShowWhatHolds) {
    Entry entry = licence();
    EXPECT_TRUE(is_shown(entry, true, Audience::everybody));
    EXPECT_FALSE(is_shown(entry, false, Audience::everybody));
    EXPECT_TRUE(is_shown(entry, false, Audience::parties));
    entry.status = EntryStatus::ended;
    EXPECT_TRUE(is_shown(entry, true, Audience::everybody));
    entry.gate = registers::GateEffect::exclusion;
    EXPECT_FALSE(is_shown(entry, true, Audience::everybody));
    EXPECT_TRUE(is_shown(entry, true, Audience::parties));
    entry.status = EntryStatus::valid;
    EXPECT_TRUE(is_shown(entry, true, Audience::everybody));
}

TEST(Steps, FollowTheStatus) {
    using enum EntryStep;
    EXPECT_EQ(steps_from(EntryStatus::valid),
              (std::vector{suspend, end, revoke, withdraw}));
    EXPECT_EQ(steps_from(EntryStatus::suspended), (std::vector{restore, end, revoke, withdraw}));
    EXPECT_TRUE(steps_from(EntryStatus::expired).empty());
}

TEST(Reasons, FitTheirStep) {
    EXPECT_TRUE(check_reason(EntryStep::suspend, EntryReason::violation, {}));
    const auto unfit = check_reason(EntryStep::suspend, EntryReason::granted, {});
    ASSERT_FALSE(unfit);
    EXPECT_EQ(unfit.error().code, entry_reason_unfit.code);
    EXPECT_EQ(unfit.error().nearest.size(), 3u);
    EXPECT_EQ(check_reason(EntryStep::end, EntryReason::other, {}).error().code,
              entry_note_missing.code);
    EXPECT_TRUE(check_reason(EntryStep::end, EntryReason::other, Sentence{"说明"}));
}

registers::EntryVersion version(EntryStatus status, const char* at) {
    registers::EntryVersion made;
    made.status = status;
    made.at = *parse_instant(at);
    made.valid_from_on = 2026y / 1 / 10;
    made.valid_to_on = 2026y / 12 / 31;
    return made;
}

TEST(InForce, IsAskedOfTheVersionsOfThatDay) {
    const std::vector versions{version(EntryStatus::valid, "2026-01-05T09:00:00+08:00"),
                               version(EntryStatus::suspended, "2026-06-01T23:59:00+08:00"),
                               version(EntryStatus::valid, "2026-07-01T00:00:00+08:00")};
    EXPECT_FALSE(was_in_force(versions, 2026y / 1 / 4));
    EXPECT_FALSE(was_in_force(versions, 2026y / 1 / 9));
    EXPECT_TRUE(was_in_force(versions, 2026y / 1 / 10));
    EXPECT_TRUE(was_in_force(versions, 2026y / 5 / 31));
    EXPECT_FALSE(was_in_force(versions, 2026y / 6 / 1));
    EXPECT_FALSE(was_in_force(versions, 2026y / 6 / 30));
    EXPECT_TRUE(was_in_force(versions, 2026y / 7 / 1));
    EXPECT_FALSE(was_in_force(versions, 2027y / 1 / 1));
    EXPECT_FALSE(was_in_force({}, day));
    const std::vector entered_late{version(EntryStatus::valid, "2026-11-20T09:00:00+08:00")};
    EXPECT_TRUE(was_in_force(entered_late, 2026y / 2 / 1));
}

TEST(Counting, SaysWhy) {
    Entry entry = licence();
    registers::Recognition recognition;
    recognition.id = {99};
    recognition.register_id = "licence";
    recognition.origin = {"510500"};
    recognition.counts_in = {"511500"};
    recognition.from_on = 2026y / 1 / 1;
    const std::vector recognitions{recognition};
    EXPECT_EQ(counting(entry, {"510502"}, day, {}).why, CountsWhy::issuing_place);
    EXPECT_EQ(counting(entry, {"511502"}, day, {}), Counting{});
    const auto there = counting(entry, {"511502"}, day, recognitions);
    EXPECT_TRUE(there.counts);
    EXPECT_EQ(there.why, CountsWhy::recognised);
    EXPECT_EQ(there.recognition, EntryId{99});
    entry.status = EntryStatus::suspended;
    EXPECT_EQ(counting(entry, {"511502"}, day, recognitions).why, CountsWhy::not_in_force);
    entry.status = EntryStatus::valid;
    entry.counts = registers::Counts::everywhere;
    EXPECT_EQ(counting(entry, {"110000"}, day, {}).why, CountsWhy::everywhere);
}

TEST(Days, AreReadAsPeopleWriteThem) {
    for (const char* text : {"2026-03-01", "2026/3/1", "2026.03.1", "2026年3月1日", " ２０２６-3-1 "})
        EXPECT_EQ(read_day(text), Date(2026y / 3 / 1)) << text;
    for (const char* text : {"", "3月1日", "2026-13-01", "2026-02-30", "2026-1-1-1", "soon"})
        EXPECT_FALSE(read_day(text)) << text;
}

constexpr const char* grades = R"(scale,scale_zh,scale_en,code,zh,en,from,to,basis,mark
n,全国,National,A,甲,A,4,5,b,K
n,全国,National,B,乙,B,2,3,b,K
n,全国,National,C,丙,C,1,1,b,K
s,四川,Sichuan,5A,五,5A,5,5,b,P
s,四川,Sichuan,4A,四,4A,4,4,b,P
s,四川,Sichuan,1A,一,1A,1,1,b,P
)";

std::vector<std::string> codes(const Result<std::vector<CreditGrade>>& found) {
    std::vector<std::string> list;
    for (const auto& one : *found) list.push_back(one.code);
    return list;
}

TEST(Grades, AnswerEachOtherWhereTheyMeet) {
    const auto table = CreditGrades::read(grades);
    ASSERT_TRUE(table) << table.error().message.en;
    EXPECT_EQ(table->table().scales.size(), 2u);
    EXPECT_EQ(codes(table->translate("n", "A", "s")), (std::vector<std::string>{"5A", "4A"}));
    EXPECT_EQ(codes(table->translate("s", "4A", "n")), (std::vector<std::string>{"A"}));
    EXPECT_TRUE(codes(table->translate("n", "B", "s")).empty());
    EXPECT_EQ(table->translate("n", "D", "s").error().nearest,
              (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_FALSE(table->translate("x", "A", "s"));
    EXPECT_FALSE(CreditGrades::read("scale,code\n1,2\n"));
    EXPECT_EQ(CreditGrades::read(std::string(grades) + "s,四川,Sichuan,0A,零,0A,0,0,b,P\n")
                  .error()
                  .path,
              "credit_grades.csv:8");
}

/// The crosswalk that ships: what one place's grade means in another.
struct ShippedGrades : testing::Test {
    CreditGrades grades = CreditGrades::load(SOURCE_FOLDER "/data").value();
    std::vector<std::string> answers(const char* from, const char* code, const char* to) {
        return codes(grades.translate(from, code, to));
    }
};

TEST_F(ShippedGrades, SichuanChongqingAndTheNationAnswerEachOther) {
    using Codes = std::vector<std::string>;
    EXPECT_EQ(answers("sichuan_agency", "AAAAA", "national_agency"), Codes{"A+"});
    EXPECT_EQ(answers("sichuan_agency", "AAAA", "national_agency"), Codes{"A"});
    EXPECT_EQ(answers("sichuan_agency", "A", "national_agency"), Codes{"D"});
    EXPECT_EQ(answers("sichuan_agency", "AAAA", "chongqing_agency"), Codes{"A"});
    EXPECT_EQ(answers("sichuan_agency", "AAA", "chongqing_agency"), Codes{"B"});
    EXPECT_EQ(answers("chongqing_agency", "A", "sichuan_agency"), (Codes{"AAAAA", "AAAA"}));
    EXPECT_EQ(answers("chongqing_agency", "A", "national_agency"), (Codes{"A+", "A"}));
    EXPECT_EQ(answers("chongqing_agency", "D", "sichuan_agency"), Codes{"A"});
    EXPECT_EQ(answers("national_agency", "C", "chongqing_agency"), Codes{"C"});
    EXPECT_EQ(answers("national_employer", "A", "chongqing_agency"), Codes{"A"});
}

TEST_F(ShippedGrades, EachScaleCoversTheAxisOnceBestFirst) {
    ASSERT_EQ(grades.table().scales.size(), 4u);
    for (const auto& scale : grades.table().scales) {
        int next = grades.table().axis;
        for (const auto& grade : scale.grades) {
            EXPECT_EQ(grade.to, next) << scale.id << " " << grade.code;
            EXPECT_FALSE(grade.basis.empty()) << scale.id << " " << grade.code;
            next = grade.from - 1;
        }
        EXPECT_EQ(next, 0) << scale.id;
    }
}

TEST_F(ShippedGrades, EveryGradeHasAnAnswerAndAnswersBack) {
    for (const auto& from : grades.table().scales)
        for (const auto& to : grades.table().scales)
            for (const auto& grade : from.grades) {
                const auto there = grades.translate(from.id, grade.code, to.id).value();
                ASSERT_FALSE(there.empty()) << from.id << " " << grade.code << " on " << to.id;
                for (const auto& answer : there) {
                    const auto back = codes(grades.translate(to.id, answer.code, from.id));
                    EXPECT_EQ(std::count(back.begin(), back.end(), grade.code), 1) << to.id << " " << answer.code;
                }
            }
}

}  // namespace rules_test
}  // namespace jianghui::entries
