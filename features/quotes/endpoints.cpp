// The API calls of quotes.

#include "features/quotes/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/quotes/api.hpp"
#include "features/quotes/events.hpp"
#include "features/quotes/queries.hpp"
#include "features/quotes/rules.hpp"
#include "features/quotes/store.hpp"

namespace jianghui::quotes {
namespace {

OwnBidView own_view(const store::Reader& reader, const BidRow& row) {
    OwnBidView view;
    view.id = row.id;
    view.order = row.order_id;
    if (const auto order = orders::find(reader, row.order_id)) view.order_title = order->title;
    if (const auto quote = find_quote(reader, row.order_id)) view.closes_at = quote->closes_at;
    view.number = row.number;
    view.commitment = row.commitment;
    view.status = row.status;
    view.bid_at = row.bid_at;
    view.fee_fen = row.fee_fen;
    view.seats = row.seats;
    view.at_least = row.at_least;
    view.outcome = row.outcome;
    view.refusal = row.refusal;
    view.place = row.place;
    view.given = row.given;
    view.share = row.share_id;
    return view;
}

BidView public_view(const store::Reader& reader, const BidRow& row) {
    BidView view;
    view.number = row.number;
    view.commitment = row.commitment;
    view.status = row.status;
    view.fee_fen = row.fee_fen;
    view.seats = row.seats;
    view.at_least = row.at_least;
    view.nonce = row.nonce;
    view.room = row.room;
    view.refusal = row.refusal;
    view.lot = row.lot;
    view.place = row.place;
    view.given = row.given;
    view.outcome = row.outcome;
    if (row.given.value_or(0) > 0)
        view.agency = organisations::find_reference(reader, row.agency);
    return view;
}

}  // namespace

QuoteView view(const store::Reader& reader, const QuoteRow& quote) {
    QuoteView view;
    view.order = quote.order_id;
    view.rules = rules_version;
    view.ceiling_fen = quote.ceiling_fen;
    view.opens_at = quote.opens_at;
    view.closes_at = quote.closes_at;
    view.status = quote.status;
    view.position = quote.position;
    view.seed = quote.seed;
    view.seats = quote.seats;
    view.lot_min = quote.lot_min;
    view.opened_at = quote.opened_at;
    for (const auto& row : bids_of(reader, quote.order_id))
        view.bids.push_back(public_view(reader, row));
    return view;
}

Result<OwnBidView> place_bid(app::Command& command, const PlaceBid& input) {
    TRY(const auto row, bid(command, input));
    return own_view(command.db, row);
}

Result<OwnBidView> withdraw(app::Command& command, const FindBid& input) {
    auto row = find_bid(command.db, input.bid);
    if (!row || row->agency != command.caller.organisation) return refuse(not_found);
    const auto quote = find_quote(command.db, row->order_id);
    if (row->status != BidStatus::standing || quote->status != QuoteStatus::sealed)
        return refuse(bid_over);
    if (command.now >= quote->closes_at) return refuse(bid_window_closed);
    row->status = BidStatus::withdrawn;
    row->box.clear();
    row->changed_at = command.now;
    if (!end(command.db, *row)) return refuse(bid_over);
    command.record(quote_withdrawn, {row->city, "bid", row->id.number, row->agency, {}, {}},
                   Committed{row->order_id, row->number, row->commitment});
    return own_view(command.db, *row);
}

Result<app::Page<OwnBidView>> list_own(app::Query& query, const ListBids& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<BidRow>(
        sql::list_bids, store::arguments("agency", query.caller.organisation, "order", input.order,
                                         "cursor", input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return own_view(query.db, row);
    });
}

Result<QuoteView> show(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto quote = find_quote(query.db, input.order);
    if (!quote) return refuse(not_found);
    return view(query.db, *quote);
}

}  // namespace jianghui::quotes
