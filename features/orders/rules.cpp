#include "features/orders/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::orders {
namespace {

/// Copies what was said onto the row.
void apply(OrderRow& order, const OrderTerms& terms) {
    const auto set = [](auto& to, const auto& from) {
        if (from) to = *from;
    };
    set(order.kind, terms.kind);
    if (terms.description) order.description = terms.description->text;
    if (terms.address) order.address = terms.address->text;
    set(order.starts_on, terms.starts_on);
    set(order.ends_on, terms.ends_on);
    set(order.shift, terms.shift);
    if (terms.hours_per_day_tenths)
        order.hours_per_day_tenths = static_cast<int>(terms.hours_per_day_tenths->value);
    set(order.skills, terms.skills);
    if (terms.education) order.education = terms.education->text;
    set(order.certificates, terms.certificates);
    set(order.pay_unit, terms.pay_unit);
    set(order.pay_min_fen, terms.pay_min_fen);
    set(order.pay_max_fen, terms.pay_max_fen);
    set(order.service_fee_fen, terms.service_fee_fen);
    const auto set_number = [](int& to, const auto& from) {
        if (from) to = static_cast<int>(from->value);
    };
    set_number(order.lot_min, terms.lot_min);
    set_number(order.lot_max, terms.lot_max);
    set_number(order.cap_per_agency, terms.cap_per_agency);
    set_number(order.hold_hours, terms.hold_hours);
    set(order.mode, terms.mode);
    set_number(order.apply_hours, terms.apply_hours);
    set(order.leftover, terms.leftover);
    set(order.tiers, terms.tiers);
    set_number(order.team_size, terms.team_size);
    // The smallest lot of a team order is a team until somebody sets it.
    if (terms.team_size && !terms.lot_min) order.lot_min = std::max(order.team_size, 1);
    if (terms.source) order.source = terms.source->text;
    set(order.opens_at, terms.opens_at);
    set(order.closes_at, terms.closes_at);
    // A pay range said with one end means exactly that.
    if (order.pay_min_fen && !order.pay_max_fen) order.pay_max_fen = order.pay_min_fen;
    if (order.education && order.education->empty()) order.education.reset();
}

/// Limits that follow the headcount until somebody sets them.
void fit_lots(OrderRow& order, const OrderTerms& terms) {
    if (!terms.cap_per_agency) order.cap_per_agency = order.headcount;
    if (!terms.lot_max) order.lot_max = order.cap_per_agency;
}

/// Whether headcount, lots and cap are whole teams.
bool in_whole_teams(const OrderRow& order) {
    const int team = order.team_size;
    return team == 0 || (team > 1 && order.headcount % team == 0 && order.lot_min % team == 0 &&
                         order.lot_max % team == 0 && order.cap_per_agency % team == 0);
}

bool in_the_market(OrderStatus status) {
    return status == OrderStatus::open || status == OrderStatus::filled;
}

}  // namespace

OrderRow new_draft(const CreateOrder& wanted, const OrderDefaults& defaults) {
    OrderRow order;
    order.title = wanted.title.text;
    order.occupation = wanted.occupation;
    order.headcount = static_cast<int>(wanted.headcount.value);
    order.remaining = order.headcount;
    order.place = wanted.place;
    order.city = city_of(wanted.place);
    order.hold_hours = defaults.hold_hours;
    order.apply_hours = defaults.apply_hours;
    apply(order, wanted);
    fit_lots(order, wanted);
    return order;
}

Result<OrderRow> change_draft(const OrderRow& order, const ChangeOrder& change) {
    if (order.status != OrderStatus::draft) return refuse(order_not_editable);
    if (change.version && *change.version != order.version) return refuse(order_changed);
    OrderRow changed = order;
    if (change.title) changed.title = change.title->text;
    if (change.occupation) changed.occupation = *change.occupation;
    if (change.place) {
        changed.place = *change.place;
        changed.city = city_of(*change.place);
    }
    if (change.headcount) {
        const bool whole = changed.cap_per_agency == changed.headcount;
        const bool any_lot = changed.lot_max == changed.cap_per_agency;
        changed.headcount = static_cast<int>(change.headcount->value);
        changed.remaining = changed.headcount;
        if (whole) changed.cap_per_agency = changed.headcount;
        if (any_lot) changed.lot_max = changed.cap_per_agency;
    }
    apply(changed, change);
    ++changed.version;
    TRY_DO(consistent(changed));
    return changed;
}

