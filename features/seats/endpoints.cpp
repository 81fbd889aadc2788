// The API calls of seats.

#include "features/seats/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/seats/api.hpp"
#include "features/seats/code_tries.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/rules.hpp"
#include "features/seats/site_code.hpp"
#include "features/seats/store.hpp"

namespace jianghui::seats {
namespace {

Result<SeatRow> find_visible(const store::Reader& reader, const app::Caller& caller, SeatId id) {
    auto seat = find(reader, id);
    if (!seat || !may_see(caller, *seat)) return refuse(not_found);
    return std::move(*seat);
}

/// The seat of the worker who calls.
Result<SeatRow> find_mine(const app::Command& command, SeatId id) {
    TRY(SeatRow seat, find_visible(command.db, command.caller, id));
    if (seat.person != command.caller.person) return refuse(not_allowed);
    return seat;
}

/// A seat in a share of the agency that calls.
Result<SeatRow> find_staffed(const app::Command& command, SeatId id) {
    TRY(SeatRow seat, find_visible(command.db, command.caller, id));
    if (seat.agency != command.caller.organisation) return refuse(not_allowed);
    return seat;
}

Result<SeatView> shown(const app::Command& command, const Result<SeatRow>& seat) {
    if (!seat) return refuse(seat.error());
    return view(command.db, command.services, command.caller, *seat);
}

}  // namespace

Result<SeatView> offer_seat(app::Command& command, const OfferSeat& input) {
    const auto share = shares::find(command.db, input.share);
    if (!share || !shares::may_see(command.caller, *share)) return refuse(not_found);
    if (share->agency != command.caller.organisation) return refuse(not_allowed);
    return shown(command, offer(command, *share, input.person, input.pay_fen));
}

Result<SeatView> accept_seat(app::Command& command, const FindSeat& input) {
    TRY(const SeatRow seat, find_mine(command, input.seat));
    return shown(command, accept(command, seat));
}

Result<SeatView> decline_seat(app::Command& command, const DeclineSeat& input) {
    TRY(const SeatRow seat, find_mine(command, input.seat));
    TRY_DO(may_answer(seat, command.now));
    return shown(command,
                 leave(command, seat, SeatStatus::declined,
                       codec::enum_text(input.reason_code.value_or(DeclineReason::other))));
}

Result<SeatView> insure_seat(app::Command& command, const InsureSeat& input) {
    TRY(const SeatRow seat, find_staffed(command, input.seat));
    return shown(command, insure(command, seat,
                                 {input.policy_number, input.valid_from_on, input.valid_to_on}));
}

Result<SeatView> start_seat(app::Command& command, const StartSeat& input) {
    TRY(const SeatRow seat, find_visible(command.db, command.caller, input.seat));
    if (command.caller.organisation && command.caller.organisation == seat.employer)
        return shown(command, confirm_start(command, seat, Side::employer));
    if (seat.person != command.caller.person) return refuse(not_allowed);
    TRY_DO(may_start(seat, date_of(command.now)));
    TRY_DO(check_site_code(command, seat, input.code ? input.code->text : std::string()));
    return shown(command, confirm_start(command, seat, Side::worker));
}

Result<SeatView> finish_seat(app::Command& command, const FinishSeat& input) {
    TRY(const SeatRow seat, find_visible(command.db, command.caller, input.seat));
    if (command.caller.organisation != seat.employer && command.caller.organisation != seat.agency)
        return refuse(not_allowed);
    return shown(command, finish(command, seat, input.ended_on.value_or(date_of(command.now)),
                                 input.reason_code.value_or(EndReason::completed)));
}

Result<SeatView> mark_no_show(app::Command& command, const FindSeat& input) {
    TRY(const SeatRow seat, find_visible(command.db, command.caller, input.seat));
    if (command.caller.organisation != seat.employer && command.caller.organisation != seat.agency)
        return refuse(not_allowed);
    TRY_DO(may_mark_no_show(seat, date_of(command.now)));
    return shown(command, leave(command, seat, SeatStatus::no_show, "marked"));
}

Result<SeatView> replace_seat(app::Command& command, const ReplaceSeat& input) {
    TRY(const SeatRow seat, find_staffed(command, input.seat));
    return shown(command, replace(command, seat, input.person));
}

Result<SeatView> show(app::Query& query, const FindSeat& input) {
    TRY(const SeatRow seat, find_visible(query.db, query.caller, input.seat));
    return view(query.db, query.services, query.caller, seat);
}

Result<app::Page<SeatView>> list_all(app::Query& query, const ListSeats& input) {
    ListScope scope;
    if (query.caller.is(app::Role::worker)) {
        scope.worker = query.caller.person;
    } else if (query.caller.organisation && !query.caller.is(app::Role::official) &&
               !query.caller.is(app::Role::inspector)) {
        scope.organisation = query.caller.organisation;
    } else {
        std::tie(scope.city_from, scope.city_to) = codes_within(query.caller.place);
    }
    const int limit = app::limit_of(input.limit);
    return app::page_of(list(query.db, input, scope, limit + 1), limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<http::Reply> show_contract(app::Query& query, const FindSeat& input) {
    TRY(const SeatRow seat, find_visible(query.db, query.caller, input.seat));
    if (seat.contract.empty()) return refuse(not_found);  // She was erased: it is kept sealed.
    http::Reply reply;
    reply.content_type = "text/plain; charset=utf-8";
    reply.headers = {{"etag", "\"" + seat.contract_digest + "\""},
                     {"content-disposition",
                      "inline; filename=\"jianghui-" + seat.id.text() + ".txt\""}};
    reply.body = seat.contract;
    return reply;
}

Result<SiteCode> show_site_code(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_own(query.db, query.caller, input.order));
    const Date today = date_of(query.now);
    return SiteCode{site_code(query.services, order.id, today), start_of(add_days(today, 1))};
}

namespace {

struct StatusCount {
    SeatStatus status = SeatStatus::offered;
    int seats = 0;
};
BOOST_DESCRIBE_STRUCT(StatusCount, (), (status, seats))

}  // namespace

Result<Progress> show_progress(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    Progress progress;
    progress.headcount = order.headcount;
    progress.grabbed = order.headcount - order.remaining;
    for (const auto& [status, seats] : query.db.all<StatusCount>(
             sql::count_by_status, store::arguments("order", order.id)))
        progress.seats[std::string(codec::enum_text(status))] = seats;
    return progress;
}

}  // namespace jianghui::seats
