#pragma once
// Decisions about orders: pure functions of facts. No SQL, no clock, no randomness.

#include "features/orders/errors.hpp"
#include "features/orders/model.hpp"
#include "features/orders/versions.hpp"

namespace jianghui::orders {

/// What a draft gets when its author says nothing (values are data: data/parameters.csv).
struct OrderDefaults {
    int hold_hours = 24;
    int validity_days = 30;
    int apply_hours = 24;
};

/// A new draft of this employer. Lots and cap default to "any share up to the whole order".
[[nodiscard]] OrderRow new_draft(const CreateOrder& wanted, const OrderDefaults& defaults);

/// The draft with the change applied. Fails with order_not_editable, order_changed, lot_mismatch.
[[nodiscard]] Result<OrderRow> change_draft(const OrderRow& order, const ChangeOrder& change);

/// The published order with the change applied, as its next version; limits that followed the
/// headcount follow it, the others stay within it. Fails with order_status_conflict unless it is in
/// the market, order_changed, headcount_taken, and as `consistent`.
[[nodiscard]] Result<OrderRow> revised(const OrderRow& order, const ReviseOrder& wanted);

/// Whether the version that somebody saw is the one that holds; so said by who decides on what it
/// shows. Fails with order_newer.
[[nodiscard]] Result<Done> is_version(const OrderRow& order,
                                      const std::optional<Integer<1, 1000000>>& seen);

/// Lots, caps, teams, dates and pay that contradict each other, or amounts with which sums of months and years
/// would not be exact any more. Fails with lot_mismatch, team_mismatch, dates_mismatch, pay_mismatch,
/// amount_too_high; a draft may still lack any of them.
[[nodiscard]] Result<Done> consistent(const OrderRow& order);

/// Every act that moves an order from one status to another.
enum class Act {
    publish_clean,   ///< published, nothing to review
    publish_review,  ///< published, an official must look first
    approve,
    send_back,
    cancel,
    suspend,
    resume,
    close,
    validity_ended,  ///< clock: closes_at passed
    work_begins,     ///< clock: starts_on reached and every seat taken
    seats_changed    ///< a share was made, shrank or ended
};
BOOST_DESCRIBE_ENUM(Act, publish_clean, publish_review, approve, send_back, cancel, suspend, resume,
                    close, validity_ended, work_begins, seats_changed)

/// The status after an act, from the status, the seats and the time alone. Fails with
/// order_status_conflict when the act is not possible now.
[[nodiscard]] Result<OrderStatus> next_status(const OrderRow& order, Act act, Instant now);

/// When publishing: opens_at and closes_at as they will hold. Closing is at the latest at the end of
/// the last day of work. Fails with dates_mismatch.
[[nodiscard]] Result<OrderRow> with_validity(OrderRow order, const OrderDefaults& defaults,
                                             Instant now);

/// When agencies may apply.
struct Window {
    Instant opens_at;
    Instant closes_at;
};

/// The window of an order that opens now or at its time. Fails with window_too_long when it would
/// not end ten minutes before the order does. Requires a published order.
[[nodiscard]] Result<Window> application_window(const OrderRow& order, Instant now);

/// What is due when the window of a mode is over: the award waits while the order is suspended, and
/// there is none once its validity has ended.
enum class Due { later, award, never };
[[nodiscard]] Due due_at_window_end(const OrderRow& order, Instant now);

/// Whether its seats go to whoever comes first. Fails with the code of its mode, which says what to
/// do instead: order_by_draw, order_by_name, order_by_quote.
[[nodiscard]] Result<Done> first_come(const OrderRow& order);

/// Whether a share of `seats` fits the order's own terms now (the agency's gate apart). Fails with
/// order_not_open, not_enough_seats (fact `remaining`), lot_size, whole_teams, cap_exceeded.
/// `agency_seats` is what this agency holds of the order already.
[[nodiscard]] Result<Done> may_take(const OrderRow& order, int seats, int agency_seats,
                                    Instant now);

/// The seats that are left over from whole teams: single seats of teams that stand, which came back
/// and are taken one by one. 0 for an order without teams.
[[nodiscard]] int single_seats(const OrderRow& order);

/// The least seats that a share may have now, while any are left; at least 1.
[[nodiscard]] int least_seats(const OrderRow& order);
/// The most seats up to `wanted` that the order's own terms leave an agency that holds
/// `agency_seats` of it; may be less than the smallest lot. 0: none.
[[nodiscard]] int most_seats(const OrderRow& order, int wanted, int agency_seats);

}  // namespace jianghui::orders
