#pragma once
// One worker against one order: the filters and the points (engine/matching only). Each function
// reads only what it needs, so that most candidates cost one line of memory.

#include <array>
#include <cstdint>

#include "engine/matching/distance.hpp"
#include "engine/matching/order_row.hpp"
#include "engine/matching/points.hpp"
#include "engine/matching/ranking.hpp"
#include "engine/matching/rarity.hpp"
#include "engine/matching/worker_row.hpp"

namespace jianghui::matching {

/// Which side is being ranked; its reliability and freshness count.
enum class Side : std::uint8_t { workers, orders };

/// "No filter": the number after the last one.
inline constexpr std::size_t no_filter = filter_count;

/// Everything that a score depends on besides the two rows.
struct Scoring {
    const Policy& policy;
    Side side;
    DayNumber as_of;
};

/// What the skills of one order are worth: computed once for an order, not once for a pair.
class Worths {
  public:
    Worths(const OrderRow& order, Rarities& rarities);
    struct Asked {
        SkillId skill;
        int level;
        bool required;
        std::int64_t step;  ///< for each level up to the asked one, the unstated level too
    };
    [[nodiscard]] std::span<const Asked> asked() const { return {asked_.data(), count_}; }
    /// The greatest sum of steps; 0 when no skill is asked.
    [[nodiscard]] std::int64_t whole() const { return whole_; }
    /// Whether one of them may not be missing.
    [[nodiscard]] bool requires_any() const { return requires_any_; }

  private:
    std::array<Asked, limits::skills> asked_;
    std::size_t count_ = 0;
    std::int64_t whole_ = 0;
    bool requires_any_ = false;
};

/// The filters that an order puts to people of whom the fixed part of the row decides: what Pairing says of them, all
/// filters at once and without branches, because of those who are counted anybody may fail anything.
class FixedFilters {
  public:
    FixedFilters(const OrderRow& order, const Worths& worths)
        : p_(order.packed()), decide_(!worths.requires_any() && p_.excluded_workers == 0) {}
    /// Whether nothing but the fixed part of the row decides.
    [[nodiscard]] bool decide(const WorkerRow& worker) const { return decide_ && !worker.has_more_lists(); }
    /// Those that remove her: of each the bit of its number. Requires decide(worker).
    [[nodiscard]] unsigned removing(const WorkerRow& worker, std::int64_t metres) const {
        const auto bit = [](Filter filter, bool fails) { return unsigned{fails} << static_cast<unsigned>(filter); };
        const DayRange free = worker.available();
        const std::int32_t reach = worker.reach_metres();
        const std::int64_t pay = std::int64_t{worker.packed().pay} - 3;  // Below 0: cannot fail.
        const int common = levels_in_common(worker.occupation(), Occupation{p_.occupation});
        return bit(Filter::occupation, common < p_.occupation_levels) |
               bit(Filter::kind, (worker.kinds() & p_.kind) == 0) |
               bit(Filter::reach, reach != reach_absent) * static_cast<unsigned>(metres > reach) |
               bit(Filter::availability, free.first > p_.latest_start) |
               bit(Filter::availability, free.last < p_.needed_until) |
               bit(Filter::education, worker.education() < p_.education) |
               bit(Filter::certificates, p_.certificates != 0) |
               bit(Filter::pay, p_.pay_max >= 0) * static_cast<unsigned>(pay > p_.pay_max) |
               bit(Filter::age, worker.born() > p_.born_by);
    }

  private:
    const PackedOrder& p_;
    bool decide_;
};

class Pairing {
  public:
    Pairing(const WorkerRow& worker, const OrderRow& order, const Worths& worths)
        : w_(worker), o_(order), p_(order.packed()), worths_(worths) {}

    /// Spares the computation of a distance that is known.
    void set_metres(std::int64_t metres) { metres_ = metres; }
    /// The first filter from number `from` on that removes the candidate, or no_filter.
    [[nodiscard]] std::size_t first_failure(std::size_t from);
    /// The sum of the parts' points.
    [[nodiscard]] int score(const Scoring& scoring);
    /// The points of the skills alone, and those of all other parts: of a worker with one occupation these are
    /// known without her lists.
    [[nodiscard]] int skill_points(const Policy& policy);
    [[nodiscard]] int other_points(const Scoring& scoring);
    /// The parts with their facts; their points add up to score().
    [[nodiscard]] std::array<Part, part_count> parts(const Scoring& scoring);

  private:
    [[nodiscard]] int levels_common();
    [[nodiscard]] std::int64_t metres();

    [[nodiscard]] bool reachable();
    [[nodiscard]] bool available() const;
    [[nodiscard]] bool holds_required_skills() const;
    [[nodiscard]] bool holds_certificates() const;
    [[nodiscard]] bool affordable() const;
    [[nodiscard]] bool excluded() const;

    [[nodiscard]] int occupation_points(const Weights& weights);
    [[nodiscard]] int experience_points(const Policy& policy);
    [[nodiscard]] int distance_points(const Policy& policy);
    [[nodiscard]] int pay_points(const Weights& weights) const;
    [[nodiscard]] int reliability_points(const Scoring& scoring) const;
    [[nodiscard]] int freshness_points(const Scoring& scoring) const;
    [[nodiscard]] bool experience_related(const Policy& policy);
    [[nodiscard]] bool pay_comparable() const;
    [[nodiscard]] int candidate_reliability(Side side) const;
    /// Days since the candidate's last confirmation; -1 when there is none.
    [[nodiscard]] DayNumber candidate_confirmed_on(const Scoring& scoring) const;
    [[nodiscard]] std::int64_t candidate_age(const Scoring& scoring) const;
    /// Calls `meet(asked, level)` for every skill of the order, -1 when it is missing.
    template <class F>
    void each_skill(F meet) const;

    WorkerRow w_;
    OrderRow o_;
    const PackedOrder& p_;
    const Worths& worths_;
    std::int64_t metres_ = -1;
    int levels_common_ = -1;
    int skill_points_ = -1;
};

}  // namespace jianghui::matching
