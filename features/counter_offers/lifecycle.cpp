// What makes, answers and ends a counter-offer.

#include "features/counter_offers/lifecycle.hpp"

#include "engine/journal/checkpoint.hpp"
#include "features/codes/api.hpp"
#include "features/counter_offers/api.hpp"
#include "features/counter_offers/endpoints.hpp"
#include "features/counter_offers/events.hpp"
#include "features/counter_offers/queries.hpp"
#include "features/counter_offers/rules.hpp"
#include "features/shares/api.hpp"

namespace jianghui::counter_offers {
namespace {

const journal::EventKind& event_of(CounterOfferStatus status) {
    switch (status) {
        case CounterOfferStatus::standing: break;
        case CounterOfferStatus::accepted: return counter_offer_accepted;
        case CounterOfferStatus::declined: return counter_offer_declined;
        case CounterOfferStatus::lapsed: return counter_offer_lapsed;
        case CounterOfferStatus::withdrawn: return counter_offer_withdrawn;
        case CounterOfferStatus::voided: return counter_offer_voided;
    }
    return counter_offer_made;
}

/// About the counter-offer itself: the order's history, which others read, says nothing of it.
void record(app::Command& command, const CounterOfferRow& row) {
    command.record(event_of(row.status),
                   {row.city, "counter_offer", row.id.number, row.agency, row.employer, {}},
                   CounterOfferChange{row.order_id, row.seats, row.fee_fen, row.status});
}

int held_by(const store::Reader& reader, OrderId order, OrganisationId agency) {
    int held = 0;
    for (const auto& share : shares::live_of_order(reader, order))
        if (share.agency == agency) held += share.seats;
    return held;
}

bool has_standing(const store::Reader& reader, OrderId order, OrganisationId agency) {
    return reader
        .one<CounterOfferRow>(sql::standing_of_agency,
                              store::arguments("order", order, "agency", agency))
        .has_value();
}

}  // namespace

Result<Done> end(app::Command& command, CounterOfferRow& row) {
    row.changed_at = command.now;
    if (command.db.execute(sql::end_counter_offer, store::members(row)) != 1)
        return refuse(counter_offer_over);
    record(command, row);
    return Done{};
}

Result<CounterOfferRow> propose(app::Command& command, const Propose& wanted) {
    TRY(const auto order, orders::find_visible(command.db, command.caller, wanted.order));
    const OrganisationId agency = command.caller.organisation;
    TRY_DO(may_propose(order, wanted, held_by(command.db, order.id, agency),
                       has_standing(command.db, order.id, agency), command.now));
    const int seats = static_cast<int>(wanted.seats.value);
    TRY_DO(shares::room_of(command.db, command.services, order, agency, seats, command.now));
    const auto hours = command.services.get<codes::Tables>().parameter_or(
        "counter_offer_hours", date_of(command.now), 24);
    CounterOfferRow row;
    row.id = command.next_id<CounterOfferId>();
    row.city = order.city;
    row.order_id = order.id;
    row.employer = order.employer;
    row.agency = agency;
    row.account = command.caller.account;
    row.seats = seats;
    row.fee_fen = {wanted.fee_fen.value};
    row.order_fee_fen = order.service_fee_fen;
    row.message = wanted.message.text;
    row.answer_until_at = answer_until(order, hours, command.now);
    row.created_at = command.now;
    row.changed_at = command.now;
    command.db.execute(sql::insert_counter_offer, store::members(row));
    record(command, row);
    return row;
}

Result<bool> lapse_due(app::Command& command) {
    auto due = command.db.all<CounterOfferRow>(sql::due_counter_offers,
                                               store::arguments("now", command.now));
    for (auto& row : due) {
        row.status = CounterOfferStatus::lapsed;
        TRY_DO(end(command, row));
    }
    return due.size() == 100;
}

Result<bool> follow_orders(app::Command& command) {
    constexpr int batch = 500;
    Result<Done> ended = Done{};
    const bool more = journal::read_on(
        command.db, "counter_offers", batch, ends_order, [&](const journal::Event& event) {
            for (auto& row : command.db.all<CounterOfferRow>(
                     sql::standing_of_order,
                     store::arguments("order", OrderId{event.subject.number}))) {
                row.status = CounterOfferStatus::voided;
                if (ended) ended = end(command, row);
            }
        });
    if (!ended) return refuse(ended.error());
    return more;
}

}  // namespace jianghui::counter_offers
