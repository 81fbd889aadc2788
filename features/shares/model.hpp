#pragma once
// The vocabulary of shares.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::shares {

enum class ShareStatus {
    held,        ///< grabbed, nobody offered yet
    staffing,    ///< at least one seat was offered
    delivering,  ///< at least one worker is on site
    settled,     ///< every seat ended and every statement confirmed
    released,    ///< given back by the agency, or its hold ended with nobody in it
    withdrawn,   ///< taken back by an authority, or the order was cancelled
    defaulted    ///< the work should have begun and nobody came
};
BOOST_DESCRIBE_ENUM(ShareStatus, held, staffing, delivering, settled, released, withdrawn, defaulted)

/// Whether seats of such a share count against the order.
[[nodiscard]] constexpr bool is_live(ShareStatus status) {
    return status == ShareStatus::held || status == ShareStatus::staffing ||
           status == ShareStatus::delivering;
}

/// One fact that the gate saw, with the rule that wanted it.
struct GateFact {
    std::string rule;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(GateFact, (), (rule, value))

/// What the gate saw at the grab; kept with the share.
struct Gate {
    std::string rule_version;
    std::vector<GateFact> facts;
};
BOOST_DESCRIBE_STRUCT(Gate, (), (rule_version, facts))

/// A row of `shares`.
struct ShareRow {
    ShareId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    int seats = 0;
    int staffed = 0;
    ShareStatus status = ShareStatus::held;
    Instant held_until_at;
    bool hold_ended = false;
    Gate gate;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
    std::string status_reason;
    std::optional<Fen> service_fee_fen;  ///< a seat, agreed for this share; else the order's
    int team_size = 0;  ///< taken in whole teams of so many; 0: single seats
    int standing = 0;   ///< seats of teams that stood once: all accepted by workers
    std::optional<Instant> refill_until_at;  ///< until then its teams' free seats are the agency's
    int order_version = 1;  ///< of the order's terms: what its seats are made of
};
BOOST_DESCRIBE_STRUCT(ShareRow, (),
                      (id, city, order_id, employer, agency, seats, staffed, status, held_until_at,
                       hold_ended, gate, created_at, created_by, changed_at, status_reason,
                       service_fee_fen, team_size, standing, refill_until_at, order_version))

struct OrderReference {
    OrderId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(OrderReference, (), (id, title))

/// A share as the API shows it.
struct ShareView {
    ShareId id;
    OrderReference order;
    organisations::Reference employer;
    organisations::Reference agency;
    int seats = 0;
    int staffed = 0;
    ShareStatus status = ShareStatus::held;
    std::string status_reason;
    Instant held_until_at;
    Gate gate;
    Instant created_at;
    std::optional<Fen> service_fee_fen;
    int team_size = 0;
    int standing = 0;
    std::optional<Instant> refill_until_at;
    int order_version = 1;
};
BOOST_DESCRIBE_STRUCT(ShareView, (),
                      (id, order, employer, agency, seats, staffed, status, status_reason,
                       held_until_at, gate, created_at, service_fee_fen, team_size,
                       standing, refill_until_at, order_version))

/// POST orders/{order}/shares. `order_version` is the version that the grabber saw: a grab of older
/// terms is refused (order_newer) instead of silently taking the new ones.
struct GrabShare {
    OrderId order;
    Integer<1, 10000> seats;
    std::optional<Integer<1, 1000000>> order_version = {};
};
BOOST_DESCRIBE_STRUCT(GrabShare, (), (order, seats, order_version))

struct FindShare {
    ShareId share;
};
BOOST_DESCRIBE_STRUCT(FindShare, (), (share))

/// POST shares/{share}/release: `seats` of those nobody holds; all of them when not said.
struct ReleaseShare {
    ShareId share;
    std::optional<Integer<1, 10000>> seats;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(ReleaseShare, (), (share, seats, reason))

/// GET shares.
struct ListShares {
    std::optional<OrderId> order;
    std::optional<ShareStatus> status;
    std::optional<bool> mine;
    std::optional<ShareId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListShares, (), (order, status, mine, cursor, limit))

/// One reason why a grab would be refused, and what would help.
struct GateRefusal {
    std::string code;
    Text message;
    Text satisfy;
    std::optional<Instant> opens_at;  ///< for this agency, when a tier keeps it waiting
};
BOOST_DESCRIBE_STRUCT(GateRefusal, (), (code, message, satisfy, opens_at))

/// GET orders/{order}/gate: whether the caller's agency might grab now.
struct GateAnswer {
    bool allowed = false;
    int min_seats = 0;
    int max_seats = 0;
    std::vector<GateRefusal> refusals;
};
BOOST_DESCRIBE_STRUCT(GateAnswer, (), (allowed, min_seats, max_seats, refusals))

/// A turn of an agency's standing while it holds a share, as its parties were told.
struct StandingTurn {
    Instant at;
    std::string refusal;  ///< the code of the rule that bars it from then on; "" when none does
};

/// A day on which the gate, asked again, would have refused the agency.
struct BarredDay {
    Date day;
    std::string refusal;  ///< the code of the rule
};
BOOST_DESCRIBE_STRUCT(BarredDay, (), (day, refusal))

/// What the event of a grab, a release or an end says.
struct ShareChange {
    OrderId order;
    int seats = 0;      ///< in the share now
    int change = 0;     ///< taken (+) or given back (−)
    int remaining = 0;  ///< in the order now
    ShareStatus status = ShareStatus::held;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ShareChange, (), (order, seats, change, remaining, status, reason))

/// Why a default is closed.
enum class ClosingGround {
    made_good,  ///< the employer: the agency made up for it
    settled,    ///< the employer: both have come to terms
    excused,    ///< the order's authority: the agency is not to blame
    lapsed      ///< the clock: nobody closed it within `default_lapse_days`
};
BOOST_DESCRIBE_ENUM(ClosingGround, made_good, settled, excused, lapsed)

/// What the event of a closing says.
struct DefaultClosed {
    OrderId order;
    ClosingGround ground = ClosingGround::made_good;
    Date opened_on;         ///< the day of the default
    int open_defaults = 0;  ///< of the agency, still
};
BOOST_DESCRIBE_STRUCT(DefaultClosed, (), (order, ground, opened_on, open_defaults))

}  // namespace jianghui::shares
