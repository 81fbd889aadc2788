#include "features/products/rules.hpp"

#include <algorithm>

#include "engine/matching/facts.hpp"

namespace jianghui::products {
namespace {

/// The most that a booking may come to: what amounts at the edge may be.
constexpr std::int64_t total_max = 10'000'000'000'000;

tl::unexpected<Error> conflict(const ProductRow& product) {
    return refuse(error(product_status_conflict)
                      .with("status", std::string(codec::enum_text(product.status))));
}

}  // namespace

Result<Done> consistent(const ProductDraft& draft) {
    if (draft.price_fen.value <= 0 || draft.price_fen.value > total_max / draft.quantity_max.value)
        return refuse(error(product_price).at("/price_fen"));
    if (draft.terms.empty()) return refuse(error(product_incomplete).at("/terms"));
    if (draft.places.empty()) return refuse(error(product_incomplete).at("/places"));
    if (draft.steps.empty()) return refuse(error(product_incomplete).at("/steps"));
    return engagements::whole(draft.steps);
}

void apply(ProductRow& row, const ProductDraft& draft) {
    row.kind = draft.kind;
    row.title = draft.title;
    row.description = draft.description;
    row.price_fen = draft.price_fen;
    row.unit = draft.unit;
    row.quantity_max = static_cast<int>(draft.quantity_max.value);
    row.days = static_cast<int>(draft.steps.back().days.value);
    row.terms = draft.terms;
    row.steps = draft.steps;
    row.places = draft.places;
    std::sort(row.places.begin(), row.places.end());
    row.places.erase(std::unique(row.places.begin(), row.places.end()), row.places.end());
}

Result<Done> may_publish(const ProductRow& product) {
    if (product.status == ProductStatus::published) return conflict(product);
    return Done{};
}

Result<Done> may_change(const ProductRow& product) {
    if (product.status == ProductStatus::withdrawn) return conflict(product);
    return Done{};
}

Result<Done> may_withdraw(const ProductRow& product) {
    if (product.status != ProductStatus::published) return conflict(product);
    return Done{};
}

bool serves(const PlaceList& places, const PlaceCode& place) {
    return std::any_of(places.begin(), places.end(),
                       [&](const PlaceCode& named) { return within(place, named); });
}

Result<Done> may_book(const ProductRow& product, const BookProduct& wanted) {
    if (product.status != ProductStatus::published) return conflict(product);
    if (product.version != wanted.version)
        return refuse(error(product_changed).with("version", std::to_string(product.version)));
    if (!serves(product.places, wanted.place)) return refuse(error(product_not_there).at("/place"));
    if (wanted.quantity > product.quantity_max)
        return refuse(error(product_quantity)
                          .at("/quantity")
                          .with("quantity_max", std::to_string(product.quantity_max)));
    return Done{};
}

Result<Done> may_answer(const BookingRow& booking, Instant now) {
    if (booking.status != BookingStatus::asked || now >= booking.answer_until_at)
        return refuse(
            error(booking_over).with("status", std::string(codec::enum_text(booking.status))));
    return Done{};
}

Result<std::vector<ProductId>> read_ids(std::string_view text) {
    std::vector<ProductId> ids;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto id = ProductId::parse(text.substr(0, comma));
        if (!id) return refuse(error(compare_count).at("ids"));
        if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    if (ids.empty() || ids.size() > 4) return refuse(error(compare_count).at("ids"));
    return ids;
}

engagements::Need need_of(std::string_view kind, std::string_view credential) {
    return {codec::parse_enum<organisations::CredentialKind>(credential)
                .value_or(organisations::CredentialKind::licence),
            matching::parse_order_kind(kind)};
}

}  // namespace jianghui::products
