// The clocks of seats. Each changes only what is due, at most 100 a run, so that it fires once.

#include "features/codes/api.hpp"
#include "features/seats/api.hpp"
#include "features/seats/endpoints.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/vacate.hpp"

namespace jianghui::seats {
namespace {

struct DueSeat {
    SeatId seat;
};
BOOST_DESCRIBE_STRUCT(DueSeat, (), (seat))

struct DueShare {
    ShareId share;
};
BOOST_DESCRIBE_STRUCT(DueShare, (), (share))

constexpr std::size_t batch = 100;  // the LIMIT of the due_* statements

/// The first day on which something of `days` ago is not yet due.
Date latest(const app::Command& command, std::string_view parameter, int otherwise) {
    const Date today = date_of(command.now);
    const auto days =
        command.services.get<codes::Tables>().parameter_or(parameter, today, otherwise);
    return add_days(today, -static_cast<int>(days));
}

/// What the agency gives up by its default: every seat of the share, as nobody came.
shares::Cancelled defaulted_by_agency(const app::Command& command, const shares::ShareRow& share) {
    shares::Cancelled what{share, shares::Canceller::agency, share.seats, {}};
    for (const auto& seat : live_of_share(command.db, share.id))
        if (seat.accepted_at) what.accepted.push_back({seat.pay_fen, seat.pay_unit});
    return what;
}

}  // namespace

Result<bool> expire_offers(app::Command& command) {
    const auto due = command.db.all<DueSeat>(sql::due_offers,
                                             store::arguments("now", command.now));
    for (const auto& [id] : due)
        (void)leave(command, *find(command.db, id), SeatStatus::expired, "clock");
    return due.size() == batch;
}

Result<bool> end_seats(app::Command& command) {
    const auto due = command.db.all<DueSeat>(
        sql::due_ends, store::arguments("today", date_of(command.now)));
    for (const auto& [id] : due) {
        const auto seat = find(command.db, id);
        // Somebody who came after the last day worked that day.
        const Date last = std::max(seat->ends_on, seat->started_on.value_or(seat->ends_on));
        TRY_DO(finish(command, *seat, last, EndReason::completed));
    }
    return due.size() == batch;
}

Result<bool> note_no_shows(app::Command& command) {
    const auto due = command.db.all<DueSeat>(
        sql::due_no_shows, store::arguments("latest", latest(command, "no_show_days", 2)));
    for (const auto& [id] : due)
        (void)leave(command, *find(command.db, id), SeatStatus::no_show, "clock");
    return due.size() == batch;
}

Result<bool> default_shares(app::Command& command) {
    const auto due = command.db.all<DueShare>(
        sql::due_defaults, store::arguments("latest", latest(command, "default_days", 7)));
    for (const auto& [id] : due) {
        shares::tell_cancelled(command, defaulted_by_agency(command, *shares::find(command.db, id)));
        end_share(command, *shares::find(command.db, id), shares::ShareStatus::defaulted,
                  "share_defaulted", "nobody_came");
    }
    return due.size() == batch;
}

}  // namespace jianghui::seats
