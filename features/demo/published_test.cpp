// What the demo's offices made and published: each of it is there for everybody, by more than one official, and
// its figures are those that the journal gives.

#include <gtest/gtest.h>

#include "features/demo/fill.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::demo {
namespace published_test {

namespace json = codec::json;

class PublishedTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        world_ = std::make_unique<test::TestApp>();
        const auto done = fill(world_->app(), {*parse_instant("2026-11-23T08:59:00+08:00"), 3, true});
        ASSERT_TRUE(done.has_value()) << done.error().code << done.error().path;
    }
    static void TearDownTestSuite() { world_.reset(); }

    static json::array items(const std::string& path, const access::Caller& as = {}) {
        const auto answer = world_->get(path, as);
        EXPECT_EQ(answer.status, 200) << path << answer.bytes;
        return answer.status == 200 ? answer.body.at("items").as_array() : json::array{};
    }
    static std::string text(const json::value& item, std::string_view member) {
        return std::string(item.at(member).as_string());
    }
    /// How many of the items say so.
    static int count(const json::array& all, std::string_view member, std::string_view value) {
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const auto& item) {
            return item.at(member).as_string() == value;
        }));
    }
    /// How many rows a statement counts.
    static std::int64_t counted(const char* sql) {
        const store::Statement statement{"published_test.counted", sql};
        return world_->store().read([&](store::Reader& reader) {
            return reader.value<std::int64_t>(statement).value_or(-1);
        });
    }
    static access::Caller official(const char* place) { return world_->official(place); }

    static inline std::unique_ptr<test::TestApp> world_;
};

TEST_F(PublishedTest, ListsOfTheLastQuartersAreFrozenByAnotherOfficialAndAddUp) {
    const auto lists = items("/lists");
    ASSERT_EQ(lists.size(), 4U) << "demand and supply of two quarters";
    EXPECT_EQ(count(lists, "status", "published"), 4);
    EXPECT_EQ(count(lists, "period", "2026Q3"), 2);
    EXPECT_EQ(count(lists, "kind", "demand"), 2);
    EXPECT_EQ(counted("SELECT COUNT(*) FROM lists WHERE frozen_by = made_by"), 0);
    for (const auto& list : lists) {
        std::int64_t sum = 0;
        for (const auto& line : items("/lists/" + text(list, "id") + "/lines?limit=200"))
            sum += line.at("amount").as_int64();
        EXPECT_EQ(sum, list.at("total").as_int64()) << text(list, "number");
        EXPECT_GT(sum, 0);
    }
}

TEST_F(PublishedTest, FiguresAreThoseThatTheJournalGives) {
    for (const std::string measure : {"demand", "supply", "placements"}) {
        const auto verified =
            world_->get("/statistics/" + measure + "/verification", official("510000"));
        ASSERT_EQ(verified.status, 200) << verified.bytes;
        EXPECT_TRUE(verified.body.at("same").as_bool()) << verified.bytes;
    }
}

TEST_F(PublishedTest, AReportComparesItselfWithTheQuarterBefore) {
    const auto reports = items("/quarter-reports");
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_EQ(count(reports, "status", "published"), 2);
    for (const auto& report : reports) {
        const auto shown = world_->get("/quarter-reports/" + text(report, "id"), {});
        EXPECT_GT(shown.number("demand"), 0);
        EXPECT_GT(shown.number("supply"), 0);
        EXPECT_EQ(shown.body.at("quarter_before").is_null(), text(report, "period") == "2026Q2");
    }
}

TEST_F(PublishedTest, AnExpertDissentedFromTheCatalogueAndWarningsHaveTheirDuties) {
    const auto catalogues = items("/shortages");
    ASSERT_EQ(catalogues.size(), 2U);
    EXPECT_EQ(count(catalogues, "status", "published"), 2);
    for (const auto& catalogue : catalogues) {
        const auto entries = items("/shortages/" + text(catalogue, "id") + "/entries");
        ASSERT_GE(entries.size(), 3U) << "at least the work that nobody looks for";
        EXPECT_GE(count(entries, "grade", "severe"), 1);
        std::int64_t dissents = 0;
        for (const auto& entry : entries) dissents += entry.at("dissents").as_int64();
        EXPECT_EQ(dissents, 1);
    }
    const auto warnings = items("/shortage-warnings");
    EXPECT_GE(count(warnings, "status", "answered"), 1) << "Yibin has said what it does";
    EXPECT_GE(count(warnings, "level", "red"), 1) << "a hundred posts stood open for a quarter";
    EXPECT_GE(count(warnings, "status", "issued"), 1) << "Luzhou has to";
    for (const auto& warning : warnings)
        EXPECT_EQ(warning.at("due_at").is_null(), text(warning, "status") != "issued");
    EXPECT_GE(count(items("/shortage-warnings", official("511000")), "status", "computed"), 1)
        << "Neijiang has not come to it";
}

