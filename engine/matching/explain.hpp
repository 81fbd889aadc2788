#pragma once
// Reasons in words. Pure: the same facts always give the same sentence.

#include <cstdint>
#include <string_view>

#include "engine/matching/names.hpp"
#include "engine/matching/ranking.hpp"

namespace jianghui::matching {

/// The stable code: "reach", "occupation", … (the enumerator's name).
[[nodiscard]] std::string_view code(Filter filter);
[[nodiscard]] std::string_view code(ScorePart part);
/// The short name: 距离, Distance.
[[nodiscard]] Text title(Filter filter);
[[nodiscard]] Text title(ScorePart part);

/// Why a candidate was removed: "地点超出可到达范围".
[[nodiscard]] Text reason(Filter filter);
/// What the part was computed from: "距离 12 公里", "具备 3 项技能中的 2 项，缺少：叉车".
[[nodiscard]] Text reason(const Part& part, const Names& names);
/// The same in place of what `text` says: who writes many asks for memory once.
void say_reason(const Part& part, const Names& names, Text& text);
/// What a ranking looked for, and so what its counts count.
enum class Sought : std::uint8_t {
    workers,  ///< candidates for an order
    orders    ///< orders for a person
};
/// What relaxing would bring: "若放宽薪酬，可有 12 个候选". Empty when there is nothing to relax.
[[nodiscard]] Text advice(const Ranking& ranking, Sought sought = Sought::workers);
/// What the counts count and from how many: "每个候选只计入第一个不符合的条件；共 300 个候选，逐一核对".
/// Empty when nothing was counted.
[[nodiscard]] Text what_counts(const Ranking& ranking, Sought sought = Sought::workers);
/// Why nothing is left: "共 300 个候选，筛选到证书时已无人可选". Empty when somebody passed or
/// nothing was counted.
[[nodiscard]] Text why_empty(const Ranking& ranking, Sought sought = Sought::workers);

}  // namespace jianghui::matching
