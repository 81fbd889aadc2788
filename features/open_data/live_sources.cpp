// Tables that no act publishes: as they are now, dated by the journal's position.

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/figures/api.hpp"
#include "features/open_data/coverage.hpp"
#include "features/open_data/pages.hpp"
#include "features/open_data/sources.hpp"
#include "features/shortages/api.hpp"
#include "features/targets/api.hpp"

namespace jianghui::open_data {
namespace {

constexpr int flow_quarters = 12;
constexpr int ranking_quarters = 8;

std::vector<std::optional<PlaceCode>> region_and_places(const Anybody& anybody) {
    std::vector<std::optional<PlaceCode>> places{std::nullopt};
    for (const auto* place : anybody.query.services.get<codes::Tables>().region())
        places.emplace_back(place->code);
    return places;
}

std::vector<CoveredPlace> whole_region(const Anybody& anybody) {
    return places_of(anybody.query.services.get<codes::Tables>(), {});
}

void add_measure_columns(std::vector<Column>& columns) {
    columns.push_back(column("measure", {"指标代码", "Measure"}, ColumnType::code, {},
                             {"revenue 营业收入（总额），revenue_net 营业收入（净额），employment 就业和流动，"
                              "employers 服务用人单位，talent 引进培养人才",
                              "revenue (gross), revenue_net, employment, employers, talent"}));
    columns.push_back(column("unit", {"单位", "Unit"}));
}

Result<Content> figures_table(Anybody& anybody) {
    Content table;
    table.kind = "figures";
    table.formula = "figures " + std::to_string(figures::counting_formula);
    table.places = whole_region(anybody);
    const Text unknown{"空：平台没有这一年的数据；0：统计过，没有",
                       "Empty: the platform has no data of that year; 0: counted, none"};
    table.columns = {column("year", {"年度", "Year"}, ColumnType::integer)};
    add_place_columns(table.columns);
    add_measure_columns(table.columns);
    const Text unit{"见 unit 列", "see the column unit"};
    const std::vector<Column> rest{
        column("verified", {"已核实", "Verified"}, ColumnType::integer, unit, unknown),
        column("provisional", {"待核实", "Provisional"}, ColumnType::integer, unit, unknown),
        column("target", {"目标", "Target"}, ColumnType::integer, unit,
               {"空：这一年没有目标", "Empty: no target for that year"}),
        column("progress_per_mille", {"完成比例", "Part reached"}, ColumnType::integer,
               {"千分之一", "per mille"})};
    table.columns.insert(table.columns.end(), rest.begin(), rest.end());
    const int this_year = figures::year_of(anybody.query.now);
    for (const int year : {this_year, this_year - 1})
        for (const auto& place : region_and_places(anybody)) {
            figures::FindFigures wanted;
            wanted.year = Integer<2000, 2100>{year};
            if (place) wanted.place = String<1, 20>{place->text};
            TRY(const auto shown, figures::show(anybody.query, wanted));
            for (const auto& each : shown.items) {
                const auto known = [&](std::int64_t amount) {
                    return each.has_data ? Cell(amount) : Cell();
                };
                table.position = each.as_of_position;
                table.rows.push_back({std::int64_t{year}, text_cell(shown.place.text),
                                      text_cell(shown.place_name), code_cell(each.measure),
                                      text_cell(each.unit.zh), known(each.verified),
                                      known(each.provisional), cell(each.target),
                                      cell(each.progress_per_mille)});
            }
        }
    return table;
}

std::vector<Column> board_columns() {
    std::vector<Column> columns{column("target_set", {"目标体系", "Target set"}, ColumnType::code),
                                column("year", {"年度", "Year"}, ColumnType::integer)};
    add_place_columns(columns);
    add_measure_columns(columns);
    const Text unit{"见 unit 列", "see the column unit"};
    const Text per_mille{"千分之一", "per mille"};
    columns.push_back(column("target", {"目标", "Target"}, ColumnType::integer, unit));
    columns.push_back(column("verified", {"平台计算（已核实）", "Computed, verified"},
                             ColumnType::integer, unit,
                             {"空：平台没有数据", "Empty: the platform has no data"}));
    columns.push_back(column("provisional", {"平台计算（待核实）", "Computed, provisional"},
                             ColumnType::integer, unit));
    columns.push_back(column("verified_per_mille", {"完成比例（平台）", "Part reached, computed"},
                             ColumnType::integer, per_mille));
    columns.push_back(column("reported", {"各地填报", "Reported by the place"}, ColumnType::integer,
                             unit, {"空：没有填报", "Empty: nothing was reported"}));
    columns.push_back(column("reported_version", {"填报版本", "Version of the report"},
                             ColumnType::integer));
    columns.push_back(column("reported_per_mille", {"完成比例（填报）", "Part reached, reported"},
                             ColumnType::integer, per_mille));
    return columns;
}

void add_goals(Content& table, const targets::BoardView& board, const targets::PlaceGoals& goals) {
    for (const auto& goal : goals.items) {
        const auto& computed = goal.computed;
        const auto& reported = goal.reported;
        table.rows.push_back(
            {board.set.id, std::int64_t{board.year}, text_cell(goals.place.text),
             text_cell(goals.place ? goals.place_name : std::string(codes::region_name_zh)),
             code_cell(goal.measure), text_cell(goal.unit.zh),
             cell(goal.target), computed ? Cell(computed->verified) : Cell(),
             computed ? Cell(computed->provisional) : Cell(), cell(goal.computed_per_mille),
             reported ? Cell(reported->amount) : Cell(),
             reported ? Cell(std::int64_t{reported->version}) : Cell(),
             cell(goal.reported_per_mille)});
    }
}

Result<Content> board_table(Anybody& anybody) {
    Content table;
    table.kind = "target-board";
    table.formula = "figures " + std::to_string(figures::counting_formula);
    table.places = whole_region(anybody);
    table.columns = board_columns();
    TRY(const auto sets, targets::list_sets(anybody.query, {}));
    for (const auto& set : sets) {
        if (!set.adopted) continue;
        targets::FindBoard wanted;
        wanted.set = String<1, 40>{set.id};
        TRY(const auto board, targets::show_board(anybody.query, wanted));
        table.position = board.as_of_position;
        add_goals(table, board, board.together);
        for (const auto& place : board.places) add_goals(table, board, place);
    }
    return table;
}

Result<Content> warning_table(Anybody& anybody) {
    Content table;
    table.kind = "shortage-warnings";
    table.formula = "levels " + std::to_string(shortages::levels_formula);
    table.places = whole_region(anybody);
    table.position = journal::last_position(anybody.query.db);
    TRY(const auto hindsight, shortages::show_hindsight(anybody.query, {}));
    if (hindsight.assessed) {
        const auto& last = *hindsight.assessed;
        table.places = as_counted(last.included, last.excluded);
        table.formula = "levels " + std::to_string(last.formula) + ", demand " + std::to_string(last.demand_formula) +
                        ", supply " + std::to_string(last.supply_formula);
    }
    const Text levels{"red 红色，orange 橙色，yellow 黄色；none、surplus 为解除",
                      "red, orange or yellow; none and surplus lift it"};
    table.columns = {column("warning", {"预警编号", "Warning"})};
    add_place_columns(table.columns);
    const std::vector<Column> rest{
        column("occupation", {"职业代码", "Occupation"}, ColumnType::code),
        column("occupation_name", {"职业", "Name of the occupation"}),
        column("period", {"依据的季度", "Quarter it rests on"}),
        column("level", {"等级", "Level"}, ColumnType::code, {}, levels),
        column("level_before", {"原等级", "Level before"}, ColumnType::code, {}, levels),
        column("status", {"状态", "State"}, ColumnType::code, {},
               {"issued 已签发，answered 已处置，lifted 已解除，overtaken 已被新等级取代",
                "issued, answered, lifted or overtaken"}),
        column("decided_at", {"签发时间", "Issued at"}, ColumnType::instant),
        column("answered_at", {"处置时间", "Acted on at"}, ColumnType::instant)};
    table.columns.insert(table.columns.end(), rest.begin(), rest.end());
    TRY_DO(each_of_all(anybody.query, shortages::list_warnings, shortages::FindWarnings{},
                       [&](const shortages::WarningView& each) {
        table.rows.push_back({each.id.text(), text_cell(each.place.text),
                              text_cell(each.place_name), text_cell(each.occupation.text),
                              text_cell(each.occupation_name), each.period, code_cell(each.level),
                              code_cell(each.level_before), code_cell(each.status),
                              cell(each.decided_at), cell(each.answered_at)});
    }));
    return table;
}

std::vector<Column> ranking_columns() {
    const Text hidden{"空：求职人数太少，不公布", "Empty: too few people to be told"};
    const Text people{"人", "people"};
    return {column("period", {"季度", "Quarter"}),
            column("rank", {"位次", "Rank"}, ColumnType::integer),
            column("occupation", {"职业代码", "Occupation"}, ColumnType::code),
            column("occupation_name", {"职业", "Name of the occupation"}),
            column("demand", {"需求", "Demand"}, ColumnType::integer, people),
            column("available", {"可供", "Available"}, ColumnType::integer, people, hidden),
            column("gap", {"缺口", "Gap"}, ColumnType::integer, people, hidden),
            column("places", {"报送地区数", "Cities that put it forward"}, ColumnType::integer),
            column("points", {"得分", "Points"}, ColumnType::integer, {"千分之一", "per mille"}, hidden),
            column("rank_before", {"上季度位次", "Rank in the quarter before"}, ColumnType::integer, {},
                   {"空：新进，或上季度没有数据", "Empty: new, or nothing is known of the quarter before"})};
}

Result<Content> ranking_table(Anybody& anybody) {
    using statistics::PeriodKind;
    Content table;
    table.kind = "shortage-ranking";
    table.columns = ranking_columns();
    const int now = statistics::period_of(PeriodKind::quarter, anybody.query.now);
    for (int quarter = now - ranking_quarters; quarter < now; ++quarter) {
        shortages::AskRanking wanted;
        wanted.period.text = statistics::period_text(PeriodKind::quarter, quarter);
        TRY(const auto ranking, shortages::show_ranking(anybody.query, wanted));
        table.position = ranking.position;
        table.formula = "ranking " + std::to_string(ranking.formula) + ", demand " + std::to_string(ranking.demand_formula) +
                        ", supply " + std::to_string(ranking.supply_formula);
        table.places = as_counted(ranking.included, ranking.excluded);
        for (const auto& each : ranking.items)
            table.rows.push_back({ranking.period, std::int64_t{each.rank}, text_cell(each.occupation.text),
                                  text_cell(each.occupation_name), each.demand, cell(each.available), cell(each.gap), each.places,
                                  cell(each.points), each.rank_before ? Cell(std::int64_t{*each.rank_before}) : Cell()});
    }
    return table;
}

/// A row and column of the matrix: its last one is everywhere else.
struct FlowPlace {
    Cell code;
    std::string name;
    bool known = true;  ///< not left out: where nothing is known a 0 is no count
};

void add_flows(Content& table, const shortages::FlowsView& flows) {
    std::vector<FlowPlace> places;
    for (const auto& place : flows.places)
        places.push_back({place.code.text, place.name,
                          std::none_of(flows.excluded.begin(), flows.excluded.end(),
                                       [&](const auto& one) { return one.code == place.code; })});
    places.push_back({Cell(), "其他地区"});
    for (std::size_t from = 0; from < places.size(); ++from)
        for (std::size_t to = 0; to < places.size(); ++to) {
            const auto& each = flows.matrix.cells[from][to];
            const bool known = places[from].known && places[to].known;
            table.rows.push_back({flows.period, places[from].code, places[from].name,
                                  places[to].code, places[to].name,
                                  known ? cell(each.amount) : Cell(), each.hidden});
        }
}

Result<Content> flow_table(Anybody& anybody, shortages::FlowKind kind) {
    using statistics::PeriodKind;
    Content table;
    table.kind = "talent-flows-" + std::string(codec::enum_text(kind));
    table.formula = "flows " + std::to_string(shortages::flows_formula);
    const Text elsewhere{"空：区域以外", "Empty: outside the region"};
    table.columns = {
        column("period", {"季度", "Quarter"}),
        column("origin", {"来源地代码", "From"}, ColumnType::code, {}, elsewhere),
        column("origin_name", {"来源地", "Name of the origin"}),
        column("place", {"去向地代码", "To"}, ColumnType::code, {}, elsewhere),
        column("place_name", {"去向地", "Name of the destination"}),
        column("people", {"人数", "People"}, ColumnType::integer, {"人", "people"},
               {"空且 hidden 为 true：人数太少不公布；空且 hidden 为 false：平台没有那里的数据；0：没有人",
                "Empty and hidden: too few to be told; empty and not hidden: nothing is known of the place; 0: nobody"}),
        column("hidden", {"因人数太少隐去", "Hidden, too few people"}, ColumnType::boolean)};
    const int now = statistics::period_of(PeriodKind::quarter, anybody.query.now);
    for (int quarter = now - flow_quarters; quarter < now; ++quarter) {
        const auto period = statistics::period_text(PeriodKind::quarter, quarter);
        TRY(const auto flows, shortages::show_flows(anybody.query, {{period}, kind}));
        table.position = flows.as_of_position;
        table.places = as_counted(flows.included, flows.excluded);
        // Before the first movement nothing was counted: that is no row of zeros.
        if (table.rows.empty() && flows.matrix.total == 0 && flows.matrix.hidden == 0) continue;
        add_flows(table, flows);
    }
    return table;
}

Result<std::vector<Content>> one(Result<Content> table) {
    if (!table) return tl::unexpected<Error>(std::move(table).error());
    return std::vector<Content>{std::move(*table)};
}

}  // namespace

Result<std::vector<Content>> current_tables(Anybody& anybody, std::string_view kind) {
    if (kind == "figures") return one(figures_table(anybody));
    if (kind == "target-board") return one(board_table(anybody));
    if (kind == "shortage-warnings") return one(warning_table(anybody));
    if (kind == "shortage-ranking") return one(ranking_table(anybody));
    if (kind == "talent-flows-work") return one(flow_table(anybody, shortages::FlowKind::work));
    if (kind == "talent-flows-residence")
        return one(flow_table(anybody, shortages::FlowKind::residence));
    if (kind == "demand-statistics") return one(demand_statistics(anybody));
    if (kind == "open-orders") return one(open_orders(anybody));
    if (kind == "service-products") return one(service_products(anybody));
    if (kind == "register") return register_tables(anybody);
    return std::vector<Content>{};
}

}  // namespace jianghui::open_data
