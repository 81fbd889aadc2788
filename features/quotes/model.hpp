#pragma once
// The vocabulary of quotes: sealed bids of a service fee, opened together.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/draws/api.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::quotes {

using BidId = Id<struct QuoteBidTag>;
using draws::Outcome;

enum class QuoteStatus {
    sealed,  ///< takes bids within its window, or waits for the clock
    opened,  ///< every bid is public, with everything needed to recompute the awards
    voided   ///< the order ended before the opening: no bid is ever read
};
BOOST_DESCRIBE_ENUM(QuoteStatus, sealed, opened, voided)

enum class BidStatus {
    standing,
    withdrawn,  ///< before the close; its box is destroyed unread
    opened,
    broken,  ///< its box no longer holds what was committed to: somebody changed the database
    voided
};
BOOST_DESCRIBE_ENUM(BidStatus, standing, withdrawn, opened, broken, voided)

/// A row of `quotes`.
struct QuoteRow {
    OrderId order_id;
    PlaceCode city;
    OrganisationId employer;
    std::optional<Fen> ceiling_fen;  ///< the highest fee; none when the order names no fee
    Instant opens_at;
    Instant closes_at;
    Instant due_at;  ///< when the clock looks next; later than closes_at while suspended
    QuoteStatus status = QuoteStatus::sealed;
    std::optional<std::int64_t> position;  ///< of the event that closed the list
    std::optional<std::string> seed;       ///< of the lottery between equal fees
    std::optional<int> seats;              ///< to be given
    std::optional<int> lot_min;            ///< of the order
    std::optional<Instant> opened_at;
};
BOOST_DESCRIBE_STRUCT(QuoteRow, (),
                      (order_id, city, employer, ceiling_fen, opens_at, closes_at, due_at, status,
                       position, seed, seats, lot_min, opened_at))

/// What an agency bids: so much a seat for so many seats, and the number that hides it.
struct Bid {
    Fen fee_fen;
    int seats = 1;
    int at_least = 1;
    std::string nonce;  ///< 32 hexadecimal digits in lower case
};
BOOST_DESCRIBE_STRUCT(Bid, (), (fee_fen, seats, at_least, nonce))

/// A row of `quote_bids`.
struct BidRow {
    BidId id;
    PlaceCode city;
    OrderId order_id;
    OrganisationId employer;
    OrganisationId agency;
    AccountId account;
    int number = 0;  ///< in order of bidding, from 1
    std::string commitment;
    std::string box;  ///< the bid, sealed with the server's keyring
    BidStatus status = BidStatus::standing;
    Instant bid_at;
    Instant changed_at;
    std::optional<Fen> fee_fen;
    std::optional<int> seats;
    std::optional<int> at_least;
    std::optional<std::string> nonce;
    std::optional<int> room;             ///< what the gate let it take
    std::optional<std::string> refusal;  ///< the gate's code
    std::optional<int> lot;              ///< in the lottery, from 1: decides between equal fees
    std::optional<int> place;            ///< in the order of awards, from 1
    std::optional<int> given;
    std::optional<Outcome> outcome;
    std::optional<ShareId> share_id;
};
BOOST_DESCRIBE_STRUCT(BidRow, (),
                      (id, city, order_id, employer, agency, account, number, commitment, box,
                       status, bid_at, changed_at, fee_fen, seats, at_least, nonce, room, refusal,
                       lot, place, given, outcome, share_id))

/// POST orders/{order}/bids.
struct PlaceBid {
    OrderId order;
    Integer<0, 1000000000> fee_fen;  ///< a seat
    Integer<1, 10000> seats;
    std::optional<Integer<1, 10000>> at_least;  ///< 1 when not said
    String<32, 32> nonce;                       ///< 16 bytes in hexadecimal
};
BOOST_DESCRIBE_STRUCT(PlaceBid, (), (order, fee_fen, seats, at_least, nonce))

struct FindBid {
    BidId bid;
};
BOOST_DESCRIBE_STRUCT(FindBid, (), (bid))

/// An agency's own bid. Not even it reads the numbers before the opening: it knows what it bid, and
/// keeps the nonce to prove it.
struct OwnBidView {
    BidId id;
    OrderId order;
    std::string order_title;
    int number = 0;
    std::string commitment;
    BidStatus status = BidStatus::standing;
    Instant bid_at;
    Instant closes_at;
    std::optional<Fen> fee_fen;
    std::optional<int> seats;
    std::optional<int> at_least;
    std::optional<Outcome> outcome;
    std::optional<std::string> refusal;
    std::optional<int> place;
    std::optional<int> given;
    std::optional<ShareId> share;
};
BOOST_DESCRIBE_STRUCT(OwnBidView, (),
                      (id, order, order_title, number, commitment, status, bid_at, closes_at,
                       fee_fen, seats, at_least, outcome, refusal, place, given, share))

/// GET bids: the caller's own, newest first.
struct ListBids {
    std::optional<OrderId> order;
    std::optional<BidId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListBids, (), (order, cursor, limit))

/// One bid as the public sees it: before the opening number and commitment, after it everything.
/// Only who won is named; the others know their own number.
struct BidView {
    int number = 0;
    std::string commitment;
    BidStatus status = BidStatus::standing;
    std::optional<Fen> fee_fen;
    std::optional<int> seats;
    std::optional<int> at_least;
    std::optional<std::string> nonce;
    std::optional<int> room;
    std::optional<std::string> refusal;
    std::optional<int> lot;
    std::optional<int> place;
    std::optional<int> given;
    std::optional<Outcome> outcome;
    std::optional<organisations::Reference> agency;
};
BOOST_DESCRIBE_STRUCT(BidView, (),
                      (number, commitment, status, fee_fen, seats, at_least, nonce, room, refusal,
                       lot, place, given, outcome, agency))

/// GET quotes/{order}: everything that is needed to check the opening and recompute the awards.
struct QuoteView {
    OrderId order;
    std::string rules;  ///< "quote-1": the version of README.md's encoding
    std::optional<Fen> ceiling_fen;
    Instant opens_at;
    Instant closes_at;
    QuoteStatus status = QuoteStatus::sealed;
    std::optional<std::int64_t> position;
    std::optional<std::string> seed;
    std::optional<int> seats;
    std::optional<int> lot_min;
    std::optional<Instant> opened_at;
    std::vector<BidView> bids;  ///< by number; withdrawn ones are not in it
};
BOOST_DESCRIBE_STRUCT(QuoteView, (),
                      (order, rules, ceiling_fen, opens_at, closes_at, status, position, seed, seats,
                       lot_min, opened_at, bids))

/// What the events say.
struct Started {
    OrderId order;
    std::optional<Fen> ceiling_fen;
};
BOOST_DESCRIBE_STRUCT(Started, (), (order, ceiling_fen))
struct Committed {
    OrderId order;
    int number = 0;
    std::string commitment;
};
BOOST_DESCRIBE_STRUCT(Committed, (), (order, number, commitment))
struct Closed {
    OrderId order;
    int bids = 0;
};
BOOST_DESCRIBE_STRUCT(Closed, (), (order, bids))
struct Opened {
    OrderId order;
    std::int64_t position = 0;
    std::string seed;
    int given = 0;
    int left = 0;
    int broken = 0;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (order, position, seed, given, left, broken))
struct BidResult {
    OrderId order;
    int number = 0;
    BidStatus status = BidStatus::opened;
    std::optional<Fen> fee_fen;
    std::optional<int> place;
    int given = 0;
    std::optional<Outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(BidResult, (), (order, number, status, fee_fen, place, given, outcome))

}  // namespace jianghui::quotes
