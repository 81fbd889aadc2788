#pragma once
// 求人倍率 and what the quarterly analysis says beside it (domain.md 3.1). Pure, in integers.

#include <cstdint>
#include <optional>

namespace jianghui::statistics {

/// What a group and all groups together asked for and have. `undecided`: people without a
/// preference, who are spread over the groups by their share of the demand.
struct RatioFacts {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::int64_t demand_total = 0;
    std::int64_t undecided = 0;
};
/// D ÷ (S + U·D/ΣD) in hundredths, half up. Nothing where nobody is to be divided by: 「—」.
[[nodiscard]] std::optional<std::int64_t> ratio_hundredths(const RatioFacts& facts);

/// The part of a whole in hundredths of a percent, half up; nothing of nothing.
[[nodiscard]] std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole);

/// How much larger in hundredths of a percent; nothing where there was nothing before.
[[nodiscard]] std::optional<std::int64_t> growth(std::int64_t before, std::int64_t now);

}  // namespace jianghui::statistics
