#include "features/orders/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/orders/board.hpp"
#include "features/orders/check.hpp"
#include "features/orders/events.hpp"
#include "features/orders/queries.hpp"
#include "features/orders/store.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::orders {
namespace {

/// The caller's own order, for what only its employer may do.
Result<OrderRow> find_own(const app::Command& command, OrderId order) {
    return orders::find_own(command.db, command.caller, order);
}

/// An order of the official's place.
Result<OrderRow> find_supervised(const app::Command& command, OrderId order) {
    TRY(OrderRow found, find_visible(command.db, command.caller, order));
    if (!command.caller.supervises(found.place)) return refuse(not_allowed);
    return found;
}

OrderView shown(const app::Command& command, const OrderRow& order) {
    OrderView result = view(command.db, command.services, order);
    result.findings = findings_of(command.db, order.id);
    return result;
}

Result<OrderView> moved(app::Command& command, const Result<OrderRow>& order, Act act,
                        std::string_view reason = {}) {
    if (!order) return refuse(order.error());
    TRY(const OrderRow result, move(command, *order, act, reason));
    return shown(command, result);
}

}  // namespace

Result<OrderView> create(app::Command& command, const CreateOrder& input) {
    TRY(const OrderRow order, create_draft(command, command.caller.organisation, input));
    return shown(command, order);
}

Result<OrderView> change(app::Command& command, const ChangeOrder& input) {
    TRY(const OrderRow order, find_own(command, input.order));
    TRY(OrderRow changed, change_draft(order, input));
    TRY_DO(check_codes(command.services, changed));
    TRY_DO(check_terms(command.services, changed));
    changed.changed_at = command.now;
    update(command.db, changed);
    command.record(order_edited,
                   {changed.city, "order", changed.id.number, changed.employer, {}, {}});
    return shown(command, changed);
}

Result<OrderView> publish(app::Command& command, const FindOrder& input) {
    TRY(const OrderRow draft, find_own(command, input.order));
    TRY(const OrderRow order, publish_draft(command, draft));
    return shown(command, order);
}

Result<OrderView> approve(app::Command& command, const FindOrder& input) {
    return moved(command, find_supervised(command, input.order), Act::approve);
}

Result<OrderView> send_back(app::Command& command, const OrderReason& input) {
    return moved(command, find_supervised(command, input.order), Act::send_back,
                 input.reason.text);
}

Result<OrderView> suspend(app::Command& command, const OrderReason& input) {
    return moved(command, find_supervised(command, input.order), Act::suspend, input.reason.text);
}

Result<OrderView> resume(app::Command& command, const FindOrder& input) {
    return moved(command, find_supervised(command, input.order), Act::resume);
}

Result<OrderView> close(app::Command& command, const FindOrder& input) {
    return moved(command, find_own(command, input.order), Act::close);
}

Result<OrderView> open_to_everybody(app::Command& command, const FindOrder& input) {
    TRY(const OrderRow order, find_own(command, input.order));
    TRY(const OrderRow opened, open_to_all(command, order));
    return shown(command, opened);
}

Result<http::Reply> show(const app::Services& services, const app::Caller& caller,
                         const http::Request& request, const FindOrder& input) {
    const auto page = services.get<Board>().find(services, input.order);
    if (!page || !may_see(caller, page->row)) return refuse(not_found);
    const OrderRow& order = page->row;
    const bool sees_all =
        caller.organisation == order.employer || caller.supervises(order.place);
    const PageText& text = sees_all ? page->full : page->open;
    http::Reply reply;
    reply.headers = {{"etag", text.etag},
                     {"cache-control", "private, no-cache"},
                     {"vary", "Authorization, Cookie"}};
    if (request.knows(text.etag)) {
        reply.status = 304;
    } else {
        reply.body = text.body;
    }
    return reply;
}

Result<app::Page<OrderView>> list_all(app::Query& query, const ListOrders& input) {
    const auto& tables = query.services.get<codes::Tables>();
    if (input.place && tables.find_place(*input.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(input.place->text)));
    if (input.occupation && tables.find_occupation(*input.occupation) == nullptr)
        return refuse(error(unknown_code)
                          .at("/occupation")
                          .near(tables.nearest_occupations(input.occupation->text)));
    ListOrders filter = input;
    if (input.mine.value_or(false)) {
        if (!query.caller.organisation) return refuse(not_allowed);
        filter.employer = query.caller.organisation;
    }
    Sight sight{query.caller.organisation, {}};
    if (query.caller.in_office())
        sight.official = query.caller.place;
    const int limit = app::limit_of(input.limit);
    const auto rows = list(query.db, filter, sight, limit);
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, row);
    });
}

Result<std::vector<FindingView>> check_now(app::Query& query, const FindOrder& input) {
    TRY(const OrderRow order, find_visible(query.db, query.caller, input.order));
    if (query.caller.organisation != order.employer && !query.caller.supervises(order.place))
        return refuse(not_allowed);
    const Date today = date_of(query.now);
    // A draft as publishing would open it; an impossible period is for the check to say.
    const auto dated = order.status == OrderStatus::draft
                           ? with_validity(order, defaults_on(query.services, today), query.now)
                           : Result<OrderRow>(order);
    return check(query.db, query.services, dated ? *dated : order, today);
}

Result<std::vector<HistoryItem>> history(app::Query& query, const FindOrder& input) {
    TRY(const OrderRow order, find_visible(query.db, query.caller, input.order));
    const auto own = query.caller.organisation;
    const bool office = query.caller.supervises(order.place);
    std::vector<HistoryItem> items;
    for (auto& event : journal::of_subject(query.db, order.id.number)) {
        // What passed between the employer and one agency is theirs, and their office's.
        const bool theirs = own && (event.organisation == own || event.counterpart == own);
        if (event.counterpart && !theirs && !office) continue;
        items.push_back({event.position, event.at, std::move(event.kind), std::move(event.data)});
    }
    return items;
}

namespace {

struct DueOrder {
    OrderId order;
};
BOOST_DESCRIBE_STRUCT(DueOrder, (), (order))

/// Applies an act to every due order; one that cannot move any more is skipped.
Result<bool> move_due(app::Command& command, const std::vector<DueOrder>& due, Act act) {
    bool moved_any = false;
    for (const auto& [id] : due) {
        const auto order = find(command.db, id);
        if (order && move(command, *order, act, "clock")) moved_any = true;
    }
    return moved_any && due.size() == 100;
}

}  // namespace

Result<bool> end_validity(app::Command& command) {
    return move_due(command,
                    command.db.all<DueOrder>(sql::due_validity,
                                             store::arguments("now", command.now)),
                    Act::validity_ended);
}

Result<bool> begin_work(app::Command& command) {
    return move_due(command,
                    command.db.all<DueOrder>(
                        sql::due_start, store::arguments("today", date_of(command.now))),
                    Act::work_begins);
}

}  // namespace jianghui::orders
