// A quarter report from its compiling to its publication: who may do what, what is counted by a second
// count of its own, what the sentences say, what everybody sees.

#include <set>

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/quarter_reports/columns.hpp"
#include "features/quarter_reports/document.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::quarter_reports {
namespace quarter_reports_test {

/// Somebody whom the test made up, and counts by itself.
struct Made {
    int year = 0;
    bool female = false;
    std::string education;
    std::string seeker_kind = {};
};

class QuarterReportsTest : public testing::Test {
  protected:
    void count() { world_.run_jobs(3); }
    /// How an agency registers her; born on 31 December of that year.
    test::TestApp::Posted registration(const Made& made, const std::string& place) {
        made_.push_back(made);
        std::string number = fmt::format("511502{}1231{:03}", made.year,
                                         2 * static_cast<int>(made_.size()) + (made.female ? 0 : 1));
        number += identity_check_character(number);
        std::string stated;
        if (!made.education.empty()) stated += R"(,"education":")" + made.education + "\"";
        if (!made.seeker_kind.empty()) stated += R"(,"seeker_kind":")" + made.seeker_kind + "\"";
        return {"/people", agency_,
                fmt::format(R"({{"name":"王某","id_number":"{}","place":"{}",)"
                            R"("occupations":["6-02-06-03"]{}}})",
                            number, place, stated),
                "person" + std::to_string(++keys_)};
    }
    void people(const std::vector<Made>& wanted) {
        std::vector<test::TestApp::Posted> requests;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            requests.push_back(registration(wanted[i], i % 2 == 0 ? "511502" : "511504"));
        for (const auto& answer : world_.post_together(requests))
            ASSERT_EQ(answer.status, 201) << codec::json::serialize(answer.body);
    }
    /// Forty people of both sexes, of all ages, four levels of schooling and, but for ten, two kinds.
    void many_people() {
        const char* levels[] = {"junior", "senior", "bachelor", ""};
        const char* kinds[] = {"lost_job", "graduate", "lost_job", ""};
        std::vector<Made> wanted;
        for (int i = 0; i < 40; ++i)
            wanted.push_back({1970 + i, i % 3 == 0, levels[i % 4], kinds[i / 10]});
        people(wanted);
    }
    void three_employers() {
        for (int i = 0; i < 3; ++i)
            world_.open_order(world_.employer("511502"), 10 + i,
                              i == 0 ? R"(,"education":"bachelor")" : "");
    }
    std::string compiled(const std::string& period = "2026Q4",
                         const std::string& more = R"(,"place":"511500")") {
        const auto made =
            world_.post("/quarter-reports", maker_, R"({"period":")" + period + "\"" + more + "}",
                        "compile" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << codec::json::serialize(made.body);
        return made.text("id");
    }
    std::string act(const std::string& report, const std::string& act, const access::Caller& as,
                    const std::string& body = "{}") {
        const auto answer = world_.post("/quarter-reports/" + report + "/" + act, as, body);
        return answer.status == 200 ? answer.text("status")
                                    : std::to_string(answer.status) + answer.text("code");
    }
    /// Publishes when the quarter is over, as its tables tell of people.
    std::string published(const std::string& period = "2026Q4",
                          const std::string& more = R"(,"place":"511500")") {
        next_quarter();
        const auto report = compiled(period, more);
        EXPECT_EQ(act(report, "submit", maker_), "review");
        EXPECT_EQ(act(report, "publish", checker_), "published");
        return report;
    }
    void next_quarter() {
        world_.clock().set(*parse_instant("2027-01-04T02:00:00.000Z"));
        count();
    }
    std::vector<TableView> tables(const std::string& report, const access::Caller& as) {
        const auto answer = world_.get("/quarter-reports/" + report + "/tables", as);
        EXPECT_EQ(answer.status, 200);
        return codec::decode<TablesView>(answer.bytes).value().items;
    }
    static const TableView& table(const std::vector<TableView>& tables, TableName name) {
        for (const auto& each : tables)
            if (each.table == name) return each;
        throw std::runtime_error("no such table");
    }
    static const RowView& row(const TableView& table, const std::string& code) {
        if (code == "total") return table.total;
        for (const auto& each : table.rows)
            if (each.code == code) return each;
        throw std::runtime_error("no row " + code);
    }

    test::TestApp world_;
    access::Caller agency_ = world_.agency("511502");
    access::Caller maker_ = world_.official("511500");
    access::Caller checker_ = world_.official("511500");
    std::vector<Made> made_;
    int keys_ = 0;
};

