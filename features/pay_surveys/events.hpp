#pragma once
// What happens to pay surveys and answers.

#include "engine/journal/journal.hpp"

namespace jianghui::pay_surveys {

inline constexpr journal::EventKind survey_opened{"pay_survey.opened", "建立薪酬调查", "Pay survey opened"};
inline constexpr journal::EventKind frame_listed{"pay_survey.frame_listed", "薪酬调查企业名单入库",
                                                 "Companies of a pay survey listed"};
inline constexpr journal::EventKind sample_drawn{"pay_survey.sample_drawn", "薪酬调查抽样",
                                                 "Sample of a pay survey drawn"};
inline constexpr journal::EventKind expert_named{"pay_survey.expert_named", "邀请薪酬调查专家",
                                                 "Expert of a pay survey asked"};
inline constexpr journal::EventKind guide_computed{"pay_survey.computed", "计算工资价位",
                                                   "Pay guide computed"};
inline constexpr journal::EventKind guide_published{"pay_survey.published", "发布工资价位",
                                                    "Pay guide published", true};
inline constexpr journal::EventKind answer_asked{"pay_answer.asked", "企业被抽中", "Company asked"};
inline constexpr journal::EventKind answer_written{"pay_answer.written", "企业填写薪酬答卷",
                                                   "Answer written"};
inline constexpr journal::EventKind answer_submitted{"pay_answer.submitted", "提交薪酬答卷",
                                                     "Answer submitted"};
inline constexpr journal::EventKind answer_opened{"pay_answer.opened", "查看企业薪酬明细",
                                                  "Rows of an answer read"};
inline constexpr journal::EventKind answer_approved{"pay_answer.approved", "一级审核通过",
                                                    "Answer approved by a layer"};
inline constexpr journal::EventKind answer_returned{"pay_answer.returned", "退回薪酬答卷",
                                                    "Answer returned"};

}  // namespace jianghui::pay_surveys
