#pragma once
// Which companies are asked: by industry, with a probability proportional to their staff, systematically
// from a start that follows from a seed. Pure: frame, number and seed give the same sample always.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::pay_surveys {

/// A company that may be asked.
struct FrameUnit {
    OrganisationId company;
    std::string industry;  ///< the class of GB/T 4754, a letter: the stratum
    std::string place;
    std::int64_t size = 1;  ///< staff, at least 1
};

/// How a stratum is drawn: whose size times the number to draw reaches the sum is taken for certain; of
/// the others `left` are drawn, each with the probability left · size ÷ sum.
struct Plan {
    std::vector<bool> certain;  ///< by unit
    std::int64_t sum = 0;       ///< sizes of those that are not certain
    std::int64_t left = 0;      ///< how many of those are drawn
};
/// Requires sizes ≥ 1 and 0 ≤ wanted ≤ number of sizes. O(n²) at worst.
[[nodiscard]] Plan plan_of(const std::vector<std::int64_t>& sizes, std::int64_t wanted);
/// The units that are taken, in their order. Over all starts 0 … sum − 1 every uncertain unit is taken
/// left · size times: its probability is exact. Requires 0 ≤ start < sum, or sum = 0. O(n).
[[nodiscard]] std::vector<std::size_t> taken(const std::vector<std::int64_t>& sizes,
                                             const Plan& plan, std::int64_t start);

/// How many of each stratum are drawn: in proportion to staff, rounded down, but at least `least`, and at
/// most all. The sum may differ from `wanted` by that.
[[nodiscard]] std::vector<std::int64_t> allotted(const std::vector<std::int64_t>& staff,
                                                 const std::vector<std::int64_t>& companies,
                                                 std::int64_t wanted, std::int64_t least);

/// A number below `bound`, every one equally likely: SM3(seed:what:i) for i = 0, 1 …, its first 8 bytes,
/// thrown away in the last incomplete run of `bound`. Requires bound > 0.
[[nodiscard]] std::int64_t start_from(std::string_view seed, std::string_view what,
                                      std::int64_t bound);

/// SM3 of the frame in its order: "id,industry,place,size" and a line end for each unit.
[[nodiscard]] std::string digest_of(const std::vector<FrameUnit>& frame);

struct Sampled {
    OrganisationId company;
    std::int64_t weight = 0;  ///< 1 ÷ probability, in millionths
};
/// The sample. Units are put in the order of industry, place, size (largest first) and id before they are
/// drawn, so the order of `frame` does not matter.
[[nodiscard]] std::vector<Sampled> sample(std::vector<FrameUnit> frame, std::int64_t wanted,
                                          std::int64_t least, std::string_view seed);
/// The frame in the order in which it is drawn from.
void put_in_order(std::vector<FrameUnit>& frame);

}  // namespace jianghui::pay_surveys
