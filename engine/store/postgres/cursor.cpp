#include "engine/store/postgres/cursor.hpp"

#include <charconv>

namespace jianghui::store::postgres {
namespace {

constexpr Oid boolean_type = 16;

template <class Number>
Number number_of(std::string_view text, std::string_view column) {
    Number number{};
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        throw StoreFailure(StoreFailure::Cause::broken,
                           "column " + std::string(column) + " holds no such number");
    return number;
}

}  // namespace

std::int64_t RowsCursor::integer(int column) const {
    if (is_null(column)) return 0;
    if (PQftype(rows_, column) == boolean_type) return text(column) == "t" ? 1 : 0;
    return number_of<std::int64_t>(text(column), name(column));
}

double RowsCursor::real(int column) const {
    return is_null(column) ? 0 : number_of<double>(text(column), name(column));
}

}  // namespace jianghui::store::postgres
