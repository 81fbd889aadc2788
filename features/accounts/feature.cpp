#include "engine/app/app.hpp"

#include <fmt/format.h>

#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/accounts/events.hpp"
#include "features/accounts/lane.hpp"
#include "features/accounts/store.hpp"

namespace jianghui::accounts {
namespace {

using app::Role;

std::string cookie(const app::Services& services, std::string_view token, Milliseconds lives) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(lives).count();
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", session_cookie,
                       token, seconds,
                       services.get<access::AccessPolicy>().secure_cookie ? "; Secure" : "");
}

/// What costs the server a password's hash (Argon2id) counts as so many requests.
constexpr double tokens_of_a_password = 20;

/// Signing in sets the cookie, which no described answer could.
app::Route sign_in_route() {
    app::Route route = slow_change("POST /sessions", app::anybody, "sessions.open",
                                   {"登录", "Sign in"}, 201, open_session)
                           .costs(tokens_of_a_password);
    route.run_query = [](app::Query& query, const app::Input& input) -> Result<http::Reply> {
        TRY(const SignIn wanted,
            codec::decode_request<SignIn>(input.path, input.request.query, input.body));
        TRY(const SessionView session, open_session(query, wanted));
        http::Reply reply = app::detail::reply_of(session, 201);
        reply.headers.emplace_back(
            "set-cookie", cookie(query.services, session.token, session.expires_at - query.now));
        reply.headers.emplace_back("cache-control", "no-store");
        return reply;
    };
    return route;
}

app::Route sign_out_route() {
    app::Route route = slow_change("DELETE /sessions/current", app::signed_in, "sessions.close",
                                   {"退出登录", "Sign out"}, 200, close_session);
    route.run_query = [run = std::move(route.run_query)](
                          app::Query& query, const app::Input& input) -> Result<http::Reply> {
        TRY(http::Reply reply, run(query, input));
        reply.headers.emplace_back("set-cookie", cookie(query.services, "", Milliseconds(0)));
        return reply;
    };
    return route;
}

std::vector<app::Route> routes() {
    const app::Roles administrator{Role::administrator};
    const app::Roles members{Role::employer, Role::agency, Role::administrator};
    return {
        sign_in_route(),
        sign_out_route(),
        app::query("GET /me", app::signed_in, "me.read", {"我的账号", "Who I am"}, show_me),
        slow_change("POST /me/password", app::signed_in, "me.password",
                    {"修改密码", "Change my password"}, 200, change_password)
            .costs(tokens_of_a_password),
        slow_change("POST /password-resets", app::anybody, "passwords.reset",
                    {"用重置码设置密码", "Set a password with a reset code"}, 200, reset_password)
            .costs(tokens_of_a_password),
        app::query("GET /accounts", administrator, "accounts.list", {"账号列表", "List accounts"},
                   list_accounts),
        app::command("POST /accounts", administrator, "accounts.create",
                     {"开通账号", "Create an account"}, add_account),
        app::command("POST /accounts/{account}/disable", administrator, "accounts.disable",
                     {"停用账号", "Disable an account"}, disable_account)
            .changes(),
        app::command("POST /accounts/{account}/enable", administrator, "accounts.enable",
                     {"启用账号", "Enable an account"}, enable_account)
            .changes(),
        slow_change("POST /accounts/{account}/password-reset", administrator, "accounts.reset",
                    {"签发重置码", "Issue a reset code"}, 201, issue_reset_code),
        slow_change("POST /registrations/organisations", app::anybody, "organisations.register",
                    {"注册机构", "Register an organisation"}, 201, register_organisation)
            .costs(tokens_of_a_password),
        slow_change("POST /registrations/workers", app::anybody, "people.register",
                    {"注册劳动者", "Register as a worker"}, 201, register_worker)
            .costs(tokens_of_a_password),
        slow_change("POST /organisations/{organisation}/invitations", members,
                    "organisations.invite", {"邀请成员", "Invite a member"}, 201, invite),
        slow_change("POST /invitations/{code}/accept", app::anybody, "invitations.accept",
                    {"接受邀请", "Accept an invitation"}, 201, accept_invitation)
            .costs(tokens_of_a_password),
    };
}

Result<Done> start(app::Services& services) {
    if (!services.has<access::AccessPolicy>())
        services.provide(std::make_shared<access::AccessPolicy>());
    if (!services.has<access::Vault>())
        services.provide(std::make_shared<access::Vault>(services.get<crypto::Keyring>(),
                                                         crypto::system_secrets()));
    services.provide(std::make_shared<access::SessionCache>(
        services.get<access::AccessPolicy>().session_trusted_for));
    services.provide(std::make_shared<app::Authenticator>(authenticate));
    TRY_DO(in_lane<Done>(services, {}, services.get<Clock>().now(), [](app::Command& command) {
        return access::bind_keyring(command.db, command.services.get<access::Vault>().keyring(),
                                    command.now);
    }));
    return Done{};
}

Result<bool> forget_ended_things(app::Command& command) {
    access::forget_ended(command.db, command.services.get<access::AccessPolicy>(), command.now);
    forget_ended(command.db, command.now);
    return false;
}

Result<app::Printed> make_first_administrator(app::App& app, const app::Empty& /*none*/) {
    TRY(const auto made, first_administrator(app.services()));
    if (!made) return app::Printed{"已有管理员。\nThere is an administrator already.", "null"};
    return app::Printed{
        fmt::format("账号 {}，重置码 {}，有效至 {}\nAccount {}, reset code {}, valid until {}",
                    made->account, made->code.code, instant_text(made->code.expires_at),
                    made->account, made->code.code, instant_text(made->code.expires_at)),
        fmt::format(R"({{"account":{},"code":{},"expires_at":{}}})", codec::encode(made->account),
                    codec::encode(made->code.code), codec::encode(made->code.expires_at))};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "accounts";
    feature.routes = routes();
    feature.start = start;
    feature.jobs = {{"accounts.forget_ended", std::chrono::minutes(10), forget_ended_things}};
    feature.errors = {&access::wrong_credentials,
                      &access::account_locked,
                      &access::account_disabled,
                      &access::csrf_missing,
                      &access::account_taken,
                      &access::login_malformed,
                      &access::login_is_identity_number,
                      &access::password_too_weak,
                      &access::password_too_long,
                      &access::password_unchanged,
                      &access::reset_code_wrong,
                      &access::membership_incomplete,
                      &access::person_has_login,
                      &access::last_administrator,
                      &access::keyring_foreign,
                      &crypto::password_memory_missing,
                      &crypto::sealed_box_broken,
                      &crypto::sealing_key_missing,
                      &current_password_wrong,
                      &invitation_unknown,
                      &role_registers_itself,
                      &role_of_other_kind,
                      &phone_malformed};
    feature.events = {
        &access::account_created, &access::account_disabled_event, &access::account_enabled,
        &access::signed_in,       &access::sign_in_failed,         &access::sign_in_locked,
        &access::signed_out,      &access::password_changed,       &access::reset_code_issued,
        &access::password_reset,  &access::sensitive_read,         &invitation_issued,
        &invitation_accepted};
    feature.commands = {app::on_command_line("first-administrator",
                                             "make the first administrator, or give a new code",
                                             {}, make_first_administrator)};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::accounts
