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

Awarding::Awarding(app::Command& command, orders::OrderRow order, const GrabFacts& facts)
    : Awarding(command, std::move(order)) {
    facts_ = &facts;
}

std::optional<AtGate> Awarding::read_at_gate(OrganisationId id) const {
    if (facts_ == nullptr)
        return at_gate(command_.db, command_.services, order_, id, command_.now);
    const auto* known = facts_->agency(id);
    if (known == nullptr) return std::nullopt;
    return at_gate(command_.db, known->facts, known->totals, command_.services, order_,
                   command_.now);
}

Awarding::Agency& Awarding::agency(OrganisationId id) {
    const auto [found, is_new] = agencies_.try_emplace(id);
    if (is_new) {
        Agency& agency = found->second;
        agency.at_gate = read_at_gate(id);
        agency.of_order = facts_ != nullptr ? facts_->seats_of(order_.id, id)
                                            : agency_seats_of_order(command_.db, order_.id, id);
    }
    return found->second;
}

Result<ShareRow> Awarding::decide(const Award& wanted, Instant at) {
    Agency& asking = agency(wanted.agency);
    TRY_DO(orders::may_take(order_, wanted.seats, asking.of_order, at));
    if (!asking.at_gate) return refuse(organisation_unverified);
    auto& question = asking.at_gate->question;
    question.seats = wanted.seats;
    question.seats_of_order = asking.of_order;
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

std::optional<Granted> Awarding::granted() const {
    if (granted_.empty()) return std::nullopt;
    app::Caller last;
    last.account = last_by_;
    Granted made;
    made.order = order_;
    made.order.changed_at = last_at_;
    made.taking = orders::taking(command_.of(last, last_at_), before_,
                                 before_.remaining - order_.remaining);
    made.events.push_back(made.taking.event);
    for (const auto& [share, remaining] : granted_) {
        made.shares.push_back(share);
        app::Caller grabber;
        grabber.account = share.created_by;
        made.events.push_back(
            command_.of(grabber, share.created_at)
                .event(share_grabbed,
                       {share.city, "share", share.id.number, share.agency, share.employer, {}},
                       ShareChange{share.order_id, share.seats, share.seats, remaining,
                                   share.status, share.status_reason}));
    }
    for (const auto& [id, agency] : agencies_)
        if (agency.granted > 0)
            made.totals.push_back({order_.city, order_.id, id, agency.granted});
    return made;
}

Result<Done> Awarding::write() {
    const auto made = granted();
    if (!made) return Done{};
    if (command_.db.execute(*made->taking.statement, made->taking.row) != 1)
        return refuse(orders::not_enough_seats);  // Another process was faster.
    insert_all(command_.db, made->shares);
    add_totals(command_.db, made->totals);
    journal::append_all(command_.db, made->events);
    return Done{};
}

ShareView Awarding::view(const ShareRow& share) {
    if (!employer_) {
        employer_ = facts_ != nullptr
                        ? facts_->name_of(order_.employer)
                        : organisations::find_reference(command_.db, order_.employer)
                              .value_or(organisations::Reference{});
    }
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
