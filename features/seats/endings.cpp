// What ends seats together with the share or the order that holds them.

#include "features/seats/api.hpp"
#include "features/seats/endpoints.hpp"
#include "features/seats/vacate.hpp"

namespace jianghui::seats {
namespace {

/// What the employer gives up of the share by cancelling its order: seats worked to their end apart.
shares::Cancelled cancelled_by_employer(const app::Command& command,
                                        const shares::ShareRow& share) {
    shares::Cancelled what{share, shares::Canceller::employer, share.seats - share.staffed, {}};
    for (const auto& seat : live_of_share(command.db, share.id)) {
        ++what.seats;
        if (seat.accepted_at) what.accepted.push_back({seat.pay_fen, seat.pay_unit});
    }
    return what;
}

}  // namespace

void end_share(app::Command& command, shares::ShareRow share, shares::ShareStatus status,
               std::string_view seat_reason, std::string_view share_reason) {
    for (const auto& seat : live_of_share(command.db, share.id)) {
        (void)vacate(command, seat,
                     seat.started_on ? SeatStatus::ended_early : SeatStatus::expired, seat_reason);
        // A seat that was worked stays used.
        if (!seat.started_on) --share.staffed;
    }
    (void)shares::end(command, share, status, share_reason);
}

Result<orders::OrderView> cancel_order(app::Command& command, const orders::OrderReason& input) {
    TRY(const auto order, orders::find_own(command.db, command.caller, input.order));
    TRY_DO(orders::move(command, order, orders::Act::cancel, input.reason.text));
    for (const auto& share : shares::live_of_order(command.db, order.id)) {
        shares::tell_cancelled(command, cancelled_by_employer(command, share));
        end_share(command, share, shares::ShareStatus::withdrawn,
                  codec::enum_text(EndReason::order_cancelled), "order_cancelled");
    }
    return orders::view(command.db, command.services, *orders::find(command.db, order.id));
}

Result<shares::ShareView> withdraw_share(app::Command& command, const WithdrawShare& input) {
    const auto share = shares::find(command.db, input.share);
    if (!share || !shares::may_see(command.caller, *share)) return refuse(not_found);
    if (!command.caller.supervises(share->city)) return refuse(not_allowed);
    if (!shares::is_live(share->status)) return refuse(share_not_live);
    end_share(command, *share, shares::ShareStatus::withdrawn,
              codec::enum_text(EndReason::share_withdrawn), "authority");
    return shares::view(command.db, *shares::find(command.db, share->id));
}

}  // namespace jianghui::seats
