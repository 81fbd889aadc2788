#include "engine/procedures/standing.hpp"

#include <algorithm>

namespace jianghui::procedures {
namespace {

using access::Role;

bool member(const access::Caller& caller, std::optional<OrganisationId> organisation,
            std::optional<PersonId> person) {
    if (caller.in_office() || access::is_administrator(caller.role)) return false;
    return (organisation && caller.organisation && *organisation == caller.organisation) ||
           (person && caller.person && *person == caller.person);
}

bool may_be(const CaseRow& row, Actor actor, const access::Caller& caller) {
    switch (actor) {
        case Actor::applicant: return is_applicant(row, caller);
        case Actor::party: return is_party(row, caller);
        case Actor::official: return caller.is(Role::official) && caller.supervises(row.place);
        case Actor::inspector: return caller.is(Role::inspector) && caller.supervises(row.place);
        case Actor::counterpart_official:
            return row.counterpart && caller.is(Role::official) &&
                   caller.supervises(*row.counterpart);
        case Actor::counterpart_inspector:
            return row.counterpart && caller.is(Role::inspector) &&
                   caller.supervises(*row.counterpart);
        case Actor::clock: return false;
    }
    return false;
}

bool level_fits(const Step& step, Actor as, const access::Caller& caller) {
    if (!step.levels || as == Actor::applicant || as == Actor::party) return true;
    const Level level = registers::level_of(caller.place);
    return std::find(step.levels->begin(), step.levels->end(), level) != step.levels->end();
}

}  // namespace

bool is_applicant(const CaseRow& row, const access::Caller& caller) {
    if (row.applicant_place) return caller.in_office() && caller.place == *row.applicant_place;
    return member(caller, row.applicant_organisation, row.applicant_person);
}

bool is_party(const CaseRow& row, const access::Caller& caller) {
    if (!row.party_organisation && !row.party_person) return is_applicant(row, caller);
    return member(caller, row.party_organisation, row.party_person);
}

bool assists(const CaseRow& row, const access::Caller& caller) {
    return row.assisted_place && caller.in_office() && caller.place == *row.assisted_place;
}

std::optional<Relation> relation_of(const CaseRow& row, const access::Caller& caller) {
    if (caller.in_office()) {
        if (caller.supervises(row.place)) return Relation::office;
        if (row.counterpart && caller.supervises(*row.counterpart)) return Relation::counterpart;
        if (is_applicant(row, caller) || assists(row, caller)) return Relation::applicant;
        return std::nullopt;
    }
    if (is_applicant(row, caller)) return Relation::applicant;
    if (is_party(row, caller) && (row.told || !row.confidential)) return Relation::party;
    return std::nullopt;
}

std::optional<Acting> acting_in(const CaseRow& row, const Step& step,
                                const access::Caller& caller) {
    for (const Actor actor : step.by)
        if (may_be(row, actor, caller) && level_fits(step, actor, caller))
            return Acting{actor, false};
    const bool for_applicant =
        has(step.by, Actor::applicant) ||
        (has(step.by, Actor::party) && !row.party_organisation && !row.party_person);
    if (for_applicant && assists(row, caller)) return Acting{Actor::applicant, true};
    return std::nullopt;
}

bool may_approve(const Procedure& procedure, const CaseRow& row,
                 const std::vector<StepRow>& steps, AccountId account) {
    if (row.opened_by == account) return false;
    return std::none_of(steps.begin(), steps.end(), [&](const StepRow& taken) {
        if (taken.account != account && taken.on_behalf_of != account) return false;
        const Step* step = taken.step ? procedure.step(*taken.step) : nullptr;
        return taken.assisted || step == nullptr || is_set(step->handles);
    });
}

bool sees_step(const Procedure& procedure, const CaseRow& row,
               const std::vector<StepRow>& steps, const StepRow& step, Relation relation) {
    if (relation != Relation::party || !row.confidential) return true;
    if (step.actor == Actor::applicant) return false;
    const auto told = std::find_if(steps.begin(), steps.end(), [&](const StepRow& one) {
        const Step* defined = one.step ? procedure.step(*one.step) : nullptr;
        return defined != nullptr && is_set(defined->notifies);
    });
    return told != steps.end() && step.ordinal >= told->ordinal;
}

}  // namespace jianghui::procedures
