#include "features/shares/facts.hpp"

#include <set>

#include "engine/journal/event_data.hpp"
#include "features/organisations/api.hpp"
#include "features/orders/api.hpp"

namespace jianghui::shares {
namespace {

/// More are forgotten all at once: memory stays bounded, and the next readings fill it again.
constexpr std::size_t orders_max = 4'000, agencies_max = 4'000, names_max = 8'000;
/// More events than that since the last look: everything is read anew.
constexpr int events_max = 1'000;
/// An order, then its employer's name: what one reading brings may want one more.
constexpr int readings_max = 3;

}  // namespace

void GrabFacts::begin(std::uint64_t losses) {
    if (losses != losses_) forget();
    losses_ = losses;
    if (orders_.size() > orders_max) orders_.clear();
    if (agencies_.size() > agencies_max) agencies_.clear();
    if (names_.size() > names_max) names_.clear();
    wanted_orders_.clear();
    wanted_agencies_.clear();
    brought_ = {};
}

void GrabFacts::forget() {
    orders_.clear();
    agencies_.clear();
    names_.clear();
    position_ = -1;
}

void GrabFacts::ask(store::Readings& readings) {
    if (position_ < 0) {
        journal::ask_newest(readings, [this](std::int64_t newest) { brought_.newest = newest; });
    } else {
        journal::ask_named(readings, position_, events_max, [this](journal::Named&& event) {
            brought_.events.push_back(std::move(event));
        });
    }
    (void)ask_missing(readings);
}

bool GrabFacts::ask_missing(store::Readings& readings) {
    std::set<std::int64_t> orders, agencies, names;
    for (const auto id : wanted_orders_) {
        const auto known = orders_.find(id.number);
        if (known == orders_.end()) {
            orders.insert(id.number);
        } else if (!names_.contains(known->second.row.employer.number)) {
            names.insert(known->second.row.employer.number);
        }
    }
    for (const auto id : wanted_agencies_)
        if (!agencies_.contains(id.number)) agencies.insert(id.number);
    for (const auto id : orders) {
        orders::ask(readings, OrderId{id}, [this](orders::OrderRow&& row) {
            brought_.orders.push_back(std::move(row));
        });
        ask_held(readings, OrderId{id}, [this, id](HeldSeats&& held) {
            brought_.seats[id][held.agency.number] = held.seats;
        });
    }
    for (const auto id : agencies) {
        organisations::ask_gate_facts(readings, OrganisationId{id},
                                      [this](organisations::GateFacts&& facts) {
                                          brought_.agencies.push_back(std::move(facts));
                                      });
        ask_totals(readings, OrganisationId{id},
                   [this, id](AgencyTotals&& totals) { brought_.totals[id] = totals; });
    }
    for (const auto id : names)
        organisations::ask_reference(readings, OrganisationId{id},
                                     [this](organisations::Reference&& name) {
                                         brought_.names.push_back(std::move(name));
                                     });
    return !orders.empty() || !agencies.empty() || !names.empty();
}

void GrabFacts::ready(const store::Reader& reader) {
    keep_brought();
    for (int i = 1; i < readings_max; ++i) {
        store::Readings more;
        if (position_ < 0)
            journal::ask_newest(more, [this](std::int64_t newest) { brought_.newest = newest; });
        if (!ask_missing(more) && position_ >= 0) return;
        more.run(reader);
        keep_brought();
    }
}

void GrabFacts::keep_brought() {
    // First what changed since: what was read with it is as of now.
    if (brought_.events.size() >= events_max) {
        forget();
    } else {
        for (const auto& event : brought_.events) forget_named(event);
        if (!brought_.events.empty()) position_ = brought_.events.back().position;
    }
    if (brought_.newest) position_ = *brought_.newest;
    for (auto& row : brought_.orders) {
        const auto id = row.id.number;
        orders_.insert_or_assign(id, Order{std::move(row), std::move(brought_.seats[id])});
    }
    for (auto& facts : brought_.agencies) {
        const auto id = facts.organisation.id.number;
        agencies_.insert_or_assign(id, Agency{std::move(facts), brought_.totals[id]});
    }
    for (auto& name : brought_.names) {
        const auto id = name.id.number;
        names_.insert_or_assign(id, std::move(name));
    }
    brought_ = {};
}

void GrabFacts::forget_named(const journal::Named& event) {
    if (event.subject_kind == "order") orders_.erase(event.subject.number);
    if (event.subject_kind == "share") {
        // The agency's totals change with its shares, and what it holds of the order.
        const auto order = OrderId::parse(journal::text_of(event.data, "order"));
        if (order) {
            orders_.erase(order->number);
        } else {
            orders_.clear();
        }
    }
    const auto forget_organisation = [this](std::int64_t id) {
        agencies_.erase(id);
        names_.erase(id);
    };
    forget_organisation(event.subject.number);
    if (event.organisation) forget_organisation(event.organisation->number);
    if (event.counterpart) forget_organisation(event.counterpart->number);
}

const orders::OrderRow* GrabFacts::order(OrderId id) const {
    const auto found = orders_.find(id.number);
    return found == orders_.end() ? nullptr : &found->second.row;
}

const GrabFacts::Agency* GrabFacts::agency(OrganisationId id) const {
    const auto found = agencies_.find(id.number);
    return found == agencies_.end() ? nullptr : &found->second;
}

int GrabFacts::seats_of(OrderId order, OrganisationId agency) const {
    const auto known = orders_.find(order.number);
    if (known == orders_.end()) return 0;
    const auto found = known->second.seats.find(agency.number);
    return found == known->second.seats.end() ? 0 : found->second;
}

organisations::Reference GrabFacts::name_of(OrganisationId employer) const {
    const auto found = names_.find(employer.number);
    return found == names_.end() ? organisations::Reference{} : found->second;
}

void GrabFacts::granted(const orders::OrderRow& now, const std::vector<AgencySeats>& taken) {
    auto& order = orders_.at(now.id.number);
    order.row = now;
    for (const auto& each : taken) {
        order.seats[each.agency.number] += each.seats;
        agencies_.at(each.agency.number).totals.seats += each.seats;
    }
}

}  // namespace jianghui::shares
