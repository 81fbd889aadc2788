#include "features/lists/view.hpp"

#include "features/lists/rules.hpp"

namespace jianghui::lists {
namespace {

using statistics::Division;

std::string occupation_name(const codes::Tables& tables, const std::string& code) {
    if (code == "*") return "其他（合并的职业）";
    if (code.empty()) return "无要求";
    return statistics::name_in(Division::occupation, tables, code);
}
std::string industry_name(const codes::Tables& tables, const std::string& code) {
    return code.empty() ? "" : statistics::name_in(Division::industry, tables, code);
}
std::string line_place_name(const codes::Tables& tables, const PlaceCode& place) {
    return place ? tables.place_name(place) : "其他地区";
}

std::vector<ListAct> acts_of(const app::Caller& caller, const ListRow& list) {
    std::vector<ListAct> acts;
    if (access::office_needed(caller, list.place)) return acts;
    for (const auto act : {ListAct::compile, ListAct::submit, ListAct::send_back, ListAct::freeze,
                           ListAct::publish}) {
        if (!next_status(list.status, act)) continue;
        if (act == ListAct::freeze && !may_freeze(list, caller.account)) continue;
        acts.push_back(act);
    }
    return acts;
}

}  // namespace

bool is_office_of(const app::Caller& caller, const ListRow& list) {
    return access::oversees(caller, list.place);
}

Audience audience_of(const app::Caller& caller, const ListRow& list) {
    return is_office_of(caller, list) ? Audience::office : Audience::everybody;
}

Result<ListRow> find_visible(const store::Reader& reader, const app::Caller& caller, ListId id) {
    auto list = find(reader, id);
    if (!list) return refuse(not_found);
    if (list->status != ListStatus::published && !is_office_of(caller, *list))
        return refuse(not_found);
    return std::move(*list);
}

Result<std::shared_ptr<const statistics::Measure>> measure_of(const app::Services& services,
                                                              const ListRow& list) {
    return services.get<statistics::Measures>().version(codec::enum_text(list.kind),
                                                        list.formula);
}

statistics::Slice slice_of(const statistics::Measure& measure, const ListRow& list) {
    const auto period = statistics::parse_period(measure.period, list.period);
    ASSERT(period.has_value());
    return {*period, list.place, list.position};
}

ListView view(const app::Services& services, const app::Caller& caller, const ListRow& list) {
    const auto& tables = services.get<codes::Tables>();
    ListView shown;
    shown.id = list.id;
    shown.kind = list.kind;
    shown.place = list.place;
    shown.place_name = tables.place_or_region_name(list.place);
    shown.period = list.period;
    shown.status = list.status;
    shown.version = list.version;
    shown.number = list.number;
    shown.formula = list.formula;
    if (const auto measure = measure_of(services, list)) {
        shown.method = (*measure)->method;
        shown.unit = (*measure)->unit;
    }
    shown.position = list.position;
    shown.total = list.total;
    shown.left_out = list.left_out;
    for (const auto& place : list.included)
        shown.included.push_back({place, tables.place_or_region_name(place)});
    for (const auto& one : list.excluded)
        shown.excluded.push_back({one.place, tables.place_or_region_name(one.place), one.reason.text});
    shown.digest = list.digest;
    if (is_office_of(caller, list)) shown.note = list.note;
    shown.made_at = list.made_at;
    shown.frozen_at = list.frozen_at;
    shown.published_at = list.published_at;
    shown.acts = acts_of(caller, list);
    if (caller.is(app::Role::official) && list.status != ListStatus::published)
        shown.needs_office = access::office_needed(caller, list.place);
    return shown;
}

LineView view(const codes::Tables& tables, const Line& line) {
    return {line.line,
            line.place,
            line_place_name(tables, line.place),
            line.industry,
            industry_name(tables, line.industry),
            line.occupation,
            occupation_name(tables, line.occupation),
            line.amount,
            line.occupation == "*"};
}

namespace {

ChangeView view(const codes::Tables& tables, const Change& change) {
    return {change.place,
            line_place_name(tables, change.place),
            industry_name(tables, change.industry),
            change.occupation,
            occupation_name(tables, change.occupation),
            change.before,
            change.now,
            change.before_absent,
            change.now_absent,
            change.difference};
}

std::vector<PlaceView> named(const codes::Tables& tables, const std::vector<PlaceCode>& places) {
    std::vector<PlaceView> views;
    for (const auto& place : places) views.push_back({place, tables.place_or_region_name(place)});
    return views;
}

Compared compared(const store::Reader& reader, const ListRow& list, Audience audience) {
    return {all_lines(reader, list, audience), list.included, list.excluded};
}

}  // namespace

ChangesView changes_of(const store::Reader& reader, const codes::Tables& tables,
                       const ListRow& list, Audience audience) {
    ChangesView changes;
    const auto earlier = before(reader, list);
    if (!earlier) return changes;
    changes.since = earlier->id;
    changes.since_number = earlier->number;
    changes.since_formula = earlier->formula;
    const Compared was = compared(reader, *earlier, audience);
    const Compared is = compared(reader, list, audience);
    const Panel panel = panel_of(was, is);
    changes.only_before = named(tables, panel.only_before);
    changes.only_now = named(tables, panel.only_now);
    changes.total_before = panel.before;
    changes.total_now = panel.now;
    for (const auto& change : differences(was, is)) changes.items.push_back(view(tables, change));
    return changes;
}

}  // namespace jianghui::lists
