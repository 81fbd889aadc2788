// Rules, points and the translation of rows, without a database.

#include <gmock/gmock.h>

#include "features/suggestions/facts.hpp"
#include "features/suggestions/rules.hpp"
#include "features/suggestions/suggest.hpp"

namespace jianghui::suggestions {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

const codes::Tables& tables() {
    static const auto loaded = codes::Tables::load(SOURCE_FOLDER "/data").value();
    return loaded;
}
const Points& points() {
    static const auto loaded = Points::load(SOURCE_FOLDER "/data", tables()).value();
    return loaded;
}

TEST(Points, TheSeatTheCityOrTheCapital) {
    const auto yibin = points().at({"511502"});
    ASSERT_TRUE(yibin);
    EXPECT_NEAR(yibin->lon_e6, 104'600'000, 200'000);
    EXPECT_EQ(points().at({"440305"}), points().at({"440000"})) << "far away is enough";
    EXPECT_GT(matching::metres_between(*yibin, *points().at({"440305"})), 800'000);
    EXPECT_FALSE(points().at({"999999"}));
    for (const auto& place : tables().places()) EXPECT_TRUE(points().at(place.code));
}

TEST(SaidParts, AreWrittenAsTheirViewsWouldBe) {
    matching::Names names;
    SaidParts::Found found;
    found[0] = {matching::ScorePart::occupation, 300, 300, matching::OccupationFacts{4, 4}};
    found[1] = {matching::ScorePart::skills, 120, 300,
                matching::SkillsFacts{{names.skill("酿酒")}, {}, {names.skill("叉车 \"平衡重式\""), names.skill("焊接")}}};
    found[2] = {matching::ScorePart::experience, 100, 100, matching::ExperienceFacts{62, true}};
    found[3] = {matching::ScorePart::distance, 0, 120, matching::DistanceFacts{250'000}};
    found[4] = {matching::ScorePart::pay, 71, 80, matching::PayFacts{500'000, 400'000, 600'000, true}};
    found[5] = {matching::ScorePart::reliability, 30, 60, matching::ReliabilityFacts{}};
    found[6] = {matching::ScorePart::freshness, 40, 40, matching::FreshnessFacts{1}};
    const SaidParts parts(found, names);
    std::string written;
    parts.write(written);
    EXPECT_EQ(written, codec::encode(parts.views()));
    EXPECT_NE(written.find("\\\"平衡重式\\\"、焊接"), std::string::npos) << written;
    EXPECT_NE(written.find("Confirmed 1 day ago"), std::string::npos) << written;
}

TEST(Facts, OfAPerson) {
    matching::Names names;
    const Dictionary dictionary{tables(), points(), names};
    people::Person person;
    person.id = {7};
    person.place = {"511502"};
    person.name = "张三丰";
    person.born = day("1990-05-01");
    person.occupations = List<OccupationCode, 8>{{"6-02-06-03"}};
    person.skills = List<people::Skill, 30>{{{"电焊"}, {3}}};
    person.education = people::EducationCode{"junior"};
    person.experience_years = Integer<0, 60>{4};
    person.certificates = List<people::Certificate, 30>{{{"health"}, {}, day("2027-06-30")}};
    person.pay_asked_fen = Fen{500000};
    person.pay_unit = people::PayUnit::month;
    person.reach_km = Integer<0, 3000>{30};
    const auto worker =
        worker_of(person, {day("2026-12-01"), day("2026-12-02"), day("2026-12-05")}, dictionary)
            .value();
    EXPECT_EQ(worker.education, 2);
    EXPECT_EQ(worker.experience_months, 48);
    EXPECT_EQ(worker.reach_metres, 30'000);
    ASSERT_EQ(worker.busy.size(), 2U);
    EXPECT_EQ(worker.busy[0].last, matching::Day(day("2026-12-02")));
    EXPECT_EQ(names.text(worker.skills[0].skill),
              tables().find_item_by_name("skills", "电焊")->zh);
    EXPECT_EQ(names.text(worker.certificates[0].kind), tables().title("certificate_kinds", "health"));
}

TEST(Facts, OfAnOrder) {
    matching::Names names;
    const Dictionary dictionary{tables(), points(), names};
    orders::OrderRow row;
    row.id = {9};
    row.occupation = {"6-02-06-03"};
    row.place = {"511502"};
    row.starts_on = day("2026-11-01");
    row.ends_on = day("2026-12-31");
    row.certificates = List<String<1, 40>, 10>{{"健康证明"}};
    const auto order = order_of(row, 900, day("2026-11-23"), dictionary).value();
    EXPECT_EQ(order.first, matching::Day(day("2026-11-23"))) << "nobody works backwards";
    EXPECT_EQ(order.reliability, 900);
    row.place = {"999999"};
    EXPECT_EQ(order_of(row, {}, day("2026-11-23"), dictionary).error().code, "unknown_code");
}

TEST(Rules, ToWhomSomebodyIsSuggested) {
    using access::Role;
    access::Caller agency;
    agency.role = Role::agency;
    agency.organisation = {5};
    const Circle hers{{"511502"}, false, {{5}}};
    const Circle strange{{"511502"}, false, {{6}}};
    const Circle pooled{{"511502"}, true, {{6}}};
    EXPECT_TRUE(may_suggest(agency, true, hers));
    EXPECT_FALSE(may_suggest(agency, true, strange));
    EXPECT_TRUE(may_suggest(agency, true, pooled));
    EXPECT_FALSE(may_suggest(agency, false, pooled)) << "suspended: its own alone";
    access::Caller employer;
    employer.role = Role::employer;
    employer.organisation = {6};
    EXPECT_FALSE(may_suggest(employer, true, hers));
    EXPECT_TRUE(may_suggest(employer, true, pooled));
    access::Caller official;
    official.role = Role::official;
    official.place = {"511500"};
    EXPECT_TRUE(may_suggest(official, false, strange));
    official.place = {"510500"};
    EXPECT_FALSE(may_suggest(official, false, strange));
    EXPECT_FALSE(may_suggest({}, true, pooled));
}

}  // namespace
}  // namespace jianghui::suggestions
