#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/quotes/model.hpp"

namespace jianghui::quotes {

void insert(store::Transaction& transaction, const QuoteRow& quote);
void insert(store::Transaction& transaction, const BidRow& bid);
/// Whether it was sealed, or stood, until now: both are ended once.
[[nodiscard]] bool end(store::Transaction& transaction, const QuoteRow& quote);
[[nodiscard]] bool end(store::Transaction& transaction, const BidRow& bid);
void look_later(store::Transaction& transaction, OrderId order, Instant due_at);

[[nodiscard]] std::optional<QuoteRow> find_quote(const store::Reader& reader, OrderId order);
[[nodiscard]] std::optional<QuoteRow> due_quote(const store::Reader& reader, Instant now);
[[nodiscard]] std::optional<BidRow> find_bid(const store::Reader& reader, BidId bid);
[[nodiscard]] std::optional<BidRow> own_bid(const store::Reader& reader, OrderId order,
                                            OrganisationId agency);
/// What was not withdrawn, by number.
[[nodiscard]] std::vector<BidRow> bids_of(const store::Reader& reader, OrderId order);
[[nodiscard]] int last_number(const store::Reader& reader, OrderId order);

}  // namespace jianghui::quotes
