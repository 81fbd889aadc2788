#pragma once
// What can be refused about pay surveys.

#include "engine/base/base.hpp"

namespace jianghui::pay_surveys {

inline constexpr ErrorCode pay_survey_status{
    "pay_survey_status", Kind::conflict, "调查现在的状态不能这样办理。请刷新页面。",
    "The survey's state does not allow that now. Reload the page."};
inline constexpr ErrorCode pay_survey_elsewhere{
    "pay_survey_elsewhere", Kind::forbidden, "只能由调查所在地区的主管部门办理。",
    "Only the office of the survey's place does that."};
inline constexpr ErrorCode pay_survey_exists{
    "pay_survey_exists", Kind::conflict, "这个地区这一年的调查已经有了。",
    "There is a survey of that place and year already."};
inline constexpr ErrorCode pay_year_not_over{
    "pay_year_not_over", Kind::invalid, "调查的是已经结束的年度。请填以前的年份。",
    "A survey asks about a year that is over. Give an earlier one."};
inline constexpr ErrorCode pay_frame_empty{
    "pay_frame_empty", Kind::conflict, "还没有企业名单。请先上传名单再抽样。",
    "There are no companies yet. Send in their list before drawing."};
inline constexpr ErrorCode pay_sample_too_large{
    "pay_sample_too_large", Kind::invalid, "要抽的企业多于名单上的企业。",
    "More companies are wanted than are listed."};
inline constexpr ErrorCode pay_nothing_accepted{
    "pay_nothing_accepted", Kind::conflict, "还没有审核通过的答卷，不能计算。",
    "No answer has been accepted yet: there is nothing to compute."};
inline constexpr ErrorCode pay_guide_empty{
    "pay_guide_empty", Kind::conflict, "没有可以公布的单元格：企业或人数都不够。",
    "No cell may be published: too few companies or persons everywhere."};
inline constexpr ErrorCode pay_four_eyes{
    "pay_four_eyes", Kind::forbidden, "同一个人不能审核两级，也不能发布自己计算的结果。请由另一位同事办理。",
    "Nobody reviews two layers of an answer or publishes what she computed. A colleague has to."};
inline constexpr ErrorCode pay_not_your_layer{
    "pay_not_your_layer", Kind::forbidden, "现在不由你所在的地区审核。",
    "It is not for an office of your place to review it now."};
inline constexpr ErrorCode pay_not_an_expert{
    "pay_not_an_expert", Kind::forbidden, "这一级由调查组织机关邀请的专家评审。",
    "This layer is judged by an expert whom the survey's office asked."};
inline constexpr ErrorCode pay_expert_unfit{
    "pay_expert_unfit", Kind::invalid, "没有这个可用的机关账号，或他是您本人、办理过投诉或欠薪案件，或已经被邀请。请另选专家。",
    "There is no such active account of an office, or it is your own, took part in enforcement cases, or is asked already."};
inline constexpr ErrorCode pay_wall{
    "pay_wall", Kind::forbidden, "办理过投诉、欠薪或失信案件的人员不能查看企业薪酬明细（统计法第二十八条）。",
    "Who has handled complaints, arrears or breach cases may not read what companies answered (Statistics Law §28)."};
inline constexpr ErrorCode pay_answer_status{
    "pay_answer_status", Kind::conflict, "答卷现在的状态不能这样办理。请刷新页面。",
    "The answer's state does not allow that now. Reload the page."};
inline constexpr ErrorCode pay_rows_missing{
    "pay_rows_missing", Kind::conflict, "答卷还没有任何一行。请先填写或上传。",
    "The answer has no rows yet. Fill in or send a file first."};
inline constexpr ErrorCode pay_rows_unexplained{
    "pay_rows_unexplained", Kind::conflict, "有异常尚未说明原因。请逐项说明后提交。",
    "Something unusual is not explained yet. Explain each finding, then submit."};
inline constexpr ErrorCode pay_finding_unknown{
    "pay_finding_unknown", Kind::invalid, "答卷没有这项异常，不需要说明。",
    "The answer has no such finding to explain."};
inline constexpr ErrorCode pay_file_failed{"pay_file_failed", Kind::internal,
                                           "文件未能生成。请稍后重试，或联系管理员。",
                                           "The file could not be made. Retry, or tell the operator."};
// Faults of a row.
inline constexpr ErrorCode pay_level_unknown{
    "pay_level_unknown", Kind::invalid, "没有这个岗位等级。请从模板的“岗位等级”表里选。",
    "There is no such level. Choose one of the sheet of levels in the template."};
inline constexpr ErrorCode pay_amount_negative{
    "pay_amount_negative", Kind::invalid, "工资不能是负数。扣款请从相应的工资里减去后填写，没有的填 0。",
    "Pay cannot be below 0. Take deductions off the pay they belong to; write 0 where there is none."};
inline constexpr ErrorCode pay_example_left{
    "pay_example_left", Kind::invalid, "这是模板里的示例行，不是本单位的人。请删去这一行。",
    "This is the template's example and nobody of yours. Delete the row."};
inline constexpr ErrorCode pay_amount_unreadable{
    "pay_amount_unreadable", Kind::invalid, "看不懂这个金额。请写成数字，单位元，最多两位小数，例如 42000.50。",
    "This is not readable as an amount. Write a number in yuan with at most two decimals."};
inline constexpr ErrorCode pay_nothing_paid{"pay_nothing_paid", Kind::invalid,
                                            "全年工资合计为零。请核对，没有支付工资的人不填。",
                                            "The pay is zero. Check it; who was not paid is not listed."};
inline constexpr ErrorCode pay_cost_no_wages{
    "pay_cost_no_wages", Kind::invalid, "人工成本里劳动报酬为零。请填全年的劳动报酬（工资总额）。",
    "The pay of labour cost is zero. Give the pay of the whole year."};
inline constexpr ErrorCode pay_hours_too_many{
    "pay_hours_too_many", Kind::invalid, "工时多于在岗月份的全部小时数。请核对月数和工时。",
    "There are more hours than the months have. Check months and hours."};
inline constexpr ErrorCode pay_company_unknown{
    "pay_company_unknown", Kind::invalid, "平台上没有这个统一社会信用代码的已核验单位。请核对，或先请它注册核验。",
    "No verified organisation has this credit code. Check it, or have it registered first."};
inline constexpr ErrorCode pay_company_elsewhere{
    "pay_company_elsewhere", Kind::invalid, "这个单位不在调查的地区。",
    "That organisation is not in the survey's place."};
inline constexpr ErrorCode pay_company_twice{"pay_company_twice", Kind::invalid,
                                             "这个单位在名单上出现了两次。",
                                             "That organisation is listed twice."};
inline constexpr ErrorCode pay_industry_missing{
    "pay_industry_missing", Kind::invalid, "这个单位没有登记行业。请先补登记，再列入名单。",
    "That organisation has no industry yet. Have it entered first."};

}  // namespace jianghui::pay_surveys
