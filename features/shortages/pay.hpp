#pragma once
// What an order offers a month.

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"

namespace jianghui::shortages {

/// The middle of the order's range in fen a month: days and hours by the paid days of a month and the
/// hours of its shift (parameters). Nothing for pay by the piece and orders that say none.
[[nodiscard]] std::optional<std::int64_t> monthly_pay(const codes::Tables& tables,
                                                      const orders::OrderRow& order, Date day);

}  // namespace jianghui::shortages
