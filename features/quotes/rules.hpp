#pragma once
// Decisions about sealed bids: who may bid, what a commitment is, who is served in which order.
// Pure; the encoding is in README.md.

#include "features/quotes/errors.hpp"
#include "features/quotes/model.hpp"

namespace jianghui::quotes {

/// The version of the encoding and the awards; published with every opening.
inline constexpr std::string_view rules_version = "quote-1";

/// The bid as it is committed to: with the nonce in lower case, at_least said. Fails with
/// order_other_mode, order_not_open, bid_window_closed, lot_size, bid_above_ceiling,
/// bid_fee_for_lending, at_least_too_high, nonce_malformed.
[[nodiscard]] Result<Bid> may_bid(const orders::OrderRow& order, const QuoteRow& quote,
                                  const PlaceBid& wanted, Instant now);

/// SM3 of "quote-1:ORDER:FEE:SEATS:AT_LEAST:NONCE", in hexadecimal.
[[nodiscard]] std::string commitment_of(OrderId order, const Bid& bid);

/// SM3(commitments ‖ nonces ‖ position): what decides between equal fees. Both as bytes, in order
/// of bidding. Requires hexadecimal commitments and nonces of their lengths.
[[nodiscard]] crypto::Digest seed_of(const std::vector<std::string>& commitments,
                                     const std::vector<std::string>& nonces,
                                     std::int64_t position);

/// The bids in the order in which they are served: by fee, equal fees by the lottery. Requires a
/// permutation of the bids.
[[nodiscard]] std::vector<std::size_t> by_fee(const std::vector<Fen>& fees,
                                              std::vector<std::size_t> lottery);

/// Checks a published opening from nothing but the document: every commitment, the ceiling, the
/// seed, places and what each was given. Fails with quote_not_opened, quote_mismatch (the fact
/// "difference" names the first).
[[nodiscard]] Result<Done> verify(const QuoteView& quote);

}  // namespace jianghui::quotes
