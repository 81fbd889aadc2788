#pragma once
// What can be refused about shortages.

#include "engine/base/base.hpp"

namespace jianghui::shortages {

inline constexpr ErrorCode catalogue_status_conflict{
    "catalogue_status_conflict", Kind::conflict, "目录现在的状态不能这样办理。请刷新页面。",
    "The catalogue's state does not allow that now. Reload the page."};
inline constexpr ErrorCode catalogue_four_eyes{
    "catalogue_four_eyes", Kind::forbidden, "编制人、送审人不能评审或发布这份目录，发表过专家意见的人不能发布。请由另一位同事办理。",
    "Who compiled or submitted the catalogue may neither judge nor publish it, and who gave an opinion may "
    "not publish it. A colleague has to."};
inline constexpr ErrorCode catalogue_open_already{
    "catalogue_open_already", Kind::conflict, "这一期的目录已有一份在办。请先发布它，或在它上面重新编制。",
    "A catalogue of that place and quarter is being made. Publish it first, or compile it anew."};
inline constexpr ErrorCode catalogue_elsewhere{
    "catalogue_elsewhere", Kind::forbidden, "目录由所覆盖地区或其上级地区的主管部门办理，整个区域的目录由市级以上部门办理。",
    "A catalogue is for the office of its place or of one that contains it; the region's is for a city's or a province's."};
inline constexpr ErrorCode catalogue_period_not_begun{
    "catalogue_period_not_begun", Kind::invalid, "这一季度还没有开始，没有可编制的数据。",
    "That quarter has not begun: there is nothing to compile."};
inline constexpr ErrorCode catalogue_empty{
    "catalogue_empty", Kind::conflict, "没有达到紧缺程度的职业，目录是空的，不能发布。",
    "No occupation is short: the catalogue is empty and cannot be published."};
inline constexpr ErrorCode expert_unfit{
    "expert_unfit", Kind::invalid, "没有这个可用账号，或他是您本人、编制人、送审人、劳动者或管理员，或已经被邀请。请另选专家。",
    "There is no such active account, or it is your own, compiled or submitted the catalogue, is a worker's "
    "or an administrator's, or is asked already."};
inline constexpr ErrorCode not_an_expert{
    "not_an_expert", Kind::forbidden, "只有被邀请评审这份目录的专家才能发表意见。",
    "Only experts who were asked about this catalogue may give an opinion."};
inline constexpr ErrorCode dissent_without_reason{
    "dissent_without_reason", Kind::invalid, "与计算的等级不同时，请写明理由。",
    "Say why when you give another grade than the computed one."};
inline constexpr ErrorCode warning_status_conflict{
    "warning_status_conflict", Kind::conflict, "这条预警现在的状态不能这样办理。请刷新页面。",
    "The warning's state does not allow that now. Reload the page."};
inline constexpr ErrorCode flow_period_open{
    "flow_period_open", Kind::forbidden, "公众只能查看已经结束的季度：未结束的季度逐日变化，会透露个人的去向。",
    "Only quarters that are over are public: a running one changes day by day and would tell of single people."};
inline constexpr ErrorCode catalogue_file_failed{
    "catalogue_file_failed", Kind::internal, "目录文件未能生成。请稍后重试，或联系管理员。",
    "The catalogue's file could not be made. Retry, or tell the operator."};
inline constexpr ErrorCode guide_failed{"guide_failed", Kind::internal,
                                        "指引文件未能生成。请稍后重试，或联系管理员。",
                                        "The guide could not be made. Retry, or tell the operator."};

}  // namespace jianghui::shortages
