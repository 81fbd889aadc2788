// Statements: agreed after the month, paid on the pay day by most, late by some, confirmed.

#include <fmt/format.h>

#include "features/demo/market.hpp"

namespace jianghui::demo {
namespace {

using statements::StatementRow;
using statements::StatementStatus;

struct PayCourse {
    Instant pays_at;                          ///< not before
    std::optional<StatementStatus> stops_at;  ///< goes no further
};

void confirm(World& world, const StatementRow& statement) {
    // Everybody who worked in the share; who has no line in it confirms nothing.
    for (const auto& human : world.workers_of[statement.share_id]) {
        access::Caller worker;
        worker.role = access::Role::worker;
        worker.person = human;
        const auto now = statements::find(world.db(), statement.id);
        world.act(worker, [&](app::Command& command) {
            return statements::confirm_wage(command, *now, human);
        });
    }
    const auto now = statements::find(world.db(), statement.id);
    world.act(caller_of(world.agencies, now->agency), [&](app::Command& command) {
        return statements::confirm_fee(command, *now);
    });
}

void advance(World& world, StatementId id, PayCourse course) {
    const auto row = statements::find(world.db(), id);
    if (row->status == StatementStatus::confirmed || row->status == course.stops_at) return;
    const auto& employer = caller_of(world.employers, row->employer);
    const auto& agency = caller_of(world.agencies, row->agency);
    const std::string reference = "DEMO" + id.text();
    switch (row->status) {
        case StatementStatus::draft: {
            const auto half = world.act(employer, [&](app::Command& command) {
                return statements::agree(command, *row, statements::Side::employer);
            });
            world.act(agency, [&](app::Command& command) {
                return statements::agree(command, half, statements::Side::agency);
            });
            break;
        }
        case StatementStatus::agreed:
            world.act(employer, [&](app::Command& command) {
                return statements::instruct(command, *row, reference);
            });
            break;
        case StatementStatus::instructed:
            if (world.now < course.pays_at)
                return world.at(course.pays_at, [&world, id, course] { advance(world, id, course); });
            world.paid_seats.emplace_back(id, world.seat_of[row->share_id]);
            world.act(employer, [&](app::Command& command) {
                return statements::pay(command, *row, reference, world.today());
            });
            break;
        case StatementStatus::paid:
            confirm(world, *row);
            return;
        case StatementStatus::confirmed:
            return;
    }
    world.in(world.between(300, 1800), [&world, id, course] { advance(world, id, course); });
}

/// Of fifty: one is never paid, a few are late by days or weeks, some stop half way in the end.
PayCourse course_of(World& world, const StatementRow& row) {
    PayCourse course{start_of(row.due_on) - std::chrono::hours(24 * world.between(0, 4)) +
                      std::chrono::hours(10),
                  {}};
    const int number = world.statements_planned++ % 50;
    const bool recent = days_between(row.due_on, date_of(world.end)) < 45;
    if (number % 16 == 5) course.pays_at += std::chrono::hours(24 * world.between(6, 30));
    if (number == 11 && recent) course.stops_at = StatementStatus::instructed;
    if (number == 23 && recent) course.stops_at = StatementStatus::agreed;
    if (number % 10 == 7 && recent) course.stops_at = StatementStatus::paid;
    return course;
}

/// The newest paid statement that is past its day gets an adjustment that stays unpaid.
void correct_something(World& world) {
    for (auto seat = world.paid_seats.rbegin(); seat != world.paid_seats.rend(); ++seat) {
        const auto row = statements::find(world.db(), seat->first);
        if (row->due_on > world.today() || (row->status != StatementStatus::paid &&
                                            row->status != StatementStatus::confirmed))
            continue;
        statements::CorrectStatement wanted;
        wanted.statement = row->id;
        wanted.lines.push_back({seat->second, {15'000}});
        wanted.reason.text = "补发夜班补贴";
        world.act(caller_of(world.agencies, row->agency), [&](app::Command& command) {
            return statements::correct(command, *row, wanted);
        });
        world.paid_seats.erase(std::next(seat).base());
        return;
    }
}

}  // namespace

void tell_payments(World& world) {
    world.on_statement = [&world](StatementId id) {
        const auto row = statements::find(world.db(), id);
        const PayCourse course = course_of(world, *row);
        const auto month = parse_date(row->month + "-01");
        const Date next = *month + std::chrono::months(1);
        world.at(start_of(next) + std::chrono::hours(24 * world.between(5, 8) + world.between(9, 17)),
                 [&world, id, course] { advance(world, id, course); });
    };
    // Corrections that came late and are not paid: warned of in each colour.
    for (const int days_ago : {10, 11, 19, 20, 31, 33})
        world.at(world.end - std::chrono::hours(24 * days_ago + 3),
                 [&world] { correct_something(world); });
}

}  // namespace jianghui::demo