namespace {

/// Gives the order another headcount: what is free moves with it.
void set_headcount(OrderRow& order, int headcount) {
    const bool whole = order.cap_per_agency == order.headcount;
    const bool any_lot = order.lot_max == order.cap_per_agency;
    order.remaining += headcount - order.headcount;
    order.headcount = headcount;
    order.cap_per_agency = whole ? headcount : std::min(order.cap_per_agency, headcount);
    order.lot_max = any_lot ? order.cap_per_agency : std::min(order.lot_max, order.cap_per_agency);
    order.lot_min = std::min(order.lot_min, order.lot_max);
}

/// The members that both have.
OrderTerms terms_in(const ReviseOrder& wanted) {
    OrderTerms terms;
    boost::mp11::mp_for_each<codec::Members<OrderTerms>>([&](auto to) {
        boost::mp11::mp_for_each<codec::Members<ReviseOrder>>([&](auto from) {
            constexpr bool same_name =
                std::string_view(decltype(to)::name) == decltype(from)::name;
            if constexpr (same_name) terms.*to.pointer = wanted.*from.pointer;
        });
    });
    return terms;
}

}  // namespace

Result<OrderRow> revised(const OrderRow& order, const ReviseOrder& wanted) {
    if (!in_the_market(order.status))
        return refuse(error(order_status_conflict)
                          .with("status", std::string(codec::enum_text(order.status))));
    if (wanted.version.value != order.version)
        return refuse(error(order_changed).with("version", std::to_string(order.version)));
    OrderRow next = order;
    ++next.version;
    if (wanted.headcount) {
        const int taken = order.headcount - order.remaining;
        if (wanted.headcount->value < taken)
            return refuse(error(headcount_taken,
                                {fmt::format("已有 {} 个席位被抢，招用人数不能少于 {}。", taken, taken),
                                 fmt::format("{} seats are taken; the headcount cannot be below "
                                             "that.", taken)})
                              .at("/headcount")
                              .with("taken", std::to_string(taken)));
        set_headcount(next, static_cast<int>(wanted.headcount->value));
    }
    apply(next, terms_in(wanted));
    TRY_DO(consistent(next));
    return next;
}

Result<Done> is_version(const OrderRow& order, const std::optional<Integer<1, 1000000>>& seen) {
    if (!seen || seen->value == order.version) return Done{};
    return refuse(error(order_newer,
                        {fmt::format("订单条款已变更为第 {} 版。请看过变更后再办理。", order.version),
                         fmt::format("The order's terms changed: version {} holds now. Read what "
                                     "changed, then decide.", order.version)})
                      .with("version", std::to_string(order.version)));
}

