// Taking a step.

#include <algorithm>

#include "engine/access/access.hpp"
#include "engine/codec/text_member.hpp"
#include "engine/procedures/catalogue.hpp"
#include "engine/procedures/custody_acts.hpp"
#include "engine/procedures/delegation.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/sealed_values.hpp"

namespace jianghui::procedures {
namespace {

using access::Caller;

/// An official who is herself a side of the case handles nothing of it.
bool is_side(const CaseRow& row, const Caller& caller) {
    return caller.person && (row.applicant_person == caller.person ||
                             row.party_person == caller.person);
}

/// What the form says about the party and the counterpart.
void take_sides(const Procedure& procedure, const StepRow& taken, CaseRow& row) {
    const auto text_of = [&](const std::optional<std::string>& dotted) -> std::string {
        const auto names = dotted ? parted(*dotted) : std::nullopt;
        if (!names || taken.form != names->first) return {};
        return std::string(codec::text_member(taken.form_values.get_object(), names->second));
    };
    if (const auto place = text_of(procedure.handled.counterpart); !place.empty())
        row.counterpart = PlaceCode{place};
    const auto party = text_of(procedure.party);
    if (party.empty()) return;
    if (procedure.field(*procedure.party)->type == registers::FieldType::organisation)
        row.party_organisation = OrganisationId::parse(party);
    else
        row.party_person = PersonId::parse(party);
}

StepRow line_of(app::Command& command, const CaseRow& row, const Step& step, Acting acting,
                const StepWanted& wanted) {
    StepRow taken;
    taken.id = command.next_id<CaseStepId>();
    taken.city = row.city;
    taken.case_id = row.id;
    taken.ordinal = row.steps + 1;
    taken.step = step.id.text;
    taken.from_state = row.state;
    taken.to_state = step.to.text;
    taken.actor = acting.as;
    taken.assisted = acting.assisted;
    if (acting.as != Actor::clock) {
        taken.account = command.caller.account;
        taken.on_behalf_of = wanted.for_colleague;
        if (command.caller.place) taken.account_place = command.caller.place;
    }
    if (is_set(step.reason)) taken.reason = wanted.reason;
    taken.form_values = codec::json::object();
    taken.at = command.now;
    return taken;
}

Result<Done> fill_form(app::Command& command, const Procedure& procedure, const CaseRow& row,
                       const Step& step, const StepWanted& wanted, StepRow& taken) {
    static const Form none;
    const Form& form = step.form ? *procedure.form(step.form->text) : none;
    TRY(const auto values, check_form(command, form, wanted.values, &row));
    if (!step.form) return Done{};
    taken.form = step.form->text;
    seal_values(command.services, form.fields, values, taken);
    return attach_files(command, form, values, row, taken);
}

/// Moves the row on; fails with case_moved_on when another step was faster.
Result<Done> advance(app::Command& command, const Procedure& procedure, const Step& step,
                     CaseRow& row) {
    const State& state = *procedure.state(step.to.text);
    row.state = state.id.text;
    row.waits_for = state.waits_for;
    row.steps += 1;
    row.told = row.told || is_set(step.notifies);
    if (is_set(step.publishes)) row.published_at = command.now;
    row.changed_at = command.now;
    if (!state.waits_for) row.closed_at = command.now;
    if (command.db.execute(sql::advance_case,
                           store::members_and(row, "before", row.steps - 1)) != 1)
        return refuse(case_moved_on);
    return Done{};
}

Result<Done> run_effects(app::Command& command, const Procedure& procedure, const CaseRow& row,
                         const Step& step, const std::vector<StepRow>& steps) {
    static const std::map<std::string, std::string> none;
    if (!step.effects) return Done{};
    TRY(const FormValues clear, clear_values_of(command.services, steps));
    for (const auto& rule : *step.effects) {
        const Effect* effect = command.services.get<Rules>().find_effect(rule.name.text);
        ASSERT(effect != nullptr);  // faults_of refuses unknown names.
        TRY_DO((*effect)({command, procedure, row, steps.back(), steps, clear,
                          rule.with ? *rule.with : none}));
    }
    return Done{};
}

/// The guards that look at what this step's form says.
Result<Done> check_own_form(const app::Command& command, const Procedure& procedure,
                            const CaseRow& row, std::vector<StepRow> steps, const Step& step,
                            const StepRow& taken) {
    steps.push_back(taken);
    const FormValues values = values_of(steps);
    static const std::map<std::string, std::string> none;
    return check_guards(command.services.get<Rules>(), step,
                        {command.db, command.services, procedure, row, steps, values, none,
                         date_of(command.now)},
                        Guards::of_own_form);
}

/// The colleague for whom the caller takes the step may take it too, as an office. Fails as acts_for, and with
/// step_not_yours, recusal.
Result<Done> check_colleague(const store::Reader& reader, const app::Services& services, const CaseRow& row,
                             const Step& step, bool of_office, const Caller& caller, AccountId colleague, Date today) {
    if (!of_office) return refuse(delegation_missing);
    TRY(const Caller giver, acts_for(reader, services, row, caller, colleague, today));
    if (!acting_in(row, step, giver)) return refuse(step_not_yours);
    if (is_side(row, giver)) return refuse(recusal);
    return Done{};
}

/// Whether the accounts are a second pair of eyes: they have handled nothing of the case, and stand in these days for
/// nobody who has. Fails with four_eyes, delegate_no_second.
Result<Done> check_second(const store::Reader& reader, const Procedure& procedure, const CaseRow& row,
                          const std::vector<StepRow>& steps, const std::vector<AccountId>& accounts, Date today) {
    const auto handled = [&](AccountId account) { return !may_approve(procedure, row, steps, account); };
    if (std::any_of(accounts.begin(), accounts.end(), handled)) return refuse(four_eyes);
    for (const auto account : accounts) {
        const auto colleagues = stands_in_for(reader, row, account, today);
        if (std::any_of(colleagues.begin(), colleagues.end(), handled)) return refuse(delegate_no_second);
    }
    return Done{};
}

void record_step(app::Command& command, const CaseRow& row, const StepRow& taken) {
    CaseChange change = change_of(row);
    change.step = taken.step;
    change.by = taken.actor;
    change.on_behalf_of = taken.on_behalf_of;
    change.assisted = taken.assisted;
    change.timeline = taken.id;
    record(command, case_step_taken, row, change);
    if (row.closed_at) record(command, case_closed_event, row, change_of(row));
}

}  // namespace

Result<Acting> may_take(const store::Reader& reader, const app::Services& services,
                        const Procedure& procedure, const CaseRow& row,
                        const std::vector<StepRow>& steps, const Step& step, const Caller& caller,
                        Date today, std::optional<AccountId> for_colleague) {
    const auto acting = acting_in(row, step, caller);
    if (!acting) return refuse(step_not_yours);
    const bool of_office = acting->as != Actor::applicant && acting->as != Actor::party;
    if (of_office && is_side(row, caller)) return refuse(recusal);
    if (for_colleague)
        TRY_DO(check_colleague(reader, services, row, step, of_office, caller, *for_colleague, today));
    if (row.closed_at) return refuse(case_closed);
    if (!has(step.from, row.state)) return refuse(step_not_now);
    if (is_set(step.approves)) {
        std::vector<AccountId> accounts{caller.account};
        if (for_colleague) accounts.push_back(*for_colleague);
        TRY_DO(check_second(reader, procedure, row, steps, accounts, today));
    }
    const FormValues values = values_of(steps);
    static const std::map<std::string, std::string> none;
    TRY_DO(check_guards(services.get<Rules>(), step,
                        {reader, services, procedure, row, steps, values, none, today}));
    return *acting;
}

Result<CaseRow> carry_out(app::Command& command, const Procedure& procedure, const CaseRow& before,
                          std::vector<StepRow> steps, const Step& step, Acting acting,
                          const StepWanted& wanted) {
    CaseRow row = before;
    StepRow taken = line_of(command, row, step, acting, wanted);
    TRY_DO(fill_form(command, procedure, row, step, wanted, taken));
    TRY_DO(check_own_form(command, procedure, row, steps, step, taken));
    if (is_set(step.burdens)) TRY_DO(check_all_files(command, procedure, row, steps));
    take_sides(procedure, taken, row);
    if (row.counterpart && row.counterpart != before.counterpart)
        note_sending(command, row, *row.counterpart);
    TRY_DO(advance(command, procedure, step, row));
    extend_clocks(command, procedure, row, step);
    turn_clocks(command, procedure, row, taken.from_state);
    steps.push_back(taken);
    const FormValues values = values_of(steps);
    taken.notice = notice_of(command, procedure, row, step, taken, values);
    command.db.execute(sql::insert_case_step, store::members(taken));
    steps.back() = taken;
    record_step(command, row, taken);
    TRY_DO(run_effects(command, procedure, row, step, steps));
    print_documents(command, procedure, row, step.documents, taken, values);
    tell_sides(command, row, taken);
    return row;
}

Result<CaseRow> take(app::Command& command, const CaseRow& row, const StepWanted& wanted) {
    TRY(const auto procedure, command.services.get<Catalogue>().version(row.procedure_id,
                                                                        row.definition_version));
    const Step* step = procedure->step(wanted.step);
    if (step == nullptr) {
        std::vector<std::string> known;
        for (const auto& one : procedure->steps) known.push_back(one.id.text);
        return refuse(error(step_unknown).near(nearest(wanted.step, known)));
    }
    auto steps = steps_of(command.db, row.id);
    TRY(const Acting acting, may_take(command.db, command.services, *procedure, row, steps, *step,
                                      command.caller, date_of(command.now), wanted.for_colleague));
    if (is_set(step->reason) && !wanted.reason) return refuse(error(step_reason_missing).at("/reason"));
    return carry_out(command, *procedure, row, std::move(steps), *step, acting, wanted);
}

}  // namespace jianghui::procedures
