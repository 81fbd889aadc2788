#pragma once
// What happens to a lead. Who owes the wages is `organisation`, the agency or the borrower `counterpart`.

#include "engine/journal/journal.hpp"

namespace jianghui::leads {

inline constexpr journal::EventKind lead_raised{"lead.raised", "生成欠薪线索", "Lead raised"};
inline constexpr journal::EventKind lead_taken{"lead.taken", "接手线索", "Lead taken"};
inline constexpr journal::EventKind lead_closed_event{"lead.closed", "线索办结", "Lead closed"};

}  // namespace jianghui::leads
