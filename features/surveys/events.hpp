#pragma once
// What happens to surveys and their households.

#include "engine/journal/journal.hpp"

namespace jianghui::surveys {

inline constexpr journal::EventKind survey_opened{"survey.opened", "建立农村劳动力调查", "Rural survey opened"};
inline constexpr journal::EventKind questions_written{"survey.questions_written", "编写调查问卷", "Questionnaire written"};
inline constexpr journal::EventKind frame_listed{"survey.frame_listed", "调查村名单入库", "Villages of a survey listed"};
inline constexpr journal::EventKind survey_started{"survey.started", "调查抽样并开始", "Survey drawn and started"};
inline constexpr journal::EventKind collector_named{"survey.collector_named", "指定调查员", "Collector named"};
inline constexpr journal::EventKind survey_computed{"survey.computed", "计算调查结果", "Survey computed"};
inline constexpr journal::EventKind survey_published{"survey.published", "发布调查结果", "Survey published", true};
inline constexpr journal::EventKind household_answered{"survey_household.answered", "收到入户答卷", "Answer about a household arrived"};
inline constexpr journal::EventKind household_settled{"survey_household.settled", "裁定不一致的答卷", "Differing answers settled"};
inline constexpr journal::EventKind household_replaced{"survey_household.replaced", "替换样本农户", "Household replaced"};
inline constexpr journal::EventKind household_opened{"survey_household.opened", "查看农户答卷", "Answers of a household read"};
inline constexpr journal::EventKind household_emptied{"survey_household.emptied", "删除农户答卷", "Answers of a household deleted"};

}  // namespace jianghui::surveys
