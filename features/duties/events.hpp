#pragma once
// What happens to duties and assessments.

#include "engine/journal/journal.hpp"

namespace jianghui::duties {

inline constexpr journal::EventKind duty_set{"duty.set", "下达责任事项", "Duty set"};
inline constexpr journal::EventKind duty_reported{"duty.reported", "报告责任事项进展",
                                                  "Progress of a duty reported"};
inline constexpr journal::EventKind duty_confirmed{"duty.confirmed", "责任事项核实完成",
                                                   "Duty confirmed"};
inline constexpr journal::EventKind duty_returned{"duty.returned", "责任事项退回", "Duty sent back"};
inline constexpr journal::EventKind duty_withdrawn{"duty.withdrawn", "撤销责任事项",
                                                   "Duty withdrawn"};
inline constexpr journal::EventKind duty_visited{"duty.visited", "督导检查发现问题",
                                                 "Finding of a supervision visit"};
inline constexpr journal::EventKind duty_looked_at{"duty.looked_at", "督导检查未发现问题",
                                                   "Supervision visit without a finding"};
inline constexpr journal::EventKind duty_remedied{"duty.remedied", "报告整改", "Finding remedied"};
inline constexpr journal::EventKind duty_finding_closed{"duty.finding_closed", "整改销号",
                                                        "Finding closed"};
inline constexpr journal::EventKind assessment_proposed{"assessment.proposed", "提出年度考核评分",
                                                        "Assessment proposed"};
inline constexpr journal::EventKind assessment_told{"assessment.told", "告知年度考核评分",
                                                    "Assessment told"};
inline constexpr journal::EventKind assessment_appealed{"assessment.appealed", "对考核评分申诉",
                                                        "Assessment appealed"};
inline constexpr journal::EventKind assessment_decided{"assessment.decided", "考核申诉处理",
                                                       "Appeal decided"};
inline constexpr journal::EventKind assessment_published{"assessment.published", "公布年度考核",
                                                         "Assessment published", true};

}  // namespace jianghui::duties
