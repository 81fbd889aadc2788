// The second step of signing in, and one's own second factor.

#include "engine/app/slow_change.hpp"
#include "engine/qr/qr.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/me.hpp"
#include "features/accounts/policy.hpp"
#include "features/accounts/token.hpp"

namespace jianghui::accounts {
namespace {

/// What authenticator apps show above the code.
constexpr std::string_view issuer = "江汇 Jianghui";

/// Who has a second factor and has not given it yet does that first.
Result<Done> check_not_owing(const app::Query& query) {
    const bool owes = query.caller.is(Role::half_signed_in) &&
                      access::find_second_factor(query.db, query.caller.account).since_at;
    if (owes) return refuse(app::second_factor_due);
    return Done{};
}

}  // namespace

Result<SessionView> give_code(app::Query& query, const GiveCode& wanted) {
    const auto policy = policy_on(query.services, query.now);
    const auto& vault = query.services.get<access::Vault>();
    const auto token = sent_token(query.request).token;
    TRY(const auto outcome, app::in_lane<access::SignInOutcome>(
                                query, [&](app::Command& command) -> Result<access::SignInOutcome> {
                                    return access::sign_in_with_code(
                                        command.db, vault, policy, command.caller.account, token,
                                        wanted.code.text, command.now);
                                }));
    query.services.get<access::SessionCache>().forget(query.caller.account);
    if (outcome.refusal) return refuse(*outcome.refusal);
    return session_view(query, query.caller.account, *outcome.session, access::NextStep::none);
}

Result<SecondFactorView> show_second_factor(app::Query& query, const app::Empty& /*nothing*/) {
    const auto policy = policy_on(query.services, query.now).second_factor;
    const auto found = access::find_second_factor(query.db, query.caller.account);
    const auto standing = access::factor_standing(query.db, query.caller.account);
    SecondFactorView view;
    view.since_at = found.since_at;
    view.recovery_codes_left = found.recovery_codes_left;
    view.required = access::second_factor_required(standing, policy, query.now);
    view.required_from_on = required_from(standing, policy);
    return view;
}

Result<NewSecretView> begin_second_factor(app::Query& query, const BeginSecondFactor& wanted) {
    TRY_DO(check_not_owing(query));
    const auto policy = policy_on(query.services, query.now);
    const auto& vault = query.services.get<access::Vault>();
    TRY(auto outcome, app::in_lane<access::BeginOutcome>(
                          query, [&](app::Command& command) -> Result<access::BeginOutcome> {
                              return access::begin_second_factor(
                                  command.db, vault, policy, command.caller.account, issuer,
                                  wanted.code ? wanted.code->text : "", command.now);
                          }));
    if (outcome.refusal) return refuse(*outcome.refusal);
    NewSecretView view;
    view.qr_svg = qr::svg(outcome.secret->uri);
    view.secret = std::move(outcome.secret->secret);
    view.uri = std::move(outcome.secret->uri);
    return view;
}

Result<SecondFactorSet> confirm_second_factor(app::Query& query, const GiveCode& wanted) {
    TRY_DO(check_not_owing(query));
    const auto policy = policy_on(query.services, query.now);
    const auto& vault = query.services.get<access::Vault>();
    const auto token = sent_token(query.request).token;
    struct Made {
        std::vector<std::string> codes;
        std::optional<access::NewSession> session;
    };
    TRY(auto made, app::in_lane<Made>(query, [&](app::Command& command) -> Result<Made> {
            Made result;
            TRY(result.codes,
                access::confirm_second_factor(command.db, vault, policy,
                                              {command.caller, command.now}, wanted.code.text,
                                              token));
            if (!command.caller.is(Role::half_signed_in)) return result;
            auto finished = access::finish_sign_in(command.db, vault, policy,
                                                   command.caller.account, token, command.now);
            if (finished.refusal) return refuse(*finished.refusal);
            result.session = std::move(finished.session);
            return result;
        }));
    query.services.get<access::SessionCache>().forget(query.caller.account);
    SecondFactorSet set{std::move(made.codes), std::nullopt};
    if (made.session) {
        TRY(set.session, session_view(query, query.caller.account, *made.session,
                                      access::NextStep::none));
    }
    return set;
}

Result<app::Empty> remove_second_factor(app::Query& query, const GiveCode& wanted) {
    const auto policy = policy_on(query.services, query.now);
    const auto& vault = query.services.get<access::Vault>();
    using Refusal = std::optional<Error>;
    TRY(const Refusal refusal,
        app::in_lane<Refusal>(query, [&](app::Command& command) -> Result<Refusal> {
            return access::remove_second_factor(command.db, vault, policy,
                                                {command.caller, command.now}, wanted.code.text);
        }));
    if (refusal) return refuse(*refusal);
    return app::Empty{};
}

}  // namespace jianghui::accounts
