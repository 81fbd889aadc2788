#pragma once
// What happens to a procurement.

#include "engine/journal/journal.hpp"

namespace jianghui::procurement {

inline constexpr journal::EventKind procurement_published{
    "procurement.published", "政府购买服务发布", "Procurement published", true};
inline constexpr journal::EventKind procurement_evaluator{"procurement.evaluator", "评审人员变动",
                                                          "Evaluator named or out"};
inline constexpr journal::EventKind procurement_bid{"procurement.bid", "密封应答", "Sealed bid"};
inline constexpr journal::EventKind procurement_bid_withdrawn{"procurement.bid_withdrawn",
                                                              "撤回应答", "Bid withdrawn"};
inline constexpr journal::EventKind procurement_opened{"procurement.opened", "应答统一开启",
                                                       "Bids opened", true};
inline constexpr journal::EventKind procurement_bid_opened{"procurement.bid_opened", "应答开启",
                                                           "Bid opened"};
inline constexpr journal::EventKind procurement_scored{"procurement.scored", "评审打分",
                                                       "Bid scored"};
inline constexpr journal::EventKind procurement_scores_closed{"procurement.scores_closed",
                                                              "评审结束", "Scores closed"};
inline constexpr journal::EventKind procurement_announced{"procurement.announced", "采购结果公布",
                                                          "Result announced", true};
inline constexpr journal::EventKind procurement_bid_ranked{"procurement.bid_ranked", "应答排名",
                                                           "Bid ranked"};
inline constexpr journal::EventKind procurement_objected{"procurement.objected", "提出异议",
                                                         "Objection raised"};
inline constexpr journal::EventKind procurement_answered{"procurement.answered", "答复异议",
                                                         "Objection answered"};
inline constexpr journal::EventKind procurement_awarded{"procurement.awarded", "采购成交",
                                                        "Procurement awarded", true};
inline constexpr journal::EventKind procurement_voided{"procurement.voided", "采购废止",
                                                       "Procurement void", true};

}  // namespace jianghui::procurement
