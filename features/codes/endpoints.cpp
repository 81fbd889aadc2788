#include "features/codes/endpoints.hpp"

#include "features/codes/tables.hpp"

namespace jianghui::codes {
namespace {

constexpr std::int64_t limit_default = 200;

/// Whether a row is what was asked for: a part of the name, or the beginning of the code.
bool matches(std::string_view code, std::string_view name, const std::optional<String<1, 40>>& q) {
    return !q || code.rfind(q->text, 0) == 0 || name.find(q->text) != std::string_view::npos;
}

Result<app::Page<EntryView>> list_entries(const std::vector<Entry>& entries,
                                          const ListEntries& input,
                                          std::vector<std::string> nearest) {
    const std::string parent = input.parent ? input.parent->text : "";
    if (input.parent && std::none_of(entries.begin(), entries.end(),
                                     [&](const Entry& entry) { return entry.code == parent; }))
        return refuse(error(unknown_code).at("/parent").near(std::move(nearest)));
    const auto limit = static_cast<std::size_t>(
        input.limit ? input.limit->value : limit_default);
    app::Page<EntryView> page;
    for (const auto& [code, name, above] : entries) {
        if ((input.parent && above != parent) || !matches(code, name, input.q)) continue;
        if (page.items.size() == limit) break;
        page.items.push_back({code, name, above});
    }
    return page;
}

}  // namespace

Result<app::Page<PlaceView>> list_places(app::Query& query, const ListPlaces& input) {
    const auto& tables = query.services.get<Tables>();
    if (input.parent && tables.find_place(*input.parent) == nullptr)
        return refuse(
            error(unknown_code).at("/parent").near(tables.nearest_places(input.parent->text)));
    const auto limit = static_cast<std::size_t>(
        input.limit ? input.limit->value : limit_default);
    app::Page<PlaceView> page;
    for (const auto& place : tables.places()) {
        if (input.parent && place.parent != *input.parent) continue;
        if (!matches(place.code.text, place.name, input.q)) continue;
        if (page.items.size() == limit) break;
        PlaceView view{place.code.text, place.name, place.level, place.parent.text, {}, {}};
        if (place.lon != 0) view.lon = place.lon;
        if (place.lat != 0) view.lat = place.lat;
        page.items.push_back(std::move(view));
    }
    return page;
}

Result<app::Page<EntryView>> list_occupations(app::Query& query, const ListEntries& input) {
    const auto& tables = query.services.get<Tables>();
    return list_entries(tables.occupations(), input,
                        tables.nearest_occupations(input.parent ? input.parent->text : ""));
}

Result<app::Page<EntryView>> list_industries(app::Query& query, const ListEntries& input) {
    const auto& tables = query.services.get<Tables>();
    return list_entries(tables.industries(), input,
                        tables.nearest_industries(input.parent ? input.parent->text : ""));
}

Result<app::Page<TableView>> list_tables(app::Query& query, const app::Empty& /*input*/) {
    app::Page<TableView> page;
    for (const auto& [name, items] : query.services.get<Tables>().tables()) {
        TableView table{name, {}};
        for (const auto& [code, zh, en, value, mark] : items)
            table.items.push_back({code, zh, en, value, mark});
        page.items.push_back(std::move(table));
    }
    return page;
}

}  // namespace jianghui::codes
