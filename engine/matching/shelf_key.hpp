#pragma once
// Where a row stands (engine/matching only): by occupation, then by cell of the map, then the rows
// with the best fixed points first. So a block of rows is narrow in all three, and the bounds of a
// block say much.

#include <algorithm>
#include <cstdint>

#include "engine/matching/facts.hpp"

namespace jianghui::matching {

/// 25 bits that sort as the codes do: a class before what lies in it.
[[nodiscard]] inline std::uint32_t rank_of(Occupation occupation) {
    const std::uint32_t packed = occupation.packed;
    return (packed >> 24U & 15U) << 21U | (packed >> 16U & 127U) << 14U |
           (packed >> 8U & 127U) << 7U | (packed & 127U);
}
/// The reverse.
[[nodiscard]] inline Occupation occupation_of(std::uint32_t rank) {
    return {(rank >> 21U & 15U) << 24U | (rank >> 14U & 127U) << 16U | (rank >> 7U & 127U) << 8U |
            (rank & 127U)};
}
/// The class of so many levels in which the occupation lies.
[[nodiscard]] inline Occupation class_of(Occupation occupation, int levels) {
    return {levels == 0 ? 0 : occupation.packed & ~0U << (32U - 8U * static_cast<unsigned>(levels))};
}
/// The last rank in that class (of all, when the class is none).
[[nodiscard]] inline std::uint32_t last_rank_in(Occupation in) {
    const int levels = in.levels();
    const unsigned open = levels == 0 ? 25U : 7U * static_cast<unsigned>(4 - levels);
    return rank_of(in) | ((1U << open) - 1U);
}

/// A cell of a quarter of a degree (about 25 km), numbered so that near cells have near numbers.
[[nodiscard]] inline std::uint64_t cell_of(Point at) {
    const auto spread = [](std::uint32_t bits) {
        std::uint64_t wide = bits;
        wide = (wide | wide << 8U) & 0x00FF00FFU;
        wide = (wide | wide << 4U) & 0x0F0F0F0FU;
        wide = (wide | wide << 2U) & 0x33333333U;
        return (wide | wide << 1U) & 0x55555555U;
    };
    const auto x = static_cast<std::uint32_t>((at.lon_e6 + 180'000'000) / 250'000);
    const auto y = static_cast<std::uint32_t>((at.lat_e6 + 90'000'000) / 250'000);
    return spread(x) | spread(y) << 1U;  // 22 bits: x < 1,441 takes the even ones, y < 721 the odd
}

inline constexpr unsigned merit_bits = 17;
/// `merit`: fixed points; the more, the earlier in the cell.
[[nodiscard]] inline std::uint64_t shelf_key(Occupation occupation, Point at, std::int64_t merit) {
    constexpr std::int64_t most = (std::int64_t{1} << merit_bits) - 1;
    const auto late = static_cast<std::uint64_t>(most - std::clamp<std::int64_t>(merit, 0, most));
    return std::uint64_t{rank_of(occupation)} << 39U | cell_of(at) << merit_bits | late;
}
[[nodiscard]] inline std::uint32_t rank_in(std::uint64_t key) {
    return static_cast<std::uint32_t>(key >> 39U);
}

}  // namespace jianghui::matching
