#include "features/statistics/counting.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "engine/journal/checkpoint.hpp"
#include "engine/journal/together.hpp"
#include "features/statistics/batch.hpp"
#include "features/statistics/cells.hpp"
#include "features/statistics/of_version.hpp"
#include "features/statistics/pace.hpp"
#include "features/statistics/queries.hpp"

namespace jianghui::statistics {
namespace {

/// Those that are furthest behind, all at one position: mostly all of them. Who is counted anew goes alone until
/// it meets the others.
struct Together {
    std::vector<Measures::Pointer> measures;
    std::int64_t from = std::numeric_limits<std::int64_t>::max();
    std::int64_t until = std::numeric_limits<std::int64_t>::max();  ///< where the next ones stand
};

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

/// The next events of the journal that the measures read.
struct NextEvents {
    std::vector<journal::Event> events;
    std::int64_t position = 0;  ///< up to which all were looked at
    bool may_be_more = false;
};

/// As many as they may count, and not too many looked at for them: some are read by no measure.
NextEvents next_events(const store::Reader& reader, const Together& together, Run run) {
    constexpr int at_once = 250;
    NextEvents next;
    next.position = together.from;
    const auto wanted = [&](std::string_view kind) {
        return std::any_of(together.measures.begin(), together.measures.end(),
                           [&](const auto& measure) { return act_of(*measure, kind).has_value(); });
    };
    for (int looked_at = 0; looked_at < run.looked_at_max &&
                            static_cast<int>(next.events.size()) < run.counted_max;) {
        const int limit = std::min(at_once, run.counted_max - static_cast<int>(next.events.size()));
        const auto looked = journal::each_wanted(
            reader, next.position, together.until, limit, wanted,
            [&](journal::Event&& event) { next.events.push_back(std::move(event)); });
        next.position = looked.position;
        next.may_be_more = looked.events == limit || looked.position == together.until;
        if (looked.events < limit) break;
        looked_at += looked.events;
    }
    return next;
}

/// The changes of all measures, those of a statement together and in the order of its arguments, which begin with the table's key: then
/// what is counted now is added behind what is there, page after page, and not in between.
std::vector<store::Change> in_order(std::vector<store::Change> changes) {
    std::vector<store::Change> ordered;
    for (auto& change : changes) {
        const auto same = std::find_if(ordered.begin(), ordered.end(),
                                       [&](const auto& one) { return one.statement == change.statement; });
        if (same == ordered.end())
            ordered.push_back(std::move(change));
        else
            std::move(change.rows.begin(), change.rows.end(), std::back_inserter(same->rows));
    }
    const auto by_values = [](const store::Arguments& one, const store::Arguments& other) {
        return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    };
    for (auto& change : ordered)
        if (change.keys_differ) std::sort(change.rows.begin(), change.rows.end(), by_values);
    return ordered;
}

/// Every measure counts the events; written together with the checkpoints of all.
void count_events(store::Transaction& transaction, const codes::Tables& tables,
                  const Together& together, const std::vector<journal::Event>& events) {
    std::vector<Batch> batches;
    for (const auto& measure : together.measures) batches.emplace_back(*measure, tables, events);
    store::Readings subjects;
    for (auto& batch : batches) batch.ask_subjects(subjects);
    subjects.run(transaction);
    store::Readings facts;
    const auto greatest = transaction.value<std::string>(sql::greatest_fact);
    for (auto& batch : batches) batch.ask_facts(facts, greatest);
    facts.run(transaction);
    std::vector<store::Change> changes;
    for (auto& batch : batches) {
        batch.count();
        for (auto& change : std::move(batch).changes()) changes.push_back(std::move(change));
    }
    if (!changes.empty()) transaction.execute_together(in_order(std::move(changes)));
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
    const auto somebody_waits = [&] { return services.get<store::Store>().figures().waiting > 0; };
    const auto next = next_events(command.db, together, pace.run(somebody_waits()));
    if (next.position == together.from) return bring_cells_on(command.db, together, Behind::at_all, places_when_idle);
    // The checkpoints first: whoever moves them has the events, also between processes.
    std::vector<std::string> names;
    for (const auto& measure : together.measures) names.push_back(reader_name(*measure));
    if (!journal::move_together(command.db, names, together.from, next.position))
        return refuse(app::busy);
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
