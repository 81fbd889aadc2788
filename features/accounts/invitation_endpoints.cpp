// Members bring others into their organisation.

#include "engine/app/slow_change.hpp"
#include "features/accounts/api.hpp"
#include "features/accounts/endpoints.hpp"
#include "features/accounts/errors.hpp"
#include "features/accounts/events.hpp"
#include "features/accounts/roles.hpp"
#include "features/accounts/store.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::accounts {
namespace {

/// 12 characters of 31: 59 bits, enough for a code that is used once within days.
constexpr int code_length = 12;

constexpr access::FieldKind phone_field{"invitations.phone", "phone"};

app::Command::About about(const Invitation& invitation) {
    return {.city = invitation.city,
            .subject_kind = "invitation",
            .subject = invitation.invitation.number,
            .organisation = invitation.organisation};
}

Result<InvitationAccepted> accept_now(app::Command& command, const AcceptInvitation& wanted,
                                      const std::string& hash) {
    const auto invitation = find_invitation(command.db, normal_code(wanted.code.text), command.now);
    if (!invitation) return refuse(error(invitation_unknown).at("/code"));
    const auto organisation = organisations::find(command.db, invitation->organisation);
    if (!organisation) return refuse(error(invitation_unknown).at("/code"));
    access::NewAccount account;
    account.login = wanted.account;
    account.name = wanted.name.text;
    account.password_hash = hash;
    account.role = role_in(organisation->kind);
    account.place = organisation->place;
    account.organisation = organisation->id;
    TRY(const AccountId id, create_account(command, account));
    if (!use_up(command.db, *invitation, id, command.now))
        return refuse(error(invitation_unknown).at("/code"));
    command.record(invitation_accepted, about(*invitation));
    const auto made = access::find_account(command.db, command.services.get<access::Vault>(), id);
    ASSERT(made.has_value());
    return InvitationAccepted{{id, made->login, made->name},
                              {organisation->id, organisation->name, organisation->kind}};
}

}  // namespace

Result<CodeView> invite(app::Query& query, const Invite& wanted) {
    if (!query.caller.is(Role::security_administrator) && query.caller.organisation != wanted.organisation)
        return refuse(not_allowed);
    const auto organisation = organisations::find(query.db, wanted.organisation);
    if (!organisation) return refuse(not_found);
    if (organisation->kind == organisations::OrganisationKind::authority)
        return refuse(authority_not_by_invitation);
    std::optional<std::string> phone;
    if (wanted.phone) {
        phone = access::normal_phone(wanted.phone->text);
        if (!phone) return refuse(error(phone_malformed).at("/phone"));
    }
    const auto& vault = query.services.get<access::Vault>();
    return app::in_lane<CodeView>(query, [&](app::Command& command) -> Result<CodeView> {
        const std::string code = crypto::random_letters(vault.secrets(), code_length);
        Invitation invitation;
        invitation.invitation = command.next_id<InvitationId>();
        invitation.organisation = organisation->id;
        invitation.city = organisation->city;
        invitation.name = wanted.name.text;
        invitation.expires_at =
            command.now + command.services.get<access::AccessPolicy>().invitation_for;
        std::optional<std::string> box;
        if (phone) box = vault.seal(phone_field, invitation.invitation.number, *phone).box;
        insert(command.db, invitation, code, box, command.caller.account, command.now);
        command.record(invitation_issued, about(invitation));
        return CodeView{code, invitation.expires_at};
    });
}

Result<InvitationAccepted> accept_invitation(app::Query& query, const AcceptInvitation& wanted) {
    // The code first: strangers do not make the server hash passwords.
    if (!find_invitation(query.db, normal_code(wanted.code.text), query.now))
        return refuse(error(invitation_unknown).at("/code"));
    TRY_DO(access::normal_login(wanted.account));
    TRY(const std::string hash,
        access::new_password_hash(query.services.get<access::AccessPolicy>(), wanted.account,
                                  wanted.password));
    return app::in_lane<InvitationAccepted>(
        query, [&](app::Command& command) { return accept_now(command, wanted, hash); });
}

}  // namespace jianghui::accounts
