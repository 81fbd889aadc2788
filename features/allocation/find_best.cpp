// The best allocation of a problem of files, with its proof checked.

#include "features/allocation/answer.hpp"

namespace jianghui::allocation {
namespace {

using matching::AllocationStatus;

/// With teams or overlapping orders the search, else the flow alone.
Result<Answer> search(const NamedProblem& named, const matching::AllocationWatch& watch) {
    Answer answer{Method::optimal, {}, 0, false, {}, 0};
    if (!named.searches()) {
        TRY(answer.allocation, matching::allocate(named.problem, watch));
        return answer;
    }
    TRY(auto found, matching::search_allocation(named.problem, named.wishes, watch));
    answer.allocation = std::move(found.allocation);
    answer.searched_bound = found.searched_bound;
    answer.problems = found.problems;
    return answer;
}

}  // namespace

Result<Answer> find_best(const NamedProblem& named, const matching::AllocationWatch& watch) {
    TRY(auto answer, search(named, watch));
    auto& found = answer.allocation;
    if (found.status == AllocationStatus::infeasible ||
        found.status == AllocationStatus::undecided)
        return answer;
    TRY(const auto verdict, matching::verify(named.problem, found));
    ASSERT(verdict.feasible && (verdict.optimal || named.searches() ||
                                found.status == AllocationStatus::stopped));
    ASSERT(named.wishes.periods.empty() ||
           !matching::first_overlap(named.problem, named.wishes.periods, found.chosen));
    answer.verified = verdict.optimal;
    if (verdict.optimal) found.status = AllocationStatus::optimal;  // stopped just there
    return answer;
}

}  // namespace jianghui::allocation
