// What was counted before each table was its key alone is counted still, and found.

#include <gtest/gtest.h>

#include "engine/store/database_for_test.hpp"
#include "engine/store/old_database_for_test.hpp"
#include "features/statistics/newest_records.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/table.hpp"

namespace jianghui::statistics {
namespace migration_test {

/// Two posts of a county: one from position 3 on, the other from 5 until 9; 8104 is the first quarter of 2026.
constexpr std::string_view rows_of_old = R"(
INSERT INTO statistic_spells (measure, version, city, fact, line, subject, from_at, to_at, amount, place, occupation, industry, origin)
VALUES ('posts', 1, '510500', 'a', 0, 80, 1000, NULL, 5, '510502', '6-02-06-03', 'C15', ''),
    ('posts', 1, '510500', 'b', 0, 81, 1000, 2000, 7, '510502', '6-02-06-03', 'C15', '');
INSERT INTO statistic_steps (measure, version, city, position, line, fact, period, place, occupation, industry, origin, amount, facts,
    subject, organisation, person)
VALUES ('posts', 1, '510500', 3, 0, 'a', 8104, '510502', '6-02-06-03', 'C15', '', 5, 1, 80, 11, NULL),
    ('posts', 1, '510500', 5, 0, 'b', 8104, '510502', '6-02-06-03', 'C15', '', 7, 1, 81, 12, NULL),
    ('posts', 1, '510500', 9, 0, 'b', 8105, '510502', '6-02-06-03', 'C15', '', -7, -1, 81, 12, NULL);
INSERT INTO statistic_cells (measure, version, city, period, place, occupation, industry, origin, amount, facts)
VALUES ('posts', 1, '510500', 8104, '510502', '6-02-06-03', 'C15', '', 12, 2),
    ('posts', 1, '510500', 8105, '510502', '6-02-06-03', 'C15', '', -7, -1);
INSERT INTO statistic_memories (measure, version, subject, city, place, occupation, industry, origin, position)
VALUES ('posts', 1, 80, '510500', '510502', '6-02-06-03', 'C15', '', 3);
)";

Measure posts() {
    Measure measure;
    measure.id = {"posts"};
    measure.version = {1};
    measure.counts = Counting::while_valid;
    measure.records = RecordsFor::everybody;
    measure.dimensions = {{Dimension::place, Source::event, {}, {}}};
    return measure;
}

TEST(OldStatistics, AreFoundWithTheirRecordsAsOfAnyPosition) {
    const store::DatabaseForTest place;
    const auto database = place.open();
    const auto connection = database->connect(store::Database::Use::write);
    ASSERT_TRUE(store::bring_up_to_date(*connection, "20261204_1412_statistics", rows_of_old));

    const store::Reader reader(*connection);
    const auto measure = posts();
    const auto found = [&](int period, std::int64_t position) {
        const auto cell = cells(reader, measure, {period, {}, position});
        std::string text = cell.empty() ? "nothing" : std::to_string(cell.front().amount);
        for (const auto& row : records(reader, measure, {period, {}, position}, {}, {}, {}, 10))
            text += ' ' + row.fact + '@' + std::to_string(row.position);
        return text;
    };
    EXPECT_EQ(found(8104, 2), "nothing");
    EXPECT_EQ(found(8104, 3), "5 a@3");
    EXPECT_EQ(found(8104, 9), "12 b@5 a@3");
    EXPECT_EQ(found(8105, 9), "5 a@3");
    EXPECT_EQ(found(8105, 8), "12 b@5 a@3");

    // Counting goes on from there.
    const auto of = [](std::int64_t subject) {
        return store::arguments("measure", "posts", "version", 1, "subject", subject);
    };
    const auto fact = reader.one<FactName>(sql::facts_of_subject, of(81));
    ASSERT_TRUE(fact.has_value());
    EXPECT_EQ(fact->fact, "b");
    const auto spell = reader.one<SpellRow>(
        sql::spells_of_fact,
        store::arguments("measure", "posts", "version", 1, "city", fact->city, "fact", "b"));
    ASSERT_TRUE(spell.has_value());
    EXPECT_EQ(spell->began, 5);
    EXPECT_EQ(spell->amount, 7);
    EXPECT_EQ(reader.one<Where>(sql::memories_of, of(80))->industry, "C15");
}

}  // namespace migration_test
}  // namespace jianghui::statistics