TEST_F(PublishedTest, APayGuideIsPublishedAndAnotherSurveyIsBeingAnswered) {
    const auto guides = items("/pay-surveys");
    ASSERT_EQ(guides.size(), 1U) << "only what is published is for everybody";
    EXPECT_GT(guides[0].at("persons").as_int64(), 0);
    EXPECT_LE(guides[0].at("sampled").as_int64() - guides[0].at("counted").as_int64(), 2)
        << "two never answered, or nobody of a few";
    EXPECT_FALSE(items("/pay-surveys/" + text(guides[0], "id") + "/cells").empty());
    EXPECT_FALSE(items("/pay-surveys/" + text(guides[0], "id") + "/costs").empty());
    EXPECT_EQ(counted("SELECT COUNT(DISTINCT layer) FROM pay_reviews WHERE agreed = 1"), 4)
        << "the county's, the city's, the survey's office and the expert, after the company";
    EXPECT_EQ(count(items("/pay-surveys", official("510500")), "status", "collecting"), 1);
}

TEST_F(PublishedTest, ARuralSurveyIsEstimatedAndAnotherIsBeingCollected) {
    const auto surveys = items("/surveys");
    ASSERT_EQ(surveys.size(), 1U);
    const auto& response = surveys[0].at("response");
    EXPECT_GE(response.at("issued").as_int64(), 160);
    EXPECT_GT(response.at("refused").as_int64(), 0);
    EXPECT_EQ(response.at("conflict").as_int64(), 0);
    EXPECT_EQ(response.at("waiting").as_int64(), 0);
    EXPECT_FALSE(items("/surveys/" + text(surveys[0], "id") + "/results").empty());
    const auto collecting = items("/surveys", official("510500"));
    EXPECT_EQ(count(collecting, "status", "collecting"), 1);
    EXPECT_GE(counted("SELECT COUNT(*) FROM survey_households WHERE status = 'conflict'"), 1);
}

TEST_F(PublishedTest, DutiesHaveEveryLightAndAnAssessmentIsPublished) {
    const auto duties = world_->get("/duties", official("510000"));
    EXPECT_GE(duties.number("red"), 1);
    EXPECT_GE(duties.number("yellow"), 1);
    EXPECT_GE(duties.number("green"), 1);
    EXPECT_GE(count(duties.body.at("items").as_array(), "status", "confirmed"), 1);
    EXPECT_EQ(count(items("/duty-assessments"), "status", "published"), 1);
}

TEST_F(PublishedTest, CasesStandAtTheirSteps) {
    std::set<std::string> states;
    for (const char* place : {"510500", "510300", "511500"})
        for (const auto& each : items("/cases?limit=200", official(place)))
            states.insert(text(each, "procedure") + " " + text(each, "state"));
    for (const auto& each : items("/cases", world_->caller(access::Role::inspector, {}, "511500")))
        states.insert(text(each, "procedure") + " " + text(each, "state"));
    for (const char* state :
         {"hr_service_licence_grant granted", "hr_service_licence_grant accepted",
          "hr_service_licence_grant submitted", "hr_service_filing filed", "branch_report received", "training_base publicity",
          "practitioner_qualification submitted", "complaint investigating", "complaint registered"})
        EXPECT_TRUE(states.contains(state)) << state;
}

TEST_F(PublishedTest, WhatWasPublishedIsOpenData) {
    std::set<std::string> kinds;
    for (const auto& table : items("/open-data"))
        if (!table.at("newest").is_null()) kinds.insert(text(table, "id"));
    const auto has = [&](const std::string& kind) {
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](const auto& id) { return id.rfind(kind, 0) == 0; });
    };
    for (const std::string kind : {"demand-list", "supply-list", "quarter-report", "shortage-catalogue", "pay-guide",
                                   "labour-cost", "rural-survey", "duty-assessments"})
        EXPECT_TRUE(has(kind)) << kind;
}

}  // namespace published_test
}  // namespace jianghui::demo
