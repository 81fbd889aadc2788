// What everybody reads of procurements, and what waits for officials and evaluators.

#include "features/procurement/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/procurement/lifecycle.hpp"
#include "features/procurement/queries.hpp"
#include "features/procurement/rules.hpp"
#include "features/procurement/store.hpp"
#include "features/procurement/view.hpp"

namespace jianghui::procurement {
namespace {

/// A span of place codes, or none.
struct Span {
    std::optional<PlaceCode> from;
    std::optional<PlaceCode> to;
};
Span span_of(const std::optional<PlaceCode>& place) {
    if (!place || !*place) return {};
    const auto [from, to] = codes_within(*place);
    return {from, to};
}

/// Which are the caller's own.
store::Arguments own_arguments(const app::Caller& caller, bool mine) {
    Span span;
    std::optional<OrganisationId> agency;
    if (mine && caller.is(app::Role::agency)) agency = caller.organisation;
    if (mine && caller.in_office())
        span = span_of(caller.place);
    return store::arguments("own_from", span.from, "own_to", span.to, "agency", agency, "account",
                            caller.account);
}

}  // namespace

Result<ProcurementView> show(app::Query& query, const FindProcurement& input) {
    const auto row = find_procurement(query.db, input.procurement);
    if (!row) return refuse(not_found);
    return view(query.db, query.services, query.caller, query.now, *row);
}

Result<app::Page<ProcurementView>> list_all(app::Query& query, const ListProcurements& input) {
    const int limit = app::limit_of(input.limit, 30);
    const Span place = span_of(input.place);
    auto arguments = own_arguments(query.caller, input.mine.value_or(false));
    for (auto& argument :
         store::arguments("cursor", input.cursor, "status", input.status, "place_from", place.from,
                          "place_to", place.to, "limit", limit + 1))
        arguments.push_back(std::move(argument));
    const auto rows = query.db.all<ProcurementRow>(sql::list_procurements, arguments);
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, query.now, row);
    });
}

namespace {

struct WaitingProcurement {
    ProcurementId id;
    std::string title;
    Instant since;
};
BOOST_DESCRIBE_STRUCT(WaitingProcurement, (), (id, title, since))

std::vector<app::Waiting> waiting(const app::Query& query, const store::Statement& statement,
                                  const store::Arguments& arguments, const std::string& kind,
                                  const Text& what) {
    std::vector<app::Waiting> items;
    for (const auto& row : query.db.all<WaitingProcurement>(statement, arguments))
        items.push_back({kind,
                         {what.zh + "：" + row.title, what.en + ": " + row.title},
                         "procurement",
                         row.id.number,
                         std::nullopt,
                         row.since,
                         "/desk/procurements/" + row.id.text()});
    return items;
}

std::vector<app::Waiting> to_evaluate(const app::Query& query, int limit) {
    return waiting(query, sql::to_evaluate,
                   store::arguments("account", query.caller.account, "limit", limit),
                   "procurement.score", {"请独立评审打分", "Please score the bids"});
}

std::vector<app::Waiting> to_name(const app::Query& query, int limit) {
    const Span span = span_of(query.caller.place);
    return waiting(
        query, sql::to_name,
        store::arguments("place_from", span.from, "place_to", span.to, "limit", limit,
                         "evaluators_min", limits_of(query.services, query.now).evaluators_min),
        "procurement.name", {"评审人员不足，请补充", "Name further evaluators"});
}

std::vector<app::Waiting> to_answer(const app::Query& query, int limit) {
    const Span span = span_of(query.caller.place);
    return waiting(query, sql::to_answer,
                   store::arguments("place_from", span.from, "place_to", span.to, "limit", limit),
                   "procurement.answer", {"采购结果有异议待答复", "An objection to answer"});
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"procurement.evaluate", {Role::official, Role::inspector}, to_evaluate},
            {"procurement.name", {Role::official}, to_name},
            {"procurement.answer", {Role::official}, to_answer}};
}

}  // namespace jianghui::procurement