TEST_F(QuarterReportsTest, FromOrdersAndPeopleToThePublishedReport) {
    three_employers();
    many_people();
    count();
    const auto report = compiled();
    EXPECT_EQ(world_.get("/quarter-reports/" + report, {}).status, 404);
    EXPECT_EQ(act(report, "submit", maker_), "review");
    EXPECT_EQ(act(report, "publish", checker_), "409publication_too_early")
        << "who registers before the quarter's end would be the difference to the next version";
    EXPECT_EQ(act(report, "send-back", checker_, R"({"reason":"季度没有结束"})"), "draft");
    next_quarter();
    EXPECT_EQ(act(report, "compile", maker_), "draft");
    EXPECT_EQ(world_.get("/quarter-reports/" + report, world_.official("510500")).status, 404);
    EXPECT_EQ(act(report, "publish", checker_), "409report_status_conflict");
    EXPECT_EQ(act(report, "submit", maker_), "review");
    EXPECT_EQ(act(report, "publish", maker_), "403report_four_eyes");
    EXPECT_EQ(act(report, "compile", maker_), "409report_status_conflict");
    EXPECT_EQ(act(report, "publish", checker_), "published");
    const auto shown = world_.get("/quarter-reports/" + report, {});
    EXPECT_EQ(shown.text("number"), "宜宾市季度市场供求分析报告〔2026〕第4季度第1版");
    EXPECT_EQ(shown.number("demand"), 33);
    EXPECT_EQ(shown.number("supply"), 40);
    EXPECT_EQ(shown.number("ratio"), 83);
    EXPECT_EQ(shown.text("digest").size(), 64U);
    const auto all = tables(report, {});
    ASSERT_EQ(all.size(), 13U);
    for (const auto& each : all) {
        std::int64_t demand = 0;
        std::int64_t supply = 0;
        for (const auto& one : each.rows) {
            demand += one.demand.amount;
            supply += one.supply.amount;
            EXPECT_TRUE(one.supply.amount == 0 || one.supply.amount >= 10) << each.number << one.code;
        }
        if (!each.is_whole) continue;
        EXPECT_EQ(demand, each.has_demand ? 33 : 0) << each.number;
        EXPECT_EQ(supply, each.has_supply ? 40 : 0) << each.number;
    }
    EXPECT_EQ(row(table(all, TableName::employer_kind), "company").demand.amount, 33);
    EXPECT_EQ(row(table(all, TableName::seeker_kind), unstated_code).supply.amount, 10);
    EXPECT_EQ(row(table(all, TableName::occupation_class), "6").ratio, 83);
    EXPECT_EQ(world_.get("/quarter-reports?period=2026Q4", {}).body.at("items").as_array().size(),
              1U);
}

TEST_F(QuarterReportsTest, SexAgeSchoolingAndKindEqualASecondCount) {
    three_employers();
    many_people();
    count();
    const auto all = tables(compiled(), maker_);
    std::map<std::string, std::int64_t> counted;
    for (const auto& one : made_) {
        ++counted[one.female ? "female" : "male"];
        const int age = 2026 - one.year;  // On the last day of 2026 everybody has had her birthday.
        ++counted[age < 25 ? "age_16_24" : age < 35 ? "age_25_34" : age < 45 ? "age_35_44" : "age_45_up"];
        ++counted[one.education == "junior"   ? "junior_below"
                  : one.education == "senior" ? "senior_level"
                  : one.education.empty()     ? "no_schooling"
                                              : "bachelor_level"];
        ++counted[one.seeker_kind.empty() ? "no_kind" : "seekers_" + one.seeker_kind];
    }
    for (const auto name :
         {TableName::sex, TableName::age, TableName::schooling, TableName::seeker_kind}) {
        for (const auto& each : table(all, name).rows) {
            auto code = each.code;
            if (code == unstated_code)
                code = name == TableName::seeker_kind ? "no_kind" : "no_schooling";
            EXPECT_EQ(each.supply.amount, counted[code]) << code;
        }
    }
    // 33 posts: one of 10 asks for a degree, 23 for nothing.
    const auto& schooling = table(all, TableName::schooling);
    EXPECT_EQ(row(schooling, "bachelor_level").demand.amount, 10);
    EXPECT_EQ(row(schooling, any_code).demand.amount, 23);
    // (10 + 23 · 10/40) / 10
    EXPECT_EQ(row(schooling, "bachelor_level").ratio, 158);
    EXPECT_EQ(row(table(all, TableName::sex), "female").ratio, 83);
}

