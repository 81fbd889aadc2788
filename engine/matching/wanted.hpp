#pragma once
// One order as it meets whole blocks of workers: who takes part, which rows may pass, how much they may score
// (engine/matching only). Every bound is an upper bound of the very integers that the score is made of.

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

#include "engine/matching/index_state.hpp"
#include "engine/matching/line.hpp"

namespace jianghui::matching {

using WorkerBlock = Block<WorkersKept>;

/// Who takes part, asked once for each circle.
class Admitted {
  public:
    Admitted(const RankRequest& request, const Version& version) {
        considered_ = version.workers;
        if (!request.among) return;
        considered_ = 0;
        const Counts& circles = *version.circles;
        circles_.resize(circles.size());
        for (std::size_t i = 0; i < circles.size(); ++i) {
            if (circles[i] == 0) continue;
            circles_[i] = request.among(static_cast<std::uint32_t>(i));
            if (circles_[i]) considered_ += circles[i];
        }
        all_ = considered_ == version.workers;
    }
    [[nodiscard]] bool has(std::uint32_t circle) const { return all_ || circles_[circle]; }
    /// Whether somebody in the block may take part: no row is read.
    [[nodiscard]] bool may_have_one(const WorkerBlock& block) const {
        return all_ || block.circle() == WorkerBlock::of_several || circles_[block.circle()];
    }
    /// How many of these rows of the block take part. Reads them only when they are of several circles.
    [[nodiscard]] int count(const WorkerBlock& block, std::uint64_t rows) const {
        if (all_) return std::popcount(rows);
        if (block.circle() != WorkerBlock::of_several)
            return circles_[block.circle()] ? std::popcount(rows) : 0;
        int counted = 0;
        for (; rows != 0; rows &= rows - 1)
            counted += has(block.row(static_cast<std::size_t>(std::countr_zero(rows))).circle()) ? 1 : 0;
        return counted;
    }
    [[nodiscard]] std::int64_t considered() const { return considered_; }

  private:
    bool all_ = true;
    std::vector<bool> circles_;
    std::int64_t considered_ = 0;
};

/// Distances to one point. People live at few points, so nearly all are known.
class Distances {
  public:
    explicit Distances(Point to) : to_(to) {}
    [[nodiscard]] std::int64_t from(Point at) {
        Known& known = known_[(static_cast<std::uint32_t>(at.lon_e6) * 0x9E3779B1U ^
                               static_cast<std::uint32_t>(at.lat_e6) * 0x85EBCA6BU) >> 24U];
        if (known.metres < 0 || known.at != at) known = {at, metres_between(at, to_)};
        return known.metres;
    }

  private:
    struct Known {
        Point at{};
        std::int64_t metres = -1;
    };
    Point to_;
    std::array<Known, 256> known_;
};

/// What an order asks, in the form in which bounds and words of blocks are compared.
class Wanted {
  public:
    Wanted(const OrderRow& order, const Worths& worths, const Scoring& scoring)
        : order_(order), packed_(order.packed()), scoring_(scoring), distances_(order.at()) {
        const Weights& weights = scoring.policy.weights;
        stated_ = order.occupation().levels();
        related_ = std::min(stated_, scoring.policy.experience_levels_min);
        const bool pay_compares = packed_.pay_min != pay_by_piece &&
                                  packed_.pay_max != pay_by_piece &&
                                  (packed_.pay_min >= 0 || packed_.pay_max >= 0);
        pay_most_ = pay_compares ? weights.pay : weights.pay / 2;
        read_skills(worths, weights.skills);
        for (const CertificateId kind : order.certificates())
            required_.push_back(slot_of(kind));
        const Occupation asked = class_of(order.occupation(), packed_.occupation_levels);
        lowest_ = rank_of(asked);
        highest_ = last_rank_in(asked);
    }

