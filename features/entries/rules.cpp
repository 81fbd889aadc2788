#include "features/entries/rules.hpp"

#include <algorithm>

#include "features/entries/errors.hpp"

namespace jianghui::entries {

using registers::GateEffect;
using std::chrono::sys_days;

bool is_subject(const access::Caller& caller, const Entry& entry) {
    const bool own_organisation = caller.organisation && entry.organisation == caller.organisation;
    return own_organisation || (caller.person && entry.person == caller.person);
}

Audience audience_of(const access::Caller& caller, const Entry& entry, bool counts_here) {
    if (caller.supervises(entry.place)) return Audience::officials;
    if (is_subject(caller, entry)) return Audience::parties;
    return caller.in_office() && counts_here ? Audience::parties : Audience::everybody;
}

bool is_shown(const Entry& entry, bool published, Audience audience) {
    if (audience != Audience::everybody) return true;
    if (!published) return false;
    const bool burdens = entry.gate == GateEffect::exclusion || entry.gate == GateEffect::warning;
    return !burdens || entry.status == EntryStatus::valid;
}

bool may_act(const access::Caller& caller, const PlaceCode& place) {
    return caller.is(access::Role::official) && caller.acts_in(place);
}

std::vector<EntryStep> steps_from(EntryStatus status) {
    std::vector<EntryStep> steps;
    for (const auto step : {EntryStep::suspend, EntryStep::restore, EntryStep::end,
                            EntryStep::revoke, EntryStep::withdraw})
        if (registers::status_after(status, step)) steps.push_back(step);
    return steps;
}

bool is_by_two(const Entry& entry, EntryStep step) {
    return entry.bars() || step == EntryStep::revoke || step == EntryStep::withdraw;
}

bool is_changed_by_two(const Entry& entry, const Register& definition) {
    return entry.bars() || definition.bars();
}

std::vector<EntryReason> reasons_of(EntryStep step) {
    using enum EntryReason;
    switch (step) {
        case EntryStep::suspend:
            return {violation, at_own_request, other};
        case EntryStep::restore:
            return {remedied, repaired, at_own_request, other};
        case EntryStep::revoke:
            return {violation, other};
        case EntryStep::withdraw:
            return {annulled, other};
        case EntryStep::end:
            return {at_own_request, repaired, superseded, lapsed, other};
        case EntryStep::expire:
            break;
    }
    return {lapsed};
}

Result<Done> check_reason(EntryStep step, EntryReason reason, const std::optional<Sentence>& note) {
    const auto fitting = reasons_of(step);
    if (std::find(fitting.begin(), fitting.end(), reason) == fitting.end()) {
        std::vector<std::string> names;
        for (const auto one : fitting) names.emplace_back(codec::enum_text(one));
        return refuse(error(entry_reason_unfit).at("/reason").near(std::move(names)));
    }
    if (reason == EntryReason::other && !note) return refuse(error(entry_note_missing).at("/note"));
    return Done{};
}

bool was_in_force(const std::vector<registers::EntryVersion>& versions, Date day) {
    if (versions.empty()) return false;
    const registers::EntryVersion* then = &versions.front();
    for (const auto& version : versions)
        if (sys_days(date_of(version.at)) <= sys_days(day)) then = &version;
    if (then->status != EntryStatus::valid) return false;
    return sys_days(then->valid_from_on) <= sys_days(day) &&
           (!then->valid_to_on || sys_days(day) <= sys_days(*then->valid_to_on));
}

Counting counting(const Entry& entry, const PlaceCode& place, Date day,
                  const std::vector<registers::Recognition>& recognitions) {
    if (!registers::in_force_on(entry, day)) return {false, CountsWhy::not_in_force, {}};
    if (entry.counts == registers::Counts::everywhere) return {true, CountsWhy::everywhere, {}};
    if (registers::counts_in(entry, place, day, {})) return {true, CountsWhy::issuing_place, {}};
    for (const auto& recognition : recognitions)
        if (registers::counts_in(entry, place, day, {recognition}))
            return {true, CountsWhy::recognised, recognition.id};
    return {};
}

std::vector<std::string> changed_fields(const registers::Fields& fields,
                                        const codec::json::value& before,
                                        const codec::json::value& after, Audience reader) {
    std::vector<std::string> changed;
    const auto* old_values = before.if_object();
    const auto* new_values = after.if_object();
    if (old_values == nullptr || new_values == nullptr) return changed;
    for (const auto& field : fields) {
        if (field.read_by() > reader) continue;
        const auto* was = old_values->if_contains(field.id.text);
        const auto* is = new_values->if_contains(field.id.text);
        const bool same = was == nullptr || is == nullptr ? was == is : *was == *is;
        if (!same) changed.push_back(field.id.text);
    }
    return changed;
}

registers::Fields fields_for(const registers::Fields& fields, Audience reader) {
    registers::Fields shown;
    for (const auto& field : fields)
        if (field.read_by() <= reader) shown.push_back(field);
    return shown;
}

}  // namespace jianghui::entries
