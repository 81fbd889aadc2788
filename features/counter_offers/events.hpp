#pragma once
// What happens to a counter-offer. The agency is `organisation`, the employer `counterpart`.

#include "engine/journal/journal.hpp"

namespace jianghui::counter_offers {

inline constexpr journal::EventKind counter_offer_made{"counter_offer.made", "提出议价",
                                                       "Counter-offer made"};
inline constexpr journal::EventKind counter_offer_accepted{"counter_offer.accepted", "接受议价",
                                                           "Counter-offer accepted"};
inline constexpr journal::EventKind counter_offer_declined{"counter_offer.declined", "谢绝议价",
                                                           "Counter-offer declined"};
inline constexpr journal::EventKind counter_offer_lapsed{"counter_offer.lapsed", "议价到期未答复",
                                                         "Counter-offer lapsed"};
inline constexpr journal::EventKind counter_offer_withdrawn{"counter_offer.withdrawn", "撤回议价",
                                                            "Counter-offer withdrawn"};
inline constexpr journal::EventKind counter_offer_voided{"counter_offer.voided", "议价失效",
                                                         "Counter-offer void"};

}  // namespace jianghui::counter_offers
