// What moves an order: the functions of api.hpp that change it.

#include <utility>

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/orders/check.hpp"
#include "features/orders/events.hpp"
#include "features/orders/queries.hpp"
#include "features/orders/store.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::orders {
namespace {

OrderDefaults defaults_at(const app::Command& command) {
    return defaults_on(command.services, date_of(command.now));
}

app::Command::About about(const OrderRow& order) {
    return {order.city, "order", order.id.number, order.employer, {}, {}};
}

const journal::EventKind& event_of(Act act, OrderStatus to) {
    switch (act) {
        case Act::publish_review: return order_submitted;
        case Act::send_back: return order_returned;
        case Act::resume: return order_resumed;
        default: break;
    }
    switch (to) {
        case OrderStatus::running: return order_running;
        case OrderStatus::closed: return order_closed;
        case OrderStatus::expired: return order_expired;
        case OrderStatus::cancelled: return order_cancelled;
        case OrderStatus::suspended: return order_suspended;
        default: return order_opened;
    }
}

/// What order.opened and order.resumed say: where the order stands and what it asks for, so that
/// whoever counts needs the journal alone.
struct OrderOpened {
    OrderStatus from = OrderStatus::draft;
    OrderStatus to = OrderStatus::open;
    int remaining = 0;
    OrderKind kind = OrderKind::recruit;
    PlaceCode place;
    OccupationCode occupation;
    std::optional<IndustryCode> industry;  ///< the employer's
    int headcount = 0;
};
BOOST_DESCRIBE_STRUCT(OrderOpened, (),
                      (from, to, remaining, kind, place, occupation, industry, headcount))

OrderOpened opened_as(const store::Reader& reader, const OrderRow& order, OrderStatus to) {
    const auto employer = organisations::find(reader, order.employer);
    return {order.status,     to,
            order.remaining,  order.kind,
            order.place,      order.occupation,
            employer ? employer->industry : std::nullopt, order.headcount};
}

/// Whether its seats can be taken no more.
bool is_over(OrderStatus status) {
    return status == OrderStatus::running || status == OrderStatus::closed ||
           status == OrderStatus::expired || status == OrderStatus::cancelled;
}

}  // namespace

Result<OrderRow> move(app::Command& command, const OrderRow& order, Act act,
                      std::string_view reason_code) {
    TRY(const OrderStatus to, next_status(order, act, command.now));
    if (!move_status(command.db, order.id, order.status, to, reason_code, command.now))
        return refuse(order_status_conflict);
    OrderRow moved = order;
    moved.status = to;
    moved.status_reason = reason_code;
    if (const auto& event = event_of(act, to); &event == &order_opened || &event == &order_resumed)
        command.record(event, about(order), opened_as(command.db, order, to));
    else
        command.record(event, about(order), StatusChange{order.status, to, order.remaining});
    if (act == Act::publish_clean || act == Act::approve) {
        const auto& rules = command.services.get<Modes>().rules;
        if (const auto mode = rules.find(moved.mode); mode != rules.end() && mode->second.opened)
            TRY_DO(mode->second.opened(command, moved));
    }
    const auto& waiting = command.services.get<Waiting>();
    if (is_over(to) && waiting.over) waiting.over(command, moved);
    if (act == Act::resume && to == OrderStatus::open && waiting.seats_free)
        moved.remaining = waiting.seats_free(command, moved, {});
    if (moved.remaining == 0 && to == OrderStatus::open) moved.status = OrderStatus::filled;
    return moved;
}

Result<OrderRow> open_to_all(app::Command& command, const OrderRow& order) {
    if (order.mode == GrabMode::race || order.open_to_all) return refuse(other_mode);
    if (order.status != OrderStatus::open && order.status != OrderStatus::filled)
        return refuse(order_status_conflict);
    const auto& rules = command.services.get<Modes>().rules;
    if (const auto mode = rules.find(order.mode); mode != rules.end() && mode->second.is_over)
        TRY_DO(mode->second.is_over(command.db, order));
    if (command.db.execute(sql::open_to_all,
                           store::arguments("order", order.id, "now", command.now)) != 1)
        return refuse(order_status_conflict);
    OrderRow opened = order;
    opened.open_to_all = true;
    command.record(order_opened_to_all, about(order),
                   RemainingChange{order.id, order.remaining, order.status});
    return opened;
}

Result<Done> leave_to_race(app::Command& command, const OrderRow& order) {
    if (order.leftover == Leftover::race)
        TRY_DO(open_to_all(command, *find(command.db, order.id)));
    return Done{};
}

