#include "features/statistics/counting.hpp"

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "engine/journal/checkpoint.hpp"
#include "engine/journal/together.hpp"
#include "features/statistics/ahead.hpp"
#include "features/statistics/batch.hpp"
#include "features/statistics/cells.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/pace.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

Together furthest_behind(const store::Reader& reader,
                         const std::vector<Measures::Pointer>& measures) {
    Together together;
    for (const auto& measure : measures) {
        const auto position = journal::checkpoint(reader, reader_name(*measure));
        if (position < together.from) {
            together.until = together.from;
            together.from = position;
            together.measures.clear();
        }
        if (position == together.from)
            together.measures.push_back(measure);
        else
            together.until = std::min(together.until, position);
    }
    return together;
}

/// Fewer are counted sooner than threads are begun.
constexpr std::size_t events_worth_threads = 500;

/// Does `work(number)` for each of so many, beside this thread when it is much, and then `take(number)` on this thread, in their order:
/// what is ready is taken while the others are at work.
template <class Work, class Take>
void side_by_side(std::size_t count, bool much, const Work& work, const Take& take) {
    std::vector<std::future<void>> begun;
    for (std::size_t number = 0; number < count; ++number)
        begun.push_back(std::async(much ? std::launch::async : std::launch::deferred, [&work, number] { work(number); }));
    for (std::size_t number = 0; number < count; ++number) {
        begun[number].get();
        take(number);
    }
}

/// Has each batch ask what it must know: few questions together, since then what is waited for is the database.
template <class Ask>
void ask_for_each(const store::Reader& reader, std::vector<Batch>& batches, bool much, const Ask& ask) {
    std::vector<store::Readings> questions(much ? batches.size() : 1);
    side_by_side(
        batches.size(), much, [&](std::size_t number) { ask(batches[number], questions[much ? number : 0]); },
        [&](std::size_t number) {
            if (much) questions[number].run(reader);
        });
    if (!much) questions.front().run(reader);
}

bool by_values(const store::Arguments& one, const store::Arguments& other) {
    return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
}

/// What one measure makes of the events: the rows of each statement in the order of its arguments, which begin with the table's key. Then
/// what is counted now is added behind what is there, page after page, and not in between.
std::vector<store::Change> rows_in_order(Batch& batch) {
    batch.count();
    auto changes = std::move(batch).changes();
    for (auto& change : changes)
        if (change.keys_differ) std::sort(change.rows.begin(), change.rows.end(), by_values);
    return changes;
}

/// Adds the change to those of its statement, whose rows stay in order.
void add_in_order(std::vector<store::Change>& all, store::Change change) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.statement == change.statement; });
    if (same == all.end()) return all.push_back(std::move(change));
    const auto before = static_cast<std::ptrdiff_t>(same->rows.size());
    std::move(change.rows.begin(), change.rows.end(), std::back_inserter(same->rows));
    if (change.keys_differ) std::inplace_merge(same->rows.begin(), same->rows.begin() + before, same->rows.end(), by_values);
}

/// Every measure counts the events; written together with the checkpoints of all.
void count_events(store::Transaction& transaction, const codes::Tables& tables,
                  const Together& together, const std::vector<journal::Event>& events) {
    // The rows of many events are worked out by other processors while this one writes.
    const bool much = events.size() >= events_worth_threads;
    std::vector<Batch> batches;
    for (const auto& measure : together.measures) batches.emplace_back(*measure, tables, events);
    ask_for_each(transaction, batches, much, [](Batch& batch, store::Readings& subjects) { batch.ask_subjects(subjects); });
    const auto greatest = transaction.value<std::string>(sql::greatest_fact);
    ask_for_each(transaction, batches, much,
                 [&greatest](Batch& batch, store::Readings& facts) { batch.ask_facts(facts, greatest); });
    std::vector<std::vector<store::Change>> changes(batches.size());
    std::vector<store::Change> all;
    side_by_side(
        batches.size(), much, [&](std::size_t number) { changes[number] = rows_in_order(batches[number]); },
        [&](std::size_t number) {
            for (auto& change : changes[number])
                if (much && change.statement == &sql::add_step)  // The most of it, and each measure's lie together.
                    transaction.execute_all(sql::add_step, change.rows);
                else
                    add_in_order(all, std::move(change));
        });
    if (!all.empty()) transaction.execute_together(all);
}

/// Of so many events so many places and periods follow at least as fast as their steps come.
constexpr int events_a_place = 300;
/// So many have few steps each.
constexpr int places_when_idle = 16;

/// Whether there may be more.
bool bring_cells_on(store::Transaction& transaction, const Together& together, Behind behind, int limit) {
    bool more = false;
    for (const auto& measure : together.measures)
        more = add_to_cells(transaction, *measure, behind, limit) == limit || more;
    return more;
}

}  // namespace

std::string reader_name(const Measure& measure) {
    return fmt::format("statistics.{}.{}", measure.id.text, measure.version.value);
}

Limits limits_of(const Measure& measure, const codes::Tables& tables, Date on) {
    Limits limits;
    if (measure.lasts)
        limits.lasts_months = static_cast<int>(tables.parameter_or(measure.lasts->text, on, 0));
    if (measure.at_least)
        limits.at_least =
            std::chrono::hours(tables.parameter_or(measure.at_least->text, on, 0));
    return limits;
}

Result<bool> count_next(app::Command& command) {
    const auto& services = command.services;
    const auto began = std::chrono::steady_clock::now();
    const auto together = furthest_behind(command.db, services.get<Measures>().every_version());
    if (together.measures.empty()) return false;
    auto& pace = services.get<Pace>();
    auto& ahead = services.get<Ahead>();
    const auto somebody_waits = [&] { return services.get<store::Store>().figures().waiting > 0; };
    const Run run = pace.run(somebody_waits());
    const auto next = ahead.take(command.db, together, run);
    if (next.position == together.from) return bring_cells_on(command.db, together, Behind::at_all, places_when_idle);
    // The checkpoints first: whoever moves them has the events, also between processes.
    std::vector<std::string> names;
    for (const auto& measure : together.measures) names.push_back(reader_name(*measure));
    if (!journal::move_together(command.db, names, together.from, next.position))
        return refuse(app::busy);
    const auto reading = ahead.read_on(services.get<store::Store>(), together, next, run);
    count_events(command.db, services.get<codes::Tables>(), together, next.events);
    const int at_once = 1 + static_cast<int>(next.events.size()) / events_a_place;
    (void)bring_cells_on(command.db, together, Behind::far, at_once);
    pace.took(static_cast<int>(next.events.size()), std::chrono::steady_clock::now() - began,
              somebody_waits());
    return next.may_be_more;
}

void begin_recount(store::Transaction& transaction, const Measure& measure) {
    const auto name = of_version(measure);
    for (const auto* statement : {&sql::clear_spells, &sql::clear_memories, &sql::clear_steps,
                                  &sql::clear_cells, &sql::clear_last_steps, &sql::clear_marks, &sql::clear_left_out})
        transaction.execute(*statement, name);
    transaction.execute(sql::count_recount, name);
    journal::rewind(transaction, reader_name(measure));
}

}  // namespace jianghui::statistics
