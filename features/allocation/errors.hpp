#pragma once
// The refusals of this feature.

#include "engine/base/result.hpp"

namespace jianghui::allocation {

inline constexpr ErrorCode table_malformed{"table_malformed", Kind::invalid,
                                           "文件内容有误。请按提示的行和列更正。",
                                           "The file has a fault. Correct the row and column named."};
inline constexpr ErrorCode stable_file_malformed{
    "stable_file_malformed", Kind::invalid, "文件内容有误。请按提示的位置更正。",
    "The file has a fault. Correct the place named."};
inline constexpr ErrorCode allocation_infeasible{
    "infeasible", Kind::conflict, "无可行分配：必须安置的人或必须满员的席位无法同时满足。",
    "infeasible: those who must be placed, or the seats that must be filled, cannot all be."};
inline constexpr ErrorCode allocation_undecided{
    "allocation_undecided", Kind::unavailable, "到时限仍未找到可行分配。请延长时限。",
    "The time limit passed before anything feasible was found. Allow more time."};
inline constexpr ErrorCode penalty_malformed{
    "penalty_malformed", Kind::malformed,
    "--unmatched-penalty 须为不小于 0 的数，位数与分值合计不超过 30 位。",
    "--unmatched-penalty must be a number of at least 0 that together with the scores needs at most "
    "30 digits."};
inline constexpr ErrorCode allocation_method_cannot{
    "allocation_method_cannot", Kind::malformed,
    "greedy 和 stable 不支持 --perfect、下限、分组、成组、时段、罚分、优先级。请用 --method optimal。",
    "greedy and stable know no --perfect, floors, groups, teams, periods, penalties or priorities. "
    "Use --method optimal."};

}  // namespace jianghui::allocation
