// What changes, shrinks and ends a share.

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/defaults.hpp"
#include "features/shares/events.hpp"
#include "features/shares/queries.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const ShareRow& share,
            int change, int remaining, std::string_view reason) {
    command.record(kind,
                   {share.city, "share", share.id.number, share.agency, share.employer, {}},
                   ShareChange{share.order_id, share.seats, change, remaining, share.status,
                               std::string(reason)});
}
void record(app::Command& command, const journal::EventKind& kind, const ShareRow& share,
            int change, int remaining) {
    record(command, kind, share, change, remaining, share.status_reason);
}

int remaining_of(const app::Command& command, const ShareRow& share) {
    return orders::find(command.db, share.order_id)->remaining;
}

/// Gives `count` seats of the share back to its order; released when none is left.
ShareRow give_back(app::Command& command, ShareRow share, int count, std::string_view reason) {
    ASSERT(count > 0 && count <= share.seats - share.staffed);
    share.seats -= count;
    share.changed_at = command.now;
    const bool over = share.seats == 0;
    if (over) {
        share.status = ShareStatus::released;
        share.hold_ended = true;
        share.status_reason = reason;
    }
    update(command.db, share);
    subtract_totals(command.db, share, count, 0);
    const int remaining = orders::return_seats(command, share.order_id, count, share.agency);
    record(command, over ? share_released : share_shrunk, share, -count, remaining, reason);
    return share;
}

/// The free seats of standing teams are the agency's for a while; one that is running goes on.
void begin_refill(const app::Command& command, ShareRow& share) {
    const auto hours = command.services.get<codes::Tables>().parameter_or(
        "team_refill_hours", date_of(command.now), 24);
    if (!share.refill_until_at) share.refill_until_at = command.now + std::chrono::hours(hours);
}

/// The hold of a team share is over: teams that do not stand go back whole, and nobody is blamed.
void end_team_hold(app::Command& command, const ShareRow& held) {
    const int standing = command.services.get<TeamSeats>().keep_standing(command, held);
    ShareRow share = *find(command.db, held.id);
    share.hold_ended = true;
    share.changed_at = command.now;
    if (standing > share.staffed) begin_refill(command, share);
    if (share.seats > standing) {
        (void)give_back(command, share, share.seats - standing, "team_incomplete");
    } else {
        update(command.db, share);
    }
}

}  // namespace

ShareRow staff_one(app::Command& command, const ShareRow& before) {
    ASSERT(is_live(before.status) && before.staffed < before.seats);
    ShareRow share = before;
    ++share.staffed;
    share.changed_at = command.now;
    const bool first = share.status == ShareStatus::held;
    if (first) share.status = ShareStatus::staffing;
    update(command.db, share);
    if (first) record(command, share_staffing, share, 0, remaining_of(command, share));
    return share;
}

ShareRow free_one(app::Command& command, const ShareRow& before, std::string_view reason) {
    ASSERT(before.staffed > 0);
    ShareRow share = before;
    --share.staffed;
    share.changed_at = command.now;
    if (!is_live(share.status) || !share.hold_ended) {
        update(command.db, share);
        return share;
    }
    if (share.team_size > 0) {
        begin_refill(command, share);
        update(command.db, share);
        return share;
    }
    return give_back(command, std::move(share), 1, reason);
}

ShareRow let_stand(app::Command& command, const ShareRow& before, int seats) {
    if (seats <= before.standing) return before;
    ShareRow share = before;
    share.standing = seats;
    share.changed_at = command.now;
    update(command.db, share);
    record(command, share_team_stands, share, 0, remaining_of(command, share));
    return share;
}

ShareRow move_to_version(app::Command& command, const ShareRow& before, int version) {
    ShareRow share = before;
    share.order_version = version;
    share.changed_at = command.now;
    command.db.execute(sql::set_order_version, store::arguments("share", share.id, "version",
                                                                version, "now", command.now));
    return share;
}

void prolong_hold(app::Command& command, const ShareRow& share, Milliseconds by) {
    command.db.execute(sql::prolong_hold,
                       store::arguments("share", share.id, "until", share.held_until_at + by, "now",
                                        command.now));
}

