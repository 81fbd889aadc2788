#include "features/products/view.hpp"

#include "features/codes/api.hpp"
#include "features/products/rules.hpp"

namespace jianghui::products {

engagements::Need need_of_kind(const app::Services& services, std::string_view kind) {
    const auto* item = services.get<codes::Tables>().find_item("service_kinds", kind);
    return need_of(kind, item ? std::string_view(item->value) : std::string_view());
}

ProductView view(const store::Reader& reader, const app::Services& services, Instant now,
                 const ProductRow& product) {
    ProductView view;
    view.id = product.id;
    if (auto agency = organisations::find_reference(reader, product.agency))
        view.agency = std::move(*agency);
    view.rating = engagements::rating_of(reader, product.agency, now);
    view.kind = product.kind;
    const auto need = need_of_kind(services, product.kind);
    view.needs = need.credential;
    view.title = product.title;
    view.description = product.description;
    view.price_fen = product.price_fen;
    view.unit = product.unit;
    view.quantity_max = product.quantity_max;
    view.days = product.days;
    view.terms = product.terms;
    view.steps = product.steps;
    view.places = product.places;
    view.status = product.status;
    view.version = product.version;
    const auto may = engagements::may_provide(reader, product.agency, need, date_of(now));
    view.bookable = product.status == ProductStatus::published && may.has_value();
    if (!may) view.refusal = Refusal{may.error().code, may.error().message};
    view.published_at = product.published_at;
    view.changed_at = product.changed_at;
    return view;
}

BookingView view(const store::Reader& reader, const BookingRow& booking) {
    BookingView view;
    view.id = booking.id;
    view.product = booking.product_id;
    view.product_version = booking.product_version;
    if (auto agency = organisations::find_reference(reader, booking.agency))
        view.agency = std::move(*agency);
    if (auto employer = organisations::find_reference(reader, booking.employer))
        view.employer = std::move(*employer);
    view.place = booking.place;
    view.kind = booking.kind;
    view.title = booking.title;
    view.price_fen = booking.price_fen;
    view.unit = booking.unit;
    view.quantity = booking.quantity;
    view.total_fen = booking.total_fen;
    view.terms = booking.terms;
    view.steps = booking.steps;
    view.wishes = booking.wishes;
    view.status = booking.status;
    view.reason = booking.reason;
    view.answer_until_at = booking.answer_until_at;
    view.engagement = booking.engagement_id;
    view.created_at = booking.created_at;
    return view;
}

}  // namespace jianghui::products
