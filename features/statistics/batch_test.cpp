// Batches of events as measures of every shape count them: the same rows in every table whatever the sizes of the
// batches, and figures that open to as many records as they count, also of facts that were taken back and began again.

#include <thread>

#include <gtest/gtest.h>

#include "engine/journal/together.hpp"
#include "features/statistics/batch.hpp"
#include "features/statistics/cells.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/kept.hpp"
#include "features/statistics/newest_records.hpp"
#include "features/statistics/random_year_test.hpp"
#include "features/statistics/several.hpp"
#include "features/statistics/table.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::statistics {
namespace batch_test {

using P = KeyPart;

Measure named(const char* id, PeriodKind period, List<KeyPart, 4> distinct) {
    Measure measure;
    measure.id = {id};
    measure.version = {1};
    measure.period = period;
    measure.distinct = std::move(distinct);
    measure.records = RecordsFor::everybody;
    return measure;
}
Measure of_orders(const char* id, PeriodKind period, List<KeyPart, 4> distinct) {
    auto measure = named(id, period, std::move(distinct));
    measure.counts = Counting::while_valid;
    measure.begins = {{"order.opened"}, {"order.resumed"}};
    measure.changes = List<EventName, 20>{{"order.revised"}};
    measure.ends = List<EventName, 20>{{"order.closed"}, {"order.cancelled"}, {"order.suspended"}};
    measure.amount = String<1, 40>{"headcount"};
    measure.dimensions = {{Dimension::place, Source::event, {}, {}},
                          {Dimension::occupation, Source::event, {}, {}},
                          {Dimension::industry, Source::event, {}, {}}};
    return measure;
}
/// At an event, and taken back: an order's openings, its closing undoes them.
Measure of_openings(const char* id, PeriodKind period, List<KeyPart, 4> distinct) {
    auto measure = of_orders(id, period, std::move(distinct));
    measure.counts = Counting::at_event;
    measure.changes.reset();
    return measure;
}
Measure of_people(const char* id, PeriodKind period, List<KeyPart, 4> distinct) {
    auto measure = named(id, period, std::move(distinct));
    measure.counts = Counting::while_valid;
    measure.begins = {{"people.registered"}, {"people.changed"}};
    measure.lasts = String<1, 60>{"seeking_valid_months"};
    measure.dimensions = {{Dimension::place, Source::event, {}, {}},
                          {Dimension::origin, Source::event, {}, {}}};
    return measure;
}
Measure of_seats(const char* id, PeriodKind period, List<KeyPart, 4> distinct) {
    auto measure = named(id, period, std::move(distinct));
    measure.counts = Counting::at_event;
    measure.begins = {{"seat.on_site"}};
    measure.remembers = List<EventName, 20>{{"order.opened"}, {"people.registered"}};
    measure.dimensions = {{Dimension::place, Source::order, {}, {}},
                          {Dimension::origin, Source::person, Dimension::place, true}};
    return measure;
}

std::vector<Measure> every_shape() {
    const auto quarter = PeriodKind::quarter;
    const auto month = PeriodKind::month;
    auto posts = of_orders("posts", quarter, {P::organisation, P::occupation, P::place});
    posts.at_least = String<1, 60>{"demand_valid_hours"};
    return {posts,
            of_orders("places", month, {P::place}),
            of_openings("openings", quarter, {P::subject}),
            of_openings("occupations", month, {P::occupation}),
            of_people("people", quarter, {P::person}),
            of_people("homes", month, {P::place}),
            of_seats("seats", quarter, {P::subject}),
            of_seats("arrivals", month, {})};
}

/// A row of any of the tables, as text.
struct Row {
    std::string said;
};
BOOST_DESCRIBE_STRUCT(Row, (), (said))

const std::vector<store::Statement>& tables() {
    static const std::vector<store::Statement> statements{
        {"spells", "SELECT measure || '|' || city || '|' || fact || '|' || line || '|' || began || '|' || subject || '|' || may_change "
                   "|| '|' || from_at || '|' || COALESCE(to_at, 0) || '|' || amount || '|' || place || '|' || occupation || '|' || "
                   "industry || '|' || origin AS said FROM statistic_spells ORDER BY measure, city, fact, line"},
        {"memories", "SELECT measure || '|' || subject || '|' || city || '|' || place || '|' || occupation || '|' || industry || '|' "
                     "|| origin || '|' || position AS said FROM statistic_memories ORDER BY measure, subject, city"},
        {"steps", "SELECT measure || '|' || place || '|' || position || '|' || line || '|' || city || '|' || began || '|' || fact || "
                  "'|' || period || '|' || occupation || '|' || industry || '|' || origin || '|' || amount || '|' || facts || '|' || "
                  "subject || '|' || COALESCE(organisation, 0) || '|' || COALESCE(person, 0) AS said FROM statistic_steps "
                  "ORDER BY measure, place, period, position, line, city"},
        {"cells", "SELECT measure || '|' || city || '|' || period || '|' || place || '|' || occupation || '|' || industry || '|' || "
                  "origin || '|' || amount || '|' || facts AS said FROM statistic_cells WHERE facts <> 0 OR amount <> 0 "
                  "ORDER BY measure, city, period, place, occupation, industry, origin"},
        {"last_steps", "SELECT measure || '|' || place || '|' || period || '|' || city || '|' || position AS said "
                       "FROM statistic_last_steps ORDER BY measure, place, period, city"}};
    return statements;
}

class BatchTest : public testing::Test {
  protected:
    BatchTest() {
        RandomYear year(41);
        for (int i = 0; i < 500; ++i) {
            events_.push_back(year.next());
            events_.back().position = i + 1;
        }
    }
    /// Counts the events from one to before another, so many at a time.
    void count_part(std::size_t from, std::size_t until, std::size_t at_once) {
        for (; from < until; from += at_once)
            count({events_.begin() + static_cast<std::ptrdiff_t>(from),
                   events_.begin() + static_cast<std::ptrdiff_t>(std::min(until, from + at_once))});
    }
    /// Lets the cells of so many places and periods of each measure follow, and puts a mark wherever so many steps came.
    void bring_cells_on(int limit, std::int64_t steps_a_mark = steps_a_mark_usually) {
        world_.store().write([&](store::Transaction& transaction) {
            for (const auto& measure : measures_) add_to_cells(transaction, measure, Behind::at_all, limit, steps_a_mark);
            return true;
        });
    }
    /// Says that the measures are counted to there, as the job does.
    void counted_to_there(std::int64_t from, std::int64_t to) {
        world_.store().write([&](store::Transaction& transaction) {
            std::vector<std::string> names;
            for (const auto& measure : measures_) names.push_back(reader_name(measure));
            return journal::move_together(transaction, names, from, to);
        });
    }
    /// The figures of a period within a place, from every step up to the position.
    static std::vector<Cell> sums_of_steps(const store::Reader& reader, const Measure& measure, int period, const PlaceCode& place,
                                           std::int64_t position) {
        static const store::Statement all{
            "sums_of_steps",
            "SELECT place, occupation, industry, origin, CAST(SUM(amount) AS BIGINT) AS amount, CAST(SUM(facts) AS BIGINT) AS facts "
            "FROM statistic_steps WHERE measure = :measure AND version = :version AND period >= :period_from AND period <= :period_to "
            "AND place >= :place_from AND place <= :place_to AND position <= :position GROUP BY place, occupation, industry, origin "
            "HAVING SUM(facts) <> 0 ORDER BY place, occupation, industry, origin"};
        const auto [from, to] = range_of(place);
        return reader.all<Cell>(all, store::arguments("measure", measure.id.text, "version", measure.version.value, "period_from",
                                                      measure.counts == Counting::while_valid ? 0 : period, "period_to", period,
                                                      "place_from", from, "place_to", to, "position", position));
    }
    /// What is kept as of each of some positions is the sum of the steps to there, by every dimension. How many figures that were.
    int expect_kept_as_counted(const store::Reader& reader, KeptFigures& kept, std::int64_t newest) const {
        int figures = 0;
        for (const auto& measure : measures_)
            for (std::int64_t position = 0; position <= newest; position += 37)
                for (const auto& text : {"2026-02-10", "2026-06-10", "2026-12-10", "2027-05-10"}) {
                    const int period = period_of(measure.period, start_of(*parse_date(text)));
                    const auto counted = sums_of_steps(reader, measure, period, {}, position);
                    const auto held = kept.hold_at(reader, measure, position, period);
                    EXPECT_EQ(held.position(), position);
                    for (const auto& rule : measure.dimensions) {
                        Sums sums;
                        std::map<PlaceCode, Sums> by_place;
                        for (const auto& cell : counted) {
                            const Where where{cell.place, cell.occupation, cell.industry, cell.origin};
                            sums[value_of(where, rule.id)] += {cell.amount, cell.facts};
                            by_place[cell.place][value_of(where, rule.id)] += {cell.amount, cell.facts};
                        }
                        for (const auto& place : places_counted(reader, measure))
                            EXPECT_EQ(held.margins().sums(period, {place, place}, rule.id), by_place[place])
                                << measure.id.text << " in " << text << " as of " << position << " at " << place.text;
                        EXPECT_EQ(held.margins().sums(period, range_of({}), rule.id), sums)
                            << measure.id.text << " in " << text << " as of " << position;
                        figures += static_cast<int>(sums.size());
                    }
                }
        return figures;
    }
    /// Rows of statistic_marks.
    std::int64_t marks(const std::string& which = "base >= 0") {
        const auto text = "SELECT COUNT(*) FROM statistic_marks WHERE " + which;
        const store::Statement count{"count_marks", text};
        return world_.store().read([&](store::Reader& reader) { return reader.value<std::int64_t>(count).value_or(0); });
    }
    /// Counts all events from nothing, so many at a time; what then stands in the tables.
    std::map<std::string, std::vector<std::string>> counted(std::size_t at_once) {
        count_part(0, events_.size(), at_once);
        bring_cells_on(1000);
        return world_.store().read([](store::Reader& reader) {
            std::map<std::string, std::vector<std::string>> rows;
            for (const auto& table : tables())
                reader.each<Row>(table, {}, [&](Row&& row) {
                    rows[std::string(table.name)].push_back(std::move(row.said));
                });
            return rows;
        });
    }
    void count(const std::vector<journal::Event>& events) {
        const auto& services = world_.app().services();
        world_.store().write([&](store::Transaction& transaction) {
            std::vector<Batch> batches;
            for (const auto& measure : measures_)
                batches.emplace_back(measure, services.get<codes::Tables>(), events);
            store::Readings subjects;
            for (auto& batch : batches) batch.ask_subjects(subjects);
            subjects.run(transaction);
            store::Readings facts;
            for (auto& batch : batches) batch.ask_facts(facts);
            facts.run(transaction);
            for (auto& batch : batches) {
                batch.count();
                transaction.execute_together(std::move(batch).changes());
            }
            return true;
        });
    }
    void forget() {
        world_.store().write([&](store::Transaction& transaction) {
            for (const auto& measure : measures_) begin_recount(transaction, measure);
            return true;
        });
    }

