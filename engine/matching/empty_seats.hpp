#pragma once
// Why seats stay empty: for each order that an allocation did not fill, the first reason that holds,
// with what it was read from.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/matching/allocation.hpp"
#include "engine/matching/ranking.hpp"

namespace jianghui::matching {

/// Enumerators are the stable codes.
enum class EmptySeatReason : std::uint8_t {
    nobody_qualified,       ///< no worker may take the order, whatever was relaxed
    out_of_reach,           ///< nobody may; most who were removed lie beyond their reach
    pay,                    ///< nobody may; most who were removed ask for more
    other_filter,           ///< nobody may; another filter removed the most: `filter`
    better_used_elsewhere,  ///< workers may, and all are worth more where they are: `price`
    all_qualified_placed,   ///< every worker who may take it is in it already
    no_gain,                ///< who may would lower the total: `price`
    ceiling,                ///< the order's group is full
    team_incomplete         ///< whole teams alone fill it, and not enough who may are left for one more
};
BOOST_DESCRIBE_ENUM(EmptySeatReason, nobody_qualified, out_of_reach, pay, other_filter,
                    better_used_elsewhere, all_qualified_placed, no_gain, ceiling, team_incomplete)

struct EmptySeats {
    std::int32_t order = 0;
    std::int32_t empty = 0;      ///< seats
    std::int32_t qualified = 0;  ///< workers with an edge to the order
    EmptySeatReason reason{};
    /// What one more filled seat would cost the total at least, by the prices (less what the bound leaves
    /// open, when the answer is not proven by them); 0 … ; for the reasons that name a price.
    std::optional<Wide> price;
    /// The worker for whom it is lowest (the smallest number when equal).
    std::optional<std::int32_t> nearest;
    std::optional<Filter> filter;
};

/// What removed the workers who have no edge to an order, as `Ranking::removed` tells it. Empty when
/// the edges are all that is known.
using RemovedFromOrders = std::vector<std::vector<Removed>>;
/// How many make a team of each order, 0 where it has none. Empty: there are no teams.
using TeamsOfOrders = std::vector<std::int32_t>;

/// One entry for each order with empty seats, ascending. Linear in the edges. The allocation must be
/// one of `allocate` for this problem.
[[nodiscard]] std::vector<EmptySeats> empty_seats(const AllocationProblem& problem,
                                                  const Allocation& allocation,
                                                  const RemovedFromOrders& removed = {},
                                                  const TeamsOfOrders& teams = {});

}  // namespace jianghui::matching
