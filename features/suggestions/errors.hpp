#pragma once
// The refusals of this feature.

#include "engine/base/result.hpp"

namespace jianghui::suggestions {

inline constexpr ErrorCode candidates_closed{
    "candidates_closed", Kind::forbidden,
    "本机构没有该订单的份额，也不能抢单，不能查看推荐人选。请先查看抢单条件。",
    "Your agency has no share in this order and may not grab one, so it is not shown candidates. "
    "Look at what the grab needs first."};

inline constexpr ErrorCode rank_needs_one{
    "rank_needs_one", Kind::malformed, "请在 --order 与 --person 中选择一个。",
    "Give either --order or --person."};

}  // namespace jianghui::suggestions
