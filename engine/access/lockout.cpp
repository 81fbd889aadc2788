#include "engine/access/lockout.hpp"

namespace jianghui::access {
namespace {

std::vector<Instant> of_late(const Attempts& attempts, const LockoutPolicy& policy, Instant now) {
    std::vector<Instant> late;
    for (const Instant at : attempts.failed_at)
        if (at > now - policy.window) late.push_back(at);
    return late;
}

}  // namespace

bool is_locked(const Attempts& attempts, Instant now) {
    return attempts.locked_until_at && now < *attempts.locked_until_at;
}

Attempts after_failure(const Attempts& before, const LockoutPolicy& policy, Instant now) {
    ASSERT(!is_locked(before, now));
    Attempts after;
    after.failed_at = of_late(before, policy, now);
    after.failed_at.push_back(now);
    if (after.failed_at.size() >= static_cast<std::size_t>(policy.wrong_max)) {
        after.failed_at.clear();
        after.locked_until_at = now + policy.locked_for;
    }
    return after;
}

int attempts_left(const Attempts& attempts, const LockoutPolicy& policy, Instant now) {
    if (is_locked(attempts, now)) return 0;
    return policy.wrong_max - static_cast<int>(of_late(attempts, policy, now).size());
}

}  // namespace jianghui::access
