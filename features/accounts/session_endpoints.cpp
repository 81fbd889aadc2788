// Signing in and out, and one's own password.

#include "engine/app/slow_change.hpp"
#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/accounts/me.hpp"
#include "features/accounts/policy.hpp"
#include "features/accounts/token.hpp"

namespace jianghui::accounts {
namespace {

const access::Vault& vault_of(const app::Services& services) {
    return services.get<access::Vault>();
}
const access::AccessPolicy& policy_of(const app::Services& services) {
    return services.get<access::AccessPolicy>();
}

/// What was compared, when it was right.
struct Proven {
    std::string login;
    access::Credentials credentials;
};
/// The caller's present password. Fails with current_password_wrong at that path, account_locked.
Result<Proven> prove_password(app::Query& query, std::string_view password, std::string path) {
    const auto& vault = vault_of(query.services);
    const auto& policy = policy_of(query.services);
    const auto account = access::find_account(query.db, vault, query.caller.account);
    if (!account) return refuse(app::not_signed_in);
    const auto facts = access::sign_in_facts(query.db, vault, account->login);
    TRY(const auto proof, access::check_password(facts, password, policy, query.now));
    if (proof.right) return Proven{account->login, *facts.credentials};
    // Guessing here counts like guessing at the door: a stolen session must not help.
    TRY_DO(app::in_lane<access::SignInOutcome>(
        query, [&](app::Command& command) -> Result<access::SignInOutcome> {
            return access::sign_in(command.db, vault, policy, facts, proof, command.now);
        }));
    return refuse(error(current_password_wrong).at(std::move(path)));
}

}  // namespace

Result<Done> confirm_password(app::Query& query, std::string_view password) {
    TRY_DO(prove_password(query, password, "/password"));
    return Done{};
}

Result<SessionView> open_session(app::Query& query, const SignIn& wanted) {
    const auto& vault = vault_of(query.services);
    const auto policy = policy_on(query.services, query.now);
    const auto facts = access::sign_in_facts(query.db, vault, wanted.account);
    TRY(const auto proof, access::check_password(facts, wanted.password, policy, query.now));
    TRY(const auto outcome, app::in_lane<access::SignInOutcome>(
                                query, [&](app::Command& command) -> Result<access::SignInOutcome> {
                                    return access::sign_in(command.db, vault, policy, facts, proof,
                                                           command.now);
                                }));
    if (outcome.refusal) return refuse(*outcome.refusal);
    return session_view(query, facts.credentials->account, *outcome.session, outcome.next);
}

Result<app::Empty> close_session(app::Query& query, const app::Empty& /*nothing*/) {
    const auto token = sent_token(query.request).token;
    auto done = app::in_lane<app::Empty>(query, [&](app::Command& command) -> Result<app::Empty> {
        access::sign_out(command.db, {command.caller, command.now}, token);
        return app::Empty{};
    });
    query.services.get<access::SessionCache>().forget(query.caller.account);
    return done;
}

Result<Me> show_me(app::Query& query, const app::Empty& /*nothing*/) {
    using access::NextStep;
    NextStep next = NextStep::none;
    if (query.caller.is(Role::half_signed_in))
        next = access::find_second_factor(query.db, query.caller.account).since_at
                   ? NextStep::code
                   : NextStep::set_up;
    return me_of(query.db, query.services, query.caller.account, sent_token(query.request).token,
                 next, query.now);
}

Result<app::Empty> change_password(app::Query& query, const ChangePassword& wanted) {
    const auto& policy = policy_of(query.services);
    TRY(const auto proven, prove_password(query, wanted.current, "/current"));
    if (wanted.password == wanted.current)
        return refuse(error(access::password_unchanged).at("/password"));
    TRY(const auto hash, access::new_password_hash(policy, proven.login, wanted.password));
    auto done = app::in_lane<app::Empty>(query, [&](app::Command& command) -> Result<app::Empty> {
        TRY_DO(access::change_password(command.db, {command.caller, command.now},
                                       proven.credentials, hash, sent_token(query.request).token));
        return app::Empty{};
    });
    query.services.get<access::SessionCache>().forget(query.caller.account);
    return done;
}

Result<app::Empty> reset_password(app::Query& query, const ResetPassword& wanted) {
    const auto& vault = vault_of(query.services);
    const auto& policy = policy_of(query.services);
    std::optional<std::string> hash;
    // Nobody makes the server hash without a code that holds, and a weak password does not spend
    // it.
    if (access::reset_code_holds(query.db, vault, policy, wanted.account, wanted.code.text,
                                 query.now)) {
        TRY(hash, access::new_password_hash(policy, wanted.account, wanted.password));
    }
    using Refusal = std::optional<Error>;
    TRY(const Refusal refusal,
        app::in_lane<Refusal>(query, [&](app::Command& command) -> Result<Refusal> {
            return access::reset_password(command.db, vault, policy, wanted.account,
                                          wanted.code.text, hash, command.now);
        }));
    if (refusal) return refuse(*refusal);
    if (const auto account = access::find_account_by_login(query.db, vault, wanted.account))
        query.services.get<access::SessionCache>().forget(*account);
    return app::Empty{};
}

}  // namespace jianghui::accounts
