#pragma once
// Filters that a caller may leave out, "(:status IS NULL OR status = :status)": SQLite looks through the whole table for such a
// condition even when an index has what is asked for, because it plans before it knows the argument.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jianghui::store {

/// The parameters of a statement's optional filters, each once, in the order of the text.
[[nodiscard]] std::vector<std::string_view> optional_filters(std::string_view sql);

/// The same statement for arguments of which it is known which are given (not NULL): a filter whose argument is given is its condition alone,
/// one whose argument is not is TRUE. Means exactly what `sql` means with such arguments.
[[nodiscard]] std::string with_filters(std::string_view sql, const std::function<bool(std::string_view)>& is_given);

}  // namespace jianghui::store
