// What is asked about duties.

#include "features/duties/endpoints.hpp"

#include <algorithm>
#include <tuple>

#include "engine/app/page.hpp"
#include "features/duties/rights.hpp"
#include "features/duties/store.hpp"
#include "features/duties/view.hpp"

namespace jianghui::duties {
namespace {

Wanted wanted_of(const app::Caller& caller) {
    const auto [from, to] = codes_within(caller.place);
    return {from, to, {}, {}, {}, {}};
}

}  // namespace

Result<DutyList> list_duties(app::Query& query, const FindDuties& input) {
    auto wanted = wanted_of(query.caller);
    wanted.place = input.place;
    wanted.status = input.status;
    if (input.year)
        std::tie(wanted.due_from, wanted.due_to) = due_in(static_cast<int>(input.year->value));
    const Sight sight = sight_of(query);
    auto findings = findings_of(query.db, wanted);
    DutyList shown;
    const std::size_t limit = app::limit_of(input.limit);
    // Every light is computed, since all are counted; one page of them is sent.
    const auto last_seen = input.cursor ? find(query.db, *input.cursor) : std::nullopt;
    for (const auto& duty : list(query.db, wanted)) {
        auto one = view(sight, duty, findings[duty.id]);
        if (one.light == Light::red) ++shown.red;
        if (one.light == Light::yellow) ++shown.yellow;
        if (one.light == Light::green) ++shown.green;
        const bool fits = !input.light || one.light == *input.light;
        if (fits) ++shown.total;
        if (!fits || (last_seen && std::tie(duty.due_on, duty.id) <=
                                       std::tie(last_seen->due_on, last_seen->id)))
            continue;
        if (shown.items.size() < limit)
            shown.items.push_back(std::move(one));
        else if (!shown.next)
            shown.next = shown.items.back().id.text();
    }
    for (const auto* place : query.services.get<codes::Tables>().region())
        if (query.caller.acts_in(place->code)) shown.setting.push_back(place->code);
    if (query.caller.is(app::Role::official) && query.caller.place && shown.setting.empty())
        shown.setting.push_back(query.caller.place);
    return shown;
}

Result<DutyDetail> show_duty(app::Query& query, const FindDuty& input) {
    const Sight sight = sight_of(query);
    TRY(const auto duty, find_visible(sight, input.duty));
    return detail(sight, duty);
}

namespace {

app::Waiting waiting_for(const DutyView& duty, const char* kind, const char* zh, const char* en) {
    return {kind,
            {zh + duty.title, en + duty.title},
            "duty",
            duty.id.number,
            start_of(add_days(duty.due_on, 1)),
            duty.reported_at.value_or(start_of(duty.starts_on)),
            "/desk/duties/" + duty.id.text()};
}

/// For the place's own office what is yellow or red; for who set it what waits to be confirmed.
std::vector<app::Waiting> waiting_for_office(const app::Query& query, int limit) {
    const Sight sight = sight_of(query);
    const auto wanted = wanted_of(query.caller);
    auto findings = findings_of(query.db, wanted);
    std::vector<app::Waiting> waiting;
    for (const auto& duty : list(query.db, wanted)) {
        if (static_cast<int>(waiting.size()) >= limit) break;
        if (duty.status != DutyStatus::open && duty.status != DutyStatus::reported) continue;
        const auto shown = view(sight, duty, findings[duty.id]);
        const auto may = [&](DutyAct act) {
            return std::find(shown.acts.begin(), shown.acts.end(), act) != shown.acts.end();
        };
        if (may(DutyAct::confirm))
            waiting.push_back(waiting_for(shown, "duty.confirm", "待核实：", "To be confirmed: "));
        else if (duty.place == query.caller.place && shown.light >= Light::yellow)
            waiting.push_back(waiting_for(shown, "duty.due",
                                          shown.light == Light::red ? "红灯责任事项：" : "黄灯责任事项：",
                                          shown.light == Light::red ? "Red duty: " : "Yellow duty: "));
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"duties.office", {app::Role::official}, waiting_for_office}};
}

}  // namespace jianghui::duties
