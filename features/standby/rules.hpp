#pragma once
// Decisions about stand-bys: pure functions.

#include "features/standby/errors.hpp"
#include "features/standby/model.hpp"

namespace jianghui::standby {

/// Whether an agency that holds `agency_seats` of the order may wait for so many: the order is first
/// come, first served and in the market, has not so many left, and the number fits lots, teams and
/// cap. Fails with order_not_open, the code of the order's mode, standby_not_needed, lot_size,
/// whole_teams, cap_exceeded, standby_at_least.
[[nodiscard]] Result<Done> may_wait(const orders::OrderRow& order, const StandBy& wanted,
                                    int agency_seats, Instant now);

/// How few seats are worth a call when nothing was said: a whole team, or one.
[[nodiscard]] int least_worth(const orders::OrderRow& order, const StandBy& wanted);

/// Whether a refusal at the call is about the order and not about who was called: then nobody was
/// passed over.
[[nodiscard]] bool is_of_order(std::string_view code);

}  // namespace jianghui::standby