TEST_F(QuarterReportsTest, EveryNumberInASentenceIsACell) {
    three_employers();
    many_people();
    count();
    const auto report = published();
    for (const auto& reader : {access::Caller{}, maker_}) {
        const auto answer = world_.get("/quarter-reports/" + report + "/document", reader);
        const auto document = codec::decode<DocumentView>(answer.bytes).value();
        const auto all = tables(report, reader);
        EXPECT_EQ(document.sections.size(), 5U);
        int figures = 0;
        std::set<TableName> told;
        for (const auto& section : document.sections)
            for (const auto& sentence : section.sentences)
                for (const auto& part : sentence.parts) {
                    if (part.figure) {
                        ++figures;
                        told.insert(part.figure->table);
                        EXPECT_EQ(part.text, cell_text(row(table(all, part.figure->table),
                                                           part.figure->code),
                                                       part.figure->column));
                        continue;
                    }
                    // Words hold no number but the year, the quarter and names of groups.
                    if (section.title != "总体情况" || &sentence == &section.sentences.front())
                        continue;
                    EXPECT_EQ(part.text.find_first_of("0123456789"), std::string::npos)
                        << part.text;
                }
        EXPECT_GT(figures, 15);
        EXPECT_TRUE(told.contains(TableName::seeker_kind)) << "thirty of them said their kind";
    }
}

TEST_F(QuarterReportsTest, RowsOpenToTheirRecordsForWhoMaySee) {
    three_employers();
    many_people();
    count();
    const auto report = published();
    const auto records = [&](const std::string& what, const access::Caller& as) {
        return world_.get("/quarter-reports/" + report + "/tables/" + what, as);
    };
    const auto demand = records("industry/records?row=C&side=demand", {});
    EXPECT_EQ(demand.number("amount"), 33);
    EXPECT_EQ(demand.body.at("items").as_array().size(), 3U);
    EXPECT_EQ(records("sector/records?row=secondary&side=demand", {}).number("facts"), 3);
    EXPECT_EQ(records("employer_kind/records?row=company&side=demand", {}).number("facts"), 3);
    EXPECT_EQ(records("city/records?row=511502&side=supply", {}).text("code"), "for_the_office");
    EXPECT_EQ(records("city/records?row=511502&side=supply", maker_).number("facts"), 20);
    EXPECT_EQ(records("sex/records?row=female&side=supply", maker_).text("code"),
              "report_row_closed");
    EXPECT_EQ(records("industry/records?row=B&side=demand", maker_).status, 404);
    const auto page = records("occupation_class/records?row=6&side=supply&limit=15", maker_);
    EXPECT_EQ(page.body.at("items").as_array().size(), 15U);
    const auto next =
        records("occupation_class/records?row=6&side=supply&limit=50&cursor=" + page.text("next"),
                maker_);
    EXPECT_EQ(next.body.at("items").as_array().size(), 25U);
    EXPECT_EQ(next.number("amount"), 40);
}

TEST_F(QuarterReportsTest, IsComparedWithTheReportOfTheQuarterBefore) {
    three_employers();
    many_people();
    count();
    const auto first = published();
    const auto again = published();
    EXPECT_EQ(world_.get("/quarter-reports/" + again, {}).number("version"), 2);
    people({{1990, false, "senior"}, {1991, false, "senior"}, {1992, false, ""}, {1993, false, ""}});
    count();
    const auto report = compiled("2027Q1");
    const auto shown = world_.get("/quarter-reports/" + report, maker_);
    EXPECT_EQ(shown.body.at("quarter_before").at("id").as_string(), again) << "the newest version";
    EXPECT_TRUE(shown.body.at("quarter_before").at("same_panel").as_bool());
    EXPECT_TRUE(shown.body.at("year_before").is_null());
    const auto all = tables(report, maker_);
    EXPECT_EQ(table(all, TableName::overall).total.supply.growth_quarter, 1000) << "40 to 44";
    const auto& male = row(table(all, TableName::sex), "male");
    EXPECT_EQ(male.supply.share_quarter, male.supply.share.value() - 6500);
    EXPECT_EQ(row(table(tables(first, {}), TableName::overall), "total").supply.amount, 40)
        << "what was published stays";
}

