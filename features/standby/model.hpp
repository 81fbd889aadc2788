#pragma once
// The vocabulary of stand-bys: an agency waits for seats of an order that come back.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::standby {

using StandbyId = Id<struct StandbyTag>;

enum class StandbyStatus {
    waiting,
    served,  ///< called once: it holds a share
    left,    ///< by the agency
    over     ///< the order's seats can be taken no more
};
BOOST_DESCRIBE_ENUM(StandbyStatus, waiting, served, left, over)

/// A row of `standbys`.
struct StandbyRow {
    StandbyId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    AccountId account;
    int number = 0;  ///< its place in the line of the order
    int seats = 0;
    int at_least = 1;
    StandbyStatus status = StandbyStatus::waiting;
    int given = 0;
    std::optional<ShareId> share_id;
    std::string passed_reason;  ///< the code for which it was last passed over
    std::optional<Instant> passed_at;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(StandbyRow, (),
                      (id, city, order_id, employer, agency, account, number, seats, at_least,
                       status, given, share_id, passed_reason, passed_at, created_at, changed_at))

/// POST orders/{order}/standbys.
struct StandBy {
    OrderId order;
    Integer<1, 10000> seats;
    std::optional<Integer<1, 10000>> at_least;
};
BOOST_DESCRIBE_STRUCT(StandBy, (), (order, seats, at_least))

/// POST standbys/{standby}/leave.
struct FindStandby {
    StandbyId standby;
};
BOOST_DESCRIBE_STRUCT(FindStandby, (), (standby))

struct StandbyView {
    StandbyId id;
    OrderId order;
    organisations::Reference agency;
    int number = 0;
    int seats = 0;
    int at_least = 1;
    int ahead = 0;  ///< how many wait before it
    StandbyStatus status = StandbyStatus::waiting;
    int given = 0;
    std::optional<ShareId> share;
    std::string passed_reason;
    std::optional<Instant> passed_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(StandbyView, (),
                      (id, order, agency, number, seats, at_least, ahead, status, given, share,
                       passed_reason, passed_at, created_at))

/// GET orders/{order}/standbys: how many wait, and those that the caller may see.
struct StandbyList {
    int waiting = 0;
    std::vector<StandbyView> items;
};
BOOST_DESCRIBE_STRUCT(StandbyList, (), (waiting, items))

/// What the events say.
struct StandbyChange {
    OrderId order;
    int number = 0;
    int seats = 0;  ///< waited for, or given
    StandbyStatus status = StandbyStatus::waiting;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StandbyChange, (), (order, number, seats, status, reason))

}  // namespace jianghui::standby
