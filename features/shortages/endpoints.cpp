// What is asked about catalogues.

#include "features/shortages/endpoints.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "engine/app/page.hpp"
#include "features/shortages/catalogue_files.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

const codes::Tables& tables_of(const app::Query& query) {
    return query.services.get<codes::Tables>();
}

void add_city(const codes::Tables& tables, IndustryDemand& industry, const PlaceCode& city,
              std::int64_t amount) {
    auto& cities = industry.cities;
    const auto known = std::find_if(cities.begin(), cities.end(),
                                    [&](const CityDemand& one) { return one.place == city; });
    if (known != cities.end())
        known->demand += amount;
    else
        cities.push_back({city, tables.place_name(city), amount});
}

/// Demand by class of industry as of the catalogue's cut-off, and what of it is of the entries, which
/// have a grade all. The region's is that of its cities, and says which of them has how much.
Result<std::vector<IndustryDemand>> industries_of(const app::Query& query,
                                                  const CatalogueRow& catalogue,
                                                  const std::vector<EntryView>& entries) {
    TRY(const auto demand, query.services.get<statistics::Measures>().version(
                               "demand", catalogue.demand_formula));
    const auto period = statistics::parse_period(demand->period, catalogue.period);
    if (!period) return refuse(error(statistics::period_malformed));
    std::set<Key> graded;
    for (const auto& entry : entries) graded.emplace(entry.place.text, entry.occupation.text);
    std::map<std::string, IndustryDemand> found;
    for (const auto& cell :
         statistics::cells(query.db, *demand, {*period, catalogue.place, catalogue.position})) {
        const auto code = statistics::code_in(statistics::Division::industry, cell);
        const auto city = city_of(cell.place);
        const auto& of_region = catalogue.included;
        const bool is_here = catalogue.place || std::find(of_region.begin(), of_region.end(), city) !=
                                                    of_region.end();
        if (code.empty() || !is_here) continue;
        auto& each = found[code];
        each.code = code;
        each.demand += cell.amount;
        if (!catalogue.place) add_city(tables_of(query), each, city, cell.amount);
        if (graded.contains(Key{city.text, cell.occupation})) each.short_demand += cell.amount;
    }
    std::vector<IndustryDemand> list;
    for (auto& [code, each] : found) {
        if (each.demand <= 0) continue;
        each.name = statistics::name_in(statistics::Division::industry, tables_of(query), code);
        list.push_back(std::move(each));
    }
    return list;
}

/// As everybody sees the catalogue, whoever asks: what is printed is handed on.
Result<Guide> guide_for(const app::Query& query, CatalogueId id) {
    TRY(const CatalogueRow row, find_visible(query.db, query.caller, id));
    const app::Caller anybody;
    const auto entries = entry_views(query.db, query.services, anybody, row, 0,
                                     std::numeric_limits<int>::max());
    TRY(const auto industries, industries_of(query, row, entries));
    return guide_of(view(query.db, query.services, anybody, row), entries, industries);
}

}  // namespace

Result<app::Page<CatalogueView>> list_catalogues(app::Query& query, const FindCatalogues& input) {
    const auto [seen_from, seen_to] = query.caller.seen_range();
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<CatalogueRow>(
        sql::list_catalogues,
        store::arguments("cursor", input.cursor, "period", input.period, "place", input.place,
                         "seen_from", seen_from, "seen_to", seen_to, "account",
                         query.caller.signed_in() ? query.caller.account : AccountId{}, "limit",
                         limit + 1));
    return app::page_of(rows, limit, [&](const CatalogueRow& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<CatalogueView> show_catalogue(app::Query& query, const FindCatalogue& input) {
    TRY(const CatalogueRow row, find_visible(query.db, query.caller, input.catalogue));
    return view(query.db, query.services, query.caller, row);
}

Result<app::Page<EntryView>> list_entries(app::Query& query, const FindEntries& input) {
    TRY(const CatalogueRow row, find_visible(query.db, query.caller, input.catalogue));
    const int limit = app::limit_of(input.limit, 100);
    app::Page<EntryView> page;
    page.items = entry_views(query.db, query.services, query.caller, row,
                             input.cursor ? static_cast<int>(input.cursor->value) : 0, limit + 1);
    if (static_cast<int>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = std::to_string(page.items.back().line);
    }
    return page;
}

Result<http::Reply> download_catalogue(app::Query& query, const FindCatalogueFile& input) {
    TRY(const CatalogueRow row, find_visible(query.db, query.caller, input.catalogue));
    const app::Caller anybody;
    const CatalogueDocument document{view(query.db, query.services, anybody, row),
                                     entry_views(query.db, query.services, anybody, row, 0,
                                                 std::numeric_limits<int>::max())};
    return file_of(document, input.form, query.db);
}

Result<Guide> show_guide(app::Query& query, const FindCatalogue& input) {
    return guide_for(query, input.catalogue);
}

Result<http::Reply> download_guide(app::Query& query, const FindCatalogue& input) {
    TRY(const Guide guide, guide_for(query, input.catalogue));
    const auto link = papers::paper_link(
        query.db, "/shortages/" + guide.catalogue.text(), "扫码查看目录原件");
    TRY(auto bytes, pdf_of(guide, papers::public_address(query.db), link));
    return http::attachment(std::move(bytes), "application/pdf", guide.title + ".pdf");
}

}  // namespace jianghui::shortages