    [[nodiscard]] std::uint32_t lowest_rank() const { return lowest_; }
    [[nodiscard]] std::uint32_t highest_rank() const { return highest_; }
    /// How far the order's place is from there.
    [[nodiscard]] std::int64_t metres_from(Point at) { return distances_.from(at); }

    /// What the rows of a block or page can have at most, part by part.
    struct Most {
        int total = nobody;
        int merit = 0;            ///< of the total: experience and reliability
        int rest = 0;             ///< of the total: all but merit and skills
        std::int32_t metres = 0;  ///< the nearest row's distance …
        bool same_place = false;  ///< … and that of all of them
        bool related = true;      ///< whether experience counts
    };
    static constexpr int nobody = -1;
    /// The most that a row with these bounds can score; `nobody` when all of them fail a filter or
    /// stay below the threshold.
    [[nodiscard]] Most most(std::uint32_t first_rank, const WorkerBounds& bounds, int threshold) {
        if (nobody_passes(bounds)) return {};
        const int common = levels_at_most({first_rank, bounds.last_rank});
        if (common < packed_.occupation_levels) return {};
        const Weights& weights = scoring_.policy.weights;
        Most most;
        most.related = common >= related_;
        most.merit = counted(bounds.merit, most.related);
        most.rest = pay_most_ + points_of_freshness(scoring_.policy, scoring_.as_of, bounds.confirmed_on) +
                    (stated_ == 0        ? weights.occupation.back() / 2
                     : common >= stated_ ? weights.occupation.back()
                                         : weights.occupation[static_cast<std::size_t>(common)]);
        const int near = most.rest + most.merit + skill_bounds_.back();
        if (near + weights.distance < threshold) return {};
        const Way way = way_to(bounds.area);
        if (way.metres > bounds.reach) return {};
        most.metres = static_cast<std::int32_t>(way.metres);  // Half the circumference at most.
        most.same_place = bounds.area.is_point();
        most.rest += way.points;
        most.total = near + way.points < threshold ? nobody : near + way.points;
        return most;
    }

    /// The rows of the block that may hold enough of what is wanted to reach the threshold, whatever
    /// else they have. This usually leaves nobody.
    [[nodiscard]] std::uint64_t skilled(const WorkerBlock& block, SlotWords words, const Most& most,
                                        int threshold) const {
        const std::size_t needed = skills_needed(threshold - most.rest - most.merit);
        if (needed > slots_.size()) return 0;
        // No word has bits of rows that are not there: so the head of the block need not be read.
        std::uint64_t rows = ~0ULL;
        if (needed == 0 && required_.empty()) rows = block.everybody();
        for (const unsigned slot : required_) rows &= words[slot];
        if (needed == 0 || rows == 0) return rows;
        Holders holders;
        read_holders(words, needed, holders);
        return rows & holders[needed];
    }
    /// Of `rows`, which are skilled, those that have to be read: they may pass, and may reach the threshold.
    [[nodiscard]] std::uint64_t worth_reading(const WorkerBlock& block, SlotWords words, std::uint64_t rows,
                                              const Most& most, int threshold) const {
        rows = passing_facts(block, rows, most.metres);
        if (rows == 0 || threshold == 0) return rows;
        Holders holders;
        read_holders(words, slots_.size() + 1, holders);
        return rows & promising(block, holders, most, threshold);
    }
    /// The most that a row of the block can hold of the skills' values, by the slots in which it has anything.
    [[nodiscard]] std::int64_t held_at_most(SlotWords words, std::uint32_t row) const {
        std::int64_t held = 0;
        for (std::size_t i = 0; i < slots_.size(); ++i)
            held += values_[i] * static_cast<std::int64_t>(words[slots_[i]] >> row & 1U);
        return held;
    }
    /// Whether who holds so much of the values has so many points for it: share_of(…) >= points.
    [[nodiscard]] bool brings(std::int64_t held, int points) const {
        return slots_.empty() ? skill_bounds_.back() >= points
                              : scoring_.policy.weights.skills * held >= points * whole_;
    }
    /// The rows of the block that may pass every filter but that of the occupation; all others fail another one too.
    [[nodiscard]] std::uint64_t passing_elsewhere(const WorkerBlock& block, SlotWords words,
                                                  const WorkerBounds& bounds) {
        if (nobody_passes(bounds)) return 0;
        const std::int64_t metres = way_to(bounds.area).metres;
        if (metres > bounds.reach) return 0;
        std::uint64_t rows = block.everybody();
        for (const unsigned slot : required_) rows &= words[slot];
        return rows == 0 ? 0 : passing_facts(block, rows, metres);
    }
    /// Brings the words of skills, and then those of the other facts, nearer before they are read.
    void prefetch_slots(SlotWords words) const {
        for (const unsigned slot : required_) prefetch(words.at(slot));
        for (const unsigned slot : slots_) prefetch(words.at(slot));
    }
    /// The same before it is asked who passes elsewhere: the head alone when the bounds say that nobody does.
    void prefetch_elsewhere(const WorkerBlock& block, SlotWords words, const WorkerBounds& bounds) {
        prefetch(&block);
        if (nobody_passes(bounds) || way_to(bounds.area).metres > bounds.reach) return;
        for (const unsigned slot : required_) prefetch(words.at(slot));
        prefetch_steps(block);
    }
    static void prefetch_steps(const WorkerBlock& block) {
        for (unsigned fact = 0; fact < WorkersKept::facts; ++fact)
            prefetch(&block.steps(fact));
        prefetch(block.rows());  // Where the last of them ends.
    }

