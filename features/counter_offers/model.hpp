#pragma once
// The vocabulary of counter-offers: an agency proposes another fee on an open first-come order.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::counter_offers {

using CounterOfferId = Id<struct CounterOfferTag>;

enum class CounterOfferStatus {
    standing,   ///< the employer may accept or decline until answer_until_at
    accepted,   ///< it became a share at the agreed fee
    declined,   ///< with a reason
    lapsed,     ///< not answered in time
    withdrawn,  ///< by the agency
    voided      ///< the order ended
};
BOOST_DESCRIBE_ENUM(CounterOfferStatus, standing, accepted, declined, lapsed, withdrawn, voided)

/// A row of `counter_offers`.
struct CounterOfferRow {
    CounterOfferId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    AccountId account;
    int seats = 1;
    Fen fee_fen;        ///< a seat
    Fen order_fee_fen;  ///< what the order said then
    std::string message;  ///< the agency's; read by the parties and supervisors alone
    CounterOfferStatus status = CounterOfferStatus::standing;
    std::string reason;  ///< the employer's, when it declined; likewise
    Instant answer_until_at;
    std::optional<ShareId> share_id;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(CounterOfferRow, (),
                      (id, city, order_id, employer, agency, account, seats, fee_fen, order_fee_fen,
                       message, status, reason, answer_until_at, share_id, created_at, changed_at))

/// POST orders/{order}/counter-offers.
struct Propose {
    OrderId order;
    Integer<1, 10000> seats;
    Integer<0, 1000000000> fee_fen;  ///< a seat
    Sentence message;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (order, seats, fee_fen, message))

struct FindCounterOffer {
    CounterOfferId counter_offer;
};
BOOST_DESCRIBE_STRUCT(FindCounterOffer, (), (counter_offer))

/// POST counter-offers/{counter_offer}/decline.
struct DeclineCounterOffer {
    CounterOfferId counter_offer;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DeclineCounterOffer, (), (counter_offer, reason))

/// GET counter-offers: those that the caller made, or received; newest first.
struct ListCounterOffers {
    std::optional<CounterOfferStatus> status;
    std::optional<CounterOfferId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListCounterOffers, (), (status, cursor, limit))

struct CounterOfferView {
    CounterOfferId id;
    OrderId order;
    std::string order_title;
    organisations::Reference employer;
    organisations::Reference agency;
    int seats = 1;
    Fen fee_fen;
    Fen order_fee_fen;
    std::string message;
    CounterOfferStatus status = CounterOfferStatus::standing;
    std::string reason;
    Instant answer_until_at;
    std::optional<ShareId> share;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(CounterOfferView, (),
                      (id, order, order_title, employer, agency, seats, fee_fen, order_fee_fen,
                       message, status, reason, answer_until_at, share, created_at))

/// What the events say.
struct CounterOfferChange {
    OrderId order;
    int seats = 0;
    Fen fee_fen;
    CounterOfferStatus status = CounterOfferStatus::standing;
};
BOOST_DESCRIBE_STRUCT(CounterOfferChange, (), (order, seats, fee_fen, status))

}  // namespace jianghui::counter_offers
