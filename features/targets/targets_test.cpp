// The board of targets: sums of the plan, what is computed and what is reported, who may report.

#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui::targets {
namespace targets_test {

class TargetsTest : public testing::Test {
  protected:
    std::string proof(const access::Caller& as, const std::string& bytes = "2022 年统计公报") {
        const auto made = world_.post("/proofs?name=gongbao.txt", as, bytes,
                                      "proof" + std::to_string(++keys_));
        EXPECT_EQ(made.status, 201) << codec::json::serialize(made.body);
        return made.text("id");
    }
    test::TestApp::Answer report(const access::Caller& as, const std::string& place, int year,
                                 const std::string& measure, std::int64_t amount,
                                 const std::string& proof) {
        return world_.post("/target-reports", as,
                           R"({"place":")" + place + R"(","year":)" + std::to_string(year) +
                               R"(,"measure":")" + measure + R"(","amount":)" +
                               std::to_string(amount) + R"(,"proof":")" + proof + R"("})",
                           "report" + std::to_string(++keys_));
    }
    codec::json::object goal(const std::string& query, const std::string& place,
                             const std::string& measure) {
        const auto answer = world_.get("/targets?" + query, {});
        EXPECT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
        const auto find = [&](const codec::json::value& goals) -> codec::json::object {
            for (const auto& item : goals.at("items").as_array())
                if (item.at("measure").as_string() == measure) return item.as_object();
            return {};
        };
        if (place.empty()) return find(answer.body.at("together"));
        for (const auto& one : answer.body.at("places").as_array())
            if (one.at("place").as_string() == place) return find(one);
        return {};
    }
    void count() {
        world_.clock().advance(std::chrono::seconds(1));
        world_.app().run_due_jobs();
    }
    /// A start that both sides confirmed.
    void start(std::int64_t seat, const std::string& order, const access::Caller& employer,
               const access::Caller& agency) {
        journal::Event event;
        event.at = world_.clock().now();
        event.kind = "seat.on_site";
        event.city = {"511500"};
        event.organisation = agency.organisation;
        event.counterpart = employer.organisation;
        event.person = PersonId{seat + 1000};
        event.subject_kind = "seat";
        event.subject = {seat};
        event.data = boost::json::object{{"order", order}};
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }

