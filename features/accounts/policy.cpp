#include "features/accounts/policy.hpp"

#include "features/codes/api.hpp"

namespace jianghui::accounts {
namespace {

/// 20270601 → 2027-06-01; nothing for what is no day.
std::optional<Date> day_of_number(std::int64_t number) {
    const Date day{std::chrono::year(static_cast<int>(number / 10000)),
                   std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
                   std::chrono::day(static_cast<unsigned>(number % 100))};
    return number > 0 && day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

access::AccessPolicy policy_on(const app::Services& services, Instant now) {
    access::AccessPolicy policy = services.get<access::AccessPolicy>();
    const auto& tables = services.get<codes::Tables>();
    const Date today = date_of(now);
    policy.second_factor.required_from =
        day_of_number(tables.parameter_or("second_factor_required_from", today, 0));
    policy.second_factor.demo_too = tables.parameter_or("second_factor_demo", today, 0) != 0;
    return policy;
}

}  // namespace jianghui::accounts
