#include <algorithm>

#include <fmt/format.h>

#include "engine/procedures/fault_list.hpp"

namespace jianghui::procedures {
namespace {

std::set<std::string> set_of(const List<Name40, 20>& names) {
    std::set<std::string> set;
    for (const auto& name : names) set.insert(name.text);
    return set;
}

/// The states in which the clock may be running: entered since it started, neither stopped nor
/// paused, nor the end of the case.
std::set<std::string> running_states(const Procedure& procedure, const CaseClock& clock) {
    std::set<std::string> running;
    for (const auto& name : reachable(procedure, set_of(clock.starts), set_of(clock.stops))) {
        const bool stopped = has(clock.stops, name) && !has(clock.starts, name);
        const bool paused = clock.pauses && has(*clock.pauses, name);
        if (!stopped && !paused && procedure.state(name)->waits_for) running.insert(name);
    }
    return running;
}

void check_length(const CaseClock& clock, const std::string& at, FaultList& faults) {
    if (clock.days.has_value() == clock.parameter.has_value())
        faults.add(at, "期限写 days 或 parameter，二者择一。", "Either days or a parameter.");
    if (clock.basis.empty())
        faults.add(at + "/basis", "须写明期限的依据。", "Name the basis of the period.");
    if (clock.remind && clock.days)
        for (std::size_t i = 0; i < clock.remind->size(); ++i)
            if ((*clock.remind)[i] >= *clock.days)
                faults.add(fmt::format("{}/remind/{}", at, i), "提醒早于期限开始。",
                           "The reminder lies before the start.");
    if (clock.extension.has_value() != clock.extended_by.has_value())
        faults.add(at, "extended_by 与 extension 须同时写。", "extended_by and extension go together.");
}

void check_end(const Procedure& procedure, const CaseClock& clock, const std::string& at,
               const std::set<std::string>& running, FaultList& faults) {
    if (!clock.at_end) return;
    const Step& step = *procedure.step(clock.at_end->text);
    if (!has(step.by, Actor::clock))
        faults.add(at + "/at_end", "这一步不能由时钟办理（by 没有 clock）。",
                   "The clock may not take this step.");
    for (const auto& state : running)
        if (!has(step.from, state))
            faults.add(at + "/at_end",
                       fmt::format("期限可能在状态“{}”届满，而这一步不能从那里办理。", state),
                       fmt::format("It may end in “{}”, from where the step does not go.", state));
}

}  // namespace

void check_clocks(const Procedure& procedure, const KnownRules& /*rules*/, FaultList& faults) {
    std::set<std::string> taken;
    if (procedure.clocks)
        for (std::size_t i = 0; i < procedure.clocks->size(); ++i) {
            const CaseClock& clock = (*procedure.clocks)[i];
            const std::string at = fmt::format("/clocks/{}", i);
            check_length(clock, at, faults);
            if (clock.at_end) taken.insert(clock.at_end->text);
            const auto running = running_states(procedure, clock);
            if (running.empty())
                faults.add(at + "/starts", "这个期限永远不会开始计算。", "This clock never runs.");
            const auto seen = reachable(procedure, set_of(clock.starts));
            const bool ends = std::any_of(seen.begin(), seen.end(), [&](const auto& name) {
                return has(clock.stops, name) || !procedure.state(name)->waits_for;
            });
            if (clock.stops.empty() || !ends)
                faults.add(at + "/stops", "这个期限永远不会停止。", "This clock never stops.");
            check_end(procedure, clock, at, running, faults);
            if (clock.extended_by) {
                const Step& step = *procedure.step(clock.extended_by->text);
                if (std::none_of(step.from.begin(), step.from.end(),
                                 [&](const auto& from) { return running.count(from.text) > 0; }))
                    faults.add(at + "/extended_by", "办理这一步时期限没有在计算。",
                               "The clock does not run where this step is taken.");
            }
        }
    for (std::size_t i = 0; i < procedure.steps.size(); ++i)
        if (has(procedure.steps[i].by, Actor::clock) &&
            taken.count(procedure.steps[i].id.text) == 0)
            faults.add(fmt::format("/steps/{}/by", i), "没有期限在届满时办理这一步。",
                       "No clock takes this step at its end.");
}

}  // namespace jianghui::procedures
