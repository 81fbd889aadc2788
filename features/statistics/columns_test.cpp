// Counting from columns against the spells and steps that count along: measures of every shape over random
// years, in one part or several, by one thread or two.

#include <random>

#include <gtest/gtest.h>

#include "features/statistics/count_columns.hpp"
#include "features/statistics/load_columns.hpp"
#include "features/statistics/random_year_test.hpp"

namespace jianghui::statistics {
namespace columns_test {

using Cells = std::map<CellKey, Count>;

/// Limits that change within the year, as parameters do.
Limits limits(const Measure& measure, Date day) {
    const bool later = unsigned(day.month()) > 5 || day.year() > std::chrono::year(2026);
    Limits limits;
    if (measure.lasts) limits.lasts_months = later ? 3 : 6;
    if (measure.at_least) limits.at_least = std::chrono::hours(later ? 36 : 24);
    return limits;
}

/// An event after the other, by roll.hpp alone.
class Along {
  public:
    explicit Along(const Measure& measure) : measure_(measure) {}
    void take(const journal::Event& event) {
        if (is_remembered(measure_, event.kind))
            if (const auto said = said_in(event)) memory_[event.subject.number] = *said;
        const auto act = act_of(measure_, event.kind);
        if (act == Act::begins) return begin(event);
        const auto fact = facts_of_.find(event.subject.number);
        if (!act || act == Act::remembers || fact == facts_of_.end()) return;
        auto& spells = facts_[fact->second];
        const auto amount = amount_of(measure_, event);
        if (act == Act::ends)
            spells = ended(measure_, std::move(spells), event.subject.number, event.at);
        else if (amount)
            spells = changed(std::move(spells), event.subject.number, event.at, *amount);
    }
    [[nodiscard]] Cells cells() const {
        Cells sums;
        for (const auto& [fact, spells] : facts_) {
            if (spells.empty()) continue;
            const auto at_least = limits(measure_, date_of(spells.front().from)).at_least;
            for (const auto& [cell, count] : steps_of(measure_, spells, at_least)) {
                sums[cell].amount += count.amount;
                sums[cell].facts += count.facts;
            }
        }
        std::erase_if(sums, [](const auto& one) { return one.second == Count{}; });
        return sums;
    }

