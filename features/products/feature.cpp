#include "engine/app/feature.hpp"

#include "features/products/endpoints.hpp"
#include "features/products/errors.hpp"
#include "features/products/events.hpp"

namespace jianghui::products {

app::Feature feature() {
    using app::Role;
    const app::Roles agency{Role::agency};
    const app::Roles employer{Role::employer};
    const app::Roles sides{Role::employer, Role::agency};
    app::Feature feature;
    feature.name = "products";
    feature.routes = {
        app::query("GET /products", app::anybody, "products.list",
                   {"服务产品目录", "Catalogue of products"}, list_all),
        app::query("GET /product-comparisons", app::anybody, "products.read",
                   {"并排比较服务产品", "Compare products side by side"}, compare),
        app::query("GET /products/{product}", app::anybody, "products.read",
                   {"查看服务产品", "Show a product"}, show),
        app::command("POST /products", agency, "products.manage",
                     {"拟订服务产品", "Draft a product"}, draft),
        app::command("PATCH /products/{product}", agency, "products.manage",
                     {"修改服务产品", "Change a product"}, change),
        app::command("POST /products/{product}/publish", agency, "products.manage",
                     {"发布服务产品", "Publish a product"}, publish)
            .changes(),
        app::command("POST /products/{product}/withdraw", agency, "products.manage",
                     {"下架服务产品", "Withdraw a product"}, withdraw)
            .changes(),
        app::command("POST /products/{product}/bookings", employer, "products.book",
                     {"订购服务产品", "Book a product"}, book)
            .needs_key(),
        app::query("GET /bookings", sides, "products.bookings", {"订购列表", "List bookings"},
                   list_bookings),
        app::query("GET /bookings/{booking}", sides, "products.bookings",
                   {"查看订购", "Show a booking"}, show_booking),
        app::command("POST /bookings/{booking}/accept", agency, "products.answer",
                     {"接受订购", "Accept a booking"}, accept_booking)
            .changes(),
        app::command("POST /bookings/{booking}/decline", agency, "products.answer",
                     {"谢绝订购", "Decline a booking"}, decline_booking)
            .changes(),
        app::command("POST /bookings/{booking}/withdraw", employer, "products.book",
                     {"撤回订购", "Withdraw a booking"}, withdraw_booking)
            .changes(),
    };
    feature.inbox = inbox_sources();
    feature.jobs = {{"products.lapse", std::chrono::minutes(1), lapse_due}};
    feature.errors = {&product_status_conflict, &product_changed, &product_not_there,
                      &product_quantity,        &product_price,   &product_incomplete,
                      &buyer_not_verified,      &booking_over,    &compare_count};
    feature.events = {&product_drafted,   &product_changed_event, &product_published,
                      &product_withdrawn, &booking_asked,         &booking_accepted,
                      &booking_declined,  &booking_lapsed,        &booking_withdrawn};
    return feature;
}

}  // namespace jianghui::products
