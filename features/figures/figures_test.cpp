// Counting from a journal: the figures, their records, and the same again from the beginning.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/figures/counting.hpp"
#include "features/figures/queries.hpp"
#include "features/figures/rules.hpp"
#include "features/figures/series.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::figures {
namespace {

class FiguresTest : public testing::Test {
  protected:
    FiguresTest()
        : employer_(world_.employer("511502")),
          luzhou_(world_.agency("510502")),
          neijiang_(world_.agency("511002")),
          order_(*OrderId::parse(world_.open_order(employer_, 9))) {}

    void append(journal::Event event) {
        event.at = world_.clock().now();
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }
    void seat(const std::string& kind, std::int64_t seat, const access::Caller& agency) {
        journal::Event event;
        event.kind = kind;
        event.city = {"511500"};
        event.organisation = agency.organisation;
        event.counterpart = employer_.organisation;
        event.person = PersonId{seat + 1000};
        event.subject_kind = "seat";
        event.subject = {seat};
        event.data = boost::json::object{{"order", order_.text()}};
        append(event);
    }
    void statement(const std::string& kind, const std::string& status, std::int64_t id,
                   std::int64_t wage, std::int64_t fee, const char* month = "2026-12") {
        journal::Event event;
        event.kind = kind;
        event.city = {"511500"};
        event.organisation = employer_.organisation;
        event.counterpart = luzhou_.organisation;
        event.subject_kind = "statement";
        event.subject = {id};
        event.data = boost::json::object{
            {"order", order_.text()}, {"agency_place", "510502"}, {"order_kind", "dispatch"},
            {"month", month},         {"status", status},         {"wage_fen", wage},
            {"fee_fen", fee}};
        append(event);
    }
    void count() {
        world_.clock().advance(std::chrono::seconds(1));
        world_.app().run_due_jobs();
    }
    /// {verified, provisional} of a figure.
    std::pair<std::int64_t, std::int64_t> figure(const std::string& query,
                                                 std::string_view measure) {
        const auto answer = world_.get("/figures?" + query, {});
        EXPECT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
        for (const auto& item : answer.body.at("items").as_array())
            if (item.at("measure").as_string() == measure)
                return {item.at("verified").as_int64(), item.at("provisional").as_int64()};
        return {-1, -1};
    }
    std::size_t records(const std::string& id, const access::Caller& as) {
        const auto answer = world_.get("/figures/" + id + "/records", as);
        EXPECT_EQ(answer.status, 200);
        return answer.body.at("items").as_array().size();
    }
    std::vector<std::string> all_rows() {
        return world_.store().read([](store::Reader& reader) {
            std::vector<std::string> rows;
            for (const int year : {2026, 2027})
                for (const auto measure :
                     {Measure::revenue, Measure::employment, Measure::employers})
                    for (const auto& row : reader.all<Record>(
                             sql::list_records,
                             store::arguments("measure", measure, "year", year, "place_from", "0",
                                              "place_to", "9", "cursor", std::optional<int>(),
                                              "city_from", "0", "city_to", "9", "organisation",
                                              OrganisationId{}, "person", PersonId{}, "limit",
                                              1000)))
                        rows.push_back(codec::encode(row));
            for (const int year : {2026, 2027})
                for (const auto& total : reader.all<Total>(
                         sql::totals_of_year, store::arguments("year", year, "place_from", "0",
                                                               "place_to", "9")))
                    if (total.verified != 0 || total.provisional != 0)
                        rows.push_back(codec::encode(total));
            return rows;
        });
    }
    void tell_a_story() {
        seat("seat.start_confirmed", 1, luzhou_);
        seat("seat.on_site", 1, luzhou_);
        seat("seat.on_site", 2, luzhou_);
        seat("seat.start_confirmed", 3, neijiang_);
        seat("seat.start_confirmed", 4, neijiang_);
        seat("seat.no_show", 4, neijiang_);
        seat("seat.done", 2, luzhou_);
        statement("statement.drafted", "draft", 50, 100, 10);
        statement("statement.agreed", "agreed", 50, 700'000, 50'000);
        statement("statement.agreed", "agreed", 51, 300'000, 20'000);
        statement("statement.confirmed", "confirmed", 50, 700'000, 50'000);
    }

