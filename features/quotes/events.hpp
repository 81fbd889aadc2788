#pragma once
// What happens to sealed bids. Before quote.opened no event says what anybody bid.

#include "engine/journal/journal.hpp"

namespace jianghui::quotes {

inline constexpr journal::EventKind quote_started{"quote.started", "密封报价开始",
                                                  "Sealed bids are taken", true};
inline constexpr journal::EventKind quote_bid{"quote.bid", "密封报价", "Sealed bid"};
inline constexpr journal::EventKind quote_withdrawn{"quote.withdrawn", "撤回报价", "Bid withdrawn"};
inline constexpr journal::EventKind quote_closed{"quote.closed", "报价截止", "Bids closed", true};
inline constexpr journal::EventKind quote_opened{"quote.opened", "报价开启", "Bids opened", true};
inline constexpr journal::EventKind quote_result{"quote.result", "报价结果", "Result of a bid"};
inline constexpr journal::EventKind quote_voided{"quote.voided", "报价取消", "Bids void", true};
inline constexpr journal::EventKind quote_bid_voided{"quote.bid_voided", "报价失效", "Bid void"};

}  // namespace jianghui::quotes