  private:
    /// How far something is at least, and the most points for that.
    struct Way {
        std::int64_t metres = 0;
        int points = 0;
    };
    struct Ranks {
        std::uint32_t first = ~0U;
        std::uint32_t last = ~0U;
        bool operator==(const Ranks&) const = default;
    };
    /// Whether all with these bounds fail a filter that is neither the occupation nor the reach.
    [[nodiscard]] bool nobody_passes(const WorkerBounds& bounds) const {
        return (bounds.kinds & packed_.kind) == 0 || bounds.education < packed_.education ||
               bounds.from > packed_.latest_start || bounds.to < packed_.needed_until ||
               (packed_.pay_max >= 0 && bounds.pay > 2 &&
                std::int64_t{bounds.pay} - 3 > packed_.pay_max);
    }
    /// Of these rows of the block those whose facts may pass, when nobody of it is nearer than that.
    [[nodiscard]] std::uint64_t passing_facts(const WorkerBlock& block, std::uint64_t rows,
                                              std::int64_t metres) const {
        const auto keep = [&](WorkersKept::Fact fact, std::int64_t least) {
            rows &= block.steps(fact).at_least(static_cast<std::int32_t>(least));
        };
        keep(WorkersKept::from, -std::int64_t{packed_.latest_start});
        keep(WorkersKept::to, packed_.needed_until);
        keep(WorkersKept::education, packed_.education);
        keep(WorkersKept::reach, metres);
        if (packed_.pay_max >= 0) keep(WorkersKept::pay, WorkersKept::pay_value(packed_.pay_max));
        return rows;
    }
    /// How many of the wanted skills a row must hold to have so many points for them; more than
    /// there are when all together do not bring so much.
    [[nodiscard]] std::size_t skills_needed(int points) const {
        std::size_t needed = 0;
        while (needed < skill_bounds_.size() && skill_bounds_[needed] < points) ++needed;
        return needed;
    }
    [[nodiscard]] int counted(int merit, bool related) const {
        return related ? merit : std::min(merit, scoring_.policy.weights.reliability);
    }
    /// By n, from 0 to `most`: the rows that may hold n or more of the skills; nobody holds more than there are.
    using Holders = std::array<std::uint64_t, limits::skills + 2>;
    void read_holders(SlotWords words, std::size_t most, Holders& holders) const {
        std::fill_n(holders.begin(), most + 1, 0);
        holders[0] = ~0ULL;
        for (std::size_t seen = 0; seen < slots_.size(); ++seen) {
            const std::uint64_t held = words[slots_[seen]];
            for (std::size_t n = std::min(seen + 1, most); n > 0; --n) holders[n] |= holders[n - 1] & held;
        }
    }
    /// The rows whose merit and skills may reach the threshold: the less merit, the more skills.
    [[nodiscard]] std::uint64_t promising(const WorkerBlock& block, const Holders& holders,
                                          const Most& most, int threshold) const {
        const Steps& merits = block.steps(WorkersKept::merit);
        std::uint64_t rows = 0;
        for (std::size_t quarter = 0; quarter < 4; ++quarter) {
            const int merit = std::min(
                most.merit, counted(merits.most_between(quarter, most.merit), most.related));
            const std::size_t needed = skills_needed(threshold - most.rest - merit);
            rows |= merits.between(quarter) & holders[needed];
        }
        return rows;
    }
    void read_skills(const Worths& worths, int points) {
        for (const Worths::Asked& asked : worths.asked()) {
            values_.push_back(asked.step * (asked.level + 1));
            slots_.push_back(slot_of(asked.skill));
            if (asked.required) required_.push_back(slot_of(asked.skill));
        }
        whole_ = worths.whole();
        std::vector<std::int64_t> full = values_;
        std::sort(full.rbegin(), full.rend());
        skill_bounds_.push_back(full.empty() ? points / 2 : 0);
        std::int64_t sum = 0;
        for (const std::int64_t worth : full)
            skill_bounds_.push_back(share_of(points, sum += worth, whole_));
    }
    /// The most levels that one of these ranks shares with what is asked.
    [[nodiscard]] int levels_at_most(Ranks ranks) {
        if (ranks != last_ranks_) {
            last_ranks_ = ranks;
            last_common_ = levels_between(ranks.first, ranks.last);
        }
        return last_common_;
    }
    [[nodiscard]] int levels_between(std::uint32_t first, std::uint32_t last) const {
        const std::uint32_t own = rank_of(order_.occupation());
        const auto common = [&](std::uint32_t rank) {
            return levels_in_common(occupation_of(rank), order_.occupation());
        };
        if (first == last) return common(first);
        // Codes sort as a tree is walked: what lies in the class of `own` follows it at once.
        if (first <= last_rank_in(order_.occupation()) && own <= last) return stated_;
        return std::max(common(first), common(last));
    }
    [[nodiscard]] Way way_to(const Area& area) {
        // Blocks of one county follow each other and lie at one point; those that are counted come from all counties.
        if (area != last_area_) {
            last_area_ = area;
            const std::int64_t metres = area.is_point() ? metres_from({area.lon_min, area.lat_min})
                                                        : metres_at_least(area, order_.at());
            last_way_ = {metres, points_of_distance(scoring_.policy, metres)};
        }
        return last_way_;
    }

    OrderRow order_;
    const PackedOrder& packed_;
    const Scoring& scoring_;
    int stated_;
    int related_;
    int pay_most_;
    std::vector<unsigned> slots_;       ///< of the skills, one for each
    std::vector<std::int64_t> values_;  ///< of the skills when held in full, in the same order
    std::int64_t whole_ = 0;            ///< the sum of these
    std::vector<unsigned> required_;    ///< of what nobody may lack
    std::vector<int> skill_bounds_;     ///< points of the n most valuable skills
    std::uint32_t lowest_;
    std::uint32_t highest_;
    Distances distances_;
    // What was found for the block before, which the next one mostly has too.
    Area last_area_{};
    Way last_way_{};
    Ranks last_ranks_{};
    int last_common_ = 0;
};

}  // namespace jianghui::matching
