// What waits of entries: one that runs out, for its subject; a proposed act, for a second official; definitions to be
// mended or confirmed, for the administrator.

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/entries/definition_endpoints.hpp"
#include "features/entries/endpoints.hpp"

namespace jianghui::entries {
namespace {

/// Entries in force of the caller whose last day is near, the nearest first.
std::vector<app::Waiting> running_out(const app::Query& query, int limit) {
    const Date today = date_of(query.now);
    const auto notice = static_cast<int>(query.services.get<codes::Tables>().parameter_or(
        "entry_expiry_notice_days", today, 60));
    const auto entries = query.caller.person
                             ? registers::about(query.db, query.caller.person)
                             : registers::about(query.db, query.caller.organisation);
    const auto& catalogue = query.services.get<registers::Catalogue>();
    const std::string page = query.caller.person ? "/registers/entries/" : "/desk/entries/";
    std::vector<app::Waiting> waiting;
    for (const auto& entry : entries) {
        if (!registers::in_force_on(entry, today) || !entry.valid_to_on) continue;
        if (days_between(today, *entry.valid_to_on) > notice) continue;
        const auto definition = catalogue.current(entry.register_id);
        if (!definition) continue;
        const Text& title = (*definition)->title;
        waiting.push_back({"entry.runs_out",
                           {title.zh + "即将到期：" + entry.number,
                            title.en + " runs out: " + entry.number},
                           "entry",
                           entry.id.number,
                           start_of(add_days(*entry.valid_to_on, 1)),
                           start_of(add_days(*entry.valid_to_on, -notice)),
                           page + entry.id.text()});
    }
    std::sort(waiting.begin(), waiting.end(),
              [](const auto& a, const auto& b) { return a.due_at < b.due_at; });
    if (static_cast<int>(waiting.size()) > limit)
        waiting.erase(waiting.begin() + limit, waiting.end());
    return waiting;
}

Text to_decide_on(registers::ProposedAct act) {
    if (act == registers::ProposedAct::change) return {"待审批变更：", "To decide on changing: "};
    switch (registers::step_of(act)) {
        case registers::EntryStep::withdraw: return {"待审批撤销：", "To decide on withdrawing: "};
        case registers::EntryStep::end: return {"待审批移出：", "To decide on ending: "};
        case registers::EntryStep::suspend: return {"待审批暂停：", "To decide on suspending: "};
        case registers::EntryStep::restore: return {"待审批恢复：", "To decide on restoring: "};
        default: return {"待审批吊销：", "To decide on revoking: "};
    }
}

/// What a colleague proposed to do to entries, for the officials of the place.
std::vector<app::Waiting> to_decide(const app::Query& query, int limit) {
    const auto& catalogue = query.services.get<registers::Catalogue>();
    std::vector<app::Waiting> waiting;
    for (const auto& proposal : registers::proposals_within(query.db, query.caller.place, false,
                                                            query.caller.account, limit)) {
        const auto entry = registers::find(query.db, *proposal.entry);
        const auto definition = catalogue.current(proposal.register_id);
        if (!entry || !definition) continue;
        const Text act = to_decide_on(proposal.act);
        const Text& title = (*definition)->title;
        waiting.push_back({"entry.decide",
                           {act.zh + title.zh + " " + entry->number, act.en + title.en + " " + entry->number},
                           "entry",
                           entry->id.number,
                           std::nullopt,
                           proposal.proposed_at,
                           "/desk/entries/" + entry->id.text()});
    }
    return waiting;
}

/// Files of definitions that have faults, and versions in force whose marked bases nobody has confirmed: one line each.
std::vector<app::Waiting> to_look_after(const app::Query& query, int /*limit*/) {
    std::int64_t refused = 0, waiting = 0;
    Instant since = query.now;
    for (const auto& one : definitions_of(query, std::nullopt)) {
        refused += one.state == DefinitionState::refused;
        if (one.state != DefinitionState::in_force || one.confirmed) continue;
        ++waiting;
        if (one.since_at) since = std::min(since, *one.since_at);
    }
    std::vector<app::Waiting> lines;
    const auto add = [&](std::string kind, Text title, Instant from) {
        lines.push_back({std::move(kind), std::move(title), "definition", 0, std::nullopt, from, "/desk/definitions"});
    };
    if (refused > 0)
        add("definition.refused",
            {"定义文件有错，未采用：" + std::to_string(refused) + " 个",
             "Definition files with faults, not used: " + std::to_string(refused)},
            query.now);
    if (waiting > 0)
        add("definition.confirm",
            {"登记簿和事项的依据待确认：" + std::to_string(waiting) + " 个",
             "Definitions whose bases are to be confirmed: " + std::to_string(waiting)},
            since);
    return lines;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"entries.to_decide", {Role::official}, to_decide},
            {"entries.definitions", {Role::system_administrator}, to_look_after},
            {"entries.running_out", {Role::employer, Role::agency, Role::worker}, running_out}};
}

}  // namespace jianghui::entries
