#include "features/accounts/api.hpp"
#include "features/accounts/lane.hpp"

namespace jianghui::accounts {
namespace {

constexpr std::string_view login = "administrator";

using Outcome = std::optional<FirstAdministrator>;

Result<Outcome> make(app::Command& command) {
    const auto& vault = command.services.get<access::Vault>();
    const auto others = access::list_accounts(
        command.db, vault, {access::Role::administrator, std::nullopt, std::nullopt, std::nullopt},
        {}, 1000);
    AccountId waiting;
    for (const auto& other : others) {
        if (other.password_set_at) return Outcome();
        waiting = other.account;
    }
    std::string name(login);
    if (!waiting) {
        access::NewAccount wanted;
        wanted.login = name;
        wanted.name = "系统管理员";
        wanted.role = access::Role::administrator;
        TRY(waiting, create_account(command, wanted));
    } else {
        name = others.back().login;
    }
    TRY(auto code,
        access::issue_reset_code(command.db, vault, command.services.get<access::AccessPolicy>(),
                                 {command.caller, command.now}, waiting));
    return Outcome(FirstAdministrator{std::move(name), std::move(code)});
}

}  // namespace

Result<std::optional<FirstAdministrator>> first_administrator(const app::Services& services) {
    return in_lane<Outcome>(services, {}, services.get<Clock>().now(), make);
}

}  // namespace jianghui::accounts
