#pragma once
// A problem that is solved again while its scores and seats change: a market in which somebody edits,
// a fair on the morning when an employer needs two more. Each solving begins from the last one, so that it
// costs what changed and not what there is: from its choice and prices where each worker takes one order
// and costs nothing without (allocation_repair), else from its tree (network_simplex).

#include <memory>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

class AllocationAgain {
  public:
    /// Takes a problem without floors, groups or slots, with seats in every order. Fails with
    /// allocation_malformed, as `allocate` or because it has these.
    [[nodiscard]] static Result<AllocationAgain> begin(AllocationProblem problem);
    ~AllocationAgain();
    AllocationAgain(AllocationAgain&&) noexcept;
    AllocationAgain& operator=(AllocationAgain&&) noexcept;

    /// O(1). Fails with allocation_malformed for an edge or order that is not there, seats below 0 or
    /// beyond 2^38 in all, or a score beyond twice the greatest at the beginning.
    [[nodiscard]] Result<Done> change_score(std::int32_t edge, std::int64_t score);
    [[nodiscard]] Result<Done> change_seats(std::int32_t order, std::int32_t most);

    /// The allocation of greatest value of the problem as it is now: as `allocate` gives it, except that
    /// of several best ones it may be another.
    [[nodiscard]] Allocation solve(const AllocationWatch& watch = {});
    /// The problem as it is now.
    [[nodiscard]] const AllocationProblem& problem() const;

  private:
    struct State;
    explicit AllocationAgain(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace jianghui::matching