namespace {

/// As high as a bid's or a counter-offer's fee may be.
Result<Done> amounts_fit(const OrderRow& order) {
    constexpr Fen most{1'000'000'000};
    for (const auto& [amount, path] : {std::pair(order.pay_min_fen.value_or(Fen{}), "/pay_min_fen"),
                                       std::pair(order.pay_max_fen.value_or(Fen{}), "/pay_max_fen"),
                                       std::pair(order.service_fee_fen, "/service_fee_fen")})
        if (amount > most) return refuse(error(amount_too_high).at(path));
    return Done{};
}

}  // namespace

Result<Done> consistent(const OrderRow& order) {
    constexpr int work_days_max = 366;
    if (order.lot_min > order.lot_max || order.lot_max > order.cap_per_agency ||
        order.cap_per_agency > order.headcount)
        return refuse(error(lot_mismatch).at("/lot_max"));
    const bool by_hand = order.mode == GrabMode::race || order.mode == GrabMode::direct;
    if (!in_whole_teams(order) || (order.team_size > 0 && !by_hand))
        return refuse(error(team_mismatch).at("/team_size"));
    if (order.starts_on && order.ends_on &&
        (*order.ends_on < *order.starts_on ||
         days_between(*order.starts_on, *order.ends_on) >= work_days_max))
        return refuse(error(dates_mismatch).at("/ends_on"));
    if (order.opens_at && order.closes_at && *order.closes_at <= *order.opens_at)
        return refuse(error(dates_mismatch).at("/closes_at"));
    if (order.pay_min_fen && order.pay_max_fen && *order.pay_max_fen < *order.pay_min_fen)
        return refuse(error(pay_mismatch).at("/pay_max_fen"));
    return amounts_fit(order);
}

Result<OrderStatus> next_status(const OrderRow& order, Act act, Instant now) {
    const OrderStatus status = order.status;
    const bool untouched = order.remaining == order.headcount;
    const auto market = [&] {
        if (order.remaining == 0) return OrderStatus::filled;
        if (order.closes_at && *order.closes_at <= now && !untouched) return OrderStatus::running;
        return OrderStatus::open;
    };
    switch (act) {
        case Act::publish_clean:
            if (status == OrderStatus::draft) return OrderStatus::open;
            break;
        case Act::publish_review:
            if (status == OrderStatus::draft) return OrderStatus::review;
            break;
        case Act::approve:
            if (status == OrderStatus::review) return OrderStatus::open;
            break;
        case Act::send_back:
            if (status == OrderStatus::review) return OrderStatus::draft;
            break;
        case Act::cancel:
            if (status == OrderStatus::draft || status == OrderStatus::review ||
                in_the_market(status) || status == OrderStatus::suspended)
                return OrderStatus::cancelled;
            break;
        case Act::suspend:
            if (in_the_market(status) || status == OrderStatus::review ||
                status == OrderStatus::running)
                return OrderStatus::suspended;
            break;
        case Act::resume:
            if (status == OrderStatus::suspended) return market();
            break;
        case Act::close:
            if (status == OrderStatus::running) return OrderStatus::closed;
            break;
        case Act::validity_ended:
            if (in_the_market(status) || status == OrderStatus::review)
                return untouched ? OrderStatus::expired : OrderStatus::running;
            break;
        case Act::work_begins:
            if (status == OrderStatus::filled) return OrderStatus::running;
            break;
        case Act::seats_changed:
            // Seats that free up while the order runs, or is stopped, are kept but not open.
            return in_the_market(status) ? market() : status;
    }
    return refuse(error(order_status_conflict)
                      .with("status", std::string(codec::enum_text(status)))
                      .with("act", std::string(codec::enum_text(act))));
}

Result<OrderRow> with_validity(OrderRow order, const OrderDefaults& defaults, Instant now) {
    if (!order.opens_at || *order.opens_at < now) order.opens_at = now;
    if (!order.closes_at)
        order.closes_at = *order.opens_at + std::chrono::hours(24) * defaults.validity_days;
    if (order.ends_on) {
        const Instant work_over = start_of(add_days(*order.ends_on, 1));
        if (*order.closes_at > work_over) order.closes_at = work_over;
    }
    if (*order.closes_at <= *order.opens_at) return refuse(error(dates_mismatch).at("/closes_at"));
    return order;
}

Result<Window> application_window(const OrderRow& order, Instant now) {
    ASSERT(order.opens_at && order.closes_at);
    Window window;
    window.opens_at = std::max(*order.opens_at, now);
    window.closes_at = window.opens_at + std::chrono::hours(order.apply_hours);
    // The award needs the order open: it must come before the validity ends.
    if (window.closes_at + std::chrono::minutes(10) > *order.closes_at)
        return refuse(error(window_too_long).at("/apply_hours"));
    return window;
}

Due due_at_window_end(const OrderRow& order, Instant now) {
    if (order.status == OrderStatus::suspended) return Due::later;
    const bool may_award = order.status == OrderStatus::open && order.closes_at && now < *order.closes_at;
    return may_award ? Due::award : Due::never;
}

Result<Done> first_come(const OrderRow& order) {
    if (order.open_to_all) return Done{};
    switch (order.mode) {
        case GrabMode::race: return Done{};
        case GrabMode::draw: return refuse(order_by_draw);
        case GrabMode::direct: return refuse(order_by_name);
        case GrabMode::quote: return refuse(order_by_quote);
    }
    return Done{};
}

Result<Done> may_take(const OrderRow& order, int seats, int agency_seats, Instant now) {
    const bool in_window = order.opens_at && *order.opens_at <= now && order.closes_at &&
                           now < *order.closes_at;
    if (order.status == OrderStatus::filled && in_window)
        return refuse(error(not_enough_seats).with("remaining", "0"));
    if (order.status != OrderStatus::open || !in_window)
        return refuse(error(order_not_open)
                          .with("status", std::string(codec::enum_text(order.status)))
                          .with("opens_at", order.opens_at ? instant_text(*order.opens_at) : "")
                          .with("closes_at", order.closes_at ? instant_text(*order.closes_at) : ""));
    if (order.remaining < seats)
        return refuse(error(not_enough_seats,
                            {fmt::format("只剩 {} 个席位，请减少数量再试。", order.remaining),
                             fmt::format("Only {} seats are left; try fewer.", order.remaining)})
                          .with("remaining", std::to_string(order.remaining)));
    if (agency_seats + seats > order.cap_per_agency)
        return refuse(error(cap_exceeded,
                            {fmt::format("每家最多 {} 个席位，贵机构已有 {} 个。",
                                         order.cap_per_agency, agency_seats),
                             fmt::format("An agency may hold at most {}; yours has {}.",
                                         order.cap_per_agency, agency_seats)})
                          .with("cap_per_agency", std::to_string(order.cap_per_agency))
                          .with("held", std::to_string(agency_seats)));
    const int singles = single_seats(order);
    const bool takes_singles = seats <= singles;
    if (order.team_size > 0 && seats % order.team_size != 0 && !takes_singles)
        return refuse(error(whole_teams, {fmt::format("本订单每 {} 人一队，请按整队抢。",
                                                      order.team_size),
                                          fmt::format("Seats are taken in whole teams of {}.",
                                                      order.team_size)})
                          .with("team_size", std::to_string(order.team_size)));
    // The rest of an order may be smaller than the smallest lot: then taking all of it is allowed.
    const bool takes_the_rest =
        seats < order.lot_min && (seats == order.remaining - singles || takes_singles);
    if (seats > order.lot_max || (seats < order.lot_min && !takes_the_rest))
        return refuse(error(lot_size, {fmt::format("每次可抢 {} 至 {} 个席位。", order.lot_min,
                                                   order.lot_max),
                                       fmt::format("Take {} to {} seats at a time.", order.lot_min,
                                                   order.lot_max)})
                          .with("lot_min", std::to_string(order.lot_min))
                          .with("lot_max", std::to_string(order.lot_max)));
    return Done{};
}

int single_seats(const OrderRow& order) {
    return order.team_size > 0 ? order.remaining % order.team_size : 0;
}

int least_seats(const OrderRow& order) {
    const int whole = order.remaining - single_seats(order);
    return std::max(1, std::min(order.lot_min, whole));
}

int most_seats(const OrderRow& order, int wanted, int agency_seats) {
    const int most = std::max(0, std::min({wanted, order.remaining, order.lot_max,
                                           order.cap_per_agency - agency_seats}));
    if (order.team_size == 0) return most;
    const int whole = most - most % order.team_size;
    return whole > 0 ? whole : std::min(most, single_seats(order));
}

}  // namespace jianghui::orders
