#pragma once
// Typing a site's code: six digits are found by trying unless tries are few. Wrong ones are counted for each seat and
// account and lock that seat's check-in for a while; the count is kept although the answer is a refusal.

#include "engine/access/lockout.hpp"
#include "engine/app/context.hpp"
#include "features/seats/errors.hpp"
#include "features/seats/model.hpp"

namespace jianghui::seats {

/// How many wrong codes lock for how long (parameters site_code_wrong_max, site_code_lock_minutes).
[[nodiscard]] access::LockoutPolicy site_code_policy(const app::Services& services, Date day);

/// Whether the code is that of the seat's order today. Fails with site_code_locked, whatever was typed, while the
/// account is locked for that seat; else with wrong_site_code, which says how many tries are left and must be
/// committed: see is_counted.
[[nodiscard]] Result<Done> check_site_code(app::Command& command, const SeatRow& seat,
                                           const std::string& typed);

/// Whether the refusal has written that it was given: its command is kept.
[[nodiscard]] bool is_counted(const Error& refusal);

/// Forgets the wrong codes of a seat.
void forget_code_tries(store::Transaction& transaction, const SeatRow& seat);

}  // namespace jianghui::seats
