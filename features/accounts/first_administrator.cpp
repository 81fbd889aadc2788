#include "engine/app/slow_change.hpp"
#include "features/accounts/api.hpp"

namespace jianghui::accounts {
namespace {

struct Duty {
    access::Role role;
    std::string_view login;
    std::string_view name;
};
constexpr Duty duties[] = {
    {access::Role::system_administrator, "system-administrator", "系统管理员"},
    {access::Role::security_administrator, "security-administrator", "安全管理员"},
    {access::Role::audit_administrator, "audit-administrator", "审计管理员"}};

std::vector<access::Account> accounts_with(const app::Command& command, access::Role role) {
    return access::list_accounts(command.db, command.services.get<access::Vault>(),
                                 {role, std::nullopt, std::nullopt, std::nullopt}, {}, 1000);
}

Result<FirstAdministrator> with_code(app::Command& command, access::Role role, AccountId account,
                                     std::string login) {
    TRY(auto code,
        access::issue_reset_code(command.db, command.services.get<access::Vault>(),
                                 command.services.get<access::AccessPolicy>(),
                                 {command.caller, command.now}, account));
    return FirstAdministrator{role, std::move(login), std::move(code)};
}

using Made = std::vector<FirstAdministrator>;

Result<Made> make(app::Command& command) {
    Made made;
    for (const auto& duty : duties) {
        AccountId waiting;
        std::string login(duty.login);
        bool taken = false;
        for (const auto& other : accounts_with(command, duty.role)) {
            taken = taken || other.password_set_at;
            waiting = other.account;
            login = other.login;
        }
        if (taken) continue;
        if (!waiting) {
            access::NewAccount wanted;
            wanted.login = login;
            wanted.name = duty.name;
            wanted.role = duty.role;
            TRY(waiting, create_account(command, wanted));
        }
        TRY(auto first, with_code(command, duty.role, waiting, std::move(login)));
        made.push_back(std::move(first));
    }
    return made;
}

Result<FirstAdministrator> start_over(app::Command& command, access::Role role) {
    const auto found = accounts_with(command, role);
    if (found.empty()) return refuse(not_found);
    TRY_DO(access::reset_second_factor(command.db, command.services.get<access::Vault>(),
                                       {command.caller, command.now}, found.front().account));
    return with_code(command, role, found.front().account, found.front().login);
}

}  // namespace

Result<Made> first_administrators(const app::Services& services) {
    return app::in_lane<Made>(services, {}, services.get<Clock>().now(), make);
}

Result<FirstAdministrator> administrator_anew(const app::Services& services, access::Role role) {
    return app::in_lane<FirstAdministrator>(
        services, {}, services.get<Clock>().now(),
        [role](app::Command& command) { return start_over(command, role); });
}

}  // namespace jianghui::accounts
