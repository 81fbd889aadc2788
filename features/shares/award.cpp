#include "features/shares/award.hpp"

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/events.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {

Award::Award(app::Command& command, orders::OrderRow order)
    : command_(command), before_(std::move(order)), order_(before_) {}

Award::Agency& Award::agency(OrganisationId id) {
    const auto [found, is_new] = agencies_.try_emplace(id);
    if (is_new) {
        Agency& agency = found->second;
        agency.facts = organisations::gate_facts(command_.db, id);
        agency.question = gate_question(command_.db, command_.services, order_, id, command_.now);
        agency.of_order = agency_seats_of_order(command_.db, order_.id, id);
    }
    return found->second;
}

Result<ShareRow> Award::decide(const Claim& claim) {
    Agency& asking = agency(claim.agency);
    TRY_DO(orders::may_take(order_, claim.seats, asking.of_order, claim.at));
    if (!asking.facts) return refuse(organisation_unverified);
    asking.question.seats = claim.seats;
    asking.question.today = date_of(claim.at);
    TRY(Gate gate, judge(*asking.facts, asking.question));

    order_.remaining -= claim.seats;
    if (order_.remaining == 0) order_.status = orders::OrderStatus::filled;
    asking.of_order += claim.seats;
    asking.granted += claim.seats;
    asking.question.agency_seats += claim.seats;
    ShareRow share;
    share.id = command_.next_id<ShareId>();
    share.city = order_.city;
    share.order_id = order_.id;
    share.employer = order_.employer;
    share.agency = claim.agency;
    share.seats = claim.seats;
    share.held_until_at = claim.at + std::chrono::hours(order_.hold_hours);
    share.gate = std::move(gate);
    share.created_at = claim.at;
    share.created_by = claim.account;
    share.changed_at = claim.at;
    share.service_fee_fen = claim.service_fee_fen;
    granted_.emplace_back(share, order_.remaining);
    last_ = claim;
    return share;
}

Result<Done> Award::write() {
    if (granted_.empty()) return Done{};
    app::Caller last;
    last.account = last_.account;
    app::Command acting = command_.of(last, last_.at);
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

void Award::write_totals() {
    std::vector<AgencySeats> taken;
    for (const auto& [id, agency] : agencies_)
        if (agency.granted > 0) taken.push_back({order_.city, order_.id, id, agency.granted});
    add_totals(command_.db, taken);
}

ShareView Award::view(const ShareRow& share) {
    if (!employer_)
        employer_ = organisations::find_reference(command_.db, order_.employer)
                        .value_or(organisations::Reference{});
    const auto& organisation = agency(share.agency).facts->organisation;
    return shown(share, {order_.id, order_.title}, *employer_,
                 {organisation.id, organisation.name});
}

}  // namespace jianghui::shares
