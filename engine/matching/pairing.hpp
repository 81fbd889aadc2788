#pragma once
// One worker against one order: the filters and the points (engine/matching only). Each function
// reads the columns that it needs and no other, so that most candidates cost two or three loads.

#include <algorithm>
#include <cstdint>

#include "engine/matching/columns.hpp"
#include "engine/matching/distance.hpp"
#include "engine/matching/ranking.hpp"
#include "engine/matching/rarity.hpp"

namespace jianghui::matching {

/// Which side is being ranked; its reliability and freshness count.
enum class Side : std::uint8_t { workers, orders };

/// "No filter": the number after the last one.
inline constexpr std::size_t no_filter = filter_count;

/// Everything that a score depends on besides the two rows.
struct Scoring {
    const Policy& policy;
    Rarities& rarities;
    Side side;
    DayNumber as_of;
};

class Pairing {
  public:
    Pairing(const WorkerColumns& workers, std::size_t worker, const OrderColumns& orders,
            std::size_t order)
        : w_(workers), i_(worker), o_(orders), j_(order) {}

    /// The first filter from number `from` on that removes the candidate, or no_filter.
    [[nodiscard]] std::size_t first_failure(std::size_t from);
    /// The sum of the parts' points.
    [[nodiscard]] int score(Scoring& scoring);
    /// The parts with their facts; their points add up to score().
    [[nodiscard]] std::array<Part, part_count> parts(Scoring& scoring);

  private:
    [[nodiscard]] int levels_common() const;
    [[nodiscard]] std::int64_t metres();

    [[nodiscard]] bool reachable();
    [[nodiscard]] bool available() const;
    [[nodiscard]] bool holds_required_skills() const;
    [[nodiscard]] bool holds_certificates() const;
    [[nodiscard]] bool affordable() const;
    [[nodiscard]] bool excluded() const;

    [[nodiscard]] int occupation_points(const Weights& weights) const;
    [[nodiscard]] int skill_points(Scoring& scoring) const;
    [[nodiscard]] int experience_points(const Policy& policy) const;
    [[nodiscard]] int distance_points(const Policy& policy);
    [[nodiscard]] int pay_points(const Weights& weights) const;
    [[nodiscard]] int reliability_points(const Scoring& scoring) const;
    [[nodiscard]] int freshness_points(const Scoring& scoring) const;
    [[nodiscard]] bool experience_related(const Policy& policy) const;
    [[nodiscard]] bool pay_comparable() const;
    [[nodiscard]] int candidate_reliability(Side side) const;
    /// Days since the candidate's last confirmation; -1 when there is none.
    [[nodiscard]] std::int64_t candidate_age(const Scoring& scoring) const;
    /// Calls `meet(asked, held)` for every skill of the order, `held` null when it is missing.
    template <class F>
    void each_skill(F meet) const;

    const WorkerColumns& w_;
    std::size_t i_;
    const OrderColumns& o_;
    std::size_t j_;
    std::int64_t metres_ = -1;
};

}  // namespace jianghui::matching
