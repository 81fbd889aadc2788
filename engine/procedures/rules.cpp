#include "engine/procedures/rules.hpp"

#include <algorithm>

namespace jianghui::procedures {
namespace {

const std::string nothing;
const std::map<std::string, std::string> no_members;

const std::string& member_of(const std::map<std::string, std::string>& with,
                             std::string_view name) {
    const auto found = with.find(std::string(name));
    return found == with.end() ? nothing : found->second;
}

const codec::json::value* value_of(const FormValues& values, std::string_view dotted) {
    const auto names = parted(dotted);
    if (!names) return nullptr;
    const auto form = values.find(names->first);
    return form == values.end() ? nullptr : form->second.if_contains(names->second);
}

}  // namespace

const std::string& GuardInput::member(std::string_view name) const {
    return member_of(with, name);
}
const codec::json::value* GuardInput::value(std::string_view dotted) const {
    return value_of(values, dotted);
}
const std::string& EffectInput::member(std::string_view name) const {
    return member_of(with, name);
}
const codec::json::value* EffectInput::value(std::string_view dotted) const {
    return value_of(clear, dotted);
}

void Rules::guard(std::string name, std::vector<RuleMember> members, Guard run) {
    ASSERT(guards_.find(name) == guards_.end());
    known_.guards[name] = std::move(members);
    guards_.emplace(std::move(name), std::move(run));
}
void Rules::effect(std::string name, std::vector<RuleMember> members, Effect run) {
    ASSERT(effects_.find(name) == effects_.end());
    known_.effects[name] = std::move(members);
    effects_.emplace(std::move(name), std::move(run));
}
const Guard* Rules::find_guard(std::string_view name) const {
    const auto found = guards_.find(name);
    return found == guards_.end() ? nullptr : &found->second;
}
const Effect* Rules::find_effect(std::string_view name) const {
    const auto found = effects_.find(name);
    return found == effects_.end() ? nullptr : &found->second;
}

Rules& rules_of(app::Services& services) {
    if (!services.has<Rules>()) {
        auto rules = std::make_shared<Rules>();
        add_built_in_rules(*rules);
        services.provide(std::move(rules));
    }
    return services.get<Rules>();
}

namespace {

bool asks_own_form(const Step& step, const Rule& rule) {
    if (!step.form || !rule.with) return false;
    const std::string own = step.form->text + ".";
    return std::any_of(rule.with->begin(), rule.with->end(),
                       [&](const auto& member) { return member.second.rfind(own, 0) == 0; });
}

}  // namespace

Result<Done> check_guards(const Rules& rules, const Step& step, GuardInput input, Guards which) {
    if (!step.guards) return Done{};
    for (const auto& rule : *step.guards) {
        if (asks_own_form(step, rule) != (which == Guards::of_own_form)) continue;
        const Guard* guard = rules.find_guard(rule.name.text);
        ASSERT(guard != nullptr);  // faults_of refuses unknown names.
        const GuardInput with{input.db,    input.services, input.procedure,
                              input.row,   input.steps,    input.values,
                              rule.with ? *rule.with : no_members, input.today};
        TRY_DO((*guard)(with));
    }
    return Done{};
}

}  // namespace jianghui::procedures
