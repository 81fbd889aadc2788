// What of cancellations can be read, and what waits.

#include "features/cancellations/endpoints.hpp"

#include <fmt/format.h>

#include "engine/app/page.hpp"
#include "features/cancellations/queries.hpp"
#include "features/cancellations/terms.hpp"
#include "features/codes/api.hpp"

namespace jianghui::cancellations {
namespace {

struct FrozenTitle {
    std::optional<TermsSet> frozen;
};
BOOST_DESCRIBE_STRUCT(FrozenTitle, (), (frozen))

}  // namespace

ClaimView view(const store::Reader& reader, const ClaimRow& row) {
    ClaimView view;
    view.id = row.id;
    view.share = row.share_id;
    const auto order = orders::find(reader, row.order_id);
    if (order) {
        view.order = {order->id, order->title};
        const auto terms = reader.one<FrozenTitle>(
            sql::find_terms, store::arguments("city", order->city, "order", order->id));
        if (terms && terms->frozen) view.terms_title = terms->frozen->title;
    }
    const auto name_of = [&](OrganisationId organisation) {
        return organisations::find_reference(reader, organisation)
            .value_or(organisations::Reference{});
    };
    view.debtor = name_of(row.debtor);
    view.creditor = name_of(row.creditor);
    view.canceller = row.canceller;
    view.share_state = row.share_state;
    view.notice_hours = row.notice_hours;
    view.seats = row.seats;
    view.lines = row.lines;
    view.amount_fen = row.amount_fen;
    view.status = row.status;
    view.reference = row.reference;
    view.reason = row.reason;
    view.created_at = row.created_at;
    view.changed_at = row.changed_at;
    return view;
}

Result<TermsOffered> list_terms(app::Query& query, const app::Empty&) {
    const Date today = date_of(query.now);
    TermsOffered offered;
    offered.default_set = static_cast<int>(query.services.get<codes::Tables>().parameter_or(
        "cancellation_set_default", today, 1));
    offered.sets = query.services.get<Sets>().offered(today);
    return offered;
}

Result<OrderTermsView> show_terms(app::Query& query, const orders::FindOrder& input) {
    const auto order = orders::find(query.db, input.order);
    if (!order || !orders::may_see(query.caller, *order)) return refuse(not_found);
    return terms_of(query.db, query.services, *order, date_of(query.now));
}

Result<ClaimView> show_claim(app::Query& query, const FindClaim& input) {
    const auto row = query.db.one<ClaimRow>(sql::find_claim, store::arguments("claim", input.claim));
    if (!row) return refuse(not_found);
    const auto own = query.caller.organisation;
    const bool party = own && (own == row->debtor || own == row->creditor);
    if (!party && !query.caller.supervises(row->city)) return refuse(not_found);
    return view(query.db, *row);
}

Result<app::Page<ClaimView>> list_claims(app::Query& query, const ListClaims& input) {
    const int limit = app::limit_of(input.limit);
    std::optional<OrganisationId> own;
    std::optional<PlaceCode> city_from, city_to;
    if (query.caller.organisation) {
        own = query.caller.organisation;
    } else {
        std::tie(city_from, city_to) = codes_within(query.caller.place);
    }
    const auto rows = query.db.all<ClaimRow>(
        sql::list_claims, store::arguments("cursor", input.cursor, "order", input.order, "status",
                                           input.status, "own", own, "city_from", city_from,
                                           "city_to", city_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, row);
    });
}

namespace {

app::Waiting waiting_for(const app::Query& query, const ClaimRow& row, std::string kind, Text what) {
    const auto order = orders::find(query.db, row.order_id);
    const std::string title = order ? order->title : "";
    return {std::move(kind),
            {fmt::format("{}（{} 元）：{}", what.zh, yuan_text(row.amount_fen), title),
             fmt::format("{} ({} yuan): {}", what.en, yuan_text(row.amount_fen), title)},
            "cancellation_claim",
            row.id.number,
            {},
            row.changed_at,
            "/desk/cancellations/" + row.id.text()};
}

std::vector<app::Waiting> to_settle(const app::Query& query, int limit) {
    const auto arguments =
        store::arguments("organisation", query.caller.organisation, "limit", limit);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<ClaimRow>(sql::owed_by, arguments))
        waiting.push_back(waiting_for(query, row, "cancellation.pay",
                                      {"有取消费用应付，请支付或提出异议",
                                       "Due for cancelling: pay or dispute it"}));
    for (const auto& row : query.db.all<ClaimRow>(sql::owed_to, arguments))
        waiting.push_back(
            row.status == ClaimStatus::paid
                ? waiting_for(query, row, "cancellation.confirm",
                              {"对方称已付取消费用，请核对到账", "Said to be paid: confirm it"})
                : waiting_for(query, row, "cancellation.settle",
                              {"取消费用有异议，请协商后确认或免收",
                               "Disputed: settle it, then confirm or waive"}));
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"cancellations.to_settle", {app::Role::employer, app::Role::agency}, to_settle}};
}

}  // namespace jianghui::cancellations
