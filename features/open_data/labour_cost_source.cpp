// What a published pay survey says of labour cost, one item of an industry a row.

#include "features/open_data/coverage.hpp"
#include "features/open_data/pages.hpp"
#include "features/open_data/sources.hpp"
#include "features/pay_surveys/api.hpp"

namespace jianghui::open_data {
namespace {

std::vector<Column> cost_columns() {
    return {column("year", {"年度", "Year"}, ColumnType::integer),
            column("industry", {"行业门类代码", "Class of industry"}, ColumnType::code, {},
                   {"空：全部行业；以 + 连接：合并的行业", "Empty: all industries; joined by +: industries together"}),
            column("industry_name", {"行业", "Industry"}),
            column("companies", {"企业数", "Companies"}, ColumnType::integer, {"家", "companies"}),
            column("item", {"项目代码", "Item"}, ColumnType::code, {},
                   {"total 人工成本；构成项以 + 连接：合并的构成项；of_revenue 人事费用率，of_costs 占总成本，of_value_added 劳动分配率，"
                    "profit 人工成本利润率",
                    "total labour cost; parts joined by +: parts together; of_revenue, of_costs, of_value_added: labour cost of these; "
                    "profit: profit of labour cost"}),
            column("per_person", {"人均", "For each person"}, ColumnType::integer, {"分/年", "fen a year"},
                   {"空：该项目是比例", "Empty: the item is a ratio"}),
            column("per_mille", {"比例", "Share"}, ColumnType::integer, {"千分之一", "per mille"},
                   {"构成项占人工成本的比例；比例项的值。空：不能公布，或没有填报",
                    "A part's share of labour cost, or the ratio itself. Empty: may not be told, or was not given"})};
}

void add_industry(Content& table, std::int64_t year, const pay_surveys::CostView& each) {
    const auto add = [&](const std::string& item, Cell per_person, Cell per_mille) {
        table.rows.push_back({year, text_cell(each.industry), text_cell(each.industry_name), each.companies, item,
                              std::move(per_person), std::move(per_mille)});
    };
    add("total", Cell(each.per_person), Cell(std::int64_t{1000}));
    for (const auto& part : each.parts) add(part.parts, Cell(part.per_person), Cell(part.per_mille));
    add("of_revenue", Cell(), cell(each.of_revenue));
    add("of_costs", Cell(), cell(each.of_costs));
    add("of_value_added", Cell(), cell(each.of_value_added));
    add("profit", Cell(), cell(each.profit));
}

}  // namespace

Result<Content> labour_cost_table(Anybody& anybody, const journal::Event& event) {
    const pay_surveys::SurveyId id{event.subject.number};
    TRY(const auto survey, pay_surveys::show_survey(anybody.query, {id}));
    TRY(const auto costs, pay_surveys::list_costs(anybody.query, {id}));
    Content table;
    table.kind = "labour-cost";
    table.part = part_of(survey.place);
    table.place = survey.place;
    table.label = std::to_string(survey.year);
    table.position = event.position;
    table.formula = "labour-cost " + std::to_string(costs.formula);
    table.places = places_of(anybody.query.services.get<codes::Tables>(), survey.place);
    table.columns = cost_columns();
    for (const auto& each : costs.items) add_industry(table, survey.year, each);
    return table;
}

}  // namespace jianghui::open_data
