// What is on the market now: open orders and services on sale. Codes and amounts alone: who asks and what is written about it stand on
// the order's own page, where they end with it.

#include "features/open_data/coverage.hpp"
#include "features/open_data/pages.hpp"
#include "features/open_data/sources.hpp"
#include "features/orders/api.hpp"
#include "features/products/api.hpp"

namespace jianghui::open_data {
namespace {

Cell date_cell(const std::optional<Date>& day) { return day ? Cell(date_text(*day)) : Cell(); }
Cell fen_cell(const std::optional<Fen>& amount) { return amount ? Cell(amount->value) : Cell(); }

std::vector<Column> order_columns() {
    const Text unsaid{"空：没有写明", "Empty: not said"};
    const Text people{"人", "people"};
    std::vector<Column> columns{
        column("order", {"订单编号", "Order"}, ColumnType::code, {},
               {"订单页面：/orders/编号，订单结束后不再公开", "Its page: /orders/ID, until the order is over"})};
    add_place_columns(columns);
    columns.push_back(column("kind", {"用工方式", "Kind"}, ColumnType::code));
    columns.push_back(column("occupation", {"职业代码", "Occupation"}, ColumnType::code));
    columns.push_back(column("occupation_name", {"职业", "Name of the occupation"}));
    columns.push_back(column("headcount", {"招用人数", "Seats"}, ColumnType::integer, people));
    columns.push_back(column("remaining", {"剩余席位", "Free seats"}, ColumnType::integer, people));
    columns.push_back(column("starts_on", {"开始日期", "From"}, ColumnType::date, {}, unsaid));
    columns.push_back(column("ends_on", {"结束日期", "To"}, ColumnType::date, {}, unsaid));
    columns.push_back(column("education", {"学历要求代码", "Education"}, ColumnType::code, {}, unsaid));
    columns.push_back(column("pay_unit", {"计酬单位", "Paid by"}, ColumnType::code, {}, unsaid));
    const Text fen{"分", "fen"};
    columns.push_back(column("pay_min_fen", {"报酬下限", "Pay from"}, ColumnType::integer, fen, unsaid));
    columns.push_back(column("pay_max_fen", {"报酬上限", "Pay to"}, ColumnType::integer, fen, unsaid));
    columns.push_back(column("mode", {"抢单方式", "Grab mode"}, ColumnType::code));
    columns.push_back(column("opens_at", {"开放时间", "Open from"}, ColumnType::instant));
    columns.push_back(column("closes_at", {"截止时间", "Open until"}, ColumnType::instant));
    return columns;
}

}  // namespace

Result<Content> open_orders(Anybody& anybody) {
    Content table;
    table.kind = "open-orders";
    table.position = journal::last_position(anybody.query.db);
    table.places = places_of(anybody.query.services.get<codes::Tables>(), {});
    table.columns = order_columns();
    orders::ListOrders wanted;
    wanted.status = orders::OrderStatus::open;
    wanted.limit = Integer<1, 200>{200};
    TRY_DO(each_of_all(anybody.query, orders::list_all, wanted, [&](const orders::OrderView& each) {
        table.rows.push_back({each.id.text(), text_cell(each.place.text), text_cell(each.place_name), code_cell(each.kind),
                              text_cell(each.occupation.text), text_cell(each.occupation_name), std::int64_t{each.headcount},
                              std::int64_t{each.remaining}, date_cell(each.starts_on), date_cell(each.ends_on),
                              text_cell(each.education.value_or("")), code_cell(each.pay_unit), fen_cell(each.pay_min_fen),
                              fen_cell(each.pay_max_fen), code_cell(each.mode), cell(each.opens_at), cell(each.closes_at)});
    }));
    return table;
}

Result<Content> service_products(Anybody& anybody) {
    Content table;
    table.kind = "service-products";
    table.position = journal::last_position(anybody.query.db);
    table.places = places_of(anybody.query.services.get<codes::Tables>(), {});
    table.columns = {
        column("product", {"产品编号", "Product"}, ColumnType::code, {}, {"产品页面：/products/编号", "Its page: /products/ID"}),
        column("kind", {"服务类别代码", "Kind"}, ColumnType::code),
        column("places", {"服务地区代码", "Places"}, ColumnType::code, {}, {"以空格分隔", "separated by spaces"}),
        column("price_fen", {"价格", "Price"}, ColumnType::integer, {"分", "fen"}),
        column("unit", {"计价单位代码", "Priced by"}, ColumnType::code),
        column("days", {"完成天数", "Days"}, ColumnType::integer, {"天", "days"}),
        column("published_at", {"发布时间", "Published at"}, ColumnType::instant)};
    products::ListProducts wanted;
    wanted.limit = Integer<1, 200>{200};
    TRY_DO(each_of_all(anybody.query, products::list_all, wanted, [&](const products::ProductView& each) {
        std::string places;
        for (const auto& place : each.places) places += (places.empty() ? "" : " ") + place.text;
        table.rows.push_back({each.id.text(), text_cell(each.kind), text_cell(places), each.price_fen.value, text_cell(each.unit),
                              std::int64_t{each.days}, cell(each.published_at)});
    }));
    return table;
}

}  // namespace jianghui::open_data