Taking taking(const app::Command& command, const OrderRow& order, int seats) {
    const bool last = seats == order.remaining;
    const int remaining = order.remaining - seats;
    return {last ? &sql::take_last_seats : &sql::take_some_seats,
            store::arguments("order", order.id, "city", order.city, "version", order.version, "seats",
                             seats, "now", command.now),
            command.event(order_remaining, about(order),
                          RemainingChange{order.id, remaining,
                                          last ? OrderStatus::filled : OrderStatus::open})};
}

Result<int> take_seats(app::Command& command, const OrderRow& order, int seats) {
    const auto take = taking(command, order, seats);
    if (command.db.execute(*take.statement, take.row) != 1)
        return refuse(not_enough_seats);  // Another process was faster.
    journal::append(command.db, take.event);
    return order.remaining - seats;
}

int return_seats(app::Command& command, OrderId id, int seats, OrganisationId from) {
    ASSERT(seats > 0);
    auto order = find(command.db, id);
    ASSERT(order.has_value());
    order->remaining += seats;
    const auto status = next_status(*order, Act::seats_changed, command.now);
    ASSERT(status.has_value());
    command.db.execute(sql::return_seats,
                       store::arguments("order", id, "city", order->city, "seats", seats, "status",
                                        *status, "now", command.now));
    command.record(order_remaining, about(*order),
                   RemainingChange{id, order->remaining, *status});
    const auto before = std::exchange(order->status, *status);
    const auto& waiting = command.services.get<Waiting>();
    // Its validity had ended and no clock had said so yet.
    if (is_over(order->status) && !is_over(before) && waiting.over) waiting.over(command, *order);
    if (order->status != OrderStatus::open || !waiting.seats_free) return order->remaining;
    return waiting.seats_free(command, *order, from);
}

Result<OrderRow> create_draft(app::Command& command, OrganisationId employer,
                              const CreateOrder& wanted) {
    OrderRow order = new_draft(wanted, defaults_at(command));
    TRY_DO(check_codes(command.services, order));
    TRY_DO(consistent(order));
    TRY_DO(check_terms(command.services, order));
    order.id = command.next_id<OrderId>();
    order.employer = employer;
    order.created_by = command.caller.account;
    order.created_at = command.now;
    order.changed_at = command.now;
    insert(command.db, order);
    command.record(order_drafted, about(order),
                   StatusChange{OrderStatus::draft, OrderStatus::draft, order.remaining});
    return order;
}

Result<OrderRow> publish_draft(app::Command& command, const OrderRow& draft) {
    if (draft.status != OrderStatus::draft) return refuse(order_not_editable);
    TRY(OrderRow order, with_validity(draft, defaults_at(command), command.now));
    if (order.mode == GrabMode::draw || order.mode == GrabMode::quote)
        TRY_DO(application_window(order, command.now));
    TRY_DO(check_terms(command.services, order));
    const auto checked = check(command.db, command.services, order, date_of(command.now));
    TRY(const bool review, must_be_reviewed(checked));
    order.published_at = command.now;
    order.changed_at = command.now;
    update(command.db, order);
    replace_findings(command.db, order, checked);
    for (const auto& step : command.services.get<AtPublication>().steps)
        TRY_DO(step(command, order));
    return move(command, order, review ? Act::publish_review : Act::publish_clean);
}

namespace {

/// Which members these are is known when it is compiled.
void copy_members_of_the_same_name(const OrderRow& order, OrderView& shown) {
    boost::mp11::mp_for_each<codec::Members<OrderRow>>([&](auto from) {
        boost::mp11::mp_for_each<codec::Members<OrderView>>([&](auto to) {
            constexpr bool same_name =
                std::string_view(decltype(from)::name) == decltype(to)::name;
            if constexpr (same_name &&
                          std::is_same_v<std::remove_cvref_t<decltype(order.*from.pointer)>,
                                         std::remove_cvref_t<decltype(shown.*to.pointer)>>)
                shown.*to.pointer = order.*from.pointer;
        });
    });
}

}  // namespace

OrderView view(const store::Reader& reader, const app::Services& services,
               const OrderRow& order) {
    const auto& tables = services.get<codes::Tables>();
    OrderView shown;
    copy_members_of_the_same_name(order, shown);
    if (auto employer = organisations::find_reference(reader, order.employer))
        shown.employer = std::move(*employer);
    if (const auto* place = tables.find_place(order.place)) shown.place_name = place->name;
    if (const auto* occupation = tables.find_occupation(order.occupation))
        shown.occupation_name = occupation->name;
    return shown;
}

bool may_see(const app::Caller& caller, const OrderRow& order) {
    if (order.status != OrderStatus::draft && order.status != OrderStatus::review) return true;
    if (caller.organisation && caller.organisation == order.employer) return true;
    return order.status == OrderStatus::review && caller.supervises(order.place);
}

}  // namespace jianghui::orders