ShareRow give_up_empty(app::Command& command, const ShareRow& before, std::string_view reason) {
    ASSERT(is_live(before.status));
    if (before.team_size > 0) {
        end_team_hold(command, before);
        return *find(command.db, before.id);
    }
    ShareRow share = before;
    share.hold_ended = true;
    share.changed_at = command.now;
    const int empty = share.seats - share.staffed;
    if (empty > 0) return give_back(command, std::move(share), empty, reason);
    update(command.db, share);
    return share;
}

void tell_cancelled(app::Command& command, const Cancelled& what) {
    if (what.seats == 0) return;
    for (const auto& step : command.services.get<AtCancellation>().steps) step(command, what);
}

ShareRow begin_delivery(app::Command& command, const ShareRow& before) {
    ASSERT(is_live(before.status));
    ShareRow share = before;
    if (share.status == ShareStatus::delivering) return share;
    share.status = ShareStatus::delivering;
    share.changed_at = command.now;
    update(command.db, share);
    record(command, share_delivering, share, 0, remaining_of(command, share));
    return share;
}

ShareRow settle(app::Command& command, const ShareRow& before) {
    ASSERT(before.status == ShareStatus::delivering);
    ShareRow share = before;
    share.status = ShareStatus::settled;
    share.hold_ended = true;
    share.changed_at = command.now;
    update(command.db, share);
    // The work is done: it no longer counts against the agency's capacity, but the seats stay used.
    subtract_totals(command.db, share, share.seats, 0);
    record(command, share_settled, share, 0, remaining_of(command, share));
    return share;
}

ShareRow end(app::Command& command, const ShareRow& before, ShareStatus status,
             std::string_view reason) {
    ASSERT(is_live(before.status));
    ASSERT(status == ShareStatus::withdrawn || status == ShareStatus::defaulted);
    ShareRow share = before;
    const int given_back = share.seats - share.staffed;
    share.status = status;
    share.status_reason = reason;
    share.hold_ended = true;
    share.changed_at = command.now;
    share.seats = share.staffed;
    update(command.db, share);
    const bool defaulted = status == ShareStatus::defaulted;
    subtract_totals(command.db, share, before.seats, defaulted ? 1 : 0);
    if (defaulted) note_default(command, share);
    const int remaining = given_back > 0
                              ? orders::return_seats(command, share.order_id, given_back,
                                                    share.agency)
                              : remaining_of(command, share);
    record(command, status == ShareStatus::withdrawn ? share_withdrawn : share_defaulted, share,
           -given_back, remaining);
    return share;
}

Result<ShareView> release(app::Command& command, const ReleaseShare& input) {
    const auto share = find(command.db, input.share);
    if (!share || !may_see(command.caller, *share)) return refuse(not_found);
    if (share->agency != command.caller.organisation) return refuse(not_allowed);
    TRY(const int count, releasable(*share, input));
    tell_cancelled(command, {*share, Canceller::agency, count, {}});
    return view(command.db, give_back(command, *share, count, "agency"));
}

Result<bool> end_holds(app::Command& command) {
    const auto due = command.db.all<ShareRow>(sql::due_holds, store::arguments("now", command.now));
    for (const auto& row : due) {
        if (is_live(row.status)) {
            (void)give_up_empty(command, row, "hold_ended");
        } else {
            ShareRow share = row;
            share.hold_ended = true;
            share.changed_at = command.now;
            update(command.db, share);
        }
    }
    return due.size() == 100;
}

Result<bool> end_refills(app::Command& command) {
    const auto due =
        command.db.all<ShareRow>(sql::due_refills, store::arguments("now", command.now));
    for (const auto& row : due) {
        ShareRow share = row;
        share.refill_until_at.reset();
        share.changed_at = command.now;
        const int empty = share.seats - share.staffed;
        if (is_live(share.status) && empty > 0) {
            (void)give_back(command, std::move(share), empty, "refill_ended");
        } else {
            update(command.db, share);
        }
    }
    return due.size() == 100;
}

}  // namespace jianghui::shares
