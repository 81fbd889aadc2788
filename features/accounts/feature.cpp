#include "engine/access/closing.hpp"
#include "engine/app/app.hpp"
#include "engine/app/slow_change.hpp"

#include <fmt/format.h>

#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/accounts/events.hpp"
#include "features/accounts/personal_data.hpp"
#include "features/accounts/store.hpp"

namespace jianghui::accounts {
namespace {

using app::Role;

/// Only for encrypted connections where there are any: here, or at the proxy in front, which says so.
std::string cookie(const app::Query& query, std::string_view token, Milliseconds lives) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(lives).count();
    const bool secure = query.services.get<access::AccessPolicy>().secure_cookie ||
                        query.request.header("x-forwarded-proto") == "https";
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", session_cookie,
                       token, seconds, secure ? "; Secure" : "");
}

/// A session goes out with its cookie, which no described answer could set, and is kept nowhere.
http::Reply with_cookie(const app::Query& query, http::Reply reply,
                        const std::optional<SessionView>& session) {
    if (session)
        reply.headers.emplace_back(
            "set-cookie", cookie(query, session->token, session->expires_at - query.now));
    reply.headers.emplace_back("cache-control", "no-store");
    return reply;
}

/// A slow change whose answer is, or holds, a session.
template <class In, class Out>
app::Route session_route(std::string_view signature, app::Roles roles, std::string right,
                         Text summary, Result<Out> (*handler)(app::Query&, const In&),
                         std::optional<SessionView> (*session_of)(const Out&)) {
    app::Route route = app::slow_change(signature, std::move(roles), std::move(right),
                                   std::move(summary), 201, handler);
    route.run_query = [handler, session_of](app::Query& query,
                                            const app::Input& input) -> Result<http::Reply> {
        TRY(const In wanted,
            codec::decode_request<In>(input.path, input.request.query, input.body));
        TRY(const Out out, handler(query, wanted));
        return with_cookie(query, app::detail::reply_of(out, 201), session_of(out));
    };
    return route;
}

std::optional<SessionView> itself(const SessionView& session) {
    return session;
}
std::optional<SessionView> of_set(const SecondFactorSet& set) {
    return set.session;
}
std::optional<SessionView> no_session(const NewSecretView& /*secret*/) {
    return std::nullopt;
}

app::Route sign_out_route() {
    app::Route route = app::slow_change("DELETE /sessions/current", app::signed_in_or_half, "sessions.close",
                                   {"退出登录", "Sign out"}, 200, close_session);
    route.run_query = [run = std::move(route.run_query)](
                          app::Query& query, const app::Input& input) -> Result<http::Reply> {
        TRY(http::Reply reply, run(query, input));
        reply.headers.emplace_back("set-cookie", cookie(query, "", Milliseconds(0)));
        return reply;
    };
    return route;
}

/// One's own second factor, and the second step of signing in. A code costs as much as a password,
/// so that guessing is as slow.
std::vector<app::Route> second_factor_routes() {
    return {
        session_route("POST /sessions/current/second-factor", {Role::half_signed_in},
                      "sessions.second_factor",
                      {"输入动态口令", "Give the code of the second factor"}, give_code, itself)
            .costs(app::tokens_of_a_password),
        app::query("GET /me/second-factor", app::signed_in_or_half, "me.second_factor",
                   {"我的动态口令", "My second factor"}, show_second_factor),
        session_route("POST /me/second-factor", app::signed_in_or_half, "me.second_factor",
                      {"开始绑定动态口令", "Begin to set up a second factor"}, begin_second_factor,
                      no_session)
            .costs(app::tokens_of_a_password),
        session_route("POST /me/second-factor/confirm", app::signed_in_or_half, "me.second_factor",
                      {"确认绑定动态口令", "Confirm a second factor by its first code"},
                      confirm_second_factor, of_set)
            .costs(app::tokens_of_a_password),
        app::slow_change("POST /me/second-factor/remove", app::signed_in, "me.second_factor_remove",
                    {"解除动态口令", "Remove my second factor"}, 200, remove_second_factor)
            .costs(app::tokens_of_a_password),
    };
}

/// What the three administrators do with accounts: security opens, shuts and resets factors, system
/// hands out the codes that set passwords, audit looks. Neither of the first two alone can open an
/// official's account and sign in with it.
std::vector<app::Route> administrators_routes() {
    const app::Roles security{Role::security_administrator};
    const app::Roles administrators{Role::system_administrator, Role::security_administrator,
                                    Role::audit_administrator};
    return {
        app::query("GET /accounts", administrators, "accounts.list", {"账号列表", "List accounts"},
                   list_accounts),
        app::command("POST /accounts", security, "accounts.create",
                     {"开通账号", "Create an account"}, add_account),
        app::command("POST /accounts/{account}/disable", security, "accounts.disable",
                     {"停用账号", "Disable an account"}, disable_account)
            .changes(),
        app::command("POST /accounts/{account}/enable", security, "accounts.enable",
                     {"启用账号", "Enable an account"}, enable_account)
            .changes(),
        app::command("POST /accounts/{account}/unlock", security, "accounts.unlock",
                     {"解除锁定", "Unlock an account"}, unlock_account)
            .changes(),
        app::command("POST /accounts/{account}/second-factor/reset", security,
                     "accounts.reset_second_factor",
                     {"重新核身", "Let an account start over without its second factor"},
                     reset_factor)
            .changes(),
        app::slow_change("POST /accounts/{account}/password-reset", {Role::system_administrator},
                    "accounts.reset", {"签发重置码", "Issue a reset code"}, 201, issue_reset_code),
    };
}

