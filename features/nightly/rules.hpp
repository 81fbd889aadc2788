#pragma once
// Pure decisions: when the push is due, and which orders a person is told of.

#include <functional>
#include <set>
#include <span>
#include <vector>

#include "engine/base/base.hpp"
#include "features/suggestions/api.hpp"

namespace jianghui::nightly {

/// What one night does, from data/parameters.csv.
struct Limits {
    int hour = 3;                ///< from when on, o'clock
    int people_per_order = 50;   ///< so many of the best for an order are looked at
    int orders_per_person = 3;   ///< so many are told to one person
    bool operator==(const Limits&) const = default;
};

/// Whether the night of this day has come: from the hour on. A server that was off then catches up in the day.
[[nodiscard]] bool is_due(Instant now, int hour);

/// Puts pairs in the order in which they are looked at: person by person, of each the best order first, equal ones by id.
void by_person(std::vector<suggestions::Pair>& pairs);

/// The pairs of one person that she is told: the best that are not `known` to her and that `fits` says are still good,
/// `most` at most. Requires them in the order of by_person.
[[nodiscard]] std::vector<suggestions::Pair> to_tell(std::span<const suggestions::Pair> hers,
                                                     const std::set<OrderId>& known, std::size_t most,
                                                     const std::function<bool(OrderId)>& fits);

}  // namespace jianghui::nightly
