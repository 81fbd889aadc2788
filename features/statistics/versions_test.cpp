// A second version of a measure comes into force while the program runs: both are counted from the same journal, and stand side by side.

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "features/statistics/measures.hpp"
#include "features/statistics/verification.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace versions_test {

class VersionsTest : public testing::Test {
  protected:
    ~VersionsTest() override { std::filesystem::remove_all(folder_); }

    /// The shipped file with another version and without what makes short posts count nothing.
    void put_second_version() {
        std::filesystem::create_directories(folder_);
        const auto files = registers::read_folder(SOURCE_FOLDER "/measures").value();
        for (const auto& file : files) {
            std::string text = file.text;
            if (file.file == "demand.toml") {
                replace(text, "version = 1", "version = 2");
                replace(text, "at_least = \"demand_valid_hours\"\n", "");
            }
            std::ofstream(folder_ / file.file) << text;
        }
        auto source = measure_source(world_.app().services());
        source.folder = folder_;
        ASSERT_TRUE(registers::load_changed(world_.app().services(), source,
                                            world_.app().services().get<Measures>()).has_value());
    }
    static void replace(std::string& text, const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    void say(std::int64_t order, const std::string& kind, const std::string& at, std::int64_t headcount,
             const std::string& place) {
        journal::Event event;
        event.at = *parse_instant(at);
        event.kind = kind;
        event.city = city_of(PlaceCode{place});
        event.organisation = OrganisationId{order};
        event.subject_kind = "order";
        event.subject = {order};
        event.data = boost::json::object{
            {"place", place}, {"occupation", "6-02-06-03"}, {"industry", "C1512"}, {"headcount", headcount}};
        world_.store().write([&](store::Transaction& transaction) {
            journal::append(transaction, event);
            return true;
        });
    }
    codec::json::value beside(const std::string& more = "") {
        const auto answer = world_.get("/statistics/demand/versions?period=2026Q2" + more, {});
        EXPECT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
        return answer.body;
    }

    test::TestApp world_;
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("versions" + std::to_string(::getpid()));
};

TEST_F(VersionsTest, OfTheSameJournalStandSideBySide) {
    say(1, "order.opened", "2026-05-02T09:00:00+08:00", 30, "510502");
    say(2, "order.opened", "2026-05-03T09:00:00+08:00", 12, "511502");
    say(2, "order.cancelled", "2026-05-03T19:00:00+08:00", 12, "511502");  // Ten hours.
    world_.run_jobs(6);
    ASSERT_EQ(beside().at("versions").as_array().size(), 1U);
    put_second_version();
    world_.run_jobs(8);
    say(3, "order.opened", "2026-06-01T09:00:00+08:00", 5, "510502");
    world_.run_jobs(4);
    const auto shown = beside();
    ASSERT_EQ(shown.at("versions").as_array().size(), 2U);
    EXPECT_EQ(shown.at("versions").at(0).at("total").as_int64(), 35);
    EXPECT_EQ(shown.at("versions").at(1).at("total").as_int64(), 47) << "counted from the beginning of the journal";
    for (const auto& row : shown.at("rows").as_array()) {
        const auto& amounts = row.at("amounts").as_array();
        ASSERT_EQ(amounts.size(), 2U);
        if (row.at("code").as_string() == "510500") {
            EXPECT_EQ(amounts[0].as_int64(), 35);
            EXPECT_EQ(amounts[1].as_int64(), 35);
        } else if (row.at("code").as_string() == "511500") {
            EXPECT_TRUE(amounts[0].is_null() || amounts[0].as_int64() == 0) << "too short for the first formula";
            EXPECT_EQ(amounts[1].as_int64(), 12);
        } else {
            EXPECT_TRUE(amounts[1].is_null());
        }
    }
    const auto older = world_.get("/statistics/demand?period=2026Q2&version=1", {});
    EXPECT_EQ(older.number("total"), 35) << "and each alone";
    EXPECT_EQ(world_.get("/statistics/demand?period=2026Q2", {}).number("total"), 47);
    const auto found = world_.store().read([&](store::Reader& reader) {
        const auto& services = world_.app().services();
        return verify(reader, services.get<Measures>(), services.get<codes::Tables>(), {}).value();
    });
    EXPECT_TRUE(found.same);
    EXPECT_EQ(found.measures.size(), 4U) << "both versions are computed anew";
}

TEST_F(VersionsTest, AreRefusedAsTheTableIs) {
    const auto code = [&](const std::string& path) { return world_.get(path, {}).text("code"); };
    EXPECT_EQ(code("/statistics/supply/versions?period=2026Q2"), "for_the_office");
    EXPECT_EQ(code("/statistics/nothing/versions?period=2026Q2"), "measure_unknown");
    EXPECT_EQ(code("/statistics/demand/versions?period=2026Q2&by=origin"), "division_missing");
}

}  // namespace versions_test
}  // namespace jianghui::statistics
