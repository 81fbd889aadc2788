#pragma once
// Guards and effects by name. Those that every program has are put in by `built_in_rules`; features add
// their own at their start:
//
//   procedures::rules_of(services).guard("wages_paid", {{"field", Wanted::field}}, wages_paid);

#include "engine/app/context.hpp"
#include "engine/procedures/case.hpp"
#include "engine/procedures/world.hpp"
#include "engine/registers/registers.hpp"

namespace jianghui::procedures {

/// The latest values of each form of a case, by form; sealed ones masked.
using FormValues = std::map<std::string, codec::json::object, std::less<>>;

/// What a guard decides from. It reads and never writes: pages ask it beforehand.
struct GuardInput {
    const store::Reader& db;
    const app::Services& services;
    const Procedure& procedure;
    const CaseRow& row;
    const std::vector<StepRow>& steps;
    const FormValues& values;
    const std::map<std::string, std::string>& with;
    Date today;

    /// The member of `with`; "" without it.
    [[nodiscard]] const std::string& member(std::string_view name) const;
    /// The value of FORM.FIELD, or nullptr.
    [[nodiscard]] const codec::json::value* value(std::string_view dotted) const;
};

/// What an effect works on, after the case has gone to its new state. `clear` has sealed values in the
/// clear.
struct EffectInput {
    app::Command& command;
    const Procedure& procedure;
    const CaseRow& row;
    const StepRow& step;
    const std::vector<StepRow>& steps;
    const FormValues& clear;
    const std::map<std::string, std::string>& with;

    [[nodiscard]] const std::string& member(std::string_view name) const;
    [[nodiscard]] const codec::json::value* value(std::string_view dotted) const;
};

using Guard = std::function<Result<Done>(const GuardInput&)>;
using Effect = std::function<Result<Done>(const EffectInput&)>;

/// A service. Filled while the program starts, read afterwards.
class Rules {
  public:
    void guard(std::string name, std::vector<RuleMember> members, Guard run);
    void effect(std::string name, std::vector<RuleMember> members, Effect run);
    /// nullptr when nobody provides it.
    [[nodiscard]] const Guard* find_guard(std::string_view name) const;
    [[nodiscard]] const Effect* find_effect(std::string_view name) const;
    /// For faults_of. Parameters and procedures are for the loader to fill in.
    [[nodiscard]] const KnownRules& known() const { return known_; }

  private:
    KnownRules known_;
    std::map<std::string, Guard, std::less<>> guards_;
    std::map<std::string, Effect, std::less<>> effects_;
};

/// The program's rules, made at the first call with what is built in. A feature that adds some calls it
/// at its start, and features/cases, which reads the files, starts after it (its DEPENDS).
[[nodiscard]] Rules& rules_of(app::Services& services);

/// The guards organisation_verified, entry_in_force, no_entry_in_force, no_open_case, days_since,
/// class_time_passed, form_value and the
/// effects issue_entry, change_entry, renew_entry, suspend_entry, restore_entry, revoke_entry,
/// withdraw_entry, end_entry, recognise, open_case. README.md says what each takes.
void add_built_in_rules(Rules& rules);

/// Which guards of a step: those that can be asked before it is taken, or those that look at what its own
/// form says, which is known only when it is filled in.
enum class Guards { before, of_own_form };

/// Runs those guards of a step; the first refusal. Fails as they do.
[[nodiscard]] Result<Done> check_guards(const Rules& rules, const Step& step, GuardInput input,
                                        Guards which = Guards::before);

}  // namespace jianghui::procedures
