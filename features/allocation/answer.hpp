#pragma once
// What `jianghui allocate` prints.

#include "features/allocation/model.hpp"
#include "features/allocation/named_problem.hpp"

namespace jianghui::allocation {

/// An answer with what was said about it.
struct Answer {
    Method method = Method::optimal;
    matching::Allocation allocation;
    std::int64_t blocking_pairs = 0;  ///< stable only: found by the independent check, so 0
    bool verified = false;            ///< optimal only: the prices were checked by `verify`
    /// With teams or periods only: what the search proves, and how many flows it solved for that.
    std::optional<matching::Wide> searched_bound = {};
    std::int64_t problems = 0;
};

/// The best allocation, with its proof checked. The status is optimal, stopped, infeasible or
/// undecided; only the first two are answers. Fails as matching::allocate does.
[[nodiscard]] Result<Answer> find_best(const NamedProblem& named,
                                       const matching::AllocationWatch& watch);

[[nodiscard]] app::Printed print(const NamedProblem& named, const Answer& answer);
/// That nothing is feasible, with the bottleneck that shows it where there is one.
[[nodiscard]] app::Printed print_infeasible(const NamedProblem& named,
                                            const matching::Allocation& nearest);

}  // namespace jianghui::allocation
