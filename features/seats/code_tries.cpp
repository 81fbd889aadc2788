#include "features/seats/code_tries.hpp"

#include <fmt/format.h>

#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/seats/events.hpp"
#include "features/seats/queries.hpp"
#include "features/seats/record.hpp"
#include "features/seats/site_code.hpp"

namespace jianghui::seats {
namespace {

access::Attempts tries_of(const app::Command& command, const SeatRow& seat) {
    return command.db
        .one<access::Attempts>(sql::code_tries,
                               store::arguments("city", seat.city, "seat", seat.id, "account",
                                                command.caller.account))
        .value_or(access::Attempts{});
}

Error locked(const access::Attempts& tries, Instant now) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(*tries.locked_until_at - now).count();
    const auto minutes = (left + 59) / 60;
    return error(site_code_locked,
                 {fmt::format("现场码多次输错，{} 分钟内不能再试。请当面看现场负责人的今日六位码，到时再输；进不了现场请联系机构。",
                              minutes),
                  fmt::format("Too many wrong site codes: no more tries for {} minutes. Look at today's six digits on "
                              "site and type them then, or ask the agency.",
                              minutes)})
        .with("retry_after_seconds", std::to_string(left));
}

/// Keeps one more wrong code. Requires that it is not locked.
Error count_wrong(app::Command& command, const SeatRow& seat, const access::Attempts& before) {
    const auto policy = site_code_policy(command.services, date_of(command.now));
    const auto after = access::after_failure(before, policy, command.now);
    command.db.execute(sql::put_code_tries,
                       store::members_and(after, "city", seat.city, "seat", seat.id, "account",
                                          command.caller.account));
    const int left = access::attempts_left(after, policy, command.now);
    if (left == 0) record(command, seat_code_locked, seat, seat.status);
    return error(wrong_site_code).at("/code").with("attempts_left", std::to_string(left));
}

}  // namespace

access::LockoutPolicy site_code_policy(const app::Services& services, Date day) {
    const auto& tables = services.get<codes::Tables>();
    access::LockoutPolicy policy;
    policy.wrong_max = static_cast<int>(tables.parameter_or("site_code_wrong_max", day, 5));
    policy.locked_for =
        std::chrono::minutes(tables.parameter_or("site_code_lock_minutes", day, 30));
    policy.window = policy.locked_for;
    return policy;
}

Result<Done> check_site_code(app::Command& command, const SeatRow& seat,
                             const std::string& typed) {
    const auto tries = tries_of(command, seat);
    if (access::is_locked(tries, command.now)) return refuse(locked(tries, command.now));
    const auto code = site_code(command.services, seat.order_id, date_of(command.now));
    if (!crypto::equal_in_constant_time(typed, code))
        return refuse(count_wrong(command, seat, tries));
    forget_code_tries(command.db, seat);
    return Done{};
}

bool is_counted(const Error& refusal) {
    return refusal.code == wrong_site_code.code;
}

void forget_code_tries(store::Transaction& transaction, const SeatRow& seat) {
    transaction.execute(sql::delete_code_tries,
                        store::arguments("city", seat.city, "seat", seat.id));
}

}  // namespace jianghui::seats
