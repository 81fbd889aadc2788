// Work written down, looked at, sent back, disputed, decided.

#include <fmt/format.h>

#include "features/demo/market.hpp"

namespace jianghui::demo {
namespace {

using timesheets::TimesheetStatus;

/// Days × 100 that were worked: five in seven, at least one.
std::int64_t worked_hundredths(orders::PayUnit unit, int days) {
    const std::int64_t worked = std::max(1, days * 6 / 7);
    switch (unit) {
        case orders::PayUnit::hour: return worked * 800;
        case orders::PayUnit::day: return worked * 100;
        case orders::PayUnit::month: return std::max(1, days * 100 / 31);
        case orders::PayUnit::piece: return worked * 4000;
    }
    return worked * 100;
}

std::optional<timesheets::TimesheetRow> sheet_in(const World& world, TimesheetId id,
                                                 TimesheetStatus status) {
    auto sheet = timesheets::find(world.db(), id);
    if (sheet && sheet->status == status) return sheet;
    return std::nullopt;
}

void approve(World& world, TimesheetId id) {
    if (const auto sheet = sheet_in(world, id, TimesheetStatus::submitted))
        world.act(caller_of(world.employers, sheet->employer), [&](app::Command& command) {
            return timesheets::approve(command, *sheet);
        });
}

void send_back(World& world, TimesheetId id) {
    const auto sheet = sheet_in(world, id, TimesheetStatus::submitted);
    if (!sheet) return;
    world.act(caller_of(world.employers, sheet->employer), [&](app::Command& command) {
        return timesheets::send_back(command, *sheet, "请核对出勤天数");
    });
    world.in(world.between(300, 2000), [&world, id] {
        const auto returned = sheet_in(world, id, TimesheetStatus::returned);
        if (!returned) return;
        timesheets::ChangeTimesheet change;
        change.timesheet = id;
        change.quantity_hundredths = timesheets::Quantity{
            std::max<std::int64_t>(1, returned->quantity_hundredths * 9 / 10)};
        change.submit = true;
        world.act(caller_of(world.agencies, returned->agency), [&](app::Command& command) {
            return timesheets::change(command, *returned, change);
        });
        world.in(world.between(300, 1500), [&world, id] { approve(world, id); });
    });
}

void dispute(World& world, TimesheetId id) {
    const auto sheet = sheet_in(world, id, TimesheetStatus::submitted);
    if (!sheet) return;
    access::Caller worker;
    worker.role = access::Role::worker;
    worker.person = sheet->person;
    world.act(worker, [&](app::Command& command) {
        return timesheets::dispute(command, *sheet, "少记了一天");
    });
    world.in(world.between(1500, 6000), [&world, id] {
        const auto disputed = sheet_in(world, id, TimesheetStatus::disputed);
        if (!disputed) return;
        world.act(world.official_of(disputed->place), [&](app::Command& command) {
            return timesheets::decide(command, *disputed, disputed->quantity_hundredths,
                                      "与考勤记录一致");
        });
    });
}

}  // namespace

std::optional<timesheets::TimesheetRow> record_work(World& world, SeatId id, Date from, Date to,
                                                    bool submit) {
    const auto seat = seats::find(world.db(), id);
    if (!seat || !seat->started_on) return std::nullopt;
    timesheets::RecordTimesheet wanted;
    wanted.seat = id;
    wanted.from_on = from;
    wanted.to_on = to;
    wanted.quantity_hundredths = timesheets::Quantity{
        worked_hundredths(seat->pay_unit, days_between(from, to) + 1)};
    wanted.submit = submit;
    const auto sheet =
        world.attempt(caller_of(world.agencies, seat->agency), [&](app::Command& command) {
            return timesheets::record(command, *seat, wanted);
        });
    if (!sheet) return std::nullopt;
    world.workers_of[seat->share_id].insert(seat->person);
    world.seat_of[seat->share_id] = id;
    return *sheet;
}

void judge_timesheet(World& world, TimesheetId id) {
    const int minutes = world.between(400, 3600);
    switch (world.timesheets_planned++ % 30) {
        case 7: return world.in(minutes, [&world, id] { send_back(world, id); });
        case 19: return world.in(minutes, [&world, id] { dispute(world, id); });
        default: return world.in(minutes, [&world, id] { approve(world, id); });
    }
}

}  // namespace jianghui::demo
