#pragma once
// How much a skill is worth: the rarer among the workers, the more.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/matching/facts.hpp"

namespace jianghui::matching {

/// 16 + 16 · log2((pool + 1) / (holders + 1)), in integer arithmetic: 16 for a skill that everybody
/// has, 32 when half have it, 176 when one in 1,024 has it. Rounded down to 1/16 of a power of two
/// (never by more than 1 above or below the real logarithm). Requires 0 <= holders <= pool < 2^31.
[[nodiscard]] int rarity(std::int64_t holders, std::int64_t pool);

/// The rarity of every skill over one pool, each computed once when first asked for. Not
/// thread-safe: make one per query.
class Rarities {
  public:
    /// `holders[s]` is how many workers of the pool hold skill s; skills beyond have none.
    Rarities(std::span<const std::uint32_t> holders, std::int64_t pool)
        : holders_(holders), pool_(pool), known_(holders.size(), 0), unheld_(rarity(0, pool)) {}
    [[nodiscard]] int of(SkillId skill) {
        const auto at = static_cast<std::size_t>(skill);
        if (at >= known_.size()) return unheld_;
        if (known_[at] == 0) known_[at] = static_cast<std::int16_t>(rarity(holders_[at], pool_));
        return known_[at];
    }

  private:
    std::span<const std::uint32_t> holders_;
    std::int64_t pool_;
    std::vector<std::int16_t> known_;
    int unheld_;
};

}  // namespace jianghui::matching