  private:
    void begin(const journal::Event& event) {
        const auto where = where_of(measure_, event, [&](std::int64_t subject) {
            const auto found = memory_.find(subject);
            return found == memory_.end() ? std::nullopt : std::optional(found->second);
        });
        const auto amount = amount_of(measure_, event);
        if (!where || !amount) return;
        const std::string fact = event.city.text + "/" + fact_of(measure_, event, *where);
        facts_of_[event.subject.number] = fact;
        facts_[fact] = begun(measure_, std::move(facts_[fact]),
                             {event.subject.number, event.at, {}, *amount, *where},
                             limits(measure_, date_of(event.at)));
    }
    const Measure& measure_;
    std::map<std::int64_t, Where> memory_;
    std::map<std::int64_t, std::string> facts_of_;
    std::map<std::string, Spells> facts_;
};

Cells from_columns(const Measure& measure, const std::vector<journal::Event>& events, int parts,
                   int threads) {
    Cells sums;
    for (int part = 0; part < parts; ++part) {
        ColumnLoader loader(measure, {part, parts});
        for (const auto& event : events) loader.take(event);
        const auto columns = std::move(loader).finish();
        if (columns.events() == 0) continue;
        const Calendar calendar(measure, Instant(Milliseconds(columns.first_at)),
                                Instant(Milliseconds(columns.last_at)),
                                [&](Date day) { return limits(measure, day); });
        add_cells(sums, columns, count_columns(columns, measure, calendar, threads));
    }
    std::erase_if(sums, [](const auto& one) { return one.second == Count{}; });
    return sums;
}

Measure of_orders(PeriodKind period, List<KeyPart, 4> distinct) {
    Measure measure;
    measure.period = period;
    measure.counts = Counting::while_valid;
    measure.begins = {{"order.opened"}, {"order.resumed"}};
    measure.changes = List<EventName, 20>{{"order.revised"}};
    measure.ends = List<EventName, 20>{{"order.closed"}, {"order.cancelled"}, {"order.suspended"}};
    measure.distinct = std::move(distinct);
    measure.amount = String<1, 40>{"headcount"};
    measure.at_least = String<1, 60>{"demand_valid_hours"};
    measure.dimensions = {{Dimension::place, Source::event, {}, {}},
                          {Dimension::occupation, Source::event, {}, {}},
                          {Dimension::industry, Source::event, {}, {}}};
    return measure;
}
Measure of_people(PeriodKind period, List<KeyPart, 4> distinct) {
    Measure measure;
    measure.period = period;
    measure.counts = Counting::while_valid;
    measure.begins = {{"people.registered"}, {"people.changed"}};
    measure.distinct = std::move(distinct);
    measure.lasts = String<1, 60>{"seeking_valid_months"};
    measure.dimensions = {{Dimension::place, Source::event, {}, {}},
                          {Dimension::origin, Source::event, {}, {}}};
    return measure;
}
Measure of_seats(PeriodKind period, List<KeyPart, 4> distinct) {
    Measure measure;
    measure.period = period;
    measure.counts = Counting::at_event;
    measure.begins = {{"seat.on_site"}};
    measure.remembers = List<EventName, 20>{{"order.opened"}, {"people.registered"}};
    measure.distinct = std::move(distinct);
    measure.dimensions = {{Dimension::place, Source::order, {}, {}},
                          {Dimension::origin, Source::person, Dimension::place, true}};
    return measure;
}
/// At an event, and taken back: an order's openings, its closing undoes them.
Measure of_openings(PeriodKind period, List<KeyPart, 4> distinct) {
    Measure measure = of_orders(period, std::move(distinct));
    measure.counts = Counting::at_event;
    measure.changes.reset();
    measure.at_least.reset();
    return measure;
}

TEST(Columns, CountWhatCountingAlongCounts) {
    using P = KeyPart;
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        RandomYear year(seed);
        std::vector<journal::Event> events;
        for (int i = 0; i < 700; ++i) {
            events.push_back(year.next());
            events.back().position = i + 1;
        }
        const auto quarter = PeriodKind::quarter;
        for (const auto& measure :
             {of_orders(quarter, {P::organisation, P::occupation, P::place}),
              of_orders(PeriodKind::month, {P::place}), of_orders(PeriodKind::year, {P::subject}),
              of_people(quarter, {P::person}), of_people(PeriodKind::month, {P::place}),
              of_seats(quarter, {P::subject}), of_seats(PeriodKind::month, {}),
              of_seats(quarter, {P::person, P::order}), of_seats(quarter, {P::place}),
              of_openings(quarter, {P::subject}), of_openings(PeriodKind::month, {P::occupation}),
              of_openings(quarter, {P::counterpart, P::organisation})}) {
            Along along(measure);
            for (const auto& event : events) along.take(event);
            const auto expected = along.cells();
            EXPECT_GE(expected.size(), 2U) << "there is something to count";
            EXPECT_EQ(from_columns(measure, events, 1, 1), expected) << seed;
            EXPECT_EQ(from_columns(measure, events, 1, 3), expected) << "by three threads";
            EXPECT_EQ(from_columns(measure, events, 4, 2), expected) << "in four parts";
        }
    }
}

TEST(Columns, LeaveOutWhatHasNoPlaceOrAmountOnce) {
    auto measure = of_orders(PeriodKind::quarter, {KeyPart::subject});
    journal::Event nowhere;
    nowhere.kind = "order.opened";
    nowhere.subject = {1};
    nowhere.data = boost::json::object{{"headcount", 3}};
    journal::Event unsaid = nowhere;
    unsaid.data = boost::json::object{{"place", "510502"}};
    std::int64_t left_out = 0;
    for (int part = 0; part < 3; ++part) {
        ColumnLoader loader(measure, {part, 3});
        loader.take(nowhere);
        loader.take(unsaid);
        const auto columns = std::move(loader).finish();
        EXPECT_EQ(columns.events(), 0U);
        for (const auto& [reason, events] : columns.left_out) left_out += events;
    }
    EXPECT_EQ(left_out, 2);
}

TEST(Columns, LieByFactInTheOrderOfTheJournal) {
    EventColumns columns;
    columns.at = {10, 20, 30, 40};
    columns.subject = {1, 2, 3, 4};
    columns.amount = {5, 6, 7, 8};
    columns.where = {0, 1, 0, 1};
    columns.act = {Act::begins, Act::begins, Act::ends, Act::changes};
    arrange(columns, {1, 0, 1, 0}, 2);
    EXPECT_EQ(columns.at, (std::vector<std::int64_t>{20, 40, 10, 30}));
    EXPECT_EQ(columns.subject, (std::vector<std::int64_t>{2, 4, 1, 3}));
    EXPECT_EQ(columns.act[3], Act::ends);
    EXPECT_EQ(columns.first, (std::vector<std::uint32_t>{0, 2, 4}));
    EXPECT_EQ(columns.facts(), 2U);
}

}  // namespace columns_test
}  // namespace jianghui::statistics
