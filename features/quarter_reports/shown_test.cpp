// Groups and their edges, sums of tables, what everybody may see, the mirrored ratio, four eyes.

#include <gtest/gtest.h>
#include <random>

#include "features/quarter_reports/columns.hpp"
#include "features/quarter_reports/rules.hpp"
#include "features/quarter_reports/shown.hpp"

namespace jianghui::quarter_reports {
namespace shown_test {

const codes::Tables& tables() {
    static const auto loaded = codes::Tables::load(SOURCE_FOLDER "/data").value();
    return loaded;
}

TEST(QuarterGroups, AgeBandsMeetWithoutAHole) {
    const auto band = [](int age) { return band_of(tables(), age); };
    EXPECT_EQ(band(15), unstated_code);
    EXPECT_EQ(band(16), "age_16_24");
    EXPECT_EQ(band(24), "age_16_24");
    EXPECT_EQ(band(25), "age_25_34");
    EXPECT_EQ(band(34), "age_25_34");
    EXPECT_EQ(band(35), "age_35_44");
    EXPECT_EQ(band(44), "age_35_44");
    EXPECT_EQ(band(45), "age_45_up");
    EXPECT_EQ(band(90), "age_45_up");
}

TEST(QuarterGroups, EveryCodeOfItsTableHasAGroup) {
    for (const auto& item : tables().tables().find("education_levels")->second)
        EXPECT_NE(group_of(tables(), "quarter_schooling", item.code), unstated_code) << item.code;
    for (const auto& industry : tables().industries())
        EXPECT_NE(group_of(tables(), "quarter_sectors", industry.code.substr(0, 1)),
                  unstated_code);
    EXPECT_EQ(group_of(tables(), "quarter_sectors", "C"), "secondary");
    EXPECT_EQ(group_of(tables(), "quarter_sectors", ""), unstated_code);
    EXPECT_EQ(group_of(tables(), "quarter_skill_levels", "0"), unstated_code);
    EXPECT_EQ(group_of(tables(), "quarter_skill_levels", "5"), "skill_level_1");
    EXPECT_EQ(group_of(tables(), "quarter_employer_kinds", "92"), "sole_trader");
}

TEST(QuarterRatio, DemandWithoutRequirementIsSpreadByThePeople) {
    EXPECT_EQ(mirrored_ratio_hundredths({0, 30, 100, 200}), 200);   // All alike: 200 posts, 100 people.
    EXPECT_EQ(mirrored_ratio_hundredths({10, 30, 100, 100}), 133);  // (10 + 30) / 30
    EXPECT_EQ(mirrored_ratio_hundredths({10, 0, 100, 100}), std::nullopt);
}

TEST(QuarterRules, FourEyesAndOneWay) {
    EXPECT_EQ(next_status(ReportStatus::draft, ReportAct::submit).value(), ReportStatus::review);
    EXPECT_EQ(next_status(ReportStatus::review, ReportAct::publish).value(),
              ReportStatus::published);
    for (const auto act : {ReportAct::compile, ReportAct::submit, ReportAct::send_back,
                           ReportAct::publish})
        EXPECT_FALSE(next_status(ReportStatus::published, act));
    EXPECT_FALSE(next_status(ReportStatus::draft, ReportAct::publish));
    ReportRow report;
    report.made_by = AccountId{1};
    report.submitted_by = AccountId{2};
    EXPECT_FALSE(may_publish(report, AccountId{1}));
    EXPECT_FALSE(may_publish(report, AccountId{2}));
    EXPECT_TRUE(may_publish(report, AccountId{3}));
    EXPECT_EQ(number_of("宜宾市", "2026Q4", 2), "宜宾市季度市场供求分析报告〔2026〕第4季度第2版");
}

/// A quarter in which every group may be of any size.
struct RandomQuarter {
    std::mt19937 random;
    std::vector<Post> posts;
    std::vector<Seeker> seekers;

