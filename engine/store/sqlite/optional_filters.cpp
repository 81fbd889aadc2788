#include "engine/store/sqlite/optional_filters.hpp"

#include <algorithm>
#include <optional>

namespace jianghui::store {
namespace {

constexpr std::string_view middle = " IS NULL OR ";

bool names(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_'; }

/// Where the text in quotes that begins at `at` ends: the place of its last quote, or the text's end.
std::size_t end_of_quotes(std::string_view sql, std::size_t at) { return std::min(sql.find(sql[at], at + 1), sql.size()); }

/// The place of the bracket that closes the one at `at`; npos where none does.
std::size_t closing(std::string_view sql, std::size_t at) {
    int depth = 0;
    for (; at < sql.size(); ++at) {
        if (sql[at] == '\'' || sql[at] == '"') at = end_of_quotes(sql, at);
        else if (sql[at] == '(') ++depth;
        else if (sql[at] == ')' && --depth == 0) return at;
    }
    return std::string_view::npos;
}

struct Filter {
    std::string_view name;
    std::size_t condition;  ///< where it begins
    std::size_t end;        ///< the place of the bracket behind it
};

/// The optional filter whose bracket opens at `at`, if one does.
std::optional<Filter> filter_at(std::string_view sql, std::size_t at) {
    if (sql.substr(at, 2) != "(:") return std::nullopt;
    auto after = at + 2;
    while (after < sql.size() && names(sql[after])) ++after;
    if (sql.substr(after, middle.size()) != middle) return std::nullopt;
    const auto end = closing(sql, at);
    if (end == std::string_view::npos) return std::nullopt;
    return Filter{sql.substr(at + 2, after - at - 2), after + middle.size(), end};
}

}  // namespace

std::vector<std::string_view> optional_filters(std::string_view sql) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] == '\'' || sql[at] == '"') at = end_of_quotes(sql, at);
        else if (const auto filter = filter_at(sql, at); filter && std::ranges::find(found, filter->name) == found.end())
            found.push_back(filter->name);
    }
    return found;
}

std::string with_filters(std::string_view sql, const std::function<bool(std::string_view)>& is_given) {
    std::string text;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] == '\'' || sql[at] == '"') {
            const auto end = end_of_quotes(sql, at);
            text += sql.substr(at, end - at + 1);
            at = end;
        } else if (const auto filter = filter_at(sql, at)) {
            text += '(';
            text += is_given(filter->name) ? with_filters(sql.substr(filter->condition, filter->end - filter->condition), is_given) : "TRUE";
            text += ')';
            at = filter->end;
        } else {
            text += sql[at];
        }
    }
    return text;
}

}  // namespace jianghui::store
