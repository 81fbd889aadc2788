#pragma once
// What can be refused about surveys.

#include "engine/base/base.hpp"

namespace jianghui::surveys {

inline constexpr ErrorCode survey_status{"survey_status", Kind::conflict,
                                         "调查现在的状态不能这样办理。请刷新页面。",
                                         "The survey's state does not allow that now. Reload the page."};
inline constexpr ErrorCode survey_elsewhere{"survey_elsewhere", Kind::forbidden,
                                            "只能由调查所在地区的主管部门办理。",
                                            "Only the office of the survey's place does that."};
inline constexpr ErrorCode survey_not_ready{
    "survey_not_ready", Kind::conflict, "问卷或抽样框还是空的。请先编写问卷、上传村名单。",
    "There are no questions or no villages yet. Write the questionnaire and send in the frame."};
inline constexpr ErrorCode survey_sample_too_large{
    "survey_sample_too_large", Kind::invalid, "要抽的农户多于名单上的农户。",
    "More households are wanted than there are in the frame."};
inline constexpr ErrorCode survey_collector_unfit{
    "survey_collector_unfit", Kind::invalid, "没有这个可以担任调查员的账号：须是在用的主管部门或机构账号。",
    "No such account that may collect: it has to be an active one of an office or an agency."};
inline constexpr ErrorCode survey_conflicts_open{
    "survey_conflicts_open", Kind::conflict, "有的农户两份答卷不一致，尚未裁定。请先逐户裁定。",
    "Answers about some households differ. Settle each of them first."};
inline constexpr ErrorCode survey_nothing_known{"survey_nothing_known", Kind::conflict,
                                                "还没有完成的答卷，不能计算。",
                                                "No household has answered yet: there is nothing to compute."};
inline constexpr ErrorCode survey_four_eyes{"survey_four_eyes", Kind::forbidden,
                                            "不能发布自己计算的结果。请由另一位同事发布。",
                                            "Nobody publishes what she computed. A colleague has to."};
inline constexpr ErrorCode survey_no_conflict{"survey_no_conflict", Kind::conflict,
                                              "这一户没有需要裁定的答卷。请刷新页面。",
                                              "There is nothing to settle about that household. Reload the page."};
inline constexpr ErrorCode survey_no_replacement{
    "survey_no_replacement", Kind::conflict, "这一户不需要替换，或本层的备用农户已经用完。",
    "That household needs no replacement, or its stratum has none left."};
inline constexpr ErrorCode survey_file_failed{"survey_file_failed", Kind::internal,
                                              "文件未能生成。请稍后重试，或联系管理员。",
                                              "The file could not be made. Retry, or tell the operator."};
// Faults of a questionnaire.
inline constexpr ErrorCode survey_question_code{
    "survey_question_code", Kind::invalid, "题目代码只能用小写字母、数字和下划线，且不能重复。",
    "A question's code has lower-case letters, digits and underscores, and is there once."};
inline constexpr ErrorCode survey_options{"survey_options", Kind::invalid,
                                          "选择题至少要有两个代码不同的选项；其他题没有选项。",
                                          "A choice needs two options with different codes; other questions have none."};
inline constexpr ErrorCode survey_range{"survey_range", Kind::invalid,
                                        "数字题要写明最小值和最大值；其他题不写。",
                                        "A number needs its least and greatest value; other questions have none."};
inline constexpr ErrorCode survey_condition_not_earlier{
    "survey_condition_not_earlier", Kind::invalid, "显示条件只能引用前面的题。",
    "A condition names an earlier question only."};
inline constexpr ErrorCode survey_condition_of_member{
    "survey_condition_of_member", Kind::invalid, "问全户的题不能以家庭成员的题为条件。",
    "A question of the household cannot depend on one of a member."};
inline constexpr ErrorCode survey_condition_never{
    "survey_condition_never", Kind::invalid, "没有任何回答能满足这个条件，题目永远不会显示。",
    "No answer meets this condition: the question would never be shown."};
// Faults of an answer.
inline constexpr ErrorCode survey_value_missing{"survey_value_missing", Kind::invalid,
                                                "这道必答题没有回答。",
                                                "This question has to be answered."};
inline constexpr ErrorCode survey_value{"survey_value", Kind::invalid,
                                        "回答不符合这道题的要求。",
                                        "The answer does not fit the question."};
inline constexpr ErrorCode survey_not_asked{
    "survey_not_asked", Kind::invalid, "这道题不应回答：问卷没有它，或按前面的回答不显示。",
    "This is not asked: the questionnaire does not have it, or earlier answers skip it."};
inline constexpr ErrorCode survey_consent_missing{
    "survey_consent_missing", Kind::invalid, "没有记录受访人同意，不能收取答卷。可以登记为拒访。",
    "The respondent's consent is not recorded: only a refusal can be entered."};
inline constexpr ErrorCode survey_household_unknown{
    "survey_household_unknown", Kind::not_found, "这一户不在您的名单里。请联网刷新名单。",
    "That household is not on your list. Load the list again."};
inline constexpr ErrorCode survey_version_reused{
    "survey_version_reused", Kind::conflict, "这台设备已用同一版本号送来过不同的内容。请重新保存后再送。",
    "This device has sent something else under that version. Save again and send."};
inline constexpr ErrorCode survey_over{"survey_over", Kind::conflict,
                                       "调查已经结束（已发布，或答卷保存期已满），不再收取或计算答卷。请联系主管部门。",
                                       "The survey is over (published, or its answers were kept as long as they may be): no answers are taken or computed. Ask its office."};
// Faults of a row of the frame.
inline constexpr ErrorCode survey_place_unknown{
    "survey_place_unknown", Kind::invalid, "地区代码不在调查地区内，或不存在。请填县区的 6 位代码。",
    "The place does not exist or is outside of the survey's. Write the county's code of 6 digits."};
inline constexpr ErrorCode survey_frame_too_large{
    "survey_frame_too_large", Kind::invalid, "名单超过一百万户。请按县（区）分别建立调查。",
    "The frame has more than a million households. Open a survey for each county."};
inline constexpr ErrorCode survey_village_twice{"survey_village_twice", Kind::invalid,
                                                "这个地区的这个村在名单上出现了两次。",
                                                "That village of that place is listed twice."};

}  // namespace jianghui::surveys
