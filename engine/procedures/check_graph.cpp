#include <algorithm>

#include <fmt/format.h>

#include "engine/procedures/fault_list.hpp"
#include "engine/procedures/placeholders.hpp"

namespace jianghui::procedures {
namespace {

/// Whether the actor can take a step out of the state.
bool may_leave(const Procedure& procedure, const State& state, std::optional<Actor> actor) {
    return std::any_of(procedure.steps.begin(), procedure.steps.end(), [&](const Step& step) {
        return has(step.from, state.id.text) && (!actor || has(step.by, *actor));
    });
}

/// Whether the step makes or changes an entry: then its documents may name it.
bool concerns_entry(const Step& step) {
    return step.effects &&
           std::any_of(step.effects->begin(), step.effects->end(), [](const Rule& rule) {
               return rule.name.text == "recognise" || rule.name.text.ends_with("_entry");
           });
}

/// Which forms may have been filled in when each state is reached: on some path.
std::map<std::string, std::set<std::string>> forms_by_state(const Procedure& procedure) {
    std::map<std::string, std::set<std::string>> known;
    known[procedure.states[0].id.text].insert(procedure.forms[0].id.text);
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& step : procedure.steps)
            for (const auto& from : step.from) {
                std::set<std::string> forms = known[from.text];
                if (step.form) forms.insert(step.form->text);
                auto& there = known[step.to.text];
                const auto before = there.size();
                there.insert(forms.begin(), forms.end());
                grew = grew || there.size() > before;
            }
    }
    return known;
}

class TextCheck {
  public:
    TextCheck(const Procedure& procedure, FaultList& faults)
        : procedure_(procedure), faults_(faults), forms_(forms_by_state(procedure)) {}

    void check_step(const Step& step, const std::string& at) {
        if (step.notice) {
            check(step.notice->zh, step, false, at + "/notice/zh");
            check(step.notice->en, step, false, at + "/notice/en");
        }
        if (!step.documents) return;
        for (const auto& name : *step.documents)
            check(procedure_.document(name.text)->text.text, step, true, at + "/documents");
    }
    /// What is printed at the opening knows the first form.
    void check_opening() {
        if (!procedure_.opening_documents) return;
        Step opening;
        opening.form = procedure_.forms[0].id;
        for (const auto& name : *procedure_.opening_documents)
            check(procedure_.document(name.text)->text.text, opening, true, "/opening_documents");
    }

  private:
    void check(const std::string& text, const Step& step, bool document, const std::string& at) {
        for (const auto& name : placeholders_of(text)) {
            if (name == "reason" && is_set(step.reason)) continue;
            if (name == "party" || name == "applicant" || name == "authority" || name == "date") continue;
            if (document && name == "number") continue;
            if (name == "counterpart" && procedure_.handled.counterpart) continue;
            const bool of_entry = name == "entry" || name == "entry_from" || name == "entry_until";
            if (document && of_entry && concerns_entry(step)) continue;
            if (name.rfind("due:", 0) == 0 && procedure_.clock(name.substr(4)) != nullptr) continue;
            if (!filled_by(name, step))
                faults_.add(at, fmt::format("“{{{}}}”届时没有内容。", name),
                            fmt::format("“{{{}}}” has no value by then.", name));
        }
    }
    [[nodiscard]] bool filled_by(const std::string& name, const Step& step) const {
        const auto* field = procedure_.field(name);
        if (field == nullptr || field->is_sealed()) return false;
        const std::string form = parted(name)->first;
        if (step.form && step.form->text == form) return true;
        return std::any_of(step.from.begin(), step.from.end(), [&](const auto& from) {
            const auto found = forms_.find(from.text);
            return found != forms_.end() && found->second.count(form) > 0;
        });
    }

    const Procedure& procedure_;
    FaultList& faults_;
    std::map<std::string, std::set<std::string>> forms_;
};

}  // namespace

void check_graph(const Procedure& procedure, FaultList& faults) {
    const auto reached = reachable(procedure, {procedure.states[0].id.text});
    for (std::size_t i = 0; i < procedure.states.size(); ++i) {
        const State& state = procedure.states[i];
        const std::string at = fmt::format("/states/{}", i);
        if (reached.count(state.id.text) == 0)
            faults.add(at, "没有任何途径到达这个状态。", "No path leads to this state.");
        const bool leaves = may_leave(procedure, state, std::nullopt);
        if (state.waits_for && !leaves)
            faults.add(at, "这个状态没有出口；终结状态不写 waits_for。",
                       "This state cannot be left; a final one has no waits_for.");
        if (!state.waits_for && leaves)
            faults.add(at, "终结状态不能再有步骤；须写明等谁 waits_for。",
                       "A final state has no steps; say for whom it waits.");
        // A party may have to do something that the program does not see: then a clock ends it.
        const bool of_party =
            state.waits_for == Actor::applicant || state.waits_for == Actor::party;
        if (state.waits_for && leaves && !may_leave(procedure, state, state.waits_for) &&
            !(of_party && may_leave(procedure, state, Actor::clock)))
            faults.add(at + "/waits_for", "所等的人在这个状态没有可办的步骤。",
                       "Whom it waits for has no step here.");
    }
    if (!procedure.states[0].waits_for)
        faults.add("/states/0", "第一个状态不能是终结状态。", "The first state cannot be final.");
}

void check_texts(const Procedure& procedure, FaultList& faults) {
    TextCheck check(procedure, faults);
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        check.check_step(procedure.steps[i], fmt::format("/steps/{}", i));
    check.check_opening();
}

}  // namespace jianghui::procedures
