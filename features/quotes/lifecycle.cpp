// What starts sealed bids, takes a bid, and ends them unread.

#include "engine/app/by_itself.hpp"
#include "features/quotes/api.hpp"
#include "features/quotes/endpoints.hpp"
#include "features/quotes/events.hpp"
#include "features/quotes/opening.hpp"
#include "features/quotes/rules.hpp"
#include "features/quotes/sealed.hpp"
#include "features/quotes/store.hpp"
#include "features/shares/api.hpp"

namespace jianghui::quotes {

app::Command::About about(const QuoteRow& quote) {
    return {quote.city, "order", quote.order_id.number, quote.employer, {}, {}};
}

app::Command::About about(const BidRow& bid) {
    return {bid.city, "bid", bid.id.number, bid.agency, {}, {}};
}

Result<Done> order_opened(app::Command& command, const orders::OrderRow& order) {
    TRY(const auto window, orders::application_window(order, command.now));
    QuoteRow quote;
    quote.order_id = order.id;
    quote.city = order.city;
    quote.employer = order.employer;
    if (order.service_fee_fen > Fen{0}) quote.ceiling_fen = order.service_fee_fen;
    quote.opens_at = window.opens_at;
    quote.closes_at = window.closes_at;
    quote.due_at = window.closes_at;
    insert(command.db, quote);
    command.record(quote_started, about(quote), Started{order.id, quote.ceiling_fen});
    return Done{};
}

Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order) {
    const auto quote = find_quote(reader, order.id);
    if (quote && quote->status == QuoteStatus::sealed) return refuse(orders::mode_not_over);
    return Done{};
}

Result<BidRow> bid(app::Command& command, const PlaceBid& wanted) {
    TRY(const auto order, orders::find_visible(command.db, command.caller, wanted.order));
    const auto quote = find_quote(command.db, wanted.order);
    if (!quote) return refuse(orders::other_mode);
    TRY(const Bid said, may_bid(order, *quote, wanted, command.now));
    const OrganisationId agency = command.caller.organisation;
    if (own_bid(command.db, order.id, agency)) return refuse(bid_already);
    TRY_DO(shares::room_of(command.db, command.services, order, agency, said.seats, command.now));
    BidRow row;
    row.id = command.next_id<BidId>();
    row.city = order.city;
    row.order_id = order.id;
    row.employer = order.employer;
    row.agency = agency;
    row.account = command.caller.account;
    row.number = last_number(command.db, order.id) + 1;
    row.commitment = commitment_of(order.id, said);
    row.box = seal(command.services, row.id, said);
    row.bid_at = command.now;
    row.changed_at = command.now;
    insert(command.db, row);
    command.record(quote_bid, about(row), Committed{row.order_id, row.number, row.commitment});
    return row;
}

namespace {

/// The order has ended before the opening: nobody ever reads what was bid.
Result<Done> make_void(app::Command& command, QuoteRow quote) {
    quote.status = QuoteStatus::voided;
    if (!end(command.db, quote)) return refuse(bid_over);
    command.record(quote_voided, about(quote), Started{quote.order_id, quote.ceiling_fen});
    for (auto& row : bids_of(command.db, quote.order_id)) {
        row.status = BidStatus::voided;
        row.box.clear();
        row.changed_at = command.now;
        if (!end(command.db, row)) return refuse(bid_over);
        command.record(quote_bid_voided, about(row),
                       Committed{row.order_id, row.number, row.commitment});
    }
    return Done{};
}

}  // namespace

Result<bool> open_due(app::Command& command) {
    const auto quote = due_quote(command.db, command.now);
    if (!quote) return false;
    const auto order = orders::find(command.db, quote->order_id);
    ASSERT(order.has_value());
    const auto due = orders::due_at_window_end(*order, command.now);
    const bool done = due != orders::Due::later &&
                      app::by_itself(command, clock_name, about(*quote), [&]() -> Result<Done> {
                          if (due == orders::Due::never) return make_void(command, *quote);
                          TRY_DO(Opening(command, *quote, *order).open_all());
                          return orders::leave_to_race(command, *order);
                      });
    if (!done) look_later(command.db, quote->order_id, command.now + std::chrono::minutes(1));
    return true;
}

std::vector<app::InboxSource> inbox_sources() {
    return {app::inbox_of_left_aside("quotes.not_opened", clock_name,
                                     {"报价未能开启", "Bids could not be opened"}, "/desk/orders/")};
}

}  // namespace jianghui::quotes
