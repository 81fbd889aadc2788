#include "features/quarter_reports/view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/print/print.hpp"
#include "features/quarter_reports/rules.hpp"
#include "features/quarter_reports/tally.hpp"

namespace jianghui::quarter_reports {
namespace {

using statistics::Division;

std::vector<ReportAct> acts_of(const app::Caller& caller, const ReportRow& report) {
    std::vector<ReportAct> acts;
    if (access::office_needed(caller, report.place)) return acts;
    for (const auto act : {ReportAct::compile, ReportAct::submit, ReportAct::send_back,
                           ReportAct::publish}) {
        if (!next_status(report.status, act)) continue;
        if (act == ReportAct::publish && !may_publish(report, caller.account)) continue;
        acts.push_back(act);
    }
    return acts;
}

/// The places in both reports; of the same formulas only, since others do not compare.
std::vector<std::string> common_places(const ReportRow& one, const ReportRow& other) {
    std::vector<std::string> places;
    if (one.demand_formula != other.demand_formula || one.supply_formula != other.supply_formula)
        return places;
    for (const auto& place : one.included)
        if (std::find(other.included.begin(), other.included.end(), place) !=
            other.included.end())
            places.push_back(place.text);
    return places;
}

Earlier earlier_of(const ReportRow& report, const ReportRow& before) {
    Earlier earlier;
    earlier.places = common_places(report, before);
    earlier.same_panel = !earlier.places.empty() &&
                         earlier.places.size() == report.included.size() &&
                         earlier.places.size() == before.included.size();
    return earlier;
}

std::optional<ReportRow> find_earlier(const store::Reader& reader,
                                      const std::optional<ReportId>& id) {
    return id ? find(reader, *id) : std::nullopt;
}

std::optional<EarlierView> earlier_view(const store::Reader& reader, const ReportRow& report,
                                        const std::optional<ReportId>& id) {
    const auto before = find_earlier(reader, id);
    if (!before) return std::nullopt;
    const auto earlier = earlier_of(report, *before);
    return EarlierView{before->id, before->number, before->period, earlier.same_panel,
                       static_cast<int>(earlier.places.size())};
}

std::optional<Earlier> earlier_rows(const store::Reader& reader, const ReportRow& report,
                                    const std::optional<ReportId>& id, Audience audience) {
    const auto before = find_earlier(reader, id);
    if (!before) return std::nullopt;
    auto earlier = earlier_of(report, *before);
    earlier.rows = by_table(rows(reader, *before, audience));
    return earlier;
}

/// Whether every group and title of the tables is found in a law or standard.
bool groups_confirmed(const codes::Tables& tables) {
    for (const auto& [list, items] : tables.tables())
        if (list.starts_with("quarter_"))
            for (const auto& item : items)
                if (item.mark != codes::Mark::found) return false;
    return true;
}

/// What a reader has to know about a table.
std::vector<Text> notes_of(const TableView& table, const ReportRow& report, Audience audience) {
    std::vector<Text> notes;
    switch (table.table) {
        case TableName::employer_kind:
            notes.push_back({"按统一社会信用代码的登记管理部门和机构类别划分；企业的内资、港澳台资、外资没有登记。",
                             "Divided by the unified credit code. Whether a company is domestic or foreign is "
                             "not registered."});
            break;
        case TableName::seeker_kind:
            notes.push_back({"按求职登记时本人或登记机构所填的类别；这一项可以不填，没有填的列为未登记。",
                             "By the kind stated at registration, which is optional: who states none is "
                             "not registered."});
            break;
        case TableName::sex:
        case TableName::age:
            notes.push_back({"岗位不得限定性别和年龄，需求全部列为无要求，按求职人数的比例分摊后计算倍率。",
                             "Posts may ask for no sex or age: all demand is without requirement, spread by the "
                             "people's shares for the ratio."});
            break;
        case TableName::schooling:
        case TableName::skill_level:
            notes.push_back({"需求按岗位写明的最低要求；无要求的按求职人数的比例分摊后计算倍率。",
                             "Demand by what posts ask for at least; what has no requirement is spread by the "
                             "people's shares for the ratio."});
            break;
        default: break;
    }
    if (table.table == TableName::skill_level)
        notes.push_back({"职称没有登记，本表只有技能等级。",
                         "Professional titles are not registered: skill levels only."});
    const bool merged = std::any_of(table.rows.begin(), table.rows.end(),
                                    [](const RowView& row) { return row.merged; });
    if (merged)
        notes.push_back(
            {fmt::format("不足 {} 人或 {} 家用人单位的分组合并为一行。", report.persons_min,
                         report.firms_min),
             fmt::format("Groups of fewer than {} people or {} companies are one row together.",
                         report.persons_min, report.firms_min)});
    if (!table.is_whole && audience == Audience::everybody)
        notes.push_back({"人数或用人单位较少的职业不列出。",
                         "Occupations with few people or companies are not listed."});
    if (table.table == TableName::occupation_class && audience == Audience::everybody && merged &&
        std::none_of(table.rows.begin(), table.rows.end(),
                     [](const RowView& row) { return row.code == any_code; }))
        notes.push_back({"无要求的求职者不单列，计算倍率时没有分摊。",
                         "People without a preference are not shown alone and not spread for the ratio."});
    return notes;
}

void name(const codes::Tables& tables, TableView& table, const ReportRow& report) {
    for (auto& row : table.rows) row.name = group_name(tables, table.table, row.code);
    table.total.name = "合计";
    if (table.table == TableName::city && report.place)
        table.title = {"按区县", "By county"};
}

}  // namespace

bool is_office_of(const app::Caller& caller, const ReportRow& report) {
    return access::oversees(caller, report.place);
}

Audience audience_of(const app::Caller& caller, const ReportRow& report) {
    return is_office_of(caller, report) ? Audience::office : Audience::everybody;
}

Result<ReportRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                               ReportId id) {
    auto report = find(reader, id);
    if (!report) return refuse(not_found);
    if (report->status != ReportStatus::published && !is_office_of(caller, *report))
        return refuse(not_found);
    return std::move(*report);
}

