#include "engine/access/attempts.hpp"

#include <fmt/format.h>

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"

namespace jianghui::access {

Attempts find_attempts(const store::Reader& reader, const std::string& login_index) {
    return reader.one<Attempts>(sql::find_attempts, store::arguments("login_index", login_index))
        .value_or(Attempts{});
}

Error locked_error(const Attempts& attempts, Instant now) {
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(*attempts.locked_until_at - now).count();
    const auto minutes = (left + 59) / 60;
    return error(account_locked,
                 {fmt::format("密码或动态口令多次输错，账号已锁定。请 {} 分钟后再试。", minutes),
                  fmt::format("Too many wrong passwords or codes: the account is locked. Try again "
                              "in {} minutes.",
                              minutes)})
        .with("retry_after_seconds", std::to_string(left));
}

Error count_wrong(store::Transaction& transaction, const LockoutPolicy& policy,
                  const std::string& login_index, const std::optional<AccountId>& account,
                  const ErrorCode& code, Instant now) {
    const Attempts after = after_failure(find_attempts(transaction, login_index), policy, now);
    transaction.execute(sql::put_attempts,
                        store::members_and(after, "login_index", login_index, "now", now));
    const int left = attempts_left(after, policy, now);
    if (account) {
        const Act act{{}, now};
        record(transaction, act, sign_in_failed, *account);
        if (left == 0) record(transaction, act, sign_in_locked, *account);
    }
    return error(code).with("attempts_left", std::to_string(left));
}

}  // namespace jianghui::access
