#pragma once
// The API calls of accounts; see feature.cpp for who may make them. Those on Query that change
// something run slowly, off the network threads, see engine/app/slow_change.hpp.

#include "engine/app/feature.hpp"
#include "features/accounts/model.hpp"

namespace jianghui::accounts {

/// Fails with wrong_credentials, account_locked, account_disabled.
[[nodiscard]] Result<SessionView> open_session(app::Query& query, const SignIn& wanted);
/// The second step, from a half session. Fails with second_factor_wrong, second_factor_used,
/// account_locked, sign_in_expired.
[[nodiscard]] Result<SessionView> give_code(app::Query& query, const GiveCode& wanted);
[[nodiscard]] Result<SecondFactorView> show_second_factor(app::Query& query,
                                                          const app::Empty& nothing);
/// Shows a new secret once. Fails with second_factor_due, second_factor_wrong, second_factor_used,
/// account_locked.
[[nodiscard]] Result<NewSecretView> begin_second_factor(app::Query& query,
                                                        const BeginSecondFactor& wanted);
/// Makes it count and ends all other sessions. Fails with second_factor_not_begun,
/// second_factor_wrong, second_factor_due.
[[nodiscard]] Result<SecondFactorSet> confirm_second_factor(app::Query& query,
                                                            const GiveCode& wanted);
/// Fails with second_factor_missing, second_factor_wrong, second_factor_used, account_locked.
[[nodiscard]] Result<app::Empty> remove_second_factor(app::Query& query, const GiveCode& wanted);
/// Ends the session that the request came with.
[[nodiscard]] Result<app::Empty> close_session(app::Query& query, const app::Empty& nothing);
[[nodiscard]] Result<Me> show_me(app::Query& query, const app::Empty& nothing);
/// Ends all other sessions. Fails with current_password_wrong, account_locked, password_unchanged,
/// password_too_weak, password_too_long.
[[nodiscard]] Result<app::Empty> change_password(app::Query& query, const ChangePassword& wanted);
/// Fails with reset_code_wrong, password_too_weak, password_too_long.
[[nodiscard]] Result<app::Empty> reset_password(app::Query& query, const ResetPassword& wanted);

[[nodiscard]] Result<app::Page<AccountView>> list_accounts(app::Query& query,
                                                           const ListAccounts& wanted);
/// Fails with account_taken, login_malformed, membership_incomplete, role_registers_itself,
/// role_of_other_kind, unknown_code, not_found (organisation).
[[nodiscard]] Result<AccountView> add_account(app::Command& command, const CreateAccount& wanted);
/// Fails with not_found, last_administrator.
[[nodiscard]] Result<AccountView> disable_account(app::Command& command, const OneAccount& wanted);
[[nodiscard]] Result<AccountView> enable_account(app::Command& command, const OneAccount& wanted);
/// Ends a lock before its time. Fails with not_found.
[[nodiscard]] Result<AccountView> unlock_account(app::Command& command, const OneAccount& wanted);
/// Lets an account start over: without its second factor, and with a reset code from the system
/// administrator. Fails with not_found, not_for_oneself.
[[nodiscard]] Result<AccountView> reset_factor(app::Command& command, const OneAccount& wanted);
/// Fails with not_found, not_for_oneself, reset_needs_security.
[[nodiscard]] Result<CodeView> issue_reset_code(app::Query& query, const OneAccount& wanted);

/// Fails as organisations::register_organisation, with paths of this request, and as access does
/// for account and password.
[[nodiscard]] Result<OrganisationRegistered> register_organisation(
    app::Query& query, const RegisterOrganisation& wanted);
/// Fails as people::register_person and access do.
[[nodiscard]] Result<WorkerRegistered> register_worker(app::Query& query,
                                                       const RegisterWorker& wanted);

/// Members invite to their own organisation, security administrators to any that is no authority.
/// Fails with not_found, not_allowed, authority_not_by_invitation, invitation_phone_malformed.
[[nodiscard]] Result<CodeView> invite(app::Query& query, const Invite& wanted);
/// Fails with invitation_unknown and as access does for account and password.
[[nodiscard]] Result<InvitationAccepted> accept_invitation(app::Query& query,
                                                           const AcceptInvitation& wanted);

}  // namespace jianghui::accounts
