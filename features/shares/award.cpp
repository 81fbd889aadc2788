#include "features/shares/award.hpp"

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/events.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {

Awarding::Awarding(app::Command& command, orders::OrderRow order)
    : command_(command), before_(std::move(order)), order_(before_) {}

Awarding::Agency& Awarding::agency(OrganisationId id) {
    const auto [found, is_new] = agencies_.try_emplace(id);
    if (is_new) {
        Agency& agency = found->second;
        agency.at_gate = at_gate(command_.db, command_.services, order_, id, command_.now);
        agency.of_order = agency_seats_of_order(command_.db, order_.id, id);
    }
    return found->second;
}

Result<ShareRow> Awarding::decide(const Award& wanted, Instant at) {
    Agency& asking = agency(wanted.agency);
    TRY_DO(orders::may_take(order_, wanted.seats, asking.of_order, at));
    if (!asking.at_gate) return refuse(organisation_unverified);
    auto& question = asking.at_gate->question;
    question.seats = wanted.seats;
    question.today = date_of(at);
    TRY(Gate gate, judge(asking.at_gate->facts, question));
    TRY(auto tiers, pass_tiers(command_.db, command_.services, order_, asking.at_gate->facts, at));
    for (auto& fact : tiers) gate.facts.push_back(std::move(fact));

    order_.remaining -= wanted.seats;
    if (order_.remaining == 0) order_.status = orders::OrderStatus::filled;
    asking.of_order += wanted.seats;
    asking.granted += wanted.seats;
    question.agency_seats += wanted.seats;
    ShareRow share;
    share.id = command_.next_id<ShareId>();
    share.city = order_.city;
    share.order_id = order_.id;
    share.employer = order_.employer;
    share.agency = wanted.agency;
    share.seats = wanted.seats;
    share.held_until_at = at + std::chrono::hours(order_.hold_hours);
    share.gate = std::move(gate);
    share.created_at = at;
    share.created_by = wanted.by;
    share.changed_at = at;
    share.service_fee_fen = wanted.service_fee_fen;
    if (order_.team_size > 0 && wanted.seats % order_.team_size == 0)
        share.team_size = order_.team_size;
    share.order_version = order_.version;
    granted_.emplace_back(share, order_.remaining);
    last_by_ = wanted.by;
    last_at_ = at;
    return share;
}

int Awarding::most(OrganisationId id, int wanted) {
    const Agency& asking = agency(id);
    if (asking.at_gate) {
        const auto capacity = asking.at_gate->facts.organisation.capacity;
        if (capacity)
            wanted = std::min(wanted, static_cast<int>(*capacity) -
                                          asking.at_gate->question.agency_seats);
    }
    return std::max(1, orders::most_seats(order_, wanted, asking.of_order));
}

Result<Done> Awarding::write() {
    if (granted_.empty()) return Done{};
    app::Caller last;
    last.account = last_by_;
    app::Command acting = command_.of(last, last_at_);
    TRY_DO(orders::take_seats(acting, before_, before_.remaining - order_.remaining));
    std::vector<ShareRow> rows;
    std::vector<journal::NewEvent> events;
    for (const auto& [share, remaining] : granted_) {
        rows.push_back(share);
        app::Caller grabber;
        grabber.account = share.created_by;
        events.push_back(command_.of(grabber, share.created_at)
                             .event(share_grabbed,
                                    {share.city, "share", share.id.number, share.agency,
                                     share.employer, {}},
                                    ShareChange{share.order_id, share.seats, share.seats,
                                                remaining, share.status, share.status_reason}));
    }
    insert_all(command_.db, rows);
    write_totals();
    journal::append_all(command_.db, events);
    return Done{};
}

void Awarding::write_totals() {
    std::vector<AgencySeats> taken;
    for (const auto& [id, agency] : agencies_)
        if (agency.granted > 0) taken.push_back({order_.city, order_.id, id, agency.granted});
    add_totals(command_.db, taken);
}

ShareView Awarding::view(const ShareRow& share) {
    if (!employer_)
        employer_ = organisations::find_reference(command_.db, order_.employer)
                        .value_or(organisations::Reference{});
    const auto& organisation = agency(share.agency).at_gate->facts.organisation;
    return shown(share, {order_.id, order_.title}, *employer_,
                 {organisation.id, organisation.name});
}

Result<ShareRow> award(app::Command& command, const orders::OrderRow& order, const Award& wanted) {
    Awarding awarding(command, order);
    TRY(ShareRow share, awarding.decide(wanted, command.now));
    TRY_DO(awarding.write());
    return share;
}

}  // namespace jianghui::shares
