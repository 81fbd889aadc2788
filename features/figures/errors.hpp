#pragma once

#include "engine/base/base.hpp"

namespace jianghui::figures {

inline constexpr ErrorCode no_such_figure{
    "no_such_figure", Kind::not_found, "没有这个指标。编号形如 511500-2026-revenue，取自指标列表。",
    "There is no such figure. Its id looks like 511500-2026-revenue; take it from GET figures."};

}  // namespace jianghui::figures
