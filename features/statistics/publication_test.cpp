// What an attacker tries who wants to know of one person in a published figure: an older formula, two cut-offs, two
// versions that are subtracted.

#include <gtest/gtest.h>

#include "features/statistics/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace publication_test {

/// The shipped measure with another version beside it that withholds something else.
Measures::Versions with_older(const Measure& shipped, std::optional<String<1, 60>> least) {
    auto older = shipped;
    older.published_min = std::move(least);
    auto newer = shipped;
    newer.version.value = 2;
    Measures::Versions versions;
    versions[shipped.id.text] = {{1, std::make_shared<const Measure>(older)},
                                 {2, std::make_shared<const Measure>(newer)}};
    return versions;
}

class Publishing : public testing::Test {
  protected:
    Measures& measures() { return world_.app().services().get<Measures>(); }
    const codes::Tables& tables() { return world_.app().services().get<codes::Tables>(); }
    Measure supply() { return **measures().current("supply"); }
    void append(const std::string& at, int times = 1) {
        world_.store().write([&](store::Transaction& transaction) {
            for (int i = 0; i < times; ++i) {
                journal::Event event;
                event.at = *parse_instant(at);
                event.kind = "test.nothing";
                event.data = boost::json::object{};
                journal::append(transaction, event);
            }
            return true;
        });
    }
    std::optional<std::int64_t> cut_off(const std::string& now) {
        return world_.store().read([&](store::Reader& reader) {
            return cut_off_of(reader, PeriodKind::quarter, *parse_period(PeriodKind::quarter, "2026Q4"),
                              *parse_instant(now));
        });
    }
    std::int64_t last() {
        return world_.store().read(
            [](store::Reader& reader) { return journal::last_position(reader); });
    }

    test::TestApp world_;
};

TEST_F(Publishing, AnOlderFormulaDoesNotTellWhatTheNewerWithholds) {
    EXPECT_EQ(world_.get("/statistics/demand?period=2026Q4", {}).status, 200);
    measures().replace(with_older(supply(), std::nullopt));
    const auto official = world_.official("511500");
    for (const auto* version : {"", "&version=1", "&version=2"}) {
        const auto path = std::string("/statistics/supply?period=2026Q4") + version;
        EXPECT_EQ(world_.get(path, {}).text("code"), "for_the_office") << path;
        EXPECT_EQ(world_.get(path, official).status, 200) << path;
    }
    EXPECT_EQ(world_.get("/statistics/supply/records?period=2026Q4&version=1", {}).text("code"),
              "for_the_office");
}

TEST_F(Publishing, TheStrictestVersionHolds) {
    const Date day = *parse_date("2026-11-23");
    const auto ten = published_least(measures(), tables(), "supply", day);
    EXPECT_EQ(ten, tables().parameter_or("published_people_min", day, 0));
    EXPECT_GT(ten, 1);
    EXPECT_EQ(published_least(measures(), tables(), "demand", day), 0);
    EXPECT_FALSE(withholds_small(measures(), "demand"));
    const auto firms = tables().parameter_or("quarter_firms_min", day, 0);
    ASSERT_LT(firms, ten);
    const auto shipped = supply();
    auto laxer = shipped;
    laxer.published_min = String<1, 60>{"quarter_firms_min"};
    measures().replace(with_older(laxer, shipped.published_min));
    EXPECT_EQ(published_least(measures(), tables(), "supply", day), ten)
        << "a newer version with a smaller number does not lower it";
    auto none = shipped;
    none.published_min.reset();
    measures().replace(with_older(none, shipped.published_min));
    EXPECT_TRUE(withholds_small(measures(), "supply"));
    EXPECT_EQ(published_least(measures(), tables(), "supply", day), ten);
}

TEST_F(Publishing, APeriodHasOneCutOffHoweverLongTheJournalGrows) {
    append("2026-12-31T10:00:00+08:00", 3);
    EXPECT_EQ(cut_off("2026-12-31T23:59:59+08:00"), std::nullopt) << "it has not ended";
    const auto end = last();
    EXPECT_EQ(cut_off("2027-01-01T00:00:00+08:00"), end);
    append("2027-01-01T00:00:00.001+08:00");
    append("2026-12-31T23:59:59.999+08:00");  // Another process, a moment late.
    EXPECT_EQ(cut_off("2027-01-02T00:00:00+08:00"), end);
    for (const int more : {1, 5, 40}) {
        append("2027-01-05T08:00:00+08:00", more);
        EXPECT_EQ(cut_off("2027-02-02T00:00:00+08:00"), end);
    }
}

TEST(Difference, TellsNoFewPeopleApart) {
    const PublicFigures before{{"a", 20}, {"b", 30}};
    EXPECT_FALSE(differ_little(before, before, 10)) << "nothing to subtract";
    EXPECT_TRUE(differ_little(before, {{"a", 21}, {"b", 30}}, 10)) << "one person";
    EXPECT_TRUE(differ_little(before, {{"a", 11}, {"b", 30}}, 10));
    EXPECT_FALSE(differ_little(before, {{"a", 30}, {"b", 30}}, 10));
    EXPECT_TRUE(differ_little(before, {{"a", 30}, {"b", 19}}, 10)) << "one fewer in all";
    EXPECT_FALSE(differ_little(before, {{"a", 30}, {"b", 20}}, 10));
    EXPECT_TRUE(differ_little(before, {{"a", 20}, {"c", 30}}, 10)) << "divided otherwise";
    EXPECT_TRUE(differ_little(before, {{"*", 50}}, 10)) << "divided otherwise";
    EXPECT_FALSE(differ_little(before, {{"a", 21}, {"b", 30}}, 0)) << "no limit";
}

}  // namespace publication_test
}  // namespace jianghui::statistics
