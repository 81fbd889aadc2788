#include "features/codes/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/codes/tables.hpp"

namespace jianghui::codes {
namespace {

std::string mark_text(Mark mark) {
    return mark == Mark::found ? "F" : mark == Mark::recalled ? "K" : "P";
}

PlaceView view(const Place& place) {
    PlaceView shown{place.code, place.name, place.level, std::nullopt, place.lon, place.lat};
    if (place.parent) shown.parent = place.parent;
    return shown;
}

/// A district of a municipality is listed as a city and as a county (work contract: "both").
bool has_level(const Place& place, PlaceLevel level) {
    if (place.level == level) return true;
    return level == PlaceLevel::city && place.level == PlaceLevel::county && !place.statistical &&
           city_of(place.code) == place.code;
}

bool begins(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

/// What the name look-up finds for a text that is no part of any name ("宜宾翠屏").
std::vector<const Place*> resolved(const Tables& tables, std::string_view q) {
    const PlaceFound found = tables.resolve_place(q);
    if (found.place != nullptr) return {found.place};
    return found.ambiguous ? found.candidates : std::vector<const Place*>();
}

template <class View, class Code>
View view(const CodeTree& tree, const Entry& entry) {
    View shown{{entry.code}, entry.name, entry.level, std::nullopt, tree.path(entry)};
    if (!entry.parent.empty()) shown.parent = Code{entry.parent};
    return shown;
}

template <class View, class Code>
Result<app::Page<View>> list_entries(const CodeTree& tree, const ListEntries& input) {
    for (const auto& [code, path] :
         {std::pair(&input.parent, "/parent"), std::pair(&input.cursor, "/cursor")})
        if (*code && tree.find((*code)->text) == nullptr)
            return refuse(error(unknown_code).at(path).near(tree.nearest_codes((*code)->text)));
    const std::size_t limit = app::limit_of(input.limit);
    app::Page<View> page;
    for (const auto& entry : tree.entries()) {
        if (input.cursor && entry.code <= input.cursor->text) continue;
        if (input.parent && entry.parent != input.parent->text) continue;
        // Without a question the list is one level of the tree: the top, or the parent's children.
        if (!input.parent && !input.q && !entry.parent.empty()) continue;
        if (input.q && !begins(entry.code, input.q->text) &&
            entry.name.find(input.q->text) == std::string::npos)
            continue;
        if (page.items.size() == limit) {
            page.next = page.items.back().code.text;
            break;
        }
        page.items.push_back(view<View, Code>(tree, entry));
    }
    return page;
}

}  // namespace

Result<app::Page<PlaceView>> list_places(app::Query& query, const ListPlaces& input) {
    const auto& tables = query.services.get<Tables>();
    for (const auto& [code, path] :
         {std::pair(&input.parent, "/parent"), std::pair(&input.cursor, "/cursor")})
        if (*code && tables.find_place(**code) == nullptr)
            return refuse(error(unknown_code).at(path).near(tables.nearest_places((*code)->text)));
    const auto fits = [&](const Place& place) {
        return (!input.parent || place.parent == *input.parent) &&
               (!input.level || has_level(place, *input.level)) &&
               (!input.region || place.in_region == *input.region);
    };
    const std::size_t limit = app::limit_of(input.limit);
    app::Page<PlaceView> page;
    bool after_cursor = !input.cursor;
    for (const auto& place : tables.places()) {
        if (!after_cursor) {
            after_cursor = place.code == *input.cursor;
            continue;
        }
        if (!fits(place)) continue;
        if (input.q && !begins(place.code.text, input.q->text) &&
            place.name.find(input.q->text) == std::string::npos)
            continue;
        if (page.items.size() == limit) {
            page.next = page.items.back().code.text;
            break;
        }
        page.items.push_back(view(place));
    }
    if (page.items.empty() && input.q && !input.cursor)
        for (const Place* place : resolved(tables, input.q->text))
            if (fits(*place)) page.items.push_back(view(*place));
    return page;
}

Result<PlaceView> find_place(app::Query& query, const FindPlace& input) {
    const auto& tables = query.services.get<Tables>();
    if (const Place* place = tables.find_place(input.place)) return view(*place);
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
}

Result<app::Page<OccupationView>> list_occupations(app::Query& query, const ListEntries& input) {
    const auto& tables = query.services.get<Tables>();
    const CodeTree& tree = tables.occupation_tree();
    using View = OccupationView;
    // A job title in everyday words: what the names do not contain, the suggestions may know.
    if (input.q && !input.parent && !input.cursor && !has_form(OccupationCode{input.q->text})) {
        const std::size_t limit = app::limit_of(input.limit);
        app::Page<View> page;
        for (const auto& suggestion : tables.suggest_occupations(input.q->text))
            page.items.push_back(view<View, OccupationCode>(tree, *suggestion.occupation));
        for (const auto& entry : tree.entries()) {
            if (page.items.size() >= limit) break;
            const bool shown =
                std::any_of(page.items.begin(), page.items.end(),
                            [&](const View& v) { return v.code.text == entry.code; });
            if (!shown && entry.name.find(input.q->text) != std::string::npos)
                page.items.push_back(view<View, OccupationCode>(tree, entry));
        }
        return page;
    }
    return list_entries<View, OccupationCode>(tree, input);
}

Result<app::Page<IndustryView>> list_industries(app::Query& query, const ListEntries& input) {
    return list_entries<IndustryView, IndustryCode>(query.services.get<Tables>().industry_tree(),
                                                    input);
}

Result<app::Page<TableView>> list_tables(app::Query& query, const app::Empty& /*input*/) {
    const auto& tables = query.services.get<Tables>();
    app::Page<TableView> page;
    for (const auto& [name, items] : tables.tables()) {
        TableView table{name, {}};
        for (const auto& item : items)
            table.items.push_back({item.code, item.zh, item.en, item.value, mark_text(item.mark)});
        page.items.push_back(std::move(table));
    }
    TableView parameters{"parameters", {}};
    for (const auto& parameter : tables.dated().parameters())
        if (tables.parameter(parameter.code, date_of(query.now)) == &parameter)
            parameters.items.push_back({parameter.code, parameter.zh, parameter.en,
                                        std::to_string(parameter.value) + ' ' + parameter.unit,
                                        mark_text(parameter.mark)});
    page.items.push_back(std::move(parameters));
    return page;
}

}  // namespace jianghui::codes
