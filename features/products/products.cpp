// An agency's products: drafting, changing, publishing, withdrawing; the public catalogue.

#include "features/codes/api.hpp"
#include "engine/app/page.hpp"
#include "features/products/endpoints.hpp"
#include "features/products/events.hpp"
#include "features/products/queries.hpp"
#include "features/products/rules.hpp"
#include "features/products/store.hpp"
#include "features/products/view.hpp"

namespace jianghui::products {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const ProductRow& product) {
    command.record(kind, {product.city, "product", product.id.number, product.agency, {}, {}},
                   ProductFacts{product.kind, product.status, product.price_fen, product.unit,
                                product.version});
}

/// Whether the tables have every code. Fails with unknown_code, the nearest named.
Result<Done> codes_exist(const app::Services& services, const ProductDraft& input) {
    const auto& tables = services.get<codes::Tables>();
    if (!tables.find_item("service_kinds", input.kind.text))
        return refuse(error(unknown_code)
                          .at("/kind")
                          .near(tables.nearest_items("service_kinds", input.kind.text)));
    if (!tables.find_item("service_units", input.unit.text))
        return refuse(error(unknown_code)
                          .at("/unit")
                          .near(tables.nearest_items("service_units", input.unit.text)));
    for (std::size_t i = 0; i < input.places.size(); ++i)
        if (!tables.find_place(input.places[i]))
            return refuse(error(unknown_code)
                              .at("/places/" + std::to_string(i))
                              .near(tables.nearest_places(input.places[i].text)));
    return Done{};
}

/// The caller's own product. Fails with not_found.
Result<ProductRow> find_own(const app::Command& command, ProductId id) {
    auto product = find_product(command.db, id);
    if (!product || product->agency != command.caller.organisation) return refuse(not_found);
    return std::move(*product);
}

Result<ProductView> written(app::Command& command, const ProductRow& before, ProductRow after,
                            const journal::EventKind& kind) {
    after.changed_at = command.now;
    if (!update(command.db, before, after)) return refuse(product_status_conflict);
    record(command, kind, after);
    return view(command.db, command.services, command.now, after);
}

/// "%text%" in lower case with LIKE's own characters escaped by '!'.
std::string pattern_of(std::string_view text) {
    std::string pattern = "%";
    for (char c : half_width(text)) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return pattern + "%";
}

/// Where a product must be named to be found at a place.
store::Arguments place_arguments(const std::optional<PlaceCode>& place) {
    std::optional<PlaceCode> city, province, last;
    if (place) {
        city = city_of(*place);
        province = PlaceCode{place->text.substr(0, 2) + "0000"};
        last = codes_within(*place).second;
    }
    return store::arguments("place", place, "place_city", city, "place_province", province,
                            "place_last", last);
}

/// Whether the caller may see the product: the published and withdrawn are public.
bool may_see(const app::Caller& caller, const ProductRow& product) {
    return product.status != ProductStatus::draft || caller.organisation == product.agency;
}

}  // namespace

Result<ProductView> draft(app::Command& command, const ProductDraft& input) {
    TRY_DO(codes_exist(command.services, input));
    TRY_DO(consistent(input));
    const auto agency = organisations::find(command.db, command.caller.organisation);
    if (!agency) return refuse(not_found);
    ProductRow row;
    row.id = command.next_id<ProductId>();
    row.city = agency->city;
    row.agency = agency->id;
    apply(row, input);
    row.created_at = command.now;
    row.changed_at = command.now;
    insert(command.db, row);
    record(command, product_drafted, row);
    return view(command.db, command.services, command.now, row);
}

Result<ProductView> change(app::Command& command, const ChangeProduct& input) {
    TRY(const ProductRow before, find_own(command, input.product));
    TRY_DO(may_change(before));
    if (before.version != input.version) return refuse(product_changed);
    TRY_DO(codes_exist(command.services, input));
    TRY_DO(consistent(input));
    ProductRow after = before;
    apply(after, input);
    ++after.version;
    if (after.status == ProductStatus::published)
        TRY_DO(engagements::may_provide(command.db, after.agency,
                                        need_of_kind(command.services, after.kind),
                                        date_of(command.now)));
    return written(command, before, after, product_changed_event);
}

Result<ProductView> publish(app::Command& command, const FindProduct& input) {
    TRY(const ProductRow before, find_own(command, input.product));
    TRY_DO(may_publish(before));
    TRY_DO(engagements::may_provide(command.db, before.agency,
                                    need_of_kind(command.services, before.kind),
                                    date_of(command.now)));
    ProductRow after = before;
    after.status = ProductStatus::published;
    after.published_at = command.now;
    return written(command, before, after, product_published);
}

Result<ProductView> withdraw(app::Command& command, const FindProduct& input) {
    TRY(const ProductRow before, find_own(command, input.product));
    TRY_DO(may_withdraw(before));
    ProductRow after = before;
    after.status = ProductStatus::withdrawn;
    return written(command, before, after, product_withdrawn);
}

Result<ProductView> show(app::Query& query, const FindProduct& input) {
    const auto product = find_product(query.db, input.product);
    if (!product || !may_see(query.caller, *product)) return refuse(not_found);
    return view(query.db, query.services, query.now, *product);
}

Result<std::vector<ProductView>> compare(app::Query& query, const CompareProducts& input) {
    TRY(const auto ids, read_ids(input.ids.text));
    std::vector<ProductView> views;
    for (const auto id : ids) {
        const auto product = find_product(query.db, id);
        if (!product || !may_see(query.caller, *product)) return refuse(not_found);
        views.push_back(view(query.db, query.services, query.now, *product));
    }
    return views;
}

Result<app::Page<ProductView>> list_all(app::Query& query, const ListProducts& input) {
    const bool mine = input.mine.value_or(false);
    if (mine && !query.caller.organisation) return refuse(not_allowed);
    const int limit = app::limit_of(input.limit, 30);
    const std::int64_t offset = input.cursor ? input.cursor->value : 0;
    const std::optional<ProductStatus> on_sale = ProductStatus::published;
    const std::optional<OrganisationId> own = query.caller.organisation;
    std::optional<std::string> pattern;
    if (input.q) pattern = pattern_of(input.q->text);
    auto arguments = store::arguments(
        "status", mine ? input.status : on_sale, "agency", mine ? own : input.agency, "kind",
        input.kind, "unit", input.unit, "price_from", input.price_from, "price_to", input.price_to,
        "pattern", pattern, "sort", input.sort.value_or(Sorting::newest), "limit", limit + 1,
        "offset", offset);
    for (auto& argument : place_arguments(input.place)) arguments.push_back(std::move(argument));
    app::Page<ProductView> page;
    for (const auto& row : query.db.all<ProductRow>(sql::list_products, arguments)) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = std::to_string(offset + limit);
            break;
        }
        page.items.push_back(view(query.db, query.services, query.now, row));
    }
    return page;
}

}  // namespace jianghui::products
