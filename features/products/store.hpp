#pragma once
// Typed calls of queries.sql.

#include "engine/store/store.hpp"
#include "features/products/model.hpp"

namespace jianghui::products {

/// Writes a product with its places.
void insert(store::Transaction& transaction, const ProductRow& product);
/// Whether nobody was faster since `before` was read; rewrites the places.
[[nodiscard]] bool update(store::Transaction& transaction, const ProductRow& before,
                          const ProductRow& after);
[[nodiscard]] std::optional<ProductRow> find_product(const store::Reader& reader,
                                                     ProductId product);
void insert(store::Transaction& transaction, const BookingRow& booking);
/// Whether it waited until now.
[[nodiscard]] bool end(store::Transaction& transaction, const BookingRow& booking);
[[nodiscard]] std::optional<BookingRow> find_booking(const store::Reader& reader,
                                                     BookingId booking);

}  // namespace jianghui::products
