#pragma once
// Stable matchings of residents (workers) and hospitals (orders): nobody who would both rather have
// each other than what they got. Pure; deferred acceptance, linear in the lists.

#include <cstdint>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::matching {

/// Strict preferences of both sides. A pair counts only when each names the other; what is named by
/// one side alone is passed over.
struct StableProblem {
    struct Side {
        std::int32_t most = 1;
        std::vector<std::int32_t> prefers;  ///< numbers of the other side, best first, each once
    };
    std::vector<Side> residents;
    std::vector<Side> hospitals;
};

/// A pair of a matching.
struct StablePair {
    std::int32_t resident = 0;
    std::int32_t hospital = 0;
    auto operator<=>(const StablePair&) const = default;
};

/// The stable matching that every resident likes best of all stable ones, ascending.
[[nodiscard]] std::vector<StablePair> resident_optimal(const StableProblem& problem);
/// The stable matching that every hospital likes best of all stable ones, ascending.
[[nodiscard]] std::vector<StablePair> hospital_optimal(const StableProblem& problem);

/// The pairs that would break the matching: both name each other, are not matched, and each has room
/// or somebody less liked. A matching is stable when there are none. Linear in the lists.
[[nodiscard]] std::vector<StablePair> blocking_pairs(const StableProblem& problem,
                                                     const std::vector<StablePair>& matching);

}  // namespace jianghui::matching