    const std::vector<Measure> measures_ = every_shape();
    std::vector<journal::Event> events_;
    test::TestApp world_;
};

TEST_F(BatchTest, AnySizesOfBatchesGiveTheSameRows) {
    const auto one_by_one = counted(1);
    for (const auto& table : tables())
        EXPECT_GT(one_by_one.at(std::string(table.name)).size(), 20U) << table.name;
    for (const std::size_t at_once : {3U, 40U, 500U}) {
        forget();
        const auto rows = counted(at_once);
        for (const auto& table : tables())
            EXPECT_EQ(rows.at(std::string(table.name)), one_by_one.at(std::string(table.name)))
                << table.name << " in batches of " << at_once;
    }
}

TEST_F(BatchTest, CellsAsOfAnyPositionAreTheSumOfTheStepsToThere) {
    // Some of them follow, some wait; marks say from which end it is nearer.
    count_part(0, 300, 60);
    bring_cells_on(1000, 5);
    count_part(300, 420, 60);
    bring_cells_on(3, 5);
    count_part(420, events_.size(), 60);
    counted_to_there(0, 500);
    int compared = 0;
    world_.store().read([&](store::Reader& reader) {
        for (const auto& measure : measures_)
            for (const auto& place : {PlaceCode{}, PlaceCode{"510500"}})
                for (const std::int64_t position : {0, 7, 120, 299, 300, 410, 499})
                    for (const auto& text : {"2026-02-10", "2026-06-10", "2026-12-10"}) {
                        const int period = period_of(measure.period, start_of(*parse_date(text)));
                        const auto found = cells(reader, measure, {period, place, position});
                        EXPECT_EQ(found, sums_of_steps(reader, measure, period, place, position))
                            << measure.id.text << " in " << text << " as of " << position << " within " << place.text;
                        compared += static_cast<int>(found.size());
                    }
        return 0;
    });
    EXPECT_GT(compared, 200);
}

TEST_F(BatchTest, FewRecordsOfLongAgoAreFoundByWhereTheyEnd) {
    count_part(0, events_.size(), 60);
    const auto reader_of_all = world_.caller(access::Role::official, {}, "510000");
    int by_their_end = 0;
    world_.store().read([&](store::Reader& reader) {
        for (const auto& measure : measures_)
            for (const std::int64_t position : {170, 333, 500})
                for (const auto& text : {"2026-02-10", "2026-06-10", "2026-12-10", "2027-05-10"}) {
                    const int period = period_of(measure.period, start_of(*parse_date(text)));
                    std::int64_t facts = 0;
                    for (const auto& cell : cells(reader, measure, {period, {}, position})) facts += cell.facts;
                    const auto expected = records(reader, measure, {period, {}, position}, {}, reader_of_all, {}, 1000);
                    const int first = measure.counts == Counting::while_valid ? 0 : period;
                    const auto [from, to] = range_of({});
                    const auto [seen_from, seen_to] = reader_of_all.seen_range();
                    const auto arguments = store::arguments(
                        "measure", measure.id.text, "version", measure.version.value, "period_from", first, "period_to", period,
                        "place_from", from, "place_to", to, "position", position, "occupation_like", "%", "industry_like", "%", "origin",
                        std::optional<std::string>(), "cursor", std::optional<std::int64_t>(), "all", 0, "seen_from", seen_from,
                        "seen_to", seen_to, "organisation", OrganisationId{}, "person", PersonId{}, "limit", 1000);
                    const auto found = records_by_their_end(reader, arguments, position + 1, period, facts, {}, 1000);
                    if (!found) continue;
                    by_their_end += static_cast<int>(found->size());
                    EXPECT_EQ(found->size(), expected.size()) << measure.id.text << " in " << text << " as of " << position;
                    for (std::size_t i = 0; i < std::min(found->size(), expected.size()); ++i) {
                        EXPECT_EQ((*found)[i].fact, expected[i].fact);
                        EXPECT_EQ((*found)[i].position, expected[i].position);
                    }
                    EXPECT_FALSE(records_by_their_end(reader, arguments, position + 1, period, facts + 1, {}, 1000))
                        << "one that does not end there would be missing";
                }
        return 0;
    });
    EXPECT_GT(by_their_end, 50);
}

TEST_F(BatchTest, EveryFigureOpensToItsRecordsAsOfAnyPosition) {
    count_part(0, events_.size(), 60);
    const auto reader_of_all = world_.caller(access::Role::official, {}, "510000");
    int records_seen = 0;
    world_.store().read([&](store::Reader& reader) {
        for (const auto& measure : measures_)
            for (const std::int64_t position : {170, 333, 500})
                for (const auto& text : {"2026-02-10", "2026-06-10", "2026-12-10"}) {
                    const int period = period_of(measure.period, start_of(*parse_date(text)));
                    std::int64_t amount = 0, facts = 0;
                    for (const auto& cell : cells(reader, measure, {period, {}, position})) {
                        amount += cell.amount;
                        facts += cell.facts;
                    }
                    std::optional<std::int64_t> cursor;
                    std::int64_t shown_amount = 0, shown = 0;
                    for (bool more = true; more;) {
                        const auto page = records(reader, measure, {period, {}, position}, {}, reader_of_all, cursor, 7);
                        for (const auto& row : page) shown_amount += row.amount;
                        shown += static_cast<std::int64_t>(page.size());
                        more = page.size() == 7;
                        if (more) cursor = page.back().position;
                    }
                    EXPECT_EQ(shown, facts) << measure.id.text << " in " << text << " as of " << position;
                    EXPECT_EQ(shown_amount, amount) << measure.id.text << " in " << text << " as of " << position;
                    records_seen += static_cast<int>(shown);
                }
        return 0;
    });
    EXPECT_GT(records_seen, 100);
}

TEST_F(BatchTest, FiguresAreTheSameHoweverFarTheCellsFollow) {
    // Of every quarter or month, from the cells and what waits, and from the steps alone.
    const auto expect_same = [&](std::int64_t last) {
        world_.store().read([&](store::Reader& reader) {
            for (const auto& measure : measures_) {
                std::map<CellKey, Count> parts;
                each_cell(reader, measure, [&](const CellKey& cell, const Count& count) {
                    parts[cell].amount += count.amount;
                    parts[cell].facts += count.facts;
                });
                for (const auto& text : {"2026-02-10", "2026-05-10", "2026-08-10", "2026-11-10", "2027-03-10"}) {
                    const int period = period_of(measure.period, start_of(*parse_date(text)));
                    const auto from_steps = cells(reader, measure, {period, {}, last});
                    EXPECT_EQ(cells(reader, measure, {period, {}, {}}), from_steps) << measure.id.text << " in " << text;
                    const bool lasts = measure.counts == Counting::while_valid;
                    Count from_parts, expected;
                    for (const auto& [cell, count] : parts)
                        if (lasts ? cell.period <= period : cell.period == period) from_parts.facts += count.facts;
                    for (const auto& cell : from_steps) expected.facts += cell.facts;
                    EXPECT_EQ(from_parts, expected) << measure.id.text << " in " << text;
                }
            }
            return 0;
        });
    };
    count_part(0, 250, 50);
    expect_same(250);  // No cell yet.
    bring_cells_on(3);
    expect_same(250);
    count_part(250, events_.size(), 50);
    expect_same(500);
    bring_cells_on(2);
    expect_same(500);
    bring_cells_on(1000);
    expect_same(500);
    bring_cells_on(1000);  // Nothing waits.
    expect_same(500);
}

TEST_F(BatchTest, FiguresAsOfAnyPositionAreTheSameFromWhicheverMark) {
    for (std::size_t from = 0; from < 300; from += 20) {
        count_part(from, from + 20, 20);
        bring_cells_on(1000, 3);
    }
    count_part(300, 400, 50);  // No mark behind these.
    counted_to_there(0, 400);
    ASSERT_GT(marks(), 100);
    KeptFigures kept;
    world_.store().read([&](store::Reader& reader) {
        EXPECT_GT(expect_kept_as_counted(reader, kept, 400), 500);
        return 0;
    });
    // A reader whose snapshot is older than what is kept: from marks and steps alone.
    world_.store().read([&](store::Reader& reader) {
        EXPECT_EQ(counted_to(reader, measures_.front()), 400);
        std::thread([&] {
            count_part(400, events_.size(), 50);
            counted_to_there(400, 500);
            world_.store().read([&](store::Reader& newer) {
                for (const auto& measure : measures_) EXPECT_EQ(kept.hold(newer, measure).position(), 500);
                return 0;
            });
        }).join();
        EXPECT_EQ(counted_to(reader, measures_.front()), 400) << "the older snapshot";
        EXPECT_GT(expect_kept_as_counted(reader, kept, 400), 500);
        return 0;
    });
    forget();
    EXPECT_EQ(marks(), 0) << "counted anew with everything else";
}

TEST_F(BatchTest, AFigureBySeveralDimensionsIsTheSumOfItsCells) {
    for (std::size_t from = 0; from < 400; from += 20) {
        count_part(from, from + 20, 20);
        bring_cells_on(3, 3);
    }
    count_part(400, events_.size(), 50);  // Not in the cells yet.
    counted_to_there(0, 500);
    int figures = 0;
    world_.store().read([&](store::Reader& reader) {
        for (const auto& measure : measures_)
            for (const std::optional<std::int64_t> position : std::vector<std::optional<std::int64_t>>{{}, 0, 60, 333})
                for (const auto& text : {"2026-02-10", "2026-06-10", "2026-12-10"}) {
                    const Slice slice{period_of(measure.period, start_of(*parse_date(text))), {}, position};
                    const auto counted = cells(reader, measure, slice);
                    for (const auto& cell : counted)
                        for (const bool alone : {true, false}) {
                            const auto occupation = alone ? cell.occupation : cell.occupation.substr(0, 1);
                            const Selection selection{occupation, cell.industry.substr(0, 1), cell.origin, alone};
                            const auto figure = figure_by_several(reader, measure, slice, selection);
                            EXPECT_EQ(figure.value(), sum_of(counted, selection)) << measure.id.text << " in " << text;
                            ++figures;
                        }
                }
        return 0;
    });
    EXPECT_GT(figures, 300);
}

TEST_F(BatchTest, AFigureBySeveralDimensionsThatWouldTakeLongIsRefused) {
    count_part(0, events_.size(), 50);
    counted_to_there(0, 500);
    world_.store().read([&](store::Reader& reader) {
        const auto& measure = measures_.front();
        const Slice slice{period_of(measure.period, start_of(*parse_date("2026-12-10"))), {}, 333};
        const Selection selection{"", "C", {}, false};
        EXPECT_TRUE(figure_by_several(reader, measure, slice, selection));
        const auto refused = figure_by_several(reader, measure, slice, selection, 10);
        EXPECT_EQ(refused ? "" : refused.error().code, too_much_to_add.code);
        return 0;
    });
}

TEST_F(BatchTest, AMarkStandsWhereSoManyStepsCame) {
    count_part(0, 200, 50);
    bring_cells_on(1000);
    EXPECT_EQ(marks(), 0) << "few steps are read at once";
    count_part(200, 400, 50);
    bring_cells_on(1000, 20);  // Those of the first part count.
    const auto some = marks();
    EXPECT_GT(some, 0);
    bring_cells_on(1000, 1);
    EXPECT_EQ(marks(), some) << "nothing came since";
    count_part(400, events_.size(), 50);
    bring_cells_on(1000, 4);
    EXPECT_GT(marks("base > 0"), 0) << "smaller ones say what came since the last whole one";
    EXPECT_GT(marks("base = 0"), some - marks("base > 0"));
}

}  // namespace batch_test
}  // namespace jianghui::statistics
