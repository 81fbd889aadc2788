#pragma once
// One page of rows as views; the rows were read with a limit of one more.

#include "features/lending/view.hpp"
#include "engine/app/feature.hpp"

namespace jianghui::lending {

template <class View, class Row>
[[nodiscard]] app::Page<View> page_of(const app::Query& query, const std::vector<Row>& rows,
                                      int limit) {
    app::Page<View> page;
    for (const auto& row : rows) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id.text();
            break;
        }
        page.items.push_back(view(query, row));
    }
    return page;
}

template <class Wanted>
[[nodiscard]] int limit_of(const Wanted& input) {
    return input.limit ? static_cast<int>(input.limit->value) : 50;
}

}  // namespace jianghui::lending
