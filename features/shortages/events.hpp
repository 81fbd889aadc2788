#pragma once
// What happens to shortage catalogues and warnings.

#include "engine/journal/journal.hpp"

namespace jianghui::shortages {

inline constexpr journal::EventKind catalogue_compiled{"shortage.compiled", "编制紧缺目录",
                                                       "Shortage catalogue compiled"};
inline constexpr journal::EventKind catalogue_submitted{"shortage.submitted", "紧缺目录送审",
                                                        "Shortage catalogue submitted"};
inline constexpr journal::EventKind catalogue_returned{"shortage.returned", "紧缺目录退回",
                                                       "Shortage catalogue sent back"};
inline constexpr journal::EventKind catalogue_published{"shortage.published", "紧缺目录发布",
                                                        "Shortage catalogue published", true};
inline constexpr journal::EventKind expert_named{"shortage.expert_named", "邀请专家评审",
                                                 "Expert asked"};
inline constexpr journal::EventKind opinion_given{"shortage.opinion_given", "专家发表意见",
                                                  "Expert's opinion given"};
inline constexpr journal::EventKind quarter_assessed{"shortage.assessed", "季度紧缺评估",
                                                     "Quarter assessed for shortages"};
inline constexpr journal::EventKind warning_computed{"shortage.warning_computed", "预警等级变化",
                                                     "Warning level changed"};
inline constexpr journal::EventKind warning_issued{"shortage.warning_issued", "签发预警",
                                                   "Warning issued", true};
inline constexpr journal::EventKind warning_dismissed{"shortage.warning_dismissed", "不签发预警",
                                                      "Warning dismissed"};
inline constexpr journal::EventKind warning_answered{"shortage.warning_answered", "预警处置",
                                                     "Warning acted on", true};

}  // namespace jianghui::shortages
