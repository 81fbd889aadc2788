#pragma once
// The refusals of this feature.

#include "engine/base/result.hpp"

namespace jianghui::suggestions {

inline constexpr ErrorCode candidates_closed{
    "candidates_closed", Kind::forbidden,
    "本机构没有该订单的份额，也不能抢单，不能查看推荐人选。请先查看抢单条件。",
    "Your agency has no share in this order and may not grab one, so it is not shown candidates. "
    "Look at what the grab needs first."};

inline constexpr ErrorCode people_listed_wrong{
    "people_listed_wrong", Kind::malformed, "请写求职者编号，用逗号分开，最多 50 个。",
    "Write identifiers of people, set apart by commas, 50 at most."};

inline constexpr ErrorCode rank_needs_one{
    "rank_needs_one", Kind::malformed, "请在 --order 与 --person 中选择一个。",
    "Give either --order or --person."};

inline constexpr ErrorCode rank_needs_files{
    "rank_needs_files", Kind::malformed,
    "--workers 与 --orders 须同时给出，且不能与 --order、--person 一起使用。",
    "Give --workers and --orders together, and without --order or --person."};

inline constexpr ErrorCode line_malformed{"line_malformed", Kind::invalid,
                                          "文件内容有误。请按提示的行和字段更正。",
                                          "The file has a fault. Correct the row and field named."};

}  // namespace jianghui::suggestions
