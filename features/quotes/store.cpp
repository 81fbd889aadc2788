#include "features/quotes/store.hpp"

#include "features/quotes/queries.hpp"

namespace jianghui::quotes {

void insert(store::Transaction& transaction, const QuoteRow& quote) {
    transaction.execute(sql::insert_quote, store::members(quote));
}

void insert(store::Transaction& transaction, const BidRow& bid) {
    transaction.execute(sql::insert_bid, store::members(bid));
}

bool end(store::Transaction& transaction, const QuoteRow& quote) {
    return transaction.execute(sql::end_quote, store::members(quote)) == 1;
}

bool end(store::Transaction& transaction, const BidRow& bid) {
    return transaction.execute(sql::end_bid, store::members(bid)) == 1;
}

void look_later(store::Transaction& transaction, OrderId order, Instant due_at) {
    transaction.execute(sql::look_later, store::arguments("order", order, "due_at", due_at));
}

std::optional<QuoteRow> find_quote(const store::Reader& reader, OrderId order) {
    return reader.one<QuoteRow>(sql::find_quote, store::arguments("order", order));
}

std::optional<QuoteRow> due_quote(const store::Reader& reader, Instant now) {
    return reader.one<QuoteRow>(sql::due_quote, store::arguments("now", now));
}

std::optional<BidRow> find_bid(const store::Reader& reader, BidId bid) {
    return reader.one<BidRow>(sql::find_bid, store::arguments("bid", bid));
}

std::optional<BidRow> own_bid(const store::Reader& reader, OrderId order, OrganisationId agency) {
    return reader.one<BidRow>(sql::own_bid, store::arguments("order", order, "agency", agency));
}

std::vector<BidRow> bids_of(const store::Reader& reader, OrderId order) {
    return reader.all<BidRow>(sql::bids_of_order, store::arguments("order", order));
}

int last_number(const store::Reader& reader, OrderId order) {
    return reader.value<int>(sql::last_number, store::arguments("order", order)).value_or(0);
}

}  // namespace jianghui::quotes