    test::TestApp world_;
    access::Caller employer_;
    access::Caller luzhou_;
    access::Caller neijiang_;
    OrderId order_;
    using Pair = std::pair<std::int64_t, std::int64_t>;
};

TEST_F(FiguresTest, CountByPlaceOfOrderAndSeatOfAgency) {
    tell_a_story();
    count();
    EXPECT_EQ(figure("place=511500&year=2026", "employment"), Pair(2, 1));
    EXPECT_EQ(figure("place=511502&year=2026", "employment"), Pair(2, 1));
    EXPECT_EQ(figure("place=510500&year=2026", "employment"), Pair(0, 0));
    EXPECT_EQ(figure("place=5115&year=2026", "employers"), Pair(1, 1));
    EXPECT_EQ(figure("place=510500&year=2026", "revenue"), Pair(750'000, 320'000));
    EXPECT_EQ(figure("place=510500&year=2026", "revenue_net"), Pair(50'000, 20'000));
    EXPECT_EQ(figure("place=511500&year=2026", "revenue"), Pair(0, 0));
    EXPECT_EQ(figure("year=2026", "revenue"), Pair(750'000, 320'000));
    const auto map = world_.get("/figures/map?measure=employment&year=2026", {});
    EXPECT_EQ(map.body.at("items").as_array().size(), 7u);
    const auto counties =
        world_.get("/figures/map?measure=employment&year=2026&place=511500", {});
    EXPECT_EQ(counties.body.at("items").as_array().size(), 10u);
}

TEST_F(FiguresTest, ACorrectedStatementStopsCounting) {
    tell_a_story();
    statement("statement.corrected", "draft", 51, 310'000, 20'000);
    count();
    EXPECT_EQ(figure("place=510500&year=2026", "revenue"), Pair(750'000, 0));
}

TEST_F(FiguresTest, OpenToTheirRecordsWithTheReadersRights) {
    tell_a_story();
    count();
    const auto yibin = world_.caller(access::Role::official, {}, "511500");
    const auto luzhou = world_.caller(access::Role::inspector, {}, "510500");
    EXPECT_EQ(records("511500-2026-employment", yibin), 3u);
    EXPECT_EQ(records("511500-2026-employment", luzhou), 0u);
    EXPECT_EQ(records("511500-2026-employment", neijiang_), 1u);
    EXPECT_EQ(records("511500-2026-employment", employer_), 3u);
    EXPECT_EQ(records("510500-2026-revenue_net", luzhou), 2u);
    EXPECT_EQ(records("region-2026-employers", yibin), 2u);
    auto worker = world_.caller(access::Role::worker, {}, "511502");
    EXPECT_EQ(records("511500-2026-employment", worker), 0u);
    EXPECT_EQ(world_.get("/figures/511500-2026-employment/records", {}).status, 401);
    EXPECT_EQ(world_.get("/figures/nonsense/records", yibin).status, 404);
    const auto first = world_.get("/figures/511500-2026-employment/records?limit=2", yibin);
    const auto rest = world_.get("/figures/511500-2026-employment/records?limit=2&cursor=" +
                                     first.text("next"),
                                 yibin);
    EXPECT_EQ(rest.body.at("items").as_array().size(), 1u);
    EXPECT_EQ(rest.text("next"), "");
}

TEST_F(FiguresTest, AMonthThatWasWorkedBeforeThePlatformBeganIsOneOfTheMonths) {
    tell_a_story();  // from November on
    statement("statement.confirmed", "confirmed", 9, 30'000, 2'000, "2026-10");
    count();
    world_.store().read([&](store::Reader& reader) {
        const auto months = monthly_amounts(reader, {"510500"}, Measure::revenue, world_.clock().now());
        ASSERT_FALSE(months.empty());
        EXPECT_EQ(months.front().month, std::chrono::year(2026) / 10);
        EXPECT_EQ(months.front().amount, 32'000);
        const auto others = monthly_amounts(reader, {"511500"}, Measure::employment, world_.clock().now());
        ASSERT_FALSE(others.empty());
        EXPECT_EQ(others.front().month, std::chrono::year(2026) / 11);
    });
}

TEST_F(FiguresTest, ARecountGivesTheSame) {
    tell_a_story();
    count();
    world_.clock().set(*parse_instant("2027-01-03T09:00:00+08:00"));
    seat("seat.on_site", 3, neijiang_);  // provisional of the old year, verified in the new one
    count();
    EXPECT_EQ(figure("place=511500&year=2026", "employment"), Pair(3, 0))
        << "it started in the old year";
    EXPECT_EQ(figure("place=511500&year=2027", "employment"), Pair(0, 0));
    EXPECT_EQ(figure("place=511500&year=2026", "employers"), Pair(2, 0));
    world_.store().read([&](store::Reader& reader) {
        const auto amounts = [&](const char* city, Measure measure) {
            std::vector<std::int64_t> amounts;
            for (const auto& month : monthly_amounts(reader, {city}, measure, world_.clock().now()))
                amounts.push_back(month.amount);
            return amounts;
        };
        using Months = std::vector<std::int64_t>;  // November, December, January
        EXPECT_EQ(amounts("511500", Measure::employment), (Months{3, 0, 0})) << "their starts";
        EXPECT_EQ(amounts("510500", Measure::revenue), (Months{0, 1'070'000, 0}))
            << "the month worked";
    });
    const auto before = all_rows();
    const auto administrator = world_.caller(access::Role::system_administrator, {}, "510000");
    EXPECT_EQ(world_.post("/figures/recount", luzhou_).status, 403);
    EXPECT_EQ(world_.post("/figures/recount", administrator).status, 200);
    EXPECT_TRUE(all_rows().empty());
    count();
    EXPECT_EQ(all_rows(), before);
    // And nothing more when there is nothing new.
    count();
    EXPECT_EQ(all_rows(), before);
}

TEST_F(FiguresTest, TargetsOnlyForYearsThatHaveThemAndNoDataIsNotZero) {
    tell_a_story();
    count();
    const auto item = [&](const std::string& query, std::size_t number) {
        return world_.get("/figures?" + query, {}).body.at("items").as_array().at(number);
    };
    EXPECT_TRUE(item("place=511500&year=2026", 0).at("target").is_null());
    EXPECT_TRUE(item("place=511500&year=2026", 0).at("has_data").as_bool());
    EXPECT_FALSE(item("place=511500&year=2026", 4).at("has_data").as_bool()) << "talent";
    EXPECT_EQ(item("place=511500&year=2025", 0).at("target").as_int64(), 500'000'000'000);
    EXPECT_FALSE(item("place=511500&year=2025", 0).at("has_data").as_bool());
    EXPECT_TRUE(item("place=511500&year=2025", 0).at("progress_per_mille").is_null());
    EXPECT_EQ(item("year=2025", 0).at("target").as_int64(), 1'540'000'000'000) << "154 亿元";
    const auto unknown = world_.get("/figures?place=511599", {});
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.text("code"), "unknown_code");
    EXPECT_EQ(world_.get("/figures", {}).body.at("items").as_array()[0].at("formula").as_int64(), counting_formula);
    EXPECT_GT(world_.get("/figures", {}).body.at("items").as_array()[0].at("as_of_position")
                  .as_int64(), 0);
}

}  // namespace
}  // namespace jianghui::figures
