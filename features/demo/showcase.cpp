// What everybody finds on the day on which the year ends: something to do for each account.

#include <fmt/format.h>

#include "features/demo/market.hpp"
#include "features/standby/api.hpp"

namespace jianghui::demo {
namespace {

constexpr std::size_t yibin = 0;     // employers[0], agencies[0]
constexpr std::size_t luzhou = 1;
constexpr std::size_t neijiang = 2;

std::size_t worker(const World& world, int number) {
    std::size_t index = 0;
    for (std::size_t i = 0; i < world.people.size(); ++i)
        if (world.people[i].reserved && --number >= 0) index = i;
    return index;
}

Instant before_end(const World& world, int days, int hours) {
    return world.end - std::chrono::hours(24 * days + hours);
}

PlannedOrder brewing(int headcount, int starts_in, int days) {
    return {yibin, 0, {"511502"}, headcount, starts_in, days, Fate::ordinary,
            orders::OrderKind::flex};
}

/// Grabs `seats` and staffs `staffed` of them, the showcase's workers first.
std::optional<ShareId> take(World& world, OrderId order, std::size_t agency, int seats, int staffed,
                            Course course, int workers) {
    const auto share = grab(world, order, agency, seats);
    if (!share) return std::nullopt;
    const auto row = orders::find(world.db(), order);
    for (int i = 0; i < staffed; ++i) {
        const auto person = i < workers ? std::optional(worker(world, i + 1))
                                        : find_person(world, *row, agency);
        if (person) (void)offer(world, *share, *person, course);
    }
    return share;
}

/// Work that is long done and paid, so that the workers have a history.
void tell_past(World& world) {
    for (const int days_ago : {150, 95})
        world.at(before_end(world, days_ago, 4), [&world] {
            const auto order = publish(world, brewing(6, 3, 25));
            (void)take(world, order.id, luzhou, 6, 6, Course::good, 3);
        });
}

/// Work that goes on now; its timesheets stand at every step.
void tell_running(World& world) {
    world.at(before_end(world, 24, 5), [&world] {
        const auto order = publish(world, brewing(12, 2, 60));
        const auto share = take(world, order.id, luzhou, 8, 8, Course::good, 0);
        if (!share) return;
        world.at(before_end(world, 0, 3), [&world, share] {
            int number = 0;
            for (const auto& seat : seats::live_of_share(world.db(), *share)) {
                const Date last = add_days(world.today(), -1);
                Date from = last.year() / last.month() / std::chrono::day(unsigned(last.day()) <= 15 ? 1 : 16);
                if (seat.started_on && *seat.started_on > from) from = *seat.started_on;
                const int step = number++ % 6;
                const auto sheet = record_work(world, seat.id, from, last, step != 0);
                if (!sheet) continue;
                const auto& employer = world.employers[yibin].caller;
                access::Caller herself;
                herself.role = access::Role::worker;
                herself.person = seat.person;
                if (step == 3)
                    world.act(employer, [&](app::Command& command) {
                        return timesheets::send_back(command, *sheet, "请核对出勤天数");
                    });
                if (step == 4)
                    world.act(herself, [&](app::Command& command) {
                        return timesheets::dispute(command, *sheet, "少记了一天");
                    });
            }
        });
    });
}

/// Seats to check in today.
void tell_today(World& world) {
    world.at(before_end(world, 2, 20), [&world] {
        auto planned = brewing(10, 0, 6);
        planned.starts_in = days_between(world.today(), date_of(world.end));
        const auto order = publish(world, planned);
        (void)take(world, order.id, luzhou, 5, 5, Course::waits, 3);
        (void)take(world, order.id, neijiang, 4, 3, Course::waits, 0);
    });
}

/// Offers that wait for an answer, shares with empty seats, and what is open.
void tell_open(World& world) {
    world.at(before_end(world, 0, 6), [&world] {
        const auto order = publish(world, brewing(30, 12, 30));
        (void)take(world, order.id, luzhou, 8, 5, Course::unanswered, 3);
        (void)take(world, order.id, neijiang, 6, 0, Course::unanswered, 0);
    });
    world.at(before_end(world, 0, 4), [&world] { (void)draft(world, brewing(15, 20, 30)); });
    world.at(before_end(world, 1, 2), [&world] {
        auto planned = brewing(4, 9, 20);
        const auto order = publish(world, planned);
        (void)take(world, order.id, neijiang, 4, 2, Course::good, 0);
    });
    static const std::size_t kinds[] = {1, 4, 7, 10, 13, 18};
    for (int i = 0; i < 6; ++i)
        world.at(before_end(world, i / 2, 7 + i), [&world, i] {
            PlannedOrder planned;
            planned.employer = static_cast<std::size_t>(i % 4);
            planned.trade = kinds[i];
            planned.place = world.employers[planned.employer].place;
            planned.headcount = 12 + 2 * i;
            planned.starts_in = 6 + i;
            planned.kind = i % 2 == 0 ? orders::OrderKind::flex : orders::OrderKind::outsource;
            (void)publish(world, planned);
        });
    for (int i = 0; i < 2; ++i)
        world.at(before_end(world, i, 8), [&world] {
            auto planned = brewing(20, 10, 30);
            planned.fate = Fate::review;
            (void)publish(world, planned);
        });
}

/// A team order that opens to seasoned agencies first, and a full order with an agency in line.
void tell_teams(World& world) {
    world.at(before_end(world, 0, 9), [&world] {
        auto planned = brewing(12, 11, 20);
        planned.team_size = 4;
        planned.seasoned_first = true;
        (void)publish(world, planned);
    });
    world.at(before_end(world, 0, 10), [&world] {
        const auto order = publish(world, brewing(4, 9, 12));
        (void)take(world, order.id, luzhou, 4, 1, Course::unanswered, 0);
        (void)world.attempt(world.agencies[neijiang].caller, [&](app::Command& command) {
            return standby::stand_by(command, {order.id, {2}, std::nullopt});
        });
    });
}

/// Terms that changed and wait for an agency's answer; an order cancelled close to its first day, for
/// which something is due.
void tell_changes(World& world) {
    world.at(before_end(world, 0, 9), [&world] {
        const auto order = publish(world, brewing(10, 9, 30));
        (void)take(world, order.id, luzhou, 6, 3, Course::good, 0);
        world.at(before_end(world, 0, 5), [&world, id = order.id] {
            const auto body = fmt::format(
                R"({{"version":{},"headcount":12,"address":"临港三路 6 号新厂区"}})",
                orders::find(world.db(), id)->version);
            world.call(world.employers[yibin].caller, "changes.make", {{"order", id.text()}}, body);
        });
    });
    world.at(before_end(world, 1, 3), [&world] {
        const auto order = publish(world, brewing(8, 2, 20));
        (void)take(world, order.id, neijiang, 5, 2, Course::good, 0);
        world.at(before_end(world, 0, 4), [&world, id = order.id] {
            world.call(world.employers[yibin].caller, "orders.cancel", {{"order", id.text()}},
                       R"({"reason":"设备检修，推迟开工"})");
        });
    });
}

}  // namespace

void tell_showcase(World& world) {
    tell_past(world);
    tell_running(world);
    tell_today(world);
    tell_open(world);
    tell_teams(world);
    tell_changes(world);
}

}  // namespace jianghui::demo
