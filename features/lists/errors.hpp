#pragma once
// What can be refused about lists.

#include "engine/base/base.hpp"

namespace jianghui::lists {

inline constexpr ErrorCode list_status_conflict{
    "list_status_conflict", Kind::conflict, "清单现在的状态不能这样办理。请刷新页面。",
    "The list's state does not allow that now. Reload the page."};
inline constexpr ErrorCode list_four_eyes{
    "list_four_eyes", Kind::forbidden, "编制或送审清单的人不能自己定稿。请由另一位同事审核定稿。",
    "Who compiled or submitted the list may not freeze it. A colleague has to."};
inline constexpr ErrorCode list_open_already{
    "list_open_already", Kind::conflict, "这一期的清单已有一份在办。请先发布它，或在它上面重新编制。",
    "A list of that kind, place and quarter is being made. Publish it first, or compile it anew."};
inline constexpr ErrorCode list_elsewhere{
    "list_elsewhere", Kind::forbidden, "清单由所覆盖地区或其上级地区的主管部门办理，整个区域的清单由市级以上部门办理。",
    "A list is for the office of its place or of one that contains it; the region's is for a city's or a province's."};
inline constexpr ErrorCode list_period_not_over{
    "list_period_not_over", Kind::invalid, "这一季度还没有开始，没有可编制的数据。",
    "That quarter has not begun: there is nothing to compile."};
inline constexpr ErrorCode list_empty{
    "list_empty", Kind::conflict,
    "没有可发布的数据：全部合计也未达到公布的最少人数，或者本地区与人数过少的邻近区县合并公布，只出现在全市的清单中。",
    "There is nothing to publish: even all together are fewer than may be published, or the county is told together with one of too "
    "few people, in the city's list alone."};
inline constexpr ErrorCode list_place_joined{
    "list_place_joined", Kind::conflict,
    "不纳入的区县与人数过少的区县合并公布，不能单独排除。请一并排除，或者都纳入。",
    "A county that is left out is told together with one of too few people. Leave out both, or neither."};
inline constexpr ErrorCode list_told_otherwise{
    "list_told_otherwise", Kind::conflict,
    "这一季度已有按另一口径、另一最少人数或另一合并办法定稿的供给清单，两者相减可能看出少数人。请沿用已发布的清单。",
    "A supply list of the quarter was frozen by another formula, another least number or another way of merging; few people might be "
    "found by subtracting. Keep to what was published."};
inline constexpr ErrorCode line_merged{
    "line_merged", Kind::forbidden, "这一行合并了多个人数较少的职业，不能查看明细。",
    "This line holds several occupations with few people and does not open to records."};
inline constexpr ErrorCode list_file_failed{"list_file_failed", Kind::internal,
                                            "文件未能生成。请稍后重试，或联系管理员。",
                                            "The file could not be made. Retry, or tell the operator."};

}  // namespace jianghui::lists