std::vector<app::Route> routes() {
    const app::Roles members{Role::employer, Role::agency, Role::security_administrator};
    std::vector<app::Route> all{
        session_route("POST /sessions", app::anybody, "sessions.open", {"登录", "Sign in"},
                      open_session, itself)
            .costs(app::tokens_of_a_password),
        sign_out_route(),
        app::query("GET /me", app::signed_in_or_half, "me.read", {"我的账号", "Who I am"}, show_me),
        app::slow_change("POST /me/password", app::signed_in, "me.password",
                    {"修改密码", "Change my password"}, 200, change_password)
            .costs(app::tokens_of_a_password),
        app::slow_change("POST /password-resets", app::anybody, "passwords.reset",
                    {"用重置码设置密码", "Set a password with a reset code"}, 200, reset_password)
            .costs(app::tokens_of_a_password),
        app::slow_change("POST /registrations/organisations", app::anybody, "organisations.register",
                    {"注册机构", "Register an organisation"}, 201, register_organisation)
            .costs(app::tokens_of_a_password),
        app::slow_change("POST /registrations/workers", app::anybody, "people.register",
                    {"注册劳动者", "Register as a worker"}, 201, register_worker)
            .costs(app::tokens_of_a_password),
        app::slow_change("POST /organisations/{organisation}/invitations", members,
                    "organisations.invite", {"邀请成员", "Invite a member"}, 201, invite),
        app::slow_change("POST /invitations/{code}/accept", app::anybody, "invitations.accept",
                    {"接受邀请", "Accept an invitation"}, 201, accept_invitation)
            .costs(app::tokens_of_a_password),
    };
    for (auto& route : second_factor_routes()) all.push_back(std::move(route));
    for (auto& route : administrators_routes()) all.push_back(std::move(route));
    return all;
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
    TRY_DO(app::in_lane<Done>(services, {}, services.get<Clock>().now(), [](app::Command& command) {
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

enum class DutyName { system, security, audit };
BOOST_DESCRIBE_ENUM(DutyName, system, security, audit)

Role role_of(DutyName duty) {
    if (duty == DutyName::system) return Role::system_administrator;
    return duty == DutyName::security ? Role::security_administrator : Role::audit_administrator;
}

struct MakeFirst {
    std::optional<DutyName> anew;
};
BOOST_DESCRIBE_STRUCT(MakeFirst, (), (anew))

app::Printed printed(const std::vector<FirstAdministrator>& made) {
    if (made.empty())
        return {"三类管理员都已有账号。\nEach of the three duties has its administrator already.",
                R"({"administrators":[]})"};
    app::Printed out;
    for (const auto& each : made) {
        const auto role = codec::enum_text(each.role);
        const auto until = instant_text(each.code.expires_at);
        out.words += fmt::format("{}账号 {}，重置码 {}，有效至 {}\n{}: account {}, reset code {}, "
                                 "valid until {}",
                                 out.words.empty() ? "" : "\n", each.account, each.code.code, until,
                                 role, each.account, each.code.code, until);
        out.json += fmt::format(
            R"({}{{"role":"{}","account":{},"code":{},"expires_at":{}}})",
            out.json.empty() ? "" : ",", role, codec::encode(each.account),
            codec::encode(each.code.code), codec::encode(each.code.expires_at));
    }
    out.json = R"({"administrators":[)" + out.json + "]}";
    return out;
}

Result<app::Printed> make_first_administrators(app::App& app, const MakeFirst& wanted) {
    if (wanted.anew) {
        TRY(auto one, administrator_anew(app.services(), role_of(*wanted.anew)));
        return printed({std::move(one)});
    }
    TRY(const auto made, first_administrators(app.services()));
    return printed(made);
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "accounts";
    feature.routes = routes();
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
                      &access::sign_in_expired,
                      &access::second_factor_wrong,
                      &access::second_factor_used,
                      &access::second_factor_not_begun,
                      &access::second_factor_missing,
                      &access::not_for_oneself,
                      &access::reset_needs_security,
                      &app::second_factor_due,
                      &authority_not_by_invitation,
                      &password_not_here,
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
        &access::password_reset,  &access::account_unlocked,
        &access::half_signed_in_event, &access::second_factor_set,
        &access::second_factor_removed, &access::second_factor_reset,
        &access::recovery_code_used, &access::sensitive_read, &access::account_closed,         &invitation_issued,
        &invitation_accepted};
    feature.commands = {app::on_command_line(
        "first-administrator", "make the first system, security and audit administrator, or new codes",
        {{.name = "--anew", .what = "system, security or audit: its first account starts over"}},
        make_first_administrators)};
    feature.personal_data = personal_data();
    feature.start = start;
    return feature;
}

}  // namespace jianghui::accounts
