#pragma once
// What can be refused about statistics.

#include "engine/base/base.hpp"

namespace jianghui::statistics {

inline constexpr ErrorCode measure_unknown{"measure_unknown", Kind::not_found,
                                           "没有这个指标或这个版本。请从指标列表选择。",
                                           "There is no such measure or version. Take one from GET "
                                           "statistics."};
inline constexpr ErrorCode period_malformed{
    "period_malformed", Kind::invalid, "期间写法不对：季度写作 2026Q4，月写作 2026-11，年写作 2026。",
    "Write a quarter as 2026Q4, a month as 2026-11, a year as 2026."};
inline constexpr ErrorCode not_counted_yet{
    "not_counted_yet", Kind::conflict, "流水还没有统计到这个位置，几秒后再试。",
    "The journal is not counted up to that position yet; retry in a few seconds."};
inline constexpr ErrorCode division_missing{"division_missing", Kind::invalid,
                                            "这个指标没有这个维度。请换一种分组。",
                                            "The measure has no such dimension. Divide it by another."};
inline constexpr ErrorCode too_much_to_add{
    "too_much_to_add", Kind::invalid, "按多个维度同时取数涉及的数据太多。请限定到区县、指定细类职业，或者只按一个维度查询。",
    "Too much has to be added up for several dimensions at once. Name a county or an occupation of the finest level, or ask by one "
    "dimension."};

inline constexpr ErrorCode for_the_office{
    "for_the_office", Kind::forbidden, "未达到公布人数的数字只供主管部门使用。公开数字见已发布的清单。",
    "Figures below the number that may be published are for the authority. What is public stands in "
    "the published lists."};

inline constexpr ErrorCode figures_differ{
    "figures_differ", Kind::conflict,
    "保存的统计数字与由流水重新计算的不一致。请由系统管理员从流水重新统计该指标。",
    "Kept figures are not what the journal gives. The system administrator counts the measure anew "
    "(POST statistics/{measure}/recount)."};
inline constexpr ErrorCode verification_running{
    "verification_running", Kind::conflict, "正在核对另一次统计，请稍后再试。",
    "Another verification is running; retry when it is over."};

}  // namespace jianghui::statistics
