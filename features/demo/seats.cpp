// From the offer to the last working day.

#include <fmt/format.h>

#include "features/demo/market.hpp"
#include "features/demo/members.hpp"

namespace jianghui::demo {
namespace {

using seats::SeatStatus;

std::optional<seats::SeatRow> seat_in(const World& world, SeatId id, SeatStatus status) {
    auto seat = seats::find(world.db(), id);
    if (seat && seat->status == status) return seat;
    return std::nullopt;
}

void take_days(World& world, std::size_t person, const seats::SeatRow& seat) {
    world.people[person].busy.emplace_back(seat.starts_on, seat.ends_on);
}

void free_days(World& world, std::size_t person, const seats::SeatRow& seat) {
    std::erase(world.people[person].busy, std::pair(seat.starts_on, seat.ends_on));
}

void insure(World& world, const seats::SeatRow& seat) {
    world.act(caller_of(world.agencies, seat.agency), [&](app::Command& command) {
        return seats::insure(command, seat,
                             {{"PD" + seat.id.text()}, world.today(), add_days(seat.ends_on, 5)});
    });
}

/// Every half month, and at the end, the agency writes down what was worked.
void keep_timesheets(World& world, SeatId id, Date from) {
    const auto seat = seats::find(world.db(), id);
    const Date last_of_half =
        unsigned(from.day()) <= 15
            ? from.year() / from.month() / std::chrono::day(15)
            : Date(from.year() / from.month() / std::chrono::last);
    const Date until = std::min(std::chrono::sys_days(last_of_half), std::chrono::sys_days(seat->ends_on));
    const Instant when = start_of(add_days(until, 1)) +
                         std::chrono::minutes(9 * 60 + world.between(0, 600));
    world.at(when, [&world, id, from, until] {
        const auto row = seats::find(world.db(), id);
        const Date last = row->ended_on && *row->ended_on < until ? *row->ended_on : until;
        if (last < from) return;
        if (const auto sheet = record_work(world, id, from, last, true))
            judge_timesheet(world, sheet->id);
        if (last == until && until < row->ends_on) keep_timesheets(world, id, add_days(until, 1));
    });
}

void leave_early(World& world, SeatId id) {
    const auto seat = seat_in(world, id, SeatStatus::on_site);
    if (!seat) return;
    const bool by_worker = world.chance(70);
    const auto reason = by_worker ? seats::EndReason::worker_left : seats::EndReason::employer_ended;
    world.act(caller_of(world.agencies, seat->agency), [&](app::Command& command) {
        return seats::finish(command, *seat, world.today(), reason);
    });
}

void arrive(World& world, SeatId id, std::size_t person, Course course) {
    auto seat = seat_in(world, id, SeatStatus::accepted);
    if (!seat || world.today() < seat->starts_on) return;
    if (!seat->policy_number) {
        insure(world, *seat);
        seat = seats::find(world.db(), id);
    }
    world.act(world.people[person].caller, [&](app::Command& command) {
        return seats::confirm_start(command, *seat, seats::Side::worker);
    });
    world.in(world.between(5, 70), [&world, id, course] {
        const auto there = seat_in(world, id, SeatStatus::accepted);
        if (!there) return;
        world.act(caller_of(world.employers, there->employer), [&](app::Command& command) {
            return seats::confirm_start(command, *there, seats::Side::employer);
        });
        keep_timesheets(world, id, world.today());
        const int days = days_between(world.today(), there->ends_on);
        if (course == Course::leaves && days > 3)
            world.in(world.between(2, days - 1) * 24 * 60 + world.between(0, 300),
                     [&world, id] { leave_early(world, id); });
    });
}

void replace(World& world, SeatId id, std::size_t person) {
    const auto seat = seat_in(world, id, SeatStatus::accepted);
    if (!seat) return;
    const auto order = orders::find(world.db(), seat->order_id);
    std::size_t agency = 0;
    while (world.agencies[agency].id != seat->agency) ++agency;
    const auto other = find_person(world, *order, agency);
    const auto share = shares::find(world.db(), seat->share_id);
    if (!other || !shares::is_live(share->status)) return;
    const auto next = world.act(world.agencies[agency].caller, [&](app::Command& command) {
        return seats::replace(command, *seat, world.people[*other].id);
    });
    free_days(world, person, *seat);
    take_days(world, *other, next);
}

void answer(World& world, SeatId id, std::size_t person, Course course) {
    const auto seat = seat_in(world, id, SeatStatus::offered);
    if (!seat || seat->expires_at <= world.now) return;
    if (course == Course::declined) {
        world.call(world.people[person].caller, "seats.decline", {{"seat", id.text()}},
                   fmt::format(R"({{"reason_code":"{}"}})", world.chance(50) ? "pay" : "time"));
        free_days(world, person, *seat);
        return;
    }
    world.act(world.people[person].caller,
              [&](app::Command& command) { return seats::accept(command, *seat); });
    world.in(world.between(20, 400), [&world, id] {
        if (const auto accepted = seat_in(world, id, SeatStatus::accepted)) insure(world, *accepted);
    });
    if (course == Course::no_show || course == Course::waits) return;
    if (course == Course::replaced) {
        world.in(world.between(60, 600), [&world, id, person] { replace(world, id, person); });
        return;
    }
    const Instant morning = start_of(seat->starts_on) + std::chrono::minutes(world.between(445, 520));
    world.at(std::max(morning, world.now + std::chrono::minutes(30)),
             [&world, id, person, course] { arrive(world, id, person, course); });
}

}  // namespace

std::optional<SeatId> offer(World& world, ShareId share_id, std::size_t person, Course course) {
    const auto share = shares::find(world.db(), share_id);
    if (!share || !shares::is_live(share->status) || share->staffed >= share->seats) return {};
    const auto order = orders::find(world.db(), share->order_id);
    const std::int64_t spread = order->pay_max_fen->value - order->pay_min_fen->value;
    const Fen pay{order->pay_min_fen->value + spread * world.between(0, 4) / 4};
    const auto seat =
        world.attempt(caller_of(world.agencies, share->agency), [&](app::Command& command) {
            return seats::offer(command, *share, world.people[person].id, pay);
        });
    if (!seat) return {};
    take_days(world, person, *seat);
    if (course == Course::unanswered) {
        world.at(seat->expires_at + std::chrono::hours(8),
                 [&world, person, row = *seat] { free_days(world, person, row); });
        return seat->id;
    }
    const auto window = std::chrono::duration_cast<std::chrono::minutes>(seat->expires_at - world.now);
    world.in(world.between(10, std::max(11, std::min(1200, int(window.count()) - 5))),
             [&world, id = seat->id, person, course] { answer(world, id, person, course); });
    return seat->id;
}

}  // namespace jianghui::demo
