#include "features/shares/refusals.hpp"

#include <algorithm>
#include <utility>

#include "features/shares/errors.hpp"
#include "features/shares/events.hpp"
#include "features/shares/rules.hpp"

namespace jianghui::shares {
namespace {

constexpr std::size_t most_noted = 100'000;
constexpr std::size_t orders_a_run = 200;

bool is_of_gate(const Error& refusal) {
    const std::array codes{organisation_unverified.code, organisation_excluded.code,
                           licence_missing.code,         licence_expired.code,
                           licence_scope.code,           credential_not_recognised.code,
                           capacity_exceeded.code,       open_default.code,
                           tier_not_open.code};
    return std::find(codes.begin(), codes.end(), refusal.code) != codes.end();
}

/// Whether the order has seats that somebody had: an order that is over, or not begun, is no race.
bool is_running(const orders::OrderRow& order, Instant now) {
    const bool has_seats = order.status == orders::OrderStatus::open || order.status == orders::OrderStatus::filled;
    return has_seats && order.opens_at && *order.opens_at <= now && order.closes_at && now < *order.closes_at;
}

}  // namespace

void Refusals::note(const orders::OrderRow& order, OrganisationId agency, RefusedFor why, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto known = orders_.find(order.id.number);
    if (known != orders_.end()) {
        const auto asked = known->second.agencies.find(agency);
        if (asked != known->second.agencies.end() && asked->second[static_cast<std::size_t>(why)]) return;
    }
    if (noted_ >= most_noted) {
        ++missed_;
        return;
    }
    auto& gathered = orders_[order.id.number];
    if (gathered.agencies.empty()) {
        gathered.city = order.city;
        gathered.since = now;
        in_order_.push_back(order.id.number);
        if (in_order_.size() == 1) remember_oldest();
    }
    gathered.agencies[agency][static_cast<std::size_t>(why)] = true;
    ++noted_;
}

std::vector<Refusals::OfOrder> Refusals::take(Instant now, std::size_t limit) {
    const std::lock_guard lock(mutex_);
    std::vector<OfOrder> taken;
    while (!in_order_.empty() && taken.size() < limit) {
        const auto found = orders_.find(in_order_.front());
        if (now < found->second.since + gathering) break;
        OfOrder one{found->second.city, {OrderId{found->first}, {}, std::exchange(missed_, 0)}};
        for (const auto& [agency, causes] : found->second.agencies)
            for (const auto why : {RefusedFor::no_room, RefusedFor::gate})
                if (causes[static_cast<std::size_t>(why)]) one.said.refused.push_back({agency, why});
        noted_ -= one.said.refused.size();
        taken.push_back(std::move(one));
        orders_.erase(found);
        in_order_.pop_front();
    }
    remember_oldest();
    return taken;
}

bool Refusals::is_due(Instant now) const {
    const auto oldest = oldest_ms_.load(std::memory_order_relaxed);
    return oldest != std::numeric_limits<std::int64_t>::max() &&
           now.time_since_epoch() >= Milliseconds(oldest) + gathering;
}

void Refusals::remember_oldest() {
    oldest_ms_.store(in_order_.empty() ? std::numeric_limits<std::int64_t>::max()
                                       : orders_.at(in_order_.front()).since.time_since_epoch().count(),
                     std::memory_order_relaxed);
}

void note_refusal(const app::Services& services, const orders::OrderRow& order, OrganisationId agency, const Error& refusal,
                  Instant now) {
    const bool no_room = refusal.code == orders::not_enough_seats.code;
    if (!is_running(order, now) || (!no_room && !is_of_gate(refusal))) return;
    services.get<Refusals>().note(order, agency, no_room ? RefusedFor::no_room : RefusedFor::gate, now);
}

std::vector<journal::NewEvent> due_refusals(app::Command& command, std::size_t limit) {
    auto& refusals = command.services.get<Refusals>();
    std::vector<journal::NewEvent> events;
    if (!refusals.is_due(command.now)) return events;
    for (const auto& one : refusals.take(command.now, limit))
        // A subject of its own: an order's history says nothing of single agencies.
        events.push_back(command.event(
            share_refused, {one.city, "refusals", command.next_id<RefusalsId>().number, {}, {}, {}}, one.said));
    return events;
}

Result<bool> tell_refusals(app::Command& command) {
    const auto events = due_refusals(command, orders_a_run);
    if (!events.empty()) journal::append_all(command.db, events);
    return events.size() == orders_a_run;
}

}  // namespace jianghui::shares