    explicit RandomQuarter(unsigned seed) : random(seed) {
        const int many = below(60);
        for (int i = 0; i < many; ++i) posts.push_back(post());
        const int people = below(150);
        for (int i = 0; i < people; ++i) seekers.push_back(seeker(i));
    }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); }
    std::string one_of(std::vector<const char*> texts) {
        // The first ones more often.
        return texts[static_cast<std::size_t>(
            std::min(below(static_cast<int>(texts.size())), below(static_cast<int>(texts.size()))))];
    }
    PlaceCode place() { return {one_of({"511502", "510502", "511504", "500118", "510302"})}; }
    std::string occupation() {
        return one_of({"6-02-06-03", "4-02-02-01", "6-18-01-01", "4-04-05-01", "2-02-07-01",
                       "5-01-01-01"});
    }
    Post post() {
        return {OrganisationId{1 + below(12)},
                {one_of({"91", "92", "12", "X9"}) + "511502MA6000001"},
                place(),
                occupation(),
                one_of({"C1512", "I6510", "A0111", "Q8411", "C3821", ""}),
                1 + below(40),
                one_of({"", "college", "junior", "bachelor"}),
                below(6)};
    }
    Seeker seeker(int number) {
        Seeker seeker{place(), below(5) == 0 ? "" : occupation(), {}};
        seeker.traits.id = PersonId{number + 1};
        if (below(9) > 0) seeker.traits.sex = below(3) == 0 ? Sex::female : Sex::male;
        if (below(9) > 0)
            seeker.traits.born = Date{std::chrono::year(1960 + below(50)), std::chrono::month(6),
                                      std::chrono::day(15)};
        seeker.traits.education = one_of({"senior", "primary", "college", "", "doctor"});
        seeker.traits.skill_level = below(6);
        seeker.traits.seeker_kind = one_of({"lost_job", "graduate", "retired", "rural_local", ""});
        return seeker;
    }
};

struct Sums {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    bool operator==(const Sums&) const = default;
};
std::map<TableName, Sums> sums_of(const std::vector<TableRow>& rows) {
    std::map<TableName, Sums> sums;
    for (const auto& row : rows) {
        sums[row.table_name].demand += row.demand;
        sums[row.table_name].supply += row.supply;
    }
    return sums;
}

TEST(QuarterTables, AddUpToTheSameTotalForEverybody) {
    int published = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        RandomQuarter quarter(seed);
        Sums total;
        for (const auto& post : quarter.posts) total.demand += post.amount;
        total.supply = static_cast<std::int64_t>(quarter.seekers.size());
        const auto counted = tally(tables(), quarter.posts, quarter.seekers, true,
                                   parse_date("2026-12-31").value());
        const auto everybody = public_rows(tables(), counted, {10, 3}, {});
        published += everybody.empty() ? 0 : 1;
        for (const auto& rows : {office_rows(tables(), counted), everybody})
            for (const auto& [table, sum] : sums_of(rows)) {
                if (is_extract(table)) continue;
                EXPECT_EQ(sum, (Sums{has_demand(table) ? total.demand : 0,
                                     has_supply(table) ? total.supply : 0}))
                    << seed << codec::enum_text(table);
            }
    }
    EXPECT_GT(published, 100);
}

/// What is left of the rows with that beginning when those that are listed are taken away.
TEST(QuarterTables, WhatFollowsFromTheRowsIsNeverSmall) {
    const Limits limits{10, 3};
    int listed = 0;
    int merged = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        RandomQuarter quarter(seed);
        const auto counted = tally(tables(), quarter.posts, quarter.seekers, false,
                                   parse_date("2026-12-31").value());
        std::map<std::string, Bag> rest = counted.occupations;
        std::set<std::string> opened;  // classes of which an occupation is listed
        std::map<std::string, Sums> industries;
        std::map<std::string, Sums> sectors;
        for (const auto& row : public_rows(tables(), counted, limits, {})) {
            EXPECT_TRUE(row.demand == 0 || row.firms >= limits.firms) << seed << row.code;
            EXPECT_TRUE(row.supply == 0 || row.supply >= limits.persons) << seed << row.code;
            merged += row.members.empty() ? 0 : 1;
            if (is_extract(row.table_name)) {
                ++listed;
                rest.erase(row.code);
                opened.insert(row.code.substr(0, 1));
            }
            // Industries lie within the rows of the sectors: the sums per row are equal.
            if (row.table_name == TableName::sector)
                sectors[row.members.empty() ? row.code : "*"].demand += row.demand;
        }
        for (const auto& row : public_rows(tables(), counted, limits, {})) {
            if (row.table_name != TableName::industry) continue;
            const auto code = row.members.empty() ? row.code : row.members.front();
            const auto sector = group_of(tables(), "quarter_sectors", code);
            industries[sectors.count(sector) > 0 ? sector : "*"].demand += row.demand;
        }
        for (const auto& [sector, sum] : industries)
            EXPECT_EQ(sum, sectors[sector]) << seed << sector;
        for (const auto& of_class : opened) {
            Bag left;
            for (const auto& [code, bag] : rest)
                if (code.starts_with(of_class)) left.add(bag);
            EXPECT_TRUE(is_safe(left, limits)) << seed << of_class;
        }
    }
    EXPECT_GT(listed, 50);
    EXPECT_GT(merged, 100);
}

