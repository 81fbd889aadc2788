// Tables out of what offices publish: lists, shortage catalogues, pay guides, assessments.

#include <set>

#include "features/duties/api.hpp"
#include "features/open_data/coverage.hpp"
#include "features/lists/api.hpp"
#include "features/open_data/pages.hpp"
#include "features/open_data/sources.hpp"
#include "features/pay_surveys/api.hpp"
#include "features/quarter_reports/api.hpp"
#include "features/shortages/api.hpp"
#include "features/surveys/api.hpp"

namespace jianghui::open_data {
namespace {

const Text people{"人", "people"};
const Text fen_a_year{"分/年", "fen a year"};
const Text thousandths{"千分之一", "per mille"};

Result<Content> list_table(Anybody& anybody, lists::ListId id) {
    TRY(const auto list, lists::show_list(anybody.query, {id}));
    const bool is_demand = list.kind == lists::ListKind::demand;
    Content table;
    table.kind = is_demand ? "demand-list" : "supply-list";
    table.part = part_of(list.place);
    table.place = list.place;
    table.label = list.period;
    table.position = list.position;
    table.formula = std::string(codec::enum_text(list.kind)) + " " + std::to_string(list.formula);
    table.places = as_said(list.included, list.excluded);
    auto& columns = table.columns;
    columns.push_back(column("period", {"季度", "Quarter"}));
    add_place_columns(columns);
    if (is_demand) {
        columns.push_back(column("industry", {"行业门类代码", "Class of industry"}, ColumnType::code));
        columns.push_back(column("industry_name", {"行业门类", "Industry"}));
    }
    columns.push_back(column("occupation", {"职业代码", "Occupation"}, ColumnType::code, {},
                             {"空：没有要求；*：不单独公布的职业合并",
                              "Empty: no preference; *: occupations that are not told by themselves, together"}));
    columns.push_back(column("occupation_name", {"职业", "Name of the occupation"}));
    columns.push_back(column("amount", {"人数", "Number"}, ColumnType::integer, list.unit));
    lists::FindLines wanted{id, {}, {}, Integer<1, 500>{500}};
    TRY_DO(each_of_all(anybody.query, lists::list_lines, wanted, [&](const lists::LineView& line) {
        Row row{list.period, text_cell(line.place.text), text_cell(line.place_name)};
        if (is_demand) {
            row.push_back(text_cell(line.industry));
            row.push_back(text_cell(line.industry_name));
        }
        row.push_back(text_cell(line.occupation));
        row.push_back(text_cell(line.occupation_name));
        row.push_back(line.amount);
        table.rows.push_back(std::move(row));
    }));
    return table;
}

std::vector<Column> catalogue_columns() {
    std::vector<Column> columns{column("period", {"季度", "Quarter"})};
    add_place_columns(columns);
    const Text hidden{"空：没有数据，或人数太少不公布（见 withheld）",
                      "Empty: not known, or too few people to be told (see withheld)"};
    columns.push_back(column("occupation", {"职业代码", "Occupation"}, ColumnType::code));
    columns.push_back(column("occupation_name", {"职业", "Name of the occupation"}));
    columns.push_back(column("grade", {"紧缺程度", "Grade"}, ColumnType::code, {},
                             {"mild 轻度，moderate 中度，severe 重度", "mild, moderate or severe"}));
    columns.push_back(column("cause", {"原因", "Cause"}, ColumnType::code, {},
                             {"few_people 人手不足，place 地区错配，pay 薪酬错配，skill 技能错配",
                              "few_people, place, pay or skill"}));
    columns.push_back(column("demand", {"需求", "Demand"}, ColumnType::integer, people));
    columns.push_back(column("demand_before", {"上季度需求", "Demand the quarter before"},
                             ColumnType::integer, people));
    columns.push_back(column("available", {"可供", "Available"}, ColumnType::integer, people, hidden));
    columns.push_back(column("ratio", {"求人倍率", "Posts for each person"}, ColumnType::integer,
                             {"百分之一", "hundredths"}, hidden));
    columns.push_back(column("days", {"空缺天数中位数", "Median days open"}, ColumnType::integer,
                             {"天", "days"}));
    columns.push_back(column("pay_fen", {"月薪中位数", "Median monthly pay"}, ColumnType::integer,
                             {"分/月", "fen a month"}));
    columns.push_back(column("points", {"得分", "Points"}, ColumnType::integer, thousandths, hidden));
    columns.push_back(column("withheld", {"因人数太少未公布", "Withheld, too few people"},
                             ColumnType::boolean));
    columns.push_back(column("dissents", {"专家异议数", "Dissents of experts"}, ColumnType::integer));
    return columns;
}

Result<Content> catalogue_table(Anybody& anybody, shortages::CatalogueId id) {
    TRY(const auto catalogue, shortages::show_catalogue(anybody.query, {id}));
    Content table;
    table.kind = "shortage-catalogue";
    table.part = part_of(catalogue.place);
    table.place = catalogue.place;
    table.label = catalogue.period;
    table.position = catalogue.position;
    table.formula = "demand " + std::to_string(catalogue.demand_formula) + ", supply " +
                    std::to_string(catalogue.supply_formula);
    table.places = as_counted(catalogue.included, catalogue.excluded);
    table.columns = catalogue_columns();
    shortages::FindEntries wanted{id, {}, Integer<1, 500>{500}};
    TRY_DO(each_of_all(anybody.query, shortages::list_entries, wanted,
                       [&](const shortages::EntryView& entry) {
        table.rows.push_back({catalogue.period, text_cell(entry.place.text),
                              text_cell(entry.place_name), text_cell(entry.occupation.text),
                              text_cell(entry.occupation_name),
                              code_cell(entry.grade), code_cell(entry.cause), entry.demand,
                              cell(entry.demand_before), cell(entry.available), cell(entry.ratio),
                              cell(entry.days), cell(entry.pay_fen), cell(entry.points),
                              entry.withheld, std::int64_t{entry.dissents}});
    }));
    return table;
}

std::vector<Column> guide_columns() {
    const Text hidden{"空：隐去的单元格没有数字", "Empty: a hidden cell has no numbers"};
    std::vector<Column> columns{column("year", {"年度", "Year"}, ColumnType::integer),
                                column("occupation", {"职业代码", "Occupation"}, ColumnType::code, {},
                                       {"空：其他职业合并", "Empty: other occupations together"}),
                                column("occupation_name", {"职业", "Name of the occupation"}),
                                column("pooled", {"职业合并", "Occupations pooled"},
                                       ColumnType::boolean),
                                column("level", {"岗位等级代码", "Level"}, ColumnType::code, {},
                                       {"空：全部等级；以 + 连接：合并的等级",
                                        "Empty: all levels; joined by +: levels together"}),
                                column("level_name", {"岗位等级", "Name of the level"})};
    add_place_columns(columns);
    columns.push_back(column("hidden", {"隐去", "Hidden"}, ColumnType::boolean));
    columns.push_back(column("companies", {"企业数", "Companies"}, ColumnType::integer,
                             {"家", "companies"}, hidden));
    columns.push_back(column("persons", {"人数", "Persons"}, ColumnType::integer, people, hidden));
    for (const auto* part : {"10", "25", "50", "75", "90"})
        columns.push_back(column(std::string("p") + part,
                                 {std::string(part) + "分位值", "Percentile " + std::string(part)},
                                 ColumnType::integer, fen_a_year, hidden));
    columns.push_back(column("mean", {"平均数", "Mean"}, ColumnType::integer, fen_a_year, hidden));
    return columns;
}

Result<Content> guide_table(Anybody& anybody, pay_surveys::SurveyId id, std::int64_t position) {
    TRY(const auto survey, pay_surveys::show_survey(anybody.query, {id}));
    Content table;
    table.kind = "pay-guide";
    table.part = part_of(survey.place);
    table.place = survey.place;
    table.label = std::to_string(survey.year);
    table.position = position;
    TRY(const auto method, pay_surveys::show_method(anybody.query, {id}));
    table.formula = "pay-guide " + std::to_string(method.formula);
    table.places = places_of(anybody.query.services.get<codes::Tables>(), survey.place);
    table.columns = guide_columns();
    pay_surveys::FindCells wanted{id, {}, {}, {}, Integer<1, 500>{500}};
    TRY_DO(each_of_all(anybody.query, pay_surveys::list_cells, wanted,
                       [&](const pay_surveys::CellView& each) {
        table.rows.push_back({std::int64_t{survey.year}, text_cell(each.occupation),
                              text_cell(each.occupation_name), each.pooled, text_cell(each.level),
                              text_cell(each.level_name.zh), text_cell(each.place),
                              text_cell(each.place_name), each.hidden, cell(each.companies),
                              cell(each.persons), cell(each.p10), cell(each.p25), cell(each.p50),
                              cell(each.p75), cell(each.p90), cell(each.mean)});
    }));
    return table;
}

/// All that were published up to now: a version holds the earlier ones too.
Result<Content> assessment_table(Anybody& anybody) {
    Content table;
    table.kind = "duty-assessments";
    table.formula = "assessment " + std::to_string(duties::assessment_formula);
    table.position = journal::last_position(anybody.query.db);
    table.columns.push_back(column("year", {"年度", "Year"}, ColumnType::integer));
    add_place_columns(table.columns);
    const std::vector<Column> rest{
        column("counts", {"计分项代码", "Line"}, ColumnType::code),
        column("title", {"计分项", "Title of the line"}),
        column("weight", {"权重", "Weight"}, ColumnType::integer, {"百分之一", "percent"}),
        column("of", {"计数", "How many were counted"}, ColumnType::integer),
        column("per_mille", {"得分率", "Part reached"}, ColumnType::integer, thousandths,
               {"空：没有可计的事项", "Empty: nothing to count"}),
        column("points", {"总分", "Points of the place"}, ColumnType::integer, thousandths),
        column("adjusted", {"申诉调整", "Adjusted on appeal"}, ColumnType::integer, thousandths),
        column("published_at", {"公布时间", "Published at"}, ColumnType::instant)};
    table.columns.insert(table.columns.end(), rest.begin(), rest.end());
    std::set<PlaceCode> assessed;
    duties::FindAssessments input;
    input.limit = Integer<1, 200>{200};
    TRY_DO(each_of_all(anybody.query, duties::list_assessments, input, [&](const auto& each) {
        table.label = std::max(table.label, std::to_string(each.year));
        for (const auto& line : each.lines)
            table.rows.push_back(
                {std::int64_t{each.year}, text_cell(each.place.text), text_cell(each.place_name),
                 code_cell(line.counts), text_cell(line.title.zh),
                 std::int64_t{line.weight}, line.of,
                 line.per_mille ? Cell(std::int64_t{*line.per_mille}) : Cell(),
                 std::int64_t{each.points}, std::int64_t{each.adjusted},
                 cell(each.published_at)});
        assessed.insert(each.place);
    }));
    table.places = region_where(
        anybody.query.services.get<codes::Tables>(),
        [&assessed](const PlaceCode& place) { return assessed.contains(place); }, "没有公布的考核");
    return table;
}

Result<Content> document_of(Anybody& anybody, const journal::Event& event) {
    const auto subject = event.subject.number;
    if (event.kind == lists::list_published.name)
        return list_table(anybody, lists::ListId{subject});
    if (event.kind == shortages::catalogue_published.name)
        return catalogue_table(anybody, shortages::CatalogueId{subject});
    if (event.kind == pay_surveys::guide_published.name)
        return guide_table(anybody, pay_surveys::SurveyId{subject}, event.position);
    if (event.kind == quarter_reports::report_published.name)
        return quarter_report_table(anybody, event);
    if (event.kind == surveys::survey_published.name) return survey_table(anybody, event);
    return assessment_table(anybody);
}

}  // namespace

bool publishes(std::string_view event_kind) {
    return event_kind == lists::list_published.name ||
           event_kind == shortages::catalogue_published.name ||
           event_kind == pay_surveys::guide_published.name ||
           event_kind == duties::assessment_published.name ||
           event_kind == quarter_reports::report_published.name ||
           event_kind == surveys::survey_published.name;
}

Result<std::vector<Content>> published_by(Anybody& anybody, const journal::Event& event) {
    ASSERT(publishes(event.kind));
    TRY(auto document, document_of(anybody, event));
    std::vector<Content> tables{std::move(document)};
    if (event.kind == pay_surveys::guide_published.name) {
        TRY(auto costs, labour_cost_table(anybody, event));
        if (!costs.rows.empty()) tables.push_back(std::move(costs));
    }
    return tables;
}

}  // namespace jianghui::open_data
