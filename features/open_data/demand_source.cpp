// Demand for people by quarter: what GET statistics/demand answers to anybody.

#include <set>

#include "features/open_data/coverage.hpp"
#include "features/open_data/sources.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::open_data {
namespace {

using statistics::Division;
using statistics::PeriodKind;

/// The first quarter that was counted, and the formula; nothing while nothing was.
struct Begin {
    int quarter = 0;
    std::int64_t formula = 1;
    Text unit;
};

Result<std::optional<Begin>> begin_of_demand(Anybody& anybody) {
    TRY(const auto measures, statistics::list_measures(anybody.query, {}));
    for (const auto& measure : measures.items) {
        if (measure.id != "demand" || measure.period != PeriodKind::quarter ||
            !measure.first_period)
            continue;
        const auto first = statistics::parse_period(PeriodKind::quarter, *measure.first_period);
        if (first) return Begin{*first, measure.version, measure.unit};
    }
    return std::optional<Begin>();
}

Result<Done> add_quarter(Anybody& anybody, Content& table, std::set<std::string>& counted, int quarter,
                         bool closed, Division by) {
    statistics::AskTable wanted;
    wanted.measure = "demand";
    wanted.period.text = statistics::period_text(PeriodKind::quarter, quarter);
    wanted.by = by;
    TRY(const auto shown, statistics::show_table(anybody.query, wanted));
    table.position = shown.as_of_position;
    for (const auto& row : shown.rows) {
        if (by == Division::place && row.amount) counted.insert(row.code);
        table.rows.push_back({wanted.period.text, closed, code_cell(by),
                              text_cell(row.code), text_cell(row.name), cell(row.amount)});
    }
    return Done{};
}

}  // namespace

Result<Content> demand_statistics(Anybody& anybody) {
    Content table;
    table.kind = "demand-statistics";
    TRY(const auto begin, begin_of_demand(anybody));
    table.columns = {
        column("period", {"季度", "Quarter"}),
        column("closed", {"季度已结束", "The quarter is over"}, ColumnType::boolean),
        column("division", {"分组", "Divided by"}, ColumnType::code, {},
               {"place 地区，occupation 职业，industry 行业；各分组分别合计，不可相加",
                "place, occupation or industry; each sums to the whole, do not add them up"}),
        column("code", {"代码", "Code"}, ColumnType::code, {},
               {"空：没有写明", "Empty: not said"}),
        column("name", {"名称", "Name"}),
        column("amount", {"人数", "Number"}, ColumnType::integer,
               begin ? begin->unit : Text{"人", "people"},
               {"空：这里从未统计过；0：统计过，没有", "Empty: never counted there; 0: counted, none"})};
    if (!begin) return table;
    table.formula = "demand " + std::to_string(begin->formula);
    const int now = statistics::period_of(PeriodKind::quarter, anybody.query.now);
    std::set<std::string> counted;
    for (int quarter = begin->quarter; quarter <= now; ++quarter)
        for (const auto by : {Division::place, Division::occupation, Division::industry})
            TRY_DO(add_quarter(anybody, table, counted, quarter, quarter < now, by));
    table.places = region_where(
        anybody.query.services.get<codes::Tables>(),
        [&counted](const PlaceCode& place) { return counted.contains(place.text); }, "这里从未统计过");
    return table;
}

}  // namespace jianghui::open_data
