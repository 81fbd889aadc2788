// What moves a seat: the functions of api.hpp that change it.

#include "engine/crypto/sm3.hpp"
#include "features/codes/api.hpp"
#include "features/seats/api.hpp"
#include "features/seats/contract.hpp"
#include "features/seats/events.hpp"
#include "features/seats/record.hpp"
#include "features/seats/rules.hpp"
#include "features/seats/store.hpp"
#include "features/seats/teams.hpp"
#include "features/seats/vacate.hpp"

namespace jianghui::seats {
namespace {

const journal::EventKind& leaving_event(SeatStatus status, std::string_view reason) {
    if (reason == team_incomplete) return seat_team_incomplete;
    switch (status) {
        case SeatStatus::declined: return seat_declined;
        case SeatStatus::expired: return seat_expired;
        case SeatStatus::no_show: return seat_no_show;
        case SeatStatus::replaced: return seat_replaced;
        case SeatStatus::done: return seat_done;
        default: return seat_ended_early;
    }
}

int parameter(const app::Command& command, std::string_view code, int otherwise) {
    return static_cast<int>(command.services.get<codes::Tables>().parameter_or(
        code, date_of(command.now), otherwise));
}

/// Writes the terms that the worker will read and accept.
void write_contract(app::Command& command, const orders::OrderRow& order, SeatRow& seat) {
    const auto& tables = command.services.get<codes::Tables>();
    ContractFacts facts;
    if (const auto employer = organisations::find_reference(command.db, seat.employer))
        facts.employer = employer->name;
    if (const auto agency = organisations::find_reference(command.db, seat.agency))
        facts.agency = agency->name;
    facts.order_title = order.title;
    if (const auto* occupation = tables.find_occupation(order.occupation))
        facts.occupation = occupation->name;
    if (const auto* place = tables.find_place(order.place)) facts.place = place->name;
    facts.address = order.address;
    facts.kind_title = tables.title("order_kinds", codec::enum_text(order.kind));
    seat.contract = contract_text(seat, facts);
    seat.contract_digest = crypto::sm3(seat.contract).hex();
}

}  // namespace

namespace {

/// Offers a seat of the share that is free, or being freed by the caller.
Result<SeatRow> offer_free_seat(app::Command& command, const shares::ShareRow& share,
                                PersonId person_id, std::optional<Fen> pay) {
    if (!shares::is_live(share.status)) return refuse(share_not_live);
    // The terms that the share stands under, not those that the order has by now.
    const orders::OrderRow order = orders::as_of(
        command.db, *orders::find(command.db, share.order_id), share.order_version);
    TRY_DO(shares::may_staff(command.db, command.services, order, share.agency, command.now));
    const auto person = people::find(command.db, person_id);
    if (!person) return refuse(not_found);
    if (!people::may_be_offered(command.db, share.agency, person_id))
        return refuse(seat_consent_missing);
    const Date today = date_of(command.now);
    const Fen agreed = pay.value_or(order.pay_max_fen.value_or(Fen{0}));
    TRY_DO(may_offer(order, *person, agreed, parameter(command, "working_age", 16), today));
    SeatRow seat;
    seat.id = command.next_id<SeatId>();
    seat.city = share.city;
    seat.share_id = share.id;
    seat.order_id = share.order_id;
    seat.employer = share.employer;
    seat.agency = share.agency;
    seat.person = person_id;
    seat.person_city = person->city;
    seat.starts_on = first_day(order, today);
    seat.ends_on = *order.ends_on;
    seat.shift = order.shift;
    seat.pay_unit = *order.pay_unit;
    seat.pay_fen = agreed;
    seat.service_fee_fen = share.service_fee_fen.value_or(order.service_fee_fen);
    seat.offered_at = command.now;
    seat.expires_at =
        offer_end(command.now, parameter(command, "offer_hours", 24), seat.starts_on);
    seat.changed_at = command.now;
    seat.order_version = share.order_version;
    write_contract(command, order, seat);
    if (!has_time(command.db, seat)) return refuse(person_overlap);
    if (!insert(command.db, seat)) return refuse(person_has_seat);
    record(command, seat_offered, seat, SeatStatus::offered, {});
    return seat;
}

}  // namespace

SeatRow vacate(app::Command& command, const SeatRow& before, SeatStatus status,
               std::string_view reason) {
    ASSERT(is_live(before.status) && !is_live(status));
    SeatRow seat = before;
    seat.status = status;
    seat.status_reason = reason;
    seat.changed_at = command.now;
    const Date today = date_of(command.now);
    if (before.started_on && !seat.ended_on) seat.ended_on = today;
    update(command.db, seat);
    // Days that were worked stay in the calendar; of a seat that nobody began, none.
    free_days(command.db, seat.id,
              seat.ended_on ? add_days(*seat.ended_on, 1) : seat.starts_on);
    record(command, leaving_event(status, reason), seat, before.status, reason);
    return seat;
}

Result<SeatRow> offer(app::Command& command, const shares::ShareRow& share, PersonId person,
                      std::optional<Fen> pay) {
    if (shares::is_live(share.status) && share.staffed >= share.seats) return refuse(share_full);
    TRY(SeatRow seat, offer_free_seat(command, share, person, pay));
    (void)shares::staff_one(command, share);
    return seat;
}

Result<SeatRow> replace(app::Command& command, const SeatRow& seat, PersonId person) {
    if (!is_live(seat.status)) return refuse(seat_status_conflict);
    const auto share = shares::find(command.db, seat.share_id);
    (void)vacate(command, seat, SeatStatus::replaced, "replaced");
    // Under terms that the share has agreed to since, the old pay may lie outside the range.
    const bool same_terms = seat.order_version == share->order_version;
    return offer_free_seat(command, *share, person,
                           same_terms ? std::optional(seat.pay_fen) : std::nullopt);
}

Result<SeatRow> accept(app::Command& command, const SeatRow& before) {
    TRY_DO(may_answer(before, command.now));
    SeatRow seat = before;
    seat.status = SeatStatus::accepted;
    seat.accepted_at = command.now;
    seat.changed_at = command.now;
    if (!reserve_days(command.db, seat)) return refuse(person_overlap);
    update(command.db, seat);
    record(command, seat_accepted, seat, before.status, {});
    note_standing(command, seat);
    return seat;
}

Result<SeatRow> insure(app::Command& command, const SeatRow& before, const Insurance& insurance) {
    if (before.status != SeatStatus::offered && before.status != SeatStatus::accepted &&
        before.status != SeatStatus::on_site)
        return refuse(seat_status_conflict);
    if (insurance.valid_to_on < insurance.valid_from_on)
        return refuse(error(insurance_dates).at("/valid_to_on"));
    SeatRow seat = before;
    seat.policy_number = insurance.policy_number.text;
    seat.insured_from_on = insurance.valid_from_on;
    seat.insured_to_on = insurance.valid_to_on;
    seat.changed_at = command.now;
    update(command.db, seat);
    record(command, seat_insured, seat, before.status, {});
    return seat;
}

Result<SeatRow> confirm_start(app::Command& command, const SeatRow& before, Side side) {
    const Date today = date_of(command.now);
    TRY_DO(may_start(before, today));
    SeatRow seat = before;
    auto& mine = side == Side::worker ? seat.worker_started_at : seat.employer_started_at;
    if (!mine) mine = command.now;
    seat.changed_at = command.now;
    const bool both = seat.worker_started_at && seat.employer_started_at;
    if (both) {
        seat.status = SeatStatus::on_site;
        seat.started_on = today;
    }
    update(command.db, seat);
    if (both) {
        (void)shares::begin_delivery(command, *shares::find(command.db, seat.share_id));
        record(command, seat_on_site, seat, before.status, {});
    } else {
        record(command, seat_start_confirmed, seat, before.status,
               side == Side::worker ? "worker" : "employer");
    }
    return seat;
}

Result<SeatRow> finish(app::Command& command, const SeatRow& before, Date ended_on,
                       EndReason reason) {
    TRY(const SeatStatus status, finish_status(before, ended_on, date_of(command.now)));
    SeatRow seat = before;
    seat.ended_on = ended_on;
    if (status == SeatStatus::ended_early)
        return leave(command, seat, status, codec::enum_text(reason));
    seat.status = status;
    seat.status_reason = codec::enum_text(reason);
    seat.changed_at = command.now;
    update(command.db, seat);
    free_days(command.db, seat.id, add_days(ended_on, 1));
    record(command, seat_done, seat, before.status, seat.status_reason);
    return seat;
}

SeatRow leave(app::Command& command, const SeatRow& before, SeatStatus status,
              std::string_view reason) {
    const SeatRow seat = vacate(command, before, status, reason);
    // A seat that was worked stays used; one that nobody worked is free again at once.
    if (!before.started_on)
        (void)shares::free_one(command, *shares::find(command.db, seat.share_id), reason);
    return seat;
}

}  // namespace jianghui::seats
