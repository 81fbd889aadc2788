#pragma once
// The vocabulary of nominations: an employer names one agency for an order of mode direct.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::nominations {

using NominationId = Id<struct NominationTag>;

enum class NominationStatus {
    asked,     ///< the agency may take seats or decline until answer_until_at
    taken,     ///< it took seats; the employer may name again for what is left
    declined,  ///< with a reason
    lapsed,    ///< it did not answer in time
    voided     ///< the order ended, or was opened to all
};
BOOST_DESCRIBE_ENUM(NominationStatus, asked, taken, declined, lapsed, voided)

/// A row of `nominations`.
struct NominationRow {
    NominationId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    NominationStatus status = NominationStatus::asked;
    std::string reason;  ///< the agency's, when it declined; read by the parties alone
    Instant answer_until_at;
    std::optional<ShareId> share_id;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(NominationRow, (),
                      (id, city, order_id, employer, agency, status, reason, answer_until_at,
                       share_id, created_at, created_by, changed_at))

/// POST orders/{order}/nominations: the agency by id or by its credit code.
struct Nominate {
    OrderId order;
    std::optional<OrganisationId> agency;
    std::optional<String<18, 18>> credit_code;
};
BOOST_DESCRIBE_STRUCT(Nominate, (), (order, agency, credit_code))

/// POST nominations/{nomination}/take. `order_version`: the terms that the agency saw.
struct Take {
    NominationId nomination;
    Integer<1, 10000> seats;
    std::optional<Integer<1, 1000000>> order_version;
};
BOOST_DESCRIBE_STRUCT(Take, (), (nomination, seats, order_version))

/// POST nominations/{nomination}/decline.
struct Decline {
    NominationId nomination;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(Decline, (), (nomination, reason))

struct NominationView {
    NominationId id;
    OrderId order;
    organisations::Reference employer;
    organisations::Reference agency;
    NominationStatus status = NominationStatus::asked;
    std::string reason;
    Instant answer_until_at;
    std::optional<ShareId> share;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(NominationView, (),
                      (id, order, employer, agency, status, reason, answer_until_at, share,
                       created_at))

/// What the events say.
struct NominationChange {
    OrderId order;
    NominationStatus status = NominationStatus::asked;
    int seats = 0;  ///< taken
};
BOOST_DESCRIBE_STRUCT(NominationChange, (), (order, status, seats))

}  // namespace jianghui::nominations
