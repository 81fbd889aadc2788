#include "features/products/store.hpp"

#include "features/products/queries.hpp"

namespace jianghui::products {
namespace {

void insert_places(store::Transaction& transaction, const ProductRow& product) {
    for (const auto& place : product.places)
        transaction.execute(sql::insert_place, store::arguments("city", product.city, "product",
                                                                product.id, "place", place));
}

}  // namespace

void insert(store::Transaction& transaction, const ProductRow& product) {
    transaction.execute(sql::insert_product, store::members(product));
    insert_places(transaction, product);
}

bool update(store::Transaction& transaction, const ProductRow& before, const ProductRow& after) {
    if (transaction.execute(sql::update_product,
                            store::members_and(after, "read_status", before.status, "read_version",
                                               before.version)) != 1)
        return false;
    if (before.places != after.places) {
        transaction.execute(sql::clear_places, store::arguments("product", after.id));
        insert_places(transaction, after);
    }
    return true;
}

std::optional<ProductRow> find_product(const store::Reader& reader, ProductId product) {
    return reader.one<ProductRow>(sql::find_product, store::arguments("product", product));
}

void insert(store::Transaction& transaction, const BookingRow& booking) {
    transaction.execute(sql::insert_booking, store::members(booking));
}

bool end(store::Transaction& transaction, const BookingRow& booking) {
    return transaction.execute(sql::end_booking, store::members(booking)) == 1;
}

std::optional<BookingRow> find_booking(const store::Reader& reader, BookingId booking) {
    return reader.one<BookingRow>(sql::find_booking, store::arguments("booking", booking));
}

}  // namespace jianghui::products
