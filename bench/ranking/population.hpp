#pragma once
// A region of workers and orders, made up the same on every machine: 1,636 occupations of which few
// are frequent (Zipf 1.0), 111 counties in 700 × 500 km (Zipf 0.8), 5,000 skills of which each
// occupation has its own 60, pay around 5,000 yuan.

#include "engine/matching/matching.hpp"

namespace jianghui::bench {

/// What anchors may know of the made-up region.
struct Region {
    std::vector<matching::Occupation> occupations;  ///< in the order of their codes
    std::vector<matching::Point> counties;
};

class Population {
  public:
    /// SplitMix64: one for each id, because seeding a larger one would cost more than the worker.
    class Dice {
      public:
        explicit Dice(std::uint64_t seed) : state_(seed * 0xD1342543DE82EF95ULL + 1) {}
        std::uint64_t bits() {
            std::uint64_t x = state_ += 0x9E3779B97F4A7C15ULL;
            x = (x ^ x >> 30U) * 0xBF58476D1CE4E5B9ULL;
            x = (x ^ x >> 27U) * 0x94D049BB133111EBULL;
            return x ^ x >> 31U;
        }
        std::uint64_t below(std::uint64_t bound) {
            return static_cast<std::uint64_t>(static_cast<unsigned __int128>(bits()) * bound >> 64U);
        }
        double fraction() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }

      private:
        std::uint64_t state_;
    };
    /// `exact_skills`: so many for everybody; 0: one to eight.
    Population(matching::Names& names, std::uint64_t seed, int exact_skills);

    [[nodiscard]] const Region& region() const { return region_; }
    /// Worker and order of that number: the same whenever asked.
    void make(std::int64_t id, matching::Worker& worker) const;
    [[nodiscard]] matching::Order order(std::int64_t id) const;

  private:
    [[nodiscard]] matching::SkillId skill_of(std::size_t occupation, Dice& random) const;

    Region region_;
    std::vector<std::size_t> popular_;  ///< occupations, the most frequent first
    std::vector<double> occupation_shares_, demand_shares_, county_shares_;
    std::vector<std::vector<std::uint32_t>> own_skills_;  ///< by occupation
    std::uint64_t seed_;
    int exact_skills_;
};

inline constexpr matching::Day today =
    std::chrono::year(2026) / std::chrono::November / std::chrono::day(27);

}  // namespace jianghui::bench