TEST_F(QuarterReportsTest, RefusesWithARule) {
    count();
    const auto code = [&](const std::string& body, const access::Caller& as) {
        return world_.post("/quarter-reports", as, body, "refused" + std::to_string(++keys_))
            .text("code");
    };
    EXPECT_EQ(code(R"({"period":"2026Q4","place":"510500"})", maker_), "report_elsewhere");
    EXPECT_EQ(code(R"({"period":"2026Q4","place":"511502"})", maker_), "unknown_code");
    EXPECT_EQ(code(R"({"period":"2026-4"})", maker_), "period_malformed");
    EXPECT_EQ(code(R"({"period":"2027Q1"})", maker_), "report_not_begun");
    EXPECT_EQ(world_.post("/quarter-reports", agency_, "{}", "no").status, 403);
    people(std::vector<Made>(9, {1980, false, ""}));
    count();
    const auto small = compiled();
    EXPECT_EQ(code(R"({"period":"2026Q4","place":"511500"})", checker_), "report_open_already");
    EXPECT_EQ(act(small, "submit", world_.official("510500")), "404not_found");
    EXPECT_EQ(act(small, "submit", maker_), "review");
    EXPECT_EQ(act(small, "publish", checker_), "409report_too_small");
    EXPECT_EQ(act(small, "send-back", checker_, R"({"reason":"人数太少"})"), "draft");
    EXPECT_EQ(world_.get("/quarter-reports/" + small, maker_).text("note"), "人数太少");
    const auto inbox = [&](const access::Caller& as) {
        std::size_t waiting = 0;
        const auto answer = world_.get("/inbox", as);
        for (const auto& item : answer.body.at("items").as_array())
            waiting += item.at("kind").as_string() == "quarter_report.review" ? 1 : 0;
        return waiting;
    };
    EXPECT_EQ(act(small, "compile", maker_), "draft");
    EXPECT_EQ(act(small, "submit", maker_), "review");
    EXPECT_EQ(inbox(checker_), 1U);
    EXPECT_EQ(inbox(maker_), 0U);
    const auto region = compiled("2026Q4", R"(,"excluded":[{"place":"510500","reason":"未报送"}])");
    const auto shown = world_.get("/quarter-reports/" + region, world_.official("511000"));
    EXPECT_TRUE(shown.body.at("included").as_array().empty());
    const auto& excluded = shown.body.at("excluded").as_array();
    EXPECT_EQ(excluded.size(), 7U);
    EXPECT_EQ(excluded.back().at("code").as_string(), "511500");
    EXPECT_EQ(excluded.back().at("reason").as_string(), "该地区人数未达到公布的最少人数")
        << "the region less the other cities would be its people";
}

TEST_F(QuarterReportsTest, LeavesOutACityThatWasFirstCountedAfterTheQuarter) {
    three_employers();
    many_people();
    next_quarter();
    const auto region = compiled("2026Q4", "");
    const auto places_of = [&] {
        const auto shown = world_.get("/quarter-reports/" + region, maker_);
        return codec::json::serialize(shown.body.at("included")) + codec::json::serialize(shown.body.at("excluded"));
    };
    const auto places = places_of();
    EXPECT_NE(places.find("511500"), std::string::npos);
    agency_ = world_.agency("510502");
    EXPECT_EQ(world_.post_together({registration({1980, false, ""}, "510502")}).front().status, 201);
    count();
    EXPECT_EQ(act(region, "compile", maker_), "draft");
    EXPECT_EQ(places_of(), places) << "what came later is not in the figures: it does not make them 0 where they are missing";
}

TEST_F(QuarterReportsTest, OfTheRegionIsForOfficesOfCities) {
    people(std::vector<Made>(9, {1980, false, ""}));
    count();
    const auto county = world_.official("511502");
    EXPECT_EQ(world_.post("/quarter-reports", county, R"({"period":"2026Q4"})", "county").text("code"),
              "report_elsewhere");
    const auto region = compiled("2026Q4", "");
    EXPECT_EQ(world_.get("/quarter-reports/" + region, county).text("needs_office"), "of_city");
    EXPECT_EQ(act(region, "submit", county), "403report_elsewhere");
    EXPECT_EQ(act(region, "submit", maker_), "review");
    EXPECT_EQ(act(region, "publish", county), "403report_elsewhere");
    EXPECT_EQ(act(region, "publish", world_.official("510500")), "409report_too_small")
        << "another city's office may: here too few people are counted";
}

TEST_F(QuarterReportsTest, ComesAsXlsxPdfAndJsonAndKeepsNobodyInTheJournal) {
    three_employers();
    many_people();
    count();
    const auto report = published();
    const auto file = [&](const std::string& form) {
        const auto answer = world_.get("/quarter-reports/" + report + "/file?form=" + form, {});
        EXPECT_EQ(answer.status, 200) << form;
        return answer.bytes;
    };
    EXPECT_EQ(file("xlsx").substr(0, 2), "PK");
    EXPECT_EQ(file("pdf").substr(0, 5), "%PDF-");
    const auto document = codec::json::parse(file("json"));
    EXPECT_EQ(document.at("tables").as_array().size(), 13U);
    const auto events = world_.store().read(
        [](store::Reader& reader) { return journal::after(reader, 0, 500); });
    for (const auto& event : events) {
        if (!event.kind.starts_with("quarter_report.")) continue;
        const auto data = boost::json::serialize(event.data);
        EXPECT_EQ(data.find("male"), std::string::npos);
        EXPECT_EQ(data.find("age"), std::string::npos);
    }
}

}  // namespace quarter_reports_test
}  // namespace jianghui::quarter_reports
