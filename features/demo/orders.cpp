// What employers ask for, and who grabs it.

#include <fmt/format.h>

#include "features/demo/market.hpp"
#include "features/demo/members.hpp"

namespace jianghui::demo {
namespace {

using orders::OrderKind;

OrderKind kind_for(World& world, const Trade& trade, int days) {
    if (trade.unit == orders::PayUnit::hour || days < 12) return OrderKind::flex;
    const int lot = world.between(0, 9);
    if (lot < 4) return OrderKind::recruit;
    if (lot < 6 && days <= 180 && trade.unit == orders::PayUnit::month) return OrderKind::dispatch;
    return lot < 8 ? OrderKind::outsource : OrderKind::flex;
}

orders::CreateOrder wording(World& world, const PlannedOrder& planned) {
    const Trade& trade = trades()[planned.trade];
    const Date starts = add_days(world.today(), planned.starts_in);
    orders::CreateOrder wanted;
    wanted.title.text = trade.title;
    wanted.description = Paragraph{std::string(trade.description)};
    wanted.occupation.text = trade.occupation;
    wanted.headcount.value = planned.headcount;
    wanted.place = planned.place;
    wanted.address = String<0, 200>{fmt::format("工业大道 {} 号", 1 + planned.employer % 200)};
    wanted.kind = planned.kind.value_or(kind_for(world, trade, planned.days));
    wanted.mode = planned.mode;
    wanted.starts_on = starts;
    wanted.ends_on = add_days(starts, planned.days - 1);
    wanted.shift = trade.shift;
    wanted.hours_per_day_tenths = Integer<5, 240>{planned.fate == Fate::review ? 100 : 80};
    wanted.pay_unit = trade.unit;
    const int percent = world.between(0, 8);
    wanted.pay_min_fen = Fen{std::int64_t{trade.pay_min_yuan} * (100 + percent)};
    wanted.pay_max_fen = Fen{std::int64_t{trade.pay_max_yuan} * (100 + percent)};
    wanted.service_fee_fen = Fen{std::int64_t{world.between(10, 60)} * 1000};
    if (!trade.certificate.empty()) {
        wanted.certificates.emplace();
        wanted.certificates->push_back({std::string(trade.certificate)});
    }
    wanted.lot_min = orders::Headcount{planned.headcount >= 4 ? 2 : 1};
    if (planned.team_size > 0) {
        wanted.team_size = Integer<0, 100>{planned.team_size};
        wanted.lot_min = orders::Headcount{planned.team_size};
    }
    if (planned.seasoned_first) {
        wanted.tiers.emplace();
        wanted.tiers->push_back({{"filing_months"}, {12}, {24}, {"首批班组需要有经验的机构带队"}});
    }
    if (planned.fate == Fate::nobody) wanted.hold_hours = Integer<1, 720>{720};
    return wanted;
}

/// Agencies of the neighbourhood are mostly faster.
std::size_t any_agency(World& world, const PlaceCode& place) {
    for (int i = 0; i < 12; ++i) {
        const auto agency = world.random.below(world.agencies.size());
        const Party& party = world.agencies[agency];
        if (!party.active) continue;
        if (city_of(party.place) == city_of(place) || i > 5 || world.chance(20)) return agency;
    }
    return world.random.below(world.scale.agencies > 5 ? 5U : 1U);
}

void staff(World& world, ShareId share, std::size_t agency, Fate fate);

void race(World& world, OrderId id, Fate fate, int rounds) {
    const auto order = orders::find(world.db(), id);
    if (!order || order->status != orders::OrderStatus::open || rounds == 0) return;
    auto agency = any_agency(world, order->place);
    // The agencies of the showcase never let an order down: they would be shut out of the market.
    if (fate == Fate::nobody && agency < 3) agency = 3;
    const int most = std::min(order->remaining, std::max(order->lot_min, order->headcount * 2 / 3));
    const int least = std::min(order->lot_min, order->remaining);
    const auto share = grab(world, id, agency, world.between(least, std::max(least, most)));
    if (share && fate != Fate::unstaffed)
        world.in(world.between(30, 300), [&world, share, agency, fate] {
            staff(world, *share, agency, fate);
        });
    world.in(world.between(20, 900), [&world, id, fate, rounds] { race(world, id, fate, rounds - 1); });
}

Course next_course(World& world, Fate fate) {
    if (fate == Fate::nobody) return Course::no_show;

    switch (world.seats_planned++ % 24) {
        case 3: return Course::declined;
        case 8: return Course::unanswered;
        case 13: return Course::no_show;
        case 17: return Course::replaced;
        case 21: return Course::leaves;
        default: return Course::good;
    }
}

/// Fills the share as far as people are found; a second time for those who turned it down.
void staff(World& world, ShareId id, std::size_t agency, Fate fate) {
    const auto share = shares::find(world.db(), id);
    if (!share || !shares::is_live(share->status)) return;
    const auto order = orders::find(world.db(), share->order_id);
    const int empty = share->seats - share->staffed;
    for (int i = 0; i < empty; ++i) {
        const auto person = find_person(world, *order, agency);
        const Course course = next_course(world, fate);
        const bool comes = agency < 3 && course == Course::no_show;
        if (!person || !offer(world, id, *person, comes ? Course::good : course)) break;
    }
    if (share->status == shares::ShareStatus::held || share->created_at + std::chrono::hours(30) > world.now)
        world.in(26 * 60, [&world, id, agency, fate] { staff(world, id, agency, fate); });
}

void interfere(World& world, const orders::OrderRow& order, Fate fate) {
    const std::string id = order.id.text();
    const auto& official = world.official_of(order.place);
    if (fate == Fate::cancelled)
        for (const auto& employer : world.employers)
            if (employer.id == order.employer)
                world.in(8 * 60, [&world, id, caller = employer.caller] {
                    world.call(caller, "orders.cancel", {{"order", id}}, R"({"reason":"订单取消，生产计划调整"})");
                });
    if (fate == Fate::suspended)
        world.in(2 * 24 * 60, [&world, id, official] {
            world.call(official, "orders.suspend", {{"order", id}}, R"({"reason":"核实用工条件"})");
        });
    if (fate == Fate::withdrawn)
        world.in(20 * 60, [&world, order, official] {
            for (const auto& share : shares::live_of_order(world.db(), order.id)) {
                world.call(official, "shares.withdraw", {{"share", share.id.text()}},
                           R"({"reason":"机构未按要求配人"})");
                return;
            }
        });
}

void begin_order(World& world, const PlannedOrder& planned) {
    if (planned.fate == Fate::draft) {
        (void)draft(world, planned);
        return;
    }
    const auto order = publish(world, planned);
    const Fate fate = planned.fate;
    if (order.status == orders::OrderStatus::review)
        world.in(world.between(300, 2000), [&world, id = order.id] {
            const auto row = orders::find(world.db(), id);
            if (row->status != orders::OrderStatus::review) return;
            const auto& official = world.official_of(row->place);
            world.call(official, "orders.approve", {{"order", id.text()}});
            race(world, id, Fate::ordinary, 3);
        });
    if (fate == Fate::untouched) return;
    world.in(world.between(5, 600), [&world, id = order.id, fate, rounds = world.between(2, 4)] {
        race(world, id, fate, rounds);
    });
    interfere(world, order, fate);
}

}  // namespace

orders::OrderRow draft(World& world, const PlannedOrder& planned) {
    const Party& employer = world.employers[planned.employer];
    const auto wanted = wording(world, planned);
    return world.act(employer.caller, [&](app::Command& command) {
        return orders::create_draft(command, employer.id, wanted);
    });
}

orders::OrderRow publish(World& world, const PlannedOrder& planned) {
    const auto row = draft(world, planned);
    return world.act(world.employers[planned.employer].caller, [&](app::Command& command) {
        return orders::publish_draft(command, row);
    });
}

std::optional<ShareId> grab(World& world, OrderId id, std::size_t agency, int seats) {
    const Party& party = world.agencies[agency];
    const auto order = orders::find(world.db(), id);
    if (!order || !shares::may_grab(world.db(), world.services, *order, party.id, world.now)) return {};
    const auto share = world.attempt(party.caller, [&](app::Command& command) {
        return shares::grab(command, {id, {seats}});
    });
    return share ? std::optional(share->id) : std::nullopt;
}

std::optional<std::size_t> find_person(World& world, const orders::OrderRow& order,
                                       std::size_t agency) {
    const Date from = std::max(std::chrono::sys_days(*order.starts_on), std::chrono::sys_days(world.today()));
    const Party& party = world.agencies[agency];
    const auto fits = [&](std::size_t index) {
        const Human& human = world.people[index];
        const Trade& trade = trades()[human.trade];
        if (human.reserved || !is_free(human, from, *order.ends_on)) return false;
        if (order.certificates.empty()) return true;
        return human.certified && trade.certificate == order.certificates.front().text;
    };
    std::optional<std::size_t> second;
    for (int i = 0; i < 60; ++i) {
        const bool own = i % 4 != 3 && !party.candidates.empty();
        const std::size_t index =
            own ? world.pick(party.candidates) : world.random.below(world.people.size());
        if ((!own && !world.people[index].pool) || !fits(index)) continue;
        if (order.occupation.text == trades()[world.people[index].trade].occupation) return index;
        if (!second) second = index;
    }
    return second;
}

void tell_orders(World& world) {
    static const Fate fates[] = {
        Fate::ordinary,  Fate::draft,    Fate::review,    Fate::untouched, Fate::cancelled,
        Fate::suspended, Fate::withdrawn, Fate::nobody,   Fate::unstaffed};
    const Instant first = world.start + std::chrono::hours(24 * 32);
    const auto whole = world.end - first - std::chrono::hours(20);
    for (int i = 0; i < world.scale.orders; ++i) {
        const Instant when = std::chrono::time_point_cast<Milliseconds>(
            first + whole * i / world.scale.orders + std::chrono::minutes(7 * (i % 60)));
        world.at(when, [&world, i] {
            PlannedOrder planned;
            planned.fate = i % 4 == 0 ? fates[static_cast<std::size_t>(i / 4) % std::size(fates)]
                                      : Fate::ordinary;
            if (planned.fate == Fate::nobody && i > 120) planned.fate = Fate::ordinary;
            planned.employer = world.random.below(world.employers.size());
            for (int tries = 0; !world.employers[planned.employer].active || (planned.employer == 0 && tries == 0); ++tries)
                planned.employer = world.random.below(world.employers.size());
            const Party& employer = world.employers[planned.employer];
            std::vector<std::size_t> fitting;
            for (std::size_t t = 0; t < trades().size(); ++t)
                if (trades()[t].industry == employer.industry) fitting.push_back(t);
            planned.trade = fitting.empty() ? world.random.below(trades().size()) : world.pick(fitting);
            planned.place = employer.place;
            planned.headcount = world.between(4, world.scale.headcount_max);
            planned.starts_in = world.between(3, 14);
            planned.days = trades()[planned.trade].unit == orders::PayUnit::month
                               ? world.between(30, 90)
                               : world.between(7, 40);
            begin_order(world, planned);
        });
    }
}

}  // namespace jianghui::demo