/// Places and classes that lists tell as one are one row here, though each is large enough, and what they do not tell is not listed.
TEST(QuarterTables, SayNothingOfPeopleThatIsNotToldElsewhere) {
    std::vector<Seeker> seekers;
    const auto add = [&](const char* place, const char* occupation, int count) {
        for (int i = 0; i < count; ++i) seekers.push_back({{place}, occupation, {}});
    };
    add("511502", "6-02-06-03", 40);
    add("511502", "6-02-06-07", 30);
    add("511504", "4-04-05-01", 20);
    add("511523", "2-02-02-01", 25);
    add("511523", "2-02-02-02", 15);
    const auto counted = tally(tables(), {}, seekers, false, parse_date("2026-12-31").value());
    statistics::Told city;
    city.joined = {{"511502"}, {"511504"}};
    city.classes = {{"6", "4"}, {"2"}};
    city.others = {"6-02-06-03", "2-02-02-01"};
    const auto codes_of = [&](const Together& together) {
        std::map<TableName, std::map<std::string, std::int64_t>> codes;
        for (const auto& row : public_rows(tables(), counted, {10, 3}, together)) codes[row.table_name][row.code] = row.supply;
        return codes;
    };
    using Codes = std::map<std::string, std::int64_t>;
    auto alone = codes_of({});
    EXPECT_EQ(alone[TableName::overall], (Codes{{"511502", 70}, {"511504", 20}, {"511523", 40}}));
    EXPECT_EQ(alone[TableName::occupation_class], (Codes{{"2", 40}, {"4", 20}, {"6", 70}}));
    EXPECT_EQ(alone[TableName::surpluses].count("6-02-06-03"), 1U);
    auto beside = codes_of(together_in({{{"511500"}, city}}, false));
    EXPECT_EQ(beside[TableName::overall], (Codes{{"*", 90}, {"511523", 40}}));
    EXPECT_EQ(beside[TableName::city], beside[TableName::overall]);
    EXPECT_EQ(beside[TableName::occupation_class], (Codes{{"*", 90}, {"2", 40}}));
    EXPECT_EQ(beside[TableName::surpluses].count("6-02-06-03"), 0U);
    EXPECT_EQ(beside[TableName::surpluses].count("2-02-02-01"), 0U);
    EXPECT_EQ(beside[TableName::surpluses].count("2-02-02-02"), 1U);
}

TEST(QuarterTables, ClassesOfTheRegionAreOneWhereAnyCityTellsThemAsOne) {
    statistics::Told one, other;
    one.classes = {{"6", "4"}, {"2"}, {""}};
    other.classes = {{"6"}, {"4", ""}, {"2"}};
    one.joined = {{"511502"}};
    const auto together = together_in({{{"511500"}, one}, {{"510500"}, other}}, true);
    EXPECT_TRUE(together.places.empty()) << "cities are told";
    std::set<std::set<std::string>> classes(together.classes.begin(), together.classes.end());
    EXPECT_EQ(classes, (std::set<std::set<std::string>>{{"2"}, {"4", "6", any_code}}));
}

TEST(QuarterColumns, GroupsAreComparedOnlyAmongTheSamePlaces) {
    const auto row = [](TableName table, const char* code, std::int64_t demand,
                        std::int64_t supply) {
        return TableRow{table, 1, code, demand, 9, supply, {}};
    };
    const auto before = by_table({row(TableName::overall, "511500", 100, 50),
                                  row(TableName::overall, "510500", 40, 40),
                                  row(TableName::occupation_class, "6", 140, 90)});
    const auto now = by_table({row(TableName::overall, "511500", 150, 50),
                               row(TableName::occupation_class, "6", 120, 30),
                               row(TableName::occupation_class, "4", 30, 20)});
    Columns columns{now, Earlier{before, false, {"511500"}}, std::nullopt};
    const auto overall = table_of(TableName::overall, columns);
    EXPECT_EQ(overall.total.demand.growth_quarter, 5000) << "of Yibin alone: 100 to 150";
    EXPECT_EQ(overall.total.supply.growth_quarter, 0);
    EXPECT_EQ(overall.total.ratio_quarter, 100);
    EXPECT_EQ(overall.total.demand.growth_year, std::nullopt);
    const auto classes = table_of(TableName::occupation_class, columns);
    EXPECT_EQ(classes.rows[0].demand.share_quarter, std::nullopt);
    columns.quarter = Earlier{before, true, {"511500"}};
    EXPECT_EQ(table_of(TableName::occupation_class, columns).rows[0].demand.share_quarter, -2000);
    EXPECT_EQ(table_of(TableName::occupation_class, columns).rows[1].demand.share_quarter,
              std::nullopt);
}

}  // namespace shown_test
}  // namespace jianghui::quarter_reports
