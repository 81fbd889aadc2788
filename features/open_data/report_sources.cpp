// Tables out of quarter reports and rural surveys, as everybody sees them when they are published.

#include "features/open_data/coverage.hpp"
#include "features/open_data/sources.hpp"
#include "features/quarter_reports/api.hpp"
#include "features/surveys/api.hpp"

namespace jianghui::open_data {
namespace {

/// The columns of one side: people asked for, or looking for work.
void add_side_columns(std::vector<Column>& columns, const std::string& side, const Text& title) {
    const Text points{"百分点的百分之一", "hundredths of a percentage point"};
    const Text growth{"百分之一百分比", "hundredths of a percent"};
    const Text none{"空：没有可比的报告，或这张表不作比较", "Empty: no report to compare with, or not compared in this table"};
    const auto titled = [&](const char* zh, const char* en) {
        return Text{title.zh + zh, title.en + ", " + en};
    };
    columns.push_back(column(side, title, ColumnType::integer, {"人", "people"},
                             {"空：这张表没有这一项", "Empty: the table has no such side"}));
    columns.push_back(column(side + "_share", titled("所占比重", "share"), ColumnType::integer,
                             {"百分之一百分比", "hundredths of a percent"}));
    columns.push_back(column(side + "_share_quarter", titled("比重环比变化", "share since the quarter before"),
                             ColumnType::integer, points, none));
    columns.push_back(column(side + "_share_year", titled("比重同比变化", "share since the year before"),
                             ColumnType::integer, points, none));
    columns.push_back(column(side + "_growth_quarter", titled("环比增长", "growth since the quarter before"),
                             ColumnType::integer, growth, none));
    columns.push_back(column(side + "_growth_year", titled("同比增长", "growth since the year before"),
                             ColumnType::integer, growth, none));
}

std::vector<Column> report_columns() {
    const Text hundredths{"百分之一", "hundredths"};
    std::vector<Column> columns{column("period", {"季度", "Quarter"})};
    add_place_columns(columns);
    columns.push_back(column("table", {"表代码", "Table"}, ColumnType::code));
    columns.push_back(column("table_title", {"表名", "Title of the table"}));
    columns.push_back(column("code", {"分组代码", "Group"}, ColumnType::code, {},
                             {"total 合计，any 无要求，unstated 未登记；各表分别合计，不可相加",
                              "total; any: without requirement; unstated: not registered. Each table has its own total"}));
    columns.push_back(column("name", {"分组", "Name of the group"}));
    columns.push_back(column("merged", {"小分组合并", "Small groups together"}, ColumnType::boolean));
    add_side_columns(columns, "demand", {"需求人数", "People asked for"});
    add_side_columns(columns, "supply", {"求职人数", "People looking for work"});
    columns.push_back(column("ratio", {"求人倍率", "Posts for each person"}, ColumnType::integer, hundredths));
    columns.push_back(column("ratio_quarter", {"求人倍率环比变化", "Ratio since the quarter before"},
                             ColumnType::integer, hundredths));
    columns.push_back(column("ratio_year", {"求人倍率同比变化", "Ratio since the year before"},
                             ColumnType::integer, hundredths));
    return columns;
}

void add_side(Row& row, const quarter_reports::SideView& side, bool is_there) {
    if (!is_there) {
        row.insert(row.end(), 6, Cell());
        return;
    }
    row.push_back(side.amount);
    for (const auto& one : {side.share, side.share_quarter, side.share_year, side.growth_quarter,
                            side.growth_year})
        row.push_back(cell(one));
}

Row report_row(const quarter_reports::ReportView& report, const quarter_reports::TableView& table,
               const quarter_reports::RowView& each) {
    Row row{report.period,
            text_cell(report.place.text),
            text_cell(report.place_name),
            code_cell(table.table),
            text_cell(table.title.zh),
            text_cell(each.code),
            text_cell(each.name),
            each.merged};
    add_side(row, each.demand, table.has_demand);
    add_side(row, each.supply, table.has_supply);
    for (const auto& one : {each.ratio, each.ratio_quarter, each.ratio_year}) row.push_back(cell(one));
    return row;
}

std::vector<Column> survey_columns() {
    const Text thousandths{"千分之一", "thousandths"};
    const Text of_value{"比例或平均数；空：人数太少不公布，或没有人回答（回答数为 0）", "A share or a mean; empty: too few to be told, or nobody answered (answered is 0)"};
    const Text of_total{"按权数推算的总数；空：人数太少不公布，或没有人回答", "The weighted total; empty: too few to be told, or nobody answered"};
    std::vector<Column> columns{column("survey", {"调查", "Survey"})};
    add_place_columns(columns);
    columns.push_back(column("question", {"问题代码", "Question"}, ColumnType::code));
    columns.push_back(column("question_title", {"问题", "Title of the question"}));
    columns.push_back(column("choice", {"选项代码", "Choice"}, ColumnType::code, {},
                             {"空：数字题", "Empty: a question for a number"}));
    columns.push_back(column("choice_title", {"选项", "Title of the choice"}));
    columns.push_back(column("of_member", {"问家庭成员", "Asked of members"}, ColumnType::boolean));
    columns.push_back(column("hidden", {"隐去", "Hidden"}, ColumnType::boolean));
    columns.push_back(column("answered", {"回答数", "Answers"}, ColumnType::integer));
    columns.push_back(column("value", {"估计值", "Estimate"}, ColumnType::integer, thousandths, of_value));
    columns.push_back(column("low", {"95%区间下限", "95 % interval from"}, ColumnType::integer, thousandths));
    columns.push_back(column("high", {"95%区间上限", "95 % interval to"}, ColumnType::integer, thousandths));
    columns.push_back(column("total", {"推算总数", "Estimated total"}, ColumnType::integer, thousandths, of_total));
    columns.push_back(column("total_low", {"总数区间下限", "Total from"}, ColumnType::integer, thousandths));
    columns.push_back(column("total_high", {"总数区间上限", "Total to"}, ColumnType::integer, thousandths));
    return columns;
}

Row survey_row(const surveys::SurveyView& survey, const surveys::ResultView& each) {
    Row row{survey.title,
            text_cell(each.place.empty() ? survey.place.text : each.place),
            text_cell(each.place.empty() ? survey.place_name : each.place_name),
            text_cell(each.question),
            text_cell(each.question_title),
            text_cell(each.choice),
            text_cell(each.choice_title),
            each.of_member,
            each.hidden != 0};
    for (const auto& one : {each.answered, each.value, each.low, each.high, each.total, each.total_low, each.total_high})
        row.push_back(cell(one));
    return row;
}

}  // namespace

Result<Content> quarter_report_table(Anybody& anybody, const journal::Event& event) {
    const quarter_reports::FindReport wanted{quarter_reports::ReportId{event.subject.number}};
    TRY(const auto report, quarter_reports::show_report(anybody.query, wanted));
    TRY(const auto tables, quarter_reports::show_tables(anybody.query, wanted));
    Content table;
    table.kind = "quarter-report";
    table.part = part_of(report.place);
    table.place = report.place;
    table.label = report.period;
    table.position = report.position;
    table.formula = "demand " + std::to_string(report.demand_formula) + ", supply " +
                    std::to_string(report.supply_formula);
    table.places = as_said(report.included, report.excluded);
    table.columns = report_columns();
    for (const auto& one : tables.items) {
        for (const auto& row : one.rows) table.rows.push_back(report_row(report, one, row));
        if (one.is_whole) table.rows.push_back(report_row(report, one, one.total));
    }
    return table;
}

Result<Content> survey_table(Anybody& anybody, const journal::Event& event) {
    const surveys::FindSurvey wanted{surveys::SurveyId{event.subject.number}};
    TRY(const auto survey, surveys::show_survey(anybody.query, wanted));
    TRY(const auto results, surveys::show_results(anybody.query, wanted));
    Content table;
    table.kind = "rural-survey";
    table.part = part_of(survey.place);
    table.place = survey.place;
    table.label = survey.title;
    table.position = event.position;
    TRY(const auto method, surveys::show_method(anybody.query, wanted));
    table.formula = "estimate " + std::to_string(method.formula);
    table.places = places_of(anybody.query.services.get<codes::Tables>(), survey.place);
    table.columns = survey_columns();
    for (const auto& each : results.items) table.rows.push_back(survey_row(survey, each));
    return table;
}

}  // namespace jianghui::open_data
