#pragma once
// What can be refused about quarter reports.

#include "engine/base/base.hpp"

namespace jianghui::quarter_reports {

inline constexpr ErrorCode report_status_conflict{
    "report_status_conflict", Kind::conflict, "季度报告现在的状态不能这样办理。请刷新页面。",
    "The report's state does not allow that now. Reload the page."};
inline constexpr ErrorCode report_four_eyes{
    "report_four_eyes", Kind::forbidden, "编制或送审报告的人不能自己发布。请由另一位同事审核发布。",
    "Who compiled or submitted the report may not publish it. A colleague has to."};
inline constexpr ErrorCode report_open_already{
    "report_open_already", Kind::conflict,
    "这一季度的报告已有一份在办。请先发布它，或在它上面重新编制。",
    "A report of that place and quarter is being made. Publish it first, or compile it anew."};
inline constexpr ErrorCode report_elsewhere{
    "report_elsewhere", Kind::forbidden, "季度报告由所覆盖地区或其上级地区的主管部门办理，整个区域的报告由市级以上部门办理。",
    "A report is for the office of its place or of one that contains it; the region's is for a city's or a province's."};
inline constexpr ErrorCode report_not_begun{
    "report_not_begun", Kind::invalid, "这一季度还没有开始，没有可编制的数据。",
    "That quarter has not begun: there is nothing to compile."};
inline constexpr ErrorCode report_too_small{
    "report_too_small", Kind::conflict,
    "没有可发布的数据：全部合计也未达到公布的最少人数或最少用人单位数。",
    "There is nothing to publish: even all together are fewer people or companies than may be published."};
inline constexpr ErrorCode report_row_merged{
    "report_row_merged", Kind::forbidden, "这一行合并了多个较小的分组，不能查看明细。",
    "This row holds several small groups together and does not open to records."};
inline constexpr ErrorCode report_row_closed{
    "report_row_closed", Kind::invalid,
    "这张表按登记时的个人或岗位信息分组，系统只保留人数，不保留谁在哪一组，因此没有明细。",
    "This table is divided by what registers said when it was compiled; only numbers are kept, not who was "
    "in which group, so it has no records."};
inline constexpr ErrorCode report_file_failed{
    "report_file_failed", Kind::internal, "文件未能生成。请稍后重试，或联系管理员。",
    "The file could not be made. Retry, or tell the operator."};

}  // namespace jianghui::quarter_reports
