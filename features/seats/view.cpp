// Who may see a seat, and how it is shown.

#include "features/codes/api.hpp"
#include "features/seats/api.hpp"

namespace jianghui::seats {

bool may_see(const app::Caller& caller, const SeatRow& seat) {
    if (caller.person && caller.person == seat.person) return true;
    if (caller.organisation &&
        (caller.organisation == seat.agency || caller.organisation == seat.employer))
        return true;
    return caller.supervises(seat.city);
}

namespace {

SeatOrder order_of(const store::Reader& reader, const app::Services& services,
                   const SeatRow& seat) {
    SeatOrder shown;
    shown.id = seat.order_id;
    const auto order = orders::find(reader, seat.order_id);
    if (!order) return shown;
    shown.title = order->title;
    shown.place = order->place;
    shown.address = orders::as_of(reader, *order, seat.order_version).address;
    shown.team_size = order->team_size;
    if (const auto* place = services.get<codes::Tables>().find_place(order->place))
        shown.place_name = place->name;
    return shown;
}

}  // namespace

SeatView view(const store::Reader& reader, const app::Services& services,
              const app::Caller& caller, const SeatRow& seat) {
    SeatView shown;
    shown.id = seat.id;
    shown.share = seat.share_id;
    shown.order = order_of(reader, services, seat);
    if (auto employer = organisations::find_reference(reader, seat.employer))
        shown.employer = std::move(*employer);
    if (auto agency = organisations::find_reference(reader, seat.agency))
        shown.agency = std::move(*agency);
    if (auto person = people::find_reference(reader, services, caller, seat.person))
        shown.person = std::move(*person);
    shown.status = seat.status;
    shown.status_reason = seat.status_reason;
    shown.starts_on = seat.starts_on;
    shown.ends_on = seat.ends_on;
    shown.shift = seat.shift;
    shown.pay_unit = seat.pay_unit;
    shown.pay_fen = seat.pay_fen;
    shown.offered_at = seat.offered_at;
    shown.expires_at = seat.expires_at;
    shown.accepted_at = seat.accepted_at;
    if (seat.policy_number)
        shown.insurance = Insurance{{*seat.policy_number}, *seat.insured_from_on,
                                    *seat.insured_to_on};
    shown.worker_started_at = seat.worker_started_at;
    shown.employer_started_at = seat.employer_started_at;
    shown.started_on = seat.started_on;
    shown.ended_on = seat.ended_on;
    shown.contract_digest = seat.contract_digest;
    return shown;
}

}  // namespace jianghui::seats
