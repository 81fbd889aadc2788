// The API calls of counter-offers.

#include "features/counter_offers/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/counter_offers/api.hpp"
#include "features/counter_offers/lifecycle.hpp"
#include "features/counter_offers/queries.hpp"
#include "features/counter_offers/rules.hpp"
#include "features/shares/api.hpp"

namespace jianghui::counter_offers {
namespace {

CounterOfferView shown(const store::Reader& reader, const CounterOfferRow& row) {
    CounterOfferView view;
    view.id = row.id;
    view.order = row.order_id;
    if (const auto order = orders::find(reader, row.order_id)) view.order_title = order->title;
    if (auto employer = organisations::find_reference(reader, row.employer))
        view.employer = std::move(*employer);
    if (auto agency = organisations::find_reference(reader, row.agency))
        view.agency = std::move(*agency);
    view.seats = row.seats;
    view.fee_fen = row.fee_fen;
    view.order_fee_fen = row.order_fee_fen;
    view.message = row.message;
    view.status = row.status;
    view.reason = row.reason;
    view.answer_until_at = row.answer_until_at;
    view.share = row.share_id;
    view.created_at = row.created_at;
    return view;
}

/// One that the caller's organisation takes part in as `party`, and that still waits.
Result<CounterOfferRow> find_waiting(app::Command& command, CounterOfferId id,
                                     OrganisationId CounterOfferRow::*party) {
    auto row = command.db.one<CounterOfferRow>(sql::find_counter_offer,
                                               store::arguments("counter_offer", id));
    if (!row || (*row).*party != command.caller.organisation) return refuse(not_found);
    TRY_DO(waits(*row, command.now));
    return std::move(*row);
}

}  // namespace

Result<CounterOfferView> make_counter_offer(app::Command& command, const Propose& input) {
    TRY(const auto row, propose(command, input));
    return shown(command.db, row);
}

Result<CounterOfferView> accept(app::Command& command, const FindCounterOffer& input) {
    TRY(auto row, find_waiting(command, input.counter_offer, &CounterOfferRow::employer));
    const auto order = orders::find(command.db, row.order_id);
    ASSERT(order.has_value());
    TRY_DO(orders::first_come(*order));
    TRY(const auto share, shares::award(command, *order,
                                        {row.agency, row.seats, row.account, row.fee_fen}));
    row.status = CounterOfferStatus::accepted;
    row.share_id = share.id;
    TRY_DO(end(command, row));
    return shown(command.db, row);
}

Result<CounterOfferView> decline(app::Command& command, const DeclineCounterOffer& input) {
    TRY(auto row, find_waiting(command, input.counter_offer, &CounterOfferRow::employer));
    row.status = CounterOfferStatus::declined;
    row.reason = input.reason.text;
    TRY_DO(end(command, row));
    return shown(command.db, row);
}

Result<CounterOfferView> withdraw(app::Command& command, const FindCounterOffer& input) {
    TRY(auto row, find_waiting(command, input.counter_offer, &CounterOfferRow::agency));
    row.status = CounterOfferStatus::withdrawn;
    TRY_DO(end(command, row));
    return shown(command.db, row);
}

Result<std::vector<CounterOfferView>> list_of_order(app::Query& query,
                                                    const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto only = orders::only_known(query.caller, order);
    std::vector<CounterOfferView> all;
    for (const auto& row : query.db.all<CounterOfferRow>(
             sql::counter_offers_of_order, store::arguments("order", order.id, "agency", only)))
        all.push_back(shown(query.db, row));
    return all;
}

Result<app::Page<CounterOfferView>> list_own(app::Query& query, const ListCounterOffers& input) {
    const int limit = app::limit_of(input.limit);
    const auto& statement =
        query.caller.role == app::Role::agency ? sql::made_by : sql::received_by;
    const auto rows = query.db.all<CounterOfferRow>(
        statement, store::arguments("organisation", query.caller.organisation, "status",
                                    input.status, "cursor", input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return shown(query.db, row);
    });
}

}  // namespace jianghui::counter_offers