    test::TestApp world_;
    access::Caller luzhou_ = world_.official("510500");
    int keys_ = 0;
};

TEST_F(TargetsTest, TheSumsOfThePlan) {
    const std::map<std::string, std::array<std::int64_t, 4>> sums{
        {"plan-2022", {11'400'000'000LL * 100, 700'000, 110'000, 125'000}},
        {"plan-2025", {15'400'000'000LL * 100, 1'200'000, 160'000, 245'000}}};
    for (const auto& [set, expected] : sums) {
        std::size_t i = 0;
        for (const auto* measure : {"revenue", "employment", "employers", "talent"})
            EXPECT_EQ(goal("set=" + set, "", measure).at("target").as_int64(), expected[i++])
                << set << ' ' << measure;
    }
    EXPECT_EQ(goal("set=plan-2025", "511500", "talent").at("target").as_int64(), 150'000);
    EXPECT_TRUE(goal("set=next-2030", "511500", "talent").at("target").is_null())
        << "a set that is not adopted has no targets";
    const auto sets = world_.get("/target-sets", {});
    ASSERT_EQ(sets.body.as_array().size(), 3U);
    EXPECT_EQ(sets.body.as_array()[0].at("mark").as_string(), "F");
    const auto newest = world_.get("/targets", {});
    EXPECT_EQ(newest.body.at("set").at("id").as_string(), "plan-2025");
    EXPECT_EQ(newest.body.at("places").as_array().size(), 4U);
    const auto unknown = world_.get("/targets?set=plan-2023", {});
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.text("code"), "unknown_code");
}

TEST_F(TargetsTest, ReportedWithProofStandsBesideAndIsNeverMixed) {
    const auto first = report(luzhou_, "510500", 2022, "employment", 290'000, proof(luzhou_));
    ASSERT_EQ(first.status, 201) << codec::json::serialize(first.body);
    EXPECT_EQ(first.number("version"), 1);
    auto shown = goal("set=plan-2022&year=2022", "510500", "employment");
    EXPECT_TRUE(shown.at("computed").is_null());
    EXPECT_EQ(shown.at("reported").at("amount").as_int64(), 290'000);
    EXPECT_EQ(shown.at("reported_per_mille").as_int64(), 966);
    EXPECT_TRUE(goal("set=plan-2022&year=2022", "", "employment").at("reported").is_null())
        << "one city of four is no sum";
    EXPECT_EQ(report(luzhou_, "510500", 2022, "employment", 300'000, proof(luzhou_)).number("version"),
              2);
    for (const auto* city : {"510300", "511000", "511500"}) {
        const auto office = world_.official(city);
        EXPECT_EQ(report(office, city, 2022, "employment", 100'000, proof(office)).status, 201);
    }
    EXPECT_EQ(goal("set=plan-2022&year=2022", "", "employment").at("reported").at("amount").as_int64(),
              600'000);
    const auto history = world_.get("/target-reports?place=510500&year=2022", {});
    ASSERT_EQ(history.body.at("items").as_array().size(), 2U);
    EXPECT_EQ(history.body.at("items").at(0).at("version").as_int64(), 2);
    EXPECT_TRUE(history.body.at("items").at(0).at("proof").is_null());
    const auto own = world_.get("/target-reports?place=510500&year=2022", luzhou_);
    const auto paper = own.body.at("items").at(0).at("proof").at("id").as_string();
    const std::string path = "/proofs/" + std::string(paper) + "/file";
    const auto file = world_.get(path, luzhou_);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.bytes, "2022 年统计公报");
    EXPECT_EQ(world_.get(path, world_.official("510000")).status, 200) << "the place above reads it";
    EXPECT_EQ(world_.get(path, world_.official("511500")).status, 404) << "another city does not";
}

TEST_F(TargetsTest, WhatMayNotBeReported) {
    const auto paper = proof(luzhou_);
    const auto refused = [&](const std::string& place, int year, const std::string& measure,
                             const std::string& with) {
        return report(luzhou_, place, year, measure, 1, with).text("code");
    };
    EXPECT_EQ(refused("511500", 2022, "talent", paper), "target_elsewhere");
    EXPECT_EQ(refused("510500", 2027, "talent", paper), "target_year_ahead");
    EXPECT_EQ(refused("510500", 2022, "revenue_net", paper), "target_not_reported");
    EXPECT_EQ(refused("510500", 2022, "talent", proof(world_.official("511500"))), "proof_unknown");
    EXPECT_EQ(refused("510502", 2022, "talent", paper), "unknown_code") << "a county has no targets";
    world_.open_order(world_.employer("511502"), 3);
    EXPECT_EQ(refused("510500", 2026, "employment", paper), "target_computed")
        << "the platform counts that year";
    EXPECT_EQ(report(luzhou_, "510500", 2026, "talent", 1, paper).status, 201)
        << "talent is not counted yet";
    const auto inspector = world_.caller(access::Role::inspector, {}, "510500");
    EXPECT_EQ(report(inspector, "510500", 2022, "talent", 1, paper).status, 403);
    EXPECT_EQ(world_.post("/proofs?name=a.txt", luzhou_, "", "e1").text("code"), "proof_empty");
    EXPECT_EQ(world_.post("/proofs?name=a.exe", luzhou_, std::string("MZ\0\1", 4), "e2").text("code"),
              "proof_type_unknown");
    EXPECT_EQ(world_.post("/proofs?name=a.txt", luzhou_, std::string(10'485'761, 'a'), "e3").status,
              413);
    EXPECT_EQ(world_.post("/proofs?name=a.html", luzhou_, "text", "e4").text("name"), "a.html.txt")
        << "the name ends as the bytes are";
    EXPECT_EQ(world_.post("/proofs?name=A.CSV", luzhou_, "text", "e5").text("name"), "A.CSV");
}

TEST_F(TargetsTest, CountedFiguresStandAgainstTheTargetAndOpenToRecords) {
    const auto employer = world_.employer("511502");
    const auto agency = world_.agency("510502");
    const auto order = world_.open_order(employer, 9);
    for (int seat = 1; seat <= 3; ++seat) start(seat, order, employer, agency);
    count();
    const auto shown = goal("set=plan-2025", "511500", "employment");
    EXPECT_EQ(shown.at("computed").at("verified").as_int64(), 3);
    EXPECT_EQ(shown.at("computed_per_mille").as_int64(), 0);
    EXPECT_EQ(shown.at("no_forecast").as_string(), "history_short");
    const std::string figure(shown.at("computed").at("figure").as_string());
    EXPECT_EQ(world_.get("/figures/" + figure + "/records", world_.official("511500"))
                  .body.at("items").as_array().size(), 3U);
    EXPECT_EQ(goal("set=plan-2025", "", "employment").at("computed").at("verified").as_int64(), 3);
    EXPECT_EQ(goal("set=plan-2025", "511500", "talent").at("no_forecast").as_string(), "not_counted");
    const auto compared = world_.get("/targets/comparison?measure=employment", luzhou_);
    const auto& rows = compared.body.at("items").as_array();
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(rows[0].at("place").as_string(), "511500");
    EXPECT_EQ(rows[0].at("per_million").as_int64(), 1) << "3 of 4.59 million";
    EXPECT_EQ(rows[0].at("agencies").as_int64(), 1);
    EXPECT_EQ(rows[0].at("per_agency_thousandths").as_int64(), 3000);
    EXPECT_EQ(rows[1].at("rank").as_int64(), 2);
    EXPECT_EQ(compared.text("people_mark"), "K");
    const auto first_row = [&] {
        return world_.get("/targets/comparison?measure=employment", {})
            .body.at("items").as_array().at(0).as_object();
    };
    start(4, order, employer, world_.agency("510502"));
    count();
    auto row = first_row();
    EXPECT_EQ(row.at("amount").as_int64(), 4);
    for (const char* hidden : {"agencies", "per_agency_thousandths", "per_agency_rank"})
        EXPECT_TRUE(row.at(hidden).is_null()) << hidden << ": two agencies know each other's";
    start(5, order, employer, world_.agency("510502"));
    count();
    row = first_row();
    EXPECT_EQ(row.at("agencies").as_int64(), 3);
    EXPECT_EQ(row.at("per_agency_thousandths").as_int64(), 1667);
    EXPECT_EQ(row.at("per_agency_rank").as_int64(), 1);
}

TEST_F(TargetsTest, AForecastFromMonthsThatWere) {
    const auto employer = world_.employer("511502");
    const auto agency = world_.agency("510502");
    const auto order = world_.open_order(employer, 90);
    std::int64_t seat = 0;
    for (int month = 0; month < 8; ++month) {  // November 2026 to June 2027, two a month
        for (int i = 0; i < 2; ++i) start(++seat, order, employer, agency);
        count();
        world_.clock().set(start_of(add_months(date_of(world_.clock().now()), 1)) +
                           std::chrono::hours(9));
    }
    const auto shown = goal("set=plan-2025&year=2027", "511500", "employment");
    EXPECT_EQ(shown.at("no_forecast").as_string(), "history_short")
        << "in July six months are ahead: eight months hold no three tests of six";
    for (int month = 0; month < 3; ++month) {
        for (int i = 0; i < 2; ++i) start(++seat, order, employer, agency);
        count();
        world_.clock().set(start_of(add_months(date_of(world_.clock().now()), 1)) +
                           std::chrono::hours(9));
    }
    const auto autumn = goal("set=plan-2025&year=2027", "511500", "employment");
    ASSERT_TRUE(autumn.at("forecast").is_object()) << codec::json::serialize(autumn);
    EXPECT_EQ(autumn.at("forecast").at("value").as_int64(), 24) << "two a month, twelve months";
    EXPECT_EQ(autumn.at("forecast").at("error").as_int64(), 0);
}

}  // namespace targets_test
}  // namespace jianghui::targets
