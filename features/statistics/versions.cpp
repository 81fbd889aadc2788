#include "features/statistics/versions.hpp"

#include <map>

#include "features/statistics/endpoints.hpp"
#include "features/statistics/measures.hpp"

namespace jianghui::statistics {

Result<VersionsView> show_versions(app::Query& query, const AskVersions& input) {
    const auto& measures = query.services.get<Measures>();
    TRY(const auto newest, measures.current(input.measure));
    VersionsView view;
    view.measure = newest->id.text;
    view.title = newest->title;
    view.unit = newest->unit;
    view.period = input.period.text;
    std::map<std::string, VersionsRow> rows;
    for (std::int64_t number = 1; number <= newest->version.value; ++number) {
        if (!measures.version(view.measure, number)) continue;
        TRY(const auto table, show_table(query, {input.measure, input.period, input.by, input.place,
                                                 Integer<1, 10000>{number}, input.position}));
        view.place = table.place;
        view.by = table.by;
        view.versions.push_back({number, table.method, table.confirmed, table.as_of_position, table.total});
        for (const auto& row : table.rows) {
            auto& shown = rows.try_emplace(row.code, VersionsRow{row.code, row.name, {}}).first->second;
            shown.amounts.resize(view.versions.size() - 1);  // What other versions know nothing of.
            shown.amounts.push_back(row.amount);
        }
    }
    for (auto& [code, row] : rows) {
        row.amounts.resize(view.versions.size());
        view.rows.push_back(std::move(row));
    }
    return view;
}

}  // namespace jianghui::statistics
