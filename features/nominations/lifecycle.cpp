// What makes, answers and ends a nomination.

#include "features/nominations/api.hpp"
#include "features/nominations/endpoints.hpp"
#include "features/nominations/events.hpp"
#include "features/nominations/queries.hpp"
#include "features/nominations/rules.hpp"
#include "features/shares/api.hpp"

namespace jianghui::nominations {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const NominationRow& row,
            int seats = 0) {
    command.record(kind,
                   {row.city, "order", row.order_id.number, row.agency, row.employer, {}},
                   NominationChange{row.order_id, row.status, seats});
}

/// Ends it, once; what it becomes is in `row`.
Result<Done> end(app::Command& command, NominationRow& row) {
    row.changed_at = command.now;
    if (command.db.execute(sql::end_nomination, store::members(row)) != 1)
        return refuse(nomination_over);
    return Done{};
}

std::optional<NominationRow> waiting(const store::Reader& reader, OrderId order) {
    return reader.one<NominationRow>(sql::waiting_nomination, store::arguments("order", order));
}

Result<OrganisationId> agency_of(const store::Reader& reader, const Nominate& wanted) {
    if (wanted.agency.has_value() == wanted.credit_code.has_value())
        return refuse(error(agency_not_said).at("/agency"));
    const auto found = wanted.agency
                           ? wanted.agency
                           : organisations::find_by_credit_code(reader, wanted.credit_code->text);
    const auto organisation = found ? organisations::find(reader, *found) : std::nullopt;
    if (!organisation || organisation->kind != organisations::OrganisationKind::agency)
        return refuse(error(agency_unknown).at(wanted.agency ? "/agency" : "/credit_code"));
    return organisation->id;
}

/// The caller's own nomination, still to be answered.
Result<NominationRow> find_asked(app::Command& command, NominationId id) {
    auto row = command.db.one<NominationRow>(sql::find_nomination,
                                             store::arguments("nomination", id));
    if (!row || row->agency != command.caller.organisation) return refuse(not_found);
    TRY_DO(may_answer(*row, command.now));
    return std::move(*row);
}

NominationView shown(const store::Reader& reader, const NominationRow& row) {
    NominationView view;
    view.id = row.id;
    view.order = row.order_id;
    if (auto employer = organisations::find_reference(reader, row.employer))
        view.employer = std::move(*employer);
    if (auto agency = organisations::find_reference(reader, row.agency))
        view.agency = std::move(*agency);
    view.status = row.status;
    view.reason = row.reason;
    view.answer_until_at = row.answer_until_at;
    view.share = row.share_id;
    view.created_at = row.created_at;
    return view;
}

}  // namespace

Result<NominationRow> nominate(app::Command& command, const Nominate& wanted) {
    TRY(const auto order, orders::find_own(command.db, command.caller, wanted.order));
    TRY_DO(may_name(order, waiting(command.db, order.id).has_value()));
    TRY(const OrganisationId agency, agency_of(command.db, wanted));
    NominationRow row;
    row.id = command.next_id<NominationId>();
    row.city = order.city;
    row.order_id = order.id;
    row.employer = order.employer;
    row.agency = agency;
    row.answer_until_at = answer_until(order, command.now);
    row.created_at = command.now;
    row.created_by = command.caller.account;
    row.changed_at = command.now;
    command.db.execute(sql::insert_nomination, store::members(row));
    record(command, nomination_asked, row);
    return row;
}

Result<Done> is_over(const store::Reader& reader, const orders::OrderRow& order) {
    if (waiting(reader, order.id)) return refuse(orders::mode_not_over);
    return Done{};
}

Result<NominationView> name_agency(app::Command& command, const Nominate& input) {
    TRY(const auto row, nominate(command, input));
    return shown(command.db, row);
}

Result<NominationView> take(app::Command& command, const Take& input) {
    TRY(NominationRow row, find_asked(command, input.nomination));
    const auto order = orders::find(command.db, row.order_id);
    ASSERT(order.has_value());
    TRY_DO(orders::is_version(*order, input.order_version));
    const int seats = static_cast<int>(input.seats.value);
    shares::Awarding awarding(command, *order);
    TRY(const auto share,
        awarding.decide({row.agency, seats, command.caller.account}, command.now));
    TRY_DO(awarding.write());
    row.status = NominationStatus::taken;
    row.share_id = share.id;
    TRY_DO(end(command, row));
    record(command, nomination_taken, row, seats);
    return shown(command.db, row);
}

Result<NominationView> decline(app::Command& command, const Decline& input) {
    TRY(NominationRow row, find_asked(command, input.nomination));
    row.status = NominationStatus::declined;
    row.reason = input.reason.text;
    TRY_DO(end(command, row));
    record(command, nomination_declined, row);
    return shown(command.db, row);
}

Result<std::vector<NominationView>> list_of_order(app::Query& query,
                                                  const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto only = orders::only_known(query.caller, order);
    std::vector<NominationView> shown_rows;
    for (const auto& row : query.db.all<NominationRow>(
             sql::nominations_of_order, store::arguments("order", order.id, "agency", only)))
        shown_rows.push_back(shown(query.db, row));
    return shown_rows;
}

Result<bool> lapse_due(app::Command& command) {
    auto due = command.db.all<NominationRow>(sql::due_nominations,
                                             store::arguments("now", command.now));
    for (auto& row : due) {
        const auto order = orders::find(command.db, row.order_id);
        const bool alive = order && order->status == orders::OrderStatus::open;
        row.status = alive ? NominationStatus::lapsed : NominationStatus::voided;
        TRY_DO(end(command, row));
        record(command, alive ? nomination_lapsed : nomination_voided, row);
    }
    return due.size() == 100;
}

namespace {

std::vector<app::Waiting> to_answer(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<NominationRow>(
             sql::asked_of_agency,
             store::arguments("agency", query.caller.organisation, "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        if (!order || order->status != orders::OrderStatus::open) continue;
        waiting.push_back({"nomination.answer",
                           {"指名贵机构，请答复：" + order->title,
                            "You are named; please answer: " + order->title},
                           "order",
                           row.order_id.number,
                           row.answer_until_at,
                           row.created_at,
                           "/desk/orders/" + row.order_id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"nominations.to_answer", {app::Role::agency}, to_answer}};
}

}  // namespace jianghui::nominations
