#pragma once
// One page out of rows that were read with one more than fits.

#include "engine/app/feature.hpp"

namespace jianghui::app {

/// How many a page has: what the parameter `limit` says, `otherwise` where it was not given.
template <std::int64_t Min, std::int64_t Max>
[[nodiscard]] int limit_of(const std::optional<Integer<Min, Max>>& wanted, int otherwise = 50) {
    return wanted ? static_cast<int>(wanted->value) : otherwise;
}

/// The first `limit` of `rows` as `view(row)` shows them; where there are more, the id of the last one
/// shown is the cursor of the next page. What is shown has an `id`.
template <class Rows, class View>
[[nodiscard]] auto page_of(const Rows& rows, std::size_t limit, View&& view) {
    Page<std::remove_cvref_t<decltype(view(*std::begin(rows)))>> page;
    for (const auto& row : rows) {
        if (page.items.size() == limit) {
            page.next = page.items.back().id.text();
            break;
        }
        page.items.push_back(view(row));
    }
    return page;
}

}  // namespace jianghui::app
