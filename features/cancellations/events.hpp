#pragma once
// What happens to a claim. The debtor is `organisation`, the creditor `counterpart`.

#include "engine/journal/journal.hpp"

namespace jianghui::cancellations {

inline constexpr journal::EventKind claim_due{"cancellation.due", "取消费用应付",
                                              "Due for cancelling"};
inline constexpr journal::EventKind claim_paid{"cancellation.paid", "取消费用已付（付款方）",
                                               "Cancellation paid, says the debtor"};
inline constexpr journal::EventKind claim_confirmed{"cancellation.confirmed", "取消费用已收",
                                                    "Cancellation confirmed by the creditor"};
inline constexpr journal::EventKind claim_waived{"cancellation.waived", "取消费用免收",
                                                 "Cancellation waived"};
inline constexpr journal::EventKind claim_disputed{"cancellation.disputed", "取消费用有异议",
                                                   "Cancellation disputed"};

}  // namespace jianghui::cancellations
