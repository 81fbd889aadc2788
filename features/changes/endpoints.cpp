// What of changes can be read, and what waits.

#include "features/changes/endpoints.hpp"

#include "features/changes/queries.hpp"
#include "features/changes/rules.hpp"

namespace jianghui::changes {
AnswerView shown(const store::Reader& reader, const AnswerRow& row) {
    AnswerView view;
    view.id = row.id;
    view.order = row.order_id;
    view.version = row.version;
    view.from_version = row.from_version;
    view.share = row.share_id;
    view.status = row.status;
    view.reason = row.reason;
    view.answer_until_at = row.answer_until_at;
    view.given_back = row.given_back;
    view.created_at = row.created_at;
    if (auto agency = organisations::find_reference(reader, row.agency))
        view.agency = std::move(*agency);
    if (const auto share = shares::find(reader, row.share_id)) {
        view.seats = share->seats;
        view.staffed = share->staffed;
    }
    if (const auto order = orders::find(reader, row.order_id)) {
        const auto terms = [&](int version) {
            auto kept = orders::terms_of(orders::as_of(reader, *order, version));
            return kept;
        };
        view.changes = term_changes(terms(row.from_version), terms(row.version));
    }
    return view;
}

Result<std::vector<VersionView>> list_versions(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    std::vector<VersionView> versions;
    for (auto& row : orders::versions_of(query.db, order)) {
        VersionView view{row.version, row.made_at, std::move(row.terms), {}};
        if (!versions.empty()) view.changes = term_changes(versions.back().terms, view.terms);
        versions.push_back(std::move(view));
    }
    return versions;
}

Result<std::vector<AnswerView>> list_answers(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto only = orders::only_known(query.caller, order);
    std::vector<AnswerView> answers;
    for (const auto& row : query.db.all<AnswerRow>(
             sql::answers_of_order, store::arguments("order", order.id, "agency", only)))
        answers.push_back(shown(query.db, row));
    return answers;
}

namespace {

std::vector<app::Waiting> to_answer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<AnswerRow>(
             sql::asked_of_agency,
             store::arguments("agency", query.caller.organisation, "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        const auto share = shares::find(query.db, row.share_id);
        if (!order || !share || !shares::is_live(share->status)) continue;
        waiting.push_back({"change.answer",
                           {"订单条款有变更，请答复：" + order->title,
                            "The order's terms changed; please answer: " + order->title},
                           "order",
                           row.order_id.number,
                           row.answer_until_at,
                           row.created_at,
                           "/desk/orders/" + row.order_id.text() + "/changes"});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"changes.to_answer", {app::Role::agency}, to_answer}};
}

}  // namespace jianghui::changes