std::string group_name(const codes::Tables& tables, TableName table, const std::string& code) {
    if (code == any_code) return "无要求";
    if (code == unstated_code) return "未登记";
    if (code.starts_with("*")) {
        const auto* of = tables.find_item(list_of(TableName::sector), code.substr(1));
        return of != nullptr ? of->zh + "其他（合并）" : "其他（合并）";
    }
    switch (table) {
        case TableName::overall:
        case TableName::city: return statistics::name_in(Division::county, tables, code);
        case TableName::industry: return statistics::name_in(Division::industry, tables, code);
        case TableName::occupation_class:
        case TableName::gaps:
        case TableName::surpluses:
            return statistics::name_in(Division::occupation, tables, code);
        default: return tables.title(list_of(table), code);
    }
}

ReportView view(const store::Reader& reader, const app::Services& services,
                const app::Caller& caller, const ReportRow& report) {
    const auto& tables = services.get<codes::Tables>();
    ReportView shown;
    shown.id = report.id;
    shown.place = report.place;
    shown.place_name = tables.place_or_region_name(report.place);
    shown.period = report.period;
    shown.status = report.status;
    shown.version = report.version;
    shown.number = report.number;
    shown.title = fmt::format("{}{}市场供求分析报告", shown.place_name, print::period_in_words(report.period));
    shown.demand_formula = report.demand_formula;
    shown.supply_formula = report.supply_formula;
    shown.position = report.position;
    shown.demand = report.demand;
    shown.supply = report.supply;
    shown.ratio =
        statistics::ratio_hundredths({report.demand, report.supply, report.demand, 0});
    shown.left_out = report.left_out;
    shown.persons_min = report.persons_min;
    shown.firms_min = report.firms_min;
    shown.groups_confirmed = groups_confirmed(tables);
    for (const auto& place : report.included)
        shown.included.push_back({place, tables.place_or_region_name(place)});
    for (const auto& one : report.excluded)
        shown.excluded.push_back({one.place, tables.place_or_region_name(one.place), one.reason.text});
    shown.quarter_before = earlier_view(reader, report, report.quarter_before);
    shown.year_before = earlier_view(reader, report, report.year_before);
    shown.digest = report.digest;
    if (is_office_of(caller, report)) shown.note = report.note;
    shown.audience = audience_of(caller, report);
    shown.made_at = report.made_at;
    shown.published_at = report.published_at;
    shown.acts = acts_of(caller, report);
    if (caller.is(app::Role::official) && report.status != ReportStatus::published)
        shown.needs_office = access::office_needed(caller, report.place);
    return shown;
}

std::vector<TableView> tables_of(const store::Reader& reader, const app::Services& services,
                                 const ReportRow& report, Audience audience) {
    const auto& tables = services.get<codes::Tables>();
    Columns columns{by_table(rows(reader, report, audience)),
                    earlier_rows(reader, report, report.quarter_before, audience),
                    earlier_rows(reader, report, report.year_before, audience)};
    std::vector<TableView> views;
    const auto order = tables.tables().find("quarter_tables");
    if (order == tables.tables().end()) return views;
    for (const auto& item : order->second) {
        const auto table = codec::parse_enum<TableName>(item.code);
        if (!table) continue;
        auto view = table_of(*table, columns);
        view.number = fmt::format("表{}", views.size() + 1);
        view.title = {item.zh, item.en};
        name(tables, view, report);
        view.notes = notes_of(view, report, audience);
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace jianghui::quarter_reports
