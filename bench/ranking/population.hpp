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
    /// `exact_skills`: so many for everybody; 0: one to eight.
    Population(matching::Names& names, std::uint64_t seed, int exact_skills);

    [[nodiscard]] const Region& region() const { return region_; }
    /// Worker and order of that number: the same whenever asked.
    void make(std::int64_t id, matching::Worker& worker) const;
    [[nodiscard]] matching::Order order(std::int64_t id) const;

  private:
    [[nodiscard]] matching::SkillId skill_of(std::size_t occupation, Random& random) const;

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
