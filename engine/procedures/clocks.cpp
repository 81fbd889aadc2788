// Clocks of cases: how steps turn them, and what happens when they ring.

#include <algorithm>

#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/telling.hpp"

namespace jianghui::procedures {
namespace {

const WorkingDays& calendar_of(const app::Command& command) {
    return command.services.get<World>().working_days();
}

std::vector<std::int64_t> reminders_of(const CaseClock* clock) {
    std::vector<std::int64_t> days;
    if (clock != nullptr && clock->remind)
        for (const auto& one : *clock->remind) days.push_back(one.value);
    return days;
}

void take(ClockRow& row, const RunningClock& clock) {
    row.days = clock.days;
    row.paused_days = clock.paused_days;
    row.paused_on = clock.paused_on;
    row.status = clock.status;
}

/// Sets the due day and when it rings next.
void wind(const WorkingDays& calendar, const CaseClock* defined, ClockRow& row, Date today) {
    row.due_on = due_on(calendar, row.running(), today);
    row.rings_at.reset();
    if (row.status != ClockStatus::running || row.overdue_at) return;
    const Ring ring = next_ring(calendar, row.running(), reminders_of(defined),
                                static_cast<std::size_t>(row.rung));
    row.rings_at = start_of(ring.on);
}

void save(app::Command& command, const CaseClock* defined, ClockRow& row) {
    wind(calendar_of(command), defined, row, date_of(command.now));
    command.db.execute(sql::update_case_clock, store::members(row));
}

std::int64_t days_of(const app::Command& command, const CaseClock& clock) {
    if (clock.days) return clock.days->value;
    const auto days = command.services.get<World>().parameter(clock.parameter->text,
                                                              date_of(command.now));
    ASSERT(days.has_value());  // faults_of refuses unknown parameters.
    return *days;
}

void start(app::Command& command, const Procedure& procedure, const CaseRow& row,
           const CaseClock& clock) {
    const auto waits_for = procedure.state(row.state)->waits_for;
    const bool party_acts = waits_for == Actor::applicant || waits_for == Actor::party;
    const auto running = started(clock.unit, date_of(command.now), days_of(command, clock),
                                 party_acts);
    ClockRow added;
    added.id = command.next_id<CaseClockId>();
    added.city = row.city;
    added.case_id = row.id;
    added.clock = clock.id.text;
    added.unit = clock.unit;
    added.started_on = running.started_on;
    added.rolls = running.rolls;
    take(added, running);
    // Reminders whose day is past already do not ring.
    wind(calendar_of(command), &clock, added, date_of(command.now));
    command.db.execute(sql::insert_case_clock, store::members(added));
}

/// What entering the state does to a clock that runs or stands still; whether it still does.
bool turn(app::Command& command, const CaseClock& clock, const CaseRow& row, ClockRow& live) {
    const Date today = date_of(command.now);
    RunningClock running = live.running();
    if (row.closed_at || has(clock.stops, row.state)) {
        running.status = ClockStatus::stopped;
        running.paused_on.reset();
    } else if (clock.pauses && has(*clock.pauses, row.state)) {
        running = paused(running, today);
    } else {
        running = resumed(calendar_of(command), running, today);
    }
    if (running == live.running()) return live.live();
    take(live, running);
    save(command, &clock, live);
    return live.live();
}

}  // namespace

void turn_clocks(app::Command& command, const Procedure& procedure, CaseRow& row,
                 const std::optional<std::string>& from_state) {
    if (procedure.clocks && from_state != row.state) {
        auto rows = clocks_of(command.db, row.id);
        for (const auto& clock : *procedure.clocks) {
            bool live = false;
            for (auto& one : rows)
                if (one.clock == clock.id.text && one.live())
                    live = turn(command, clock, row, one) || live;
            if (!live && !row.closed_at && has(clock.starts, row.state))
                start(command, procedure, row, clock);
        }
    }
    refresh_due(command, row);
}

void extend_clocks(app::Command& command, const Procedure& procedure, const CaseRow& row,
                   const Step& step) {
    if (!procedure.clocks) return;
    for (const auto& clock : *procedure.clocks) {
        if (!clock.extended_by || clock.extended_by->text != step.id.text) continue;
        for (auto& one : clocks_of(command.db, row.id)) {
            if (one.clock != clock.id.text || !one.live() || one.extended) continue;
            take(one, extended(one.running(), clock.extension->value));
            one.extended = true;
            one.rung = 0;
            one.overdue_at.reset();
            save(command, &clock, one);
        }
    }
}

void refresh_due(app::Command& command, CaseRow& row) {
    row.due_on.reset();
    for (const auto& clock : clocks_of(command.db, row.id)) {
        if (clock.status == ClockStatus::running && (!row.due_on || clock.due_on < *row.due_on))
            row.due_on = clock.due_on;
    }
    command.db.execute(sql::set_case_due, store::arguments("case_id", row.id, "due_on", row.due_on,
                                                           "late", row.late, "counterpart_late",
                                                           row.counterpart_late));
}

namespace {

/// An office that let its time run out was not on time: the one whose turn it was. A party's time may run
/// out.
void note_lateness(CaseRow& row) {
    const auto turn = row.waits_for;
    if (waits_for_counterpart(row))
        row.counterpart_late = true;
    else if (turn != Actor::applicant && turn != Actor::party && turn != Actor::clock)
        row.late = true;
}

/// The clock's end has no step, or its step cannot be taken: the place above is told, once.
void escalate(app::Command& command, const CaseClock& defined, CaseRow& row, ClockRow& clock) {
    clock.overdue_at = command.now;
    note_lateness(row);
    save(command, &defined, clock);
    refresh_due(command, row);
    CaseChange change = change_of(row);
    change.clock = clock.clock;
    tell(command, case_ran_out, row, change, whose_turn(row));
    change.office = place_above_turn(row);
    record(command, case_overdue, row, change);
}

Result<Done> end(app::Command& command, const Procedure& procedure, const CaseClock& defined,
                 CaseRow& row, ClockRow& clock) {
    const Step* step = defined.at_end ? procedure.step(defined.at_end->text) : nullptr;
    auto steps = steps_of(command.db, row.id);
    const FormValues values = values_of(steps);
    static const std::map<std::string, std::string> none;
    if (step == nullptr || !has(step->from, row.state) ||
        command.services.get<FailedClocks>().has(clock.id) ||
        !check_guards(command.services.get<Rules>(), *step,
                      {command.db, command.services, procedure, row, steps, values, none,
                       date_of(command.now)})) {
        escalate(command, defined, row, clock);
        return Done{};
    }
    clock.status = ClockStatus::ended;
    const auto waits_for = row.waits_for;
    note_lateness(row);
    save(command, &defined, clock);
    CaseChange change = change_of(row);
    change.clock = clock.clock;
    record(command, case_clock_ended, row, change);
    // A side hears it by the notice of the step, where that has one.
    const bool of_side = waits_for == Actor::applicant || waits_for == Actor::party;
    if (!of_side || !step->notice) tell(command, case_ran_out, row, change, whose_turn(row));
    TRY_DO(carry_out(command, procedure, row, std::move(steps), *step, {Actor::clock, false}, {}));
    return Done{};
}

Result<Done> ring(app::Command& command, ClockRow clock) {
    auto row = find_case(command.db, clock.case_id);
    ASSERT(row.has_value());
    TRY(const auto procedure, command.services.get<Catalogue>().version(row->procedure_id,
                                                                        row->definition_version));
    const CaseClock* defined = procedure->clock(clock.clock);
    ASSERT(defined != nullptr);
    const auto reminders = reminders_of(defined);
    const Date today = date_of(command.now);
    const auto& calendar = calendar_of(command);
    bool reminds = false;
    for (;;) {  // After a standstill of the server several may be due: one reminder is enough.
        const Ring next = next_ring(calendar, clock.running(), reminders,
                                    static_cast<std::size_t>(clock.rung));
        if (next.on > today) break;
        if (!next.remind) return end(command, *procedure, *defined, *row, clock);
        clock.rung += 1;
        reminds = true;
    }
    save(command, defined, clock);
    if (!reminds) return Done{};
    CaseChange change = change_of(*row);
    change.clock = clock.clock;
    record(command, case_clock_reminder, *row, change);
    tell(command, case_reminded, *row, change, whose_turn(*row));
    return Done{};
}

}  // namespace

void FailedClocks::add(CaseClockId clock) {
    const std::lock_guard lock(mutex_);
    clocks_.insert(clock);
}
bool FailedClocks::has(CaseClockId clock) const {
    const std::lock_guard lock(mutex_);
    return clocks_.count(clock) > 0;
}

Result<bool> run_clocks(app::Command& command, int limit) {
    const auto due = command.db.all<ClockRow>(
        sql::clocks_that_ring, store::arguments("now", command.now, "limit", limit));
    for (const auto& clock : due) {
        // A step that another clock of the same case took may have stopped this one.
        const auto rows = clocks_of(command.db, clock.case_id);
        const auto now = std::find_if(rows.begin(), rows.end(),
                                      [&](const auto& one) { return one.id == clock.id; });
        if (now == rows.end() || !now->rings_at || *now->rings_at > command.now) continue;
        if (auto rung = ring(command, *now); !rung) {
            // A file that came after its case was looked at: the next run has looked at it.
            if (rung.error().code != case_moved_on.code)
                command.services.get<FailedClocks>().add(clock.id);
            return refuse(std::move(rung).error());
        }
    }
    return due.size() == static_cast<std::size_t>(limit);
}

}  // namespace jianghui::procedures
