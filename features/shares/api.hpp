#pragma once
// What other features may do with shares. Each function keeps `seats`, `staffed`, the totals and
// the order's `remaining` true together, in the caller's transaction.

#include <functional>

#include "engine/app/context.hpp"
#include "features/shares/award.hpp"
#include "features/shares/cancelled.hpp"
#include "features/shares/errors.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

/// Who may come earlier to a first-come order; features/tiers enters it at start. Asked at the gate
/// of orders that have tiers, and of no others.
struct TierRule {
    /// The facts that let the agency in at that time. Fails with tier_not_open (fact `opens_at`).
    std::function<Result<std::vector<GateFact>>(const store::Reader&, const app::Services&,
                                                const orders::OrderRow&,
                                                const organisations::GateFacts&, Instant)>
        ask;
};
/// What becomes of a team share's seats as its hold ends; features/seats enters it at start.
struct TeamSeats {
    /// Ends the seats that are in no team that stands, and says how many seats the standing ones
    /// have: at least `standing`.
    std::function<int(app::Command&, const ShareRow&)> keep_standing;
};

[[nodiscard]] std::optional<ShareRow> find(const store::Reader& reader, ShareId share);
[[nodiscard]] std::vector<ShareRow> live_of_order(const store::Reader& reader, OrderId order);
/// The live seats of an order that an agency holds. One look-up by key.
[[nodiscard]] int agency_seats_of_order(const store::Reader& reader, OrderId order,
                                        OrganisationId agency);
[[nodiscard]] ShareView view(const store::Reader& reader, const ShareRow& share);
/// The same of names that the caller knows.
[[nodiscard]] ShareView shown(const ShareRow& share, OrderReference order,
                              organisations::Reference employer, organisations::Reference agency);

/// Whether the caller is a party of the share or supervises its city.
[[nodiscard]] bool may_see(const app::Caller& caller, const ShareRow& share);

/// Whether the agency's grab of the smallest share that the order allows would pass now.
[[nodiscard]] bool may_grab(const store::Reader& reader, const app::Services& services,
                            const orders::OrderRow& order, OrganisationId agency, Instant now);

/// The award as one decision: order, lots and cap, gate, conditional decrement, share, totals,
/// events. The only way to a new share. Fails as orders::may_take and the gate do; whether the
/// order's mode allows it is the caller's business.
[[nodiscard]] Result<ShareRow> award(app::Command& command, const orders::OrderRow& order,
                                     const Award& wanted);

/// How many of `seats` the gate lets the agency take of this order now: all of them, or what its
/// capacity leaves. Fails as the gate does when that is none.
[[nodiscard]] Result<int> room_of(const store::Reader& reader, const app::Services& services,
                                  const orders::OrderRow& order, OrganisationId agency, int seats,
                                  Instant now);

/// Whether the agency may offer this order's seats of its shares to anybody today: the gate without
/// what only counts for new shares (capacity, open defaults, a
/// verification that is to be renewed). Fails as the gate does. What workers
/// have accepted goes on: they are not made to pay for their agency.
[[nodiscard]] Result<Done> may_staff(const store::Reader& reader, const app::Services& services,
                                     const orders::OrderRow& order, OrganisationId agency,
                                     Instant now);

/// The gate asked again for each day worked: the days from `first` to `last` on which the share's
/// agency was barred, as its parties were told at the time (share.agency_barred, share.agency_cleared).
/// It takes nothing from who worked: wages are owed. One reading of the share's events.
[[nodiscard]] std::vector<BarredDay> barred_days(const store::Reader& reader, ShareId share,
                                                 Date first, Date last);

/// A grab in race mode: an award to the caller's agency.
[[nodiscard]] Result<ShareRow> grab(app::Command& command, const GrabShare& wanted);

/// Somebody is offered one of the share's seats. Requires a live share with an empty seat.
[[nodiscard]] ShareRow staff_one(app::Command& command, const ShareRow& share);

/// A seat of the share became free. While the hold runs it stays in the share to be staffed again;
/// after it, it goes back to the order at once (and the share is released with its last seat). In a
/// team that stands it first is the agency's to refill, for `team_refill_hours`.
ShareRow free_one(app::Command& command, const ShareRow& share, std::string_view reason);

/// So many seats of a team share are in teams that stand; once they stood they stay the share's.
ShareRow let_stand(app::Command& command, const ShareRow& share, int seats);

/// The first worker of the share is on site.
ShareRow begin_delivery(app::Command& command, const ShareRow& share);

/// Every seat has ended and every statement is confirmed. Requires status delivering.
ShareRow settle(app::Command& command, const ShareRow& share);

/// The share's agency agrees to another version of the order's terms: its next seats are made of it.
ShareRow move_to_version(app::Command& command, const ShareRow& share, int version);

/// Lets a hold that runs end later by so much: what its agency has to decide meanwhile is no fault of it.
void prolong_hold(app::Command& command, const ShareRow& share, Milliseconds by);

/// Gives the share's empty seats back to the order and lets its hold end, so that a seat that frees
/// up later goes back as well; released when nobody is left in it. Requires a live share.
ShareRow give_up_empty(app::Command& command, const ShareRow& share, std::string_view reason);

/// Ends a live share as withdrawn or defaulted: every seat goes back to the order. Requires that
/// the caller has ended the seats.
ShareRow end(app::Command& command, const ShareRow& share, ShareStatus status,
             std::string_view reason);

}  // namespace jianghui::shares
