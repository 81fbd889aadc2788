// Does a look at the changes find whatever a look at everything finds? Every column of every audited table
// is changed behind everybody's back, one row at a time: what the look at everything says of it, the look at
// the changes must have said before. So nothing waits for the look at everything.

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace looks_test {

struct Column {
    std::string table, name;
};
BOOST_DESCRIBE_STRUCT(Column, (), (table, name))

/// What the invariants read but the journal, which only grows, and what holds at a moment only.
constexpr store::Statement audited_columns{
    "looks.audited_columns",
    "SELECT m.name AS \"table\", c.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = "
    "'table' AND c.pk = 0 AND m.name IN ('orders', 'shares', 'share_totals', 'share_defaults', 'agency_totals', 'seats', 'person_days', "
    "'quote_bids', 'counter_offers', 'standbys', 'change_answers', 'cancellation_claims', 'draws', "
    "'draw_applications', 'nominations', 'organisations', 'timesheets', 'timesheet_days', 'statements', 'statement_lines', "
    "'statement_versions') ORDER BY m.name, c.cid"};

/// A row of the table gets another value there, of those that other rows have or one more or less; the one that
/// it had is kept. `turn` chooses.
std::string change(const Column& column, int turn) {
    return fmt::format(
        "DELETE FROM looks_kept; INSERT INTO looks_kept SELECT rowid, {1} FROM {0} ORDER BY (rowid * {2}) % 1009 LIMIT 1; "
        "UPDATE {0} SET {1} = CASE WHEN {2} % 2 = 0 AND typeof({1}) = 'integer' THEN {1} + CASE WHEN {2} % 4 = 0 THEN 1 "
        "ELSE -1 END ELSE (SELECT o.{1} FROM {0} o WHERE o.{1} IS NOT {0}.{1} ORDER BY (o.rowid * {2}) % 997 LIMIT 1) "
        "END WHERE rowid = (SELECT at FROM looks_kept)",
        column.table, column.name, turn);
}

std::string change_back(const Column& column) {
    return fmt::format("UPDATE {0} SET {1} = (SELECT value FROM looks_kept) WHERE rowid = (SELECT at FROM looks_kept)",
                       column.table, column.name);
}

std::set<std::string> words_of(const std::vector<std::string>& broken) {
    std::set<std::string> words;
    for (const auto& one : broken) words.insert(one.substr(0, one.rfind(':')));
    return words;
}

/// What only the look at everything says when that column is another.
std::set<std::string> missed(Auditor& auditor, const Column& column, int turn, int& seen) {
    try {
        auditor.tamper(change(column, turn));
    } catch (const store::StoreFailure&) {
        return {};  // The database itself refuses it.
    }
    const auto by_changes = words_of(auditor.look_at_changes());
    const auto by_everything = words_of(auditor.look_at_everything());
    seen += by_everything.empty() ? 0 : 1;
    std::set<std::string> missed;
    std::set_difference(by_everything.begin(), by_everything.end(), by_changes.begin(), by_changes.end(),
                        std::inserter(missed, missed.end()));
    auditor.tamper(change_back(column));
    (void)auditor.look_at_changes();
    return missed;
}

struct Kind {
    std::string kind;
    std::int64_t first = 0, last = 0;  ///< positions of its events
};
BOOST_DESCRIBE_STRUCT(Kind, (), (kind, first, last))
constexpr store::Statement kinds_of_events{
    "looks.kinds_of_events",
    "SELECT kind, MIN(position) AS first, MAX(position) AS last FROM events GROUP BY kind ORDER BY kind"};

/// The journal says once more what it said there.
std::string say_again(std::int64_t position, std::int64_t at) {
    return fmt::format(
        "INSERT INTO events (position, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, "
        "data) SELECT {}, at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data FROM "
        "events WHERE position = {}",
        at, position);
}

struct Looks : testing::Test {
    void SetUp() override {
        if (const char* url = std::getenv("JIANGHUI_TEST_DB"); url != nullptr && *url != '\0')
            GTEST_SKIP() << "on SQLite";
        world = std::make_unique<World>(7);
        for (int step = 0; step < 1000; ++step) ASSERT_TRUE(world->step().empty());
        world->auditor().tamper("CREATE TABLE looks_kept (at INTEGER, value)");
        ASSERT_TRUE(world->auditor().look_at_everything().empty());
    }
    std::unique_ptr<World> world;
};

TEST_F(Looks, WhatTheLookAtEverythingFindsTheLookAtTheChangesFindsBefore) {
    auto& auditor = world->auditor();
    const auto columns = auditor.rows<Column>(audited_columns, {});
    int seen = 0;
    std::set<std::string> gaps;
    for (const auto& column : columns)
        for (const int turn : {1, 2, 4})
            for (const auto& words : missed(auditor, column, turn, seen))
                gaps.insert(fmt::format("{}.{}: {}", column.table, column.name, words));
    for (const auto& gap : gaps) ADD_FAILURE() << gap;
    EXPECT_TRUE(auditor.look_at_everything().empty()) << "everything is as it was";
    EXPECT_GT(seen, 100) << "of " << columns.size() << " columns";
}

TEST_F(Looks, SoItIsWithWhatTheJournalSaysAgain) {
    auto& auditor = world->auditor();
    const auto kinds = auditor.rows<Kind>(kinds_of_events, {});
    std::int64_t at = 0;
    for (const auto& kind : kinds) at = std::max(at, kind.last);
    int seen = 0;
    for (const auto& kind : kinds)
        for (const auto position : {kind.first, kind.last}) {
            auditor.tamper(say_again(position, ++at));
            const auto by_changes = words_of(auditor.look_at_changes());
            seen += by_changes.empty() ? 0 : 1;
            for (const auto& words : words_of(auditor.look_at_everything()))
                EXPECT_TRUE(by_changes.contains(words) || words == "the journal has no gaps") << kind.kind << ": " << words;
            auditor.tamper(fmt::format("DELETE FROM events WHERE position = {}", at));
            (void)auditor.look_at_changes();
        }
    EXPECT_GT(seen, 20) << "of " << kinds.size() << " kinds";
}

}  // namespace looks_test
}  // namespace jianghui::simulation
