#pragma once
// What happens to an engagement.

#include "engine/journal/journal.hpp"

namespace jianghui::engagements {

inline constexpr journal::EventKind engagement_created{"engagement.created", "服务合同订立",
                                                       "Engagement made"};
inline constexpr journal::EventKind step_started{"engagement.step_started", "服务步骤开始",
                                                 "Step started"};
inline constexpr journal::EventKind step_delivered{"engagement.step_delivered", "服务步骤交付",
                                                   "Step delivered"};
inline constexpr journal::EventKind step_accepted{"engagement.step_accepted", "服务步骤验收",
                                                  "Step accepted"};
inline constexpr journal::EventKind step_returned{"engagement.step_returned", "服务步骤退回",
                                                  "Step returned"};
inline constexpr journal::EventKind step_paid{"engagement.step_paid", "服务步骤付款", "Step paid"};
inline constexpr journal::EventKind step_confirmed{"engagement.step_confirmed", "服务步骤到账确认",
                                                   "Step's payment confirmed"};
inline constexpr journal::EventKind step_dropped{"engagement.step_dropped", "服务步骤取消",
                                                 "Step dropped"};
inline constexpr journal::EventKind step_overdue{"engagement.step_overdue", "服务步骤逾期预警",
                                                 "Step overdue"};
inline constexpr journal::EventKind engagement_completed{"engagement.completed", "服务合同履行完毕",
                                                         "Engagement completed"};
inline constexpr journal::EventKind engagement_ended{"engagement.ended_early", "服务合同提前结束",
                                                     "Engagement ended early"};
inline constexpr journal::EventKind engagement_rated{"engagement.rated", "服务评价",
                                                     "Engagement rated"};

}  // namespace jianghui::engagements
