#include "engine/procedures/fault_list.hpp"

namespace jianghui::procedures {

std::vector<Fault> faults_of(const Procedure& procedure, const registers::CodeBook& codes,
                             const Registers& registers, const KnownRules& rules) {
    FaultList faults;
    check_names(procedure, codes, registers, rules, faults);
    if (!faults.empty()) return faults.take();  // The walks below want a graph that is one.
    check_graph(procedure, faults);
    check_texts(procedure, faults);
    check_clocks(procedure, rules, faults);
    check_protections(procedure, faults);
    return faults.take();
}

std::set<std::string> reachable(const Procedure& procedure, const std::set<std::string>& from,
                                const std::set<std::string>& barriers) {
    std::set<std::string> seen = from;
    std::vector<std::string> open(from.begin(), from.end());
    while (!open.empty()) {
        const std::string state = open.back();
        open.pop_back();
        if (barriers.count(state) > 0) continue;
        for (const auto& step : procedure.steps)
            if (has(step.from, state) && seen.insert(step.to.text).second)
                open.push_back(step.to.text);
    }
    return seen;
}

}  // namespace jianghui::procedures
