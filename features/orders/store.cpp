#include "features/orders/store.hpp"

#include "features/orders/api.hpp"
#include "features/orders/queries.hpp"

namespace jianghui::orders {
void insert(store::Transaction& transaction, const OrderRow& order) {
    transaction.execute(sql::insert_order, store::members(order));
}

void ask(store::Readings& readings, OrderId order, std::function<void(OrderRow&&)> found) {
    readings.each<OrderRow>(sql::find_order, store::arguments("order", order), std::move(found));
}

void ask_mode(store::Readings& readings, OrderId order, std::function<void(OrderMode&&)> found) {
    readings.each<OrderMode>(sql::find_mode, store::arguments("order", order), std::move(found));
}

void update(store::Transaction& transaction, const OrderRow& order) {
    transaction.execute(sql::update_order, store::members(order));
}

bool move_status(store::Transaction& transaction, OrderId order, OrderStatus from, OrderStatus to,
                 std::string_view reason, Instant now) {
    return transaction.execute(sql::move_order,
                               store::arguments("order", order, "from", from, "to", to, "reason",
                                                reason, "now", now)) == 1;
}

void replace_findings(store::Transaction& transaction, const OrderRow& order,
                      const std::vector<FindingView>& findings) {
    transaction.execute(sql::delete_findings, store::arguments("order", order.id));
    int position = 0;
    for (const auto& finding : findings)
        transaction.execute(sql::insert_finding,
                            store::members_and(finding, "city", order.city, "order", order.id,
                                               "position", position++));
}

std::vector<FindingView> findings_of(const store::Reader& reader, OrderId order) {
    return reader.all<FindingView>(sql::list_findings, store::arguments("order", order));
}

std::vector<OrderRow> list(const store::Reader& reader, const ListOrders& filter,
                           const Sight& sight, int limit) {
    std::optional<PlaceCode> place_from, place_to, official_from, official_to;
    std::optional<std::string> pattern;
    std::optional<std::string> occupation, occupation_from, occupation_to;
    if (filter.place) std::tie(place_from, place_to) = codes_within(*filter.place);
    if (sight.official) std::tie(official_from, official_to) = codes_within(sight.official);
    if (filter.occupation) {
        occupation = filter.occupation->text;
        occupation_from = *occupation + "-";
        occupation_to = *occupation + ".";  // '.' follows '-' in ASCII
    }
    if (filter.q) {
        pattern = "%";
        for (const char c : filter.q->text)
            if (c != '%' && c != '_') *pattern += c;
        *pattern += '%';
    }
    return reader.all<OrderRow>(
        sql::list_orders,
        store::arguments("cursor", filter.cursor, "status", filter.status, "kind", filter.kind,
                         "employer", filter.employer, "place_from", place_from, "place_to",
                         place_to, "occupation", occupation, "occupation_from", occupation_from,
                         "occupation_to", occupation_to, "starts_from_on", filter.starts_from_on,
                         "pattern", pattern, "own", sight.own, "official_from", official_from,
                         "official_to", official_to, "limit", limit + 1));
}

std::optional<OrderRow> find(const store::Reader& reader, OrderId order) {
    return reader.one<OrderRow>(sql::find_order, store::arguments("order", order));
}

std::vector<OrderRow> each_open(const store::Reader& reader) {
    return reader.all<OrderRow>(sql::each_open_order);
}

}  // namespace jianghui::orders
