#include "features/shortages/watching.hpp"

#include <algorithm>
#include <map>

#include "engine/app/slow_change.hpp"
#include "features/shortages/collect.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/following.hpp"
#include "features/shortages/limits.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/record.hpp"
#include "features/shortages/store.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

using statistics::PeriodKind;
using Histories = std::map<Key, std::vector<LevelRow>>;  ///< newest first

/// The next quarter to assess; nothing when it is not over or nothing was counted yet.
std::optional<int> due_quarter(const store::Reader& reader, const statistics::Measure& demand,
                               Instant now) {
    const int current = statistics::period_of(PeriodKind::quarter, now);
    const auto last = reader.value<int>(sql::last_assessed);
    if (last && *last + 1 >= current) return std::nullopt;
    const auto first = statistics::first_period(reader, demand);
    if (!first) return std::nullopt;
    const int next = last ? *last + 1 : *first;
    if (next >= current) return std::nullopt;
    return next;
}

/// Whether a reader that stands at a position has read everything before an instant.
bool read_past(const store::Reader& reader, std::int64_t position, Instant end) {
    if (position >= journal::last_position(reader)) return true;
    const auto next = journal::after(reader, position, 1);
    return next.empty() || next.front().at >= end;
}

bool is_counted(const store::Reader& reader, const statistics::Measures& measures, Instant end) {
    for (const auto* id : {"demand", "supply"}) {
        const auto measure = measures.current(id);
        if (!measure || !read_past(reader, statistics::counted_to(reader, **measure), end))
            return false;
    }
    return read_past(reader, followed_to(reader), end);
}

Histories histories(const store::Reader& reader, int period, int periods) {
    Histories found;
    for (auto& row : reader.all<LevelRow>(
             sql::levels_between,
             store::arguments("from", period - std::max(1, periods - 1), "to", period - 1)))
        found[{row.city.text, row.occupation.text}].push_back(std::move(row));
    return found;
}

/// The quarter's row of one occupation: its own level, and what stands after it.
LevelRow assess(const Key& key, const Facts& facts, int period,
                const std::vector<LevelRow>& history, const LevelLimits& limits) {
    LevelRow row{{key.first}, {key.second}, period, level_of(facts, limits), Level::none, facts};
    std::vector<Level> levels{row.level};
    for (const auto& earlier : history)
        if (earlier.period == period - static_cast<int>(levels.size()))
            levels.push_back(earlier.level);
    // Before its first row an occupation had no level to warn of.
    const bool is_known = !history.empty() && history.front().period == period - 1;
    row.standing = standing_after(is_known ? history.front().standing : Level::none, levels,
                                  limits.periods);
    return row;
}

void warn(app::Command& command, const LevelRow& row, Level before) {
    const auto& tables = command.services.get<codes::Tables>();
    WarningRow warning;
    warning.id = command.next_id<WarningId>();
    warning.city = row.city;
    warning.occupation = row.occupation;
    warning.period = row.period;
    warning.level = row.standing;
    warning.level_before = before;
    warning.status = is_warning(row.standing) ? WarningStatus::computed : WarningStatus::lifted;
    warning.computed_at = command.now;
    if (warning.status == WarningStatus::computed) {
        const auto today = date_of(command.now);
        const auto days = tables.parameter_or("warning_decide_days", today, 7);
        warning.due_at = due_after(today, static_cast<int>(days));
    }
    insert(command.db, warning);
    record(command, warning_computed, warning);
}

/// A quarter that is due, with the facts of its occupations.
struct DueQuarter {
    int period = 0;
    Instant end;
    Collected collected;
};

/// Nothing when none is over and counted. Reads all that was counted of several quarters: not for the write lane.
Result<std::optional<DueQuarter>> collect_due(const store::Reader& reader,
                                              const app::Services& services, Instant now) {
    const auto& measures = services.get<statistics::Measures>();
    TRY(const auto demand, measures.current("demand"));
    if (demand->period != PeriodKind::quarter) return std::nullopt;
    const auto period = due_quarter(reader, *demand, now);
    if (!period) return std::nullopt;
    const auto end = statistics::beginning_of(PeriodKind::quarter, *period + 1);
    if (!is_counted(reader, measures, end)) return std::nullopt;
    TRY(auto collected, collect(reader, services, *period, now));
    return DueQuarter{*period, end, std::move(collected)};
}

/// Writes the levels of the quarter and what they warn of; false when it was written meanwhile.
Result<bool> assess_quarter(app::Command& command, const DueQuarter& due) {
    if (command.db.execute(sql::insert_quarter,
                           store::arguments("period", due.period, "position", due.collected.position, "at",
                                            command.now, "formula", levels_formula, "demand_formula",
                                            due.collected.demand_formula, "supply_formula",
                                            due.collected.supply_formula, "included",
                                            due.collected.included, "excluded", due.collected.excluded)) == 0)
        return false;
    const auto limits = level_limits_on(command.services.get<codes::Tables>(),
                                        date_of(due.end - std::chrono::days(1)));
    const auto earlier = histories(command.db, due.period, limits.periods);
    auto assessed = due.collected.facts;
    // What was assessed before is assessed on: without posts it is not short any more.
    for (const auto& [key, rows] : earlier)
        if (rows.front().period == due.period - 1) assessed.try_emplace(key);
    int changed = 0;
    std::vector<store::Arguments> rows;
    for (const auto& [key, facts] : assessed) {
        const auto found = earlier.find(key);
        const auto row = assess(key, facts, due.period,
                                found != earlier.end() ? found->second : std::vector<LevelRow>{},
                                limits);
        const Level before =
            found != earlier.end() && found->second.front().period == due.period - 1
                ? found->second.front().standing
                : Level::none;
        if (row.level == Level::none && row.standing == Level::none && before == Level::none &&
            facts.demand < limits.yellow.demand)
            continue;
        rows.push_back(store::members(row));
        if (row.standing == before || (!is_warning(row.standing) && !is_warning(before))) continue;
        warn(command, row, before);
        ++changed;
    }
    if (!rows.empty()) command.db.execute_all(sql::insert_level, rows);
    command.record(quarter_assessed, {{}, "shortage_quarter", due.period, {}, {}, {}},
                   QuarterAssessed{period_name(due.period), due.collected.position,
                                   static_cast<int>(rows.size()), changed});
    return true;
}

}  // namespace

Result<bool> assess_next(const app::Services& services) {
    return assess_next(services, services.get<Clock>().now());
}

Result<bool> assess_next(const app::Services& services, Instant now) {
    TRY(const auto due, services.get<store::Store>().read([&](store::Reader& reader) {
        return collect_due(reader, services, now);
    }));
    if (!due) return false;
    return app::in_lane<bool>(services, app::Caller{}, now, [&](app::Command& command) {
        return assess_quarter(command, *due);
    });
}

}  // namespace jianghui::shortages
