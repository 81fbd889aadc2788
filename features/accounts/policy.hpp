#pragma once
// The policy of signing in as it holds today: the deployment's, with the parameters of the rules.

#include "engine/access/policy.hpp"
#include "engine/app/services.hpp"

namespace jianghui::accounts {

/// The policy with the parameters second_factor_required_from (a day as yyyymmdd; 0: never) and
/// second_factor_demo in force on the day.
[[nodiscard]] access::AccessPolicy policy_on(const app::Services& services, Instant now);

}  // namespace jianghui::accounts
