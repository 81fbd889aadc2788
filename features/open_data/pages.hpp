#pragma once
// All pages of a public query as one list.

#include "engine/app/feature.hpp"

namespace jianghui::open_data {

template <std::int64_t Min, std::int64_t Max>
void set_cursor(std::optional<Integer<Min, Max>>& cursor, const std::string& text) {
    cursor = Integer<Min, Max>{std::stoll(text)};
}
template <class Tag>
void set_cursor(std::optional<Id<Tag>>& cursor, const std::string& text) {
    cursor = Id<Tag>::parse(text);
}

/// Calls `each` for every item of every page. Fails as the query fails.
template <class Input, class View, class F>
Result<Done> each_of_all(app::Query& query, Result<app::Page<View>> (*ask)(app::Query&, const Input&),
                         Input input, F&& each) {
    for (;;) {
        TRY(auto page, ask(query, input));
        for (auto& item : page.items) each(item);
        if (!page.next) return Done{};
        set_cursor(input.cursor, *page.next);
    }
}

}  // namespace jianghui::open_data
