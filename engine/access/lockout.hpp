#pragma once
// When wrong passwords lock an account name: pure decisions.

#include <optional>
#include <vector>

#include "engine/access/policy.hpp"
#include "engine/base/time.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::access {

/// Wrong passwords for one account name.
struct Attempts {
    std::vector<Instant> failed_at;  ///< within the window, oldest first
    std::optional<Instant> locked_until_at;
    bool operator==(const Attempts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attempts, (), (failed_at, locked_until_at))

/// Whether nobody may sign in under this name now, not even with the right password.
[[nodiscard]] bool is_locked(const Attempts& attempts, Instant now);

/// After one more wrong password: the wrong_max-th within any stretch of `window` locks for
/// `locked_for` and begins the count anew. Requires that it is not locked now.
[[nodiscard]] Attempts after_failure(const Attempts& before, const LockoutPolicy& policy,
                                     Instant now);

/// How many more wrong passwords are allowed before it locks; 0 when it is locked.
[[nodiscard]] int attempts_left(const Attempts& attempts, const LockoutPolicy& policy, Instant now);

}  // namespace jianghui::access
