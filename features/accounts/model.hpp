#pragma once
// What the calls of this feature take and answer.

#include <optional>
#include <string>
#include <vector>

#include "engine/access/access.hpp"
#include "engine/codec/codec.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::accounts {

using access::AccountStatus;
using access::Role;

/// How somebody is called who signs in.
struct AccountName {
    AccountId id;
    std::string account;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(AccountName, (), (id, account, name))

struct OwnOrganisation {
    OrganisationId id;
    std::string name;
    organisations::OrganisationKind kind = organisations::OrganisationKind::employer;
};
BOOST_DESCRIBE_STRUCT(OwnOrganisation, (), (id, name, kind))

struct OwnPerson {
    PersonId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnPerson, (), (id, name))

/// Who I am and what I may do.
struct Me {
    AccountName account;
    Role role = Role::anonymous;
    std::optional<PlaceCode> place;
    std::optional<OwnOrganisation> organisation;
    std::optional<OwnPerson> person;
    std::string csrf_token;
    std::vector<std::string> rights;
    /// Other than none: signed in by half; nothing but this step is open.
    access::NextStep next_step = access::NextStep::none;
    bool second_factor = false;
    /// From this day on she has to have one; absent when she has, or never has to.
    std::optional<Date> second_factor_from_on;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (account, role, place, organisation, person, csrf_token, rights, next_step,
                       second_factor, second_factor_from_on))

/// POST /sessions. Any text is a name or password that may be wrong, never a malformed request.
struct SignIn {
    std::string account;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (account, password))

struct SessionView {
    std::string token;
    std::string csrf_token;
    Instant expires_at;
    Me me;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (token, csrf_token, expires_at, me))

/// A code of the app, or a recovery code.
struct GiveCode {
    String<1, 64> code;
};
BOOST_DESCRIBE_STRUCT(GiveCode, (), (code))

/// One's own second factor.
struct SecondFactorView {
    std::optional<Instant> since_at;  ///< absent: there is none
    int recovery_codes_left = 0;
    bool required = false;
    std::optional<Date> required_from_on;
};
BOOST_DESCRIBE_STRUCT(SecondFactorView, (),
                      (since_at, recovery_codes_left, required, required_from_on))

/// Who has a second factor already gives a code of it.
struct BeginSecondFactor {
    std::optional<String<1, 64>> code;
};
BOOST_DESCRIBE_STRUCT(BeginSecondFactor, (), (code))

/// What the app has to know; shown this once.
struct NewSecretView {
    std::string secret;
    std::string uri;
    std::string qr_svg;
};
BOOST_DESCRIBE_STRUCT(NewSecretView, (), (secret, uri, qr_svg))

/// Shown this once; with a session for who had signed in by half.
struct SecondFactorSet {
    std::vector<std::string> recovery_codes;
    std::optional<SessionView> session;
};
BOOST_DESCRIBE_STRUCT(SecondFactorSet, (), (recovery_codes, session))

struct ChangePassword {
    std::string current;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current, password))

struct ResetPassword {
    std::string account;
    String<1, 64> code;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(ResetPassword, (), (account, code, password))

struct OneAccount {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(OneAccount, (), (account))

/// A code to hand over; it is not shown again.
struct CodeView {
    std::string code;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(CodeView, (), (code, expires_at))

struct ListAccounts {
    std::optional<Role> role;
    std::optional<AccountStatus> status;
    std::optional<OrganisationId> organisation;
    std::optional<Name> q;  ///< a whole account name: they are kept encrypted
    std::optional<AccountId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListAccounts, (), (role, status, organisation, q, cursor, limit))

struct CreateAccount {
    std::string account;
    String<1, 50> name;
    Role role = Role::anonymous;
    std::optional<PlaceCode> place;
    std::optional<OrganisationId> organisation;
};
BOOST_DESCRIBE_STRUCT(CreateAccount, (), (account, name, role, place, organisation))

struct AccountView {
    AccountId id;
    std::string account;
    std::string name;
    Role role = Role::anonymous;
    std::optional<PlaceCode> place;
    std::optional<organisations::Reference> organisation;
    AccountStatus status = AccountStatus::active;
    bool has_password = false;
    Instant created_at;
    bool second_factor = false;
    std::optional<Instant> locked_until_at;
    bool may_be_reset = false;  ///< a reset code may be issued without the security administrator
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, account, name, role, place, organisation, status, has_password,
                       created_at, second_factor, locked_until_at, may_be_reset))

struct RegisteredOrganisation {
    organisations::OrganisationKind kind = organisations::OrganisationKind::employer;
    String<2, 100> name;
    String<1, 40> credit_code;
    std::optional<Sentence> credit_code_override_reason;
    PlaceCode place;
    std::optional<IndustryCode> industry;
    std::optional<String<0, 200>> address;
};
BOOST_DESCRIBE_STRUCT(RegisteredOrganisation, (),
                      (kind, name, credit_code, credit_code_override_reason, place, industry,
                       address))

struct RegisterOrganisation {
    std::string account;
    std::string password;
    String<1, 50> contact_name;
    String<1, 40> phone;
    RegisteredOrganisation organisation;
};
BOOST_DESCRIBE_STRUCT(RegisterOrganisation, (),
                      (account, password, contact_name, phone, organisation))

/// What became of a registration: it waits for an official of its place.
struct OrganisationView {
    OrganisationId id;
    std::string name;
    organisations::OrganisationKind kind = organisations::OrganisationKind::employer;
    organisations::OrganisationStatus status = organisations::OrganisationStatus::registered;
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (), (id, name, kind, status, place))

struct OrganisationRegistered {
    OrganisationView organisation;
};
BOOST_DESCRIBE_STRUCT(OrganisationRegistered, (), (organisation))

struct RegisterWorker {
    std::string account;
    std::string password;
    String<2, 50> name;
    String<1, 40> id_number;
    String<1, 40> phone;
    PlaceCode place;
    std::optional<String<1, 40>> seeker_kind;  ///< as people takes it
};
BOOST_DESCRIBE_STRUCT(RegisterWorker, (),
                      (account, password, name, id_number, phone, place, seeker_kind))

struct WorkerRegistered {
    OwnPerson person;
};
BOOST_DESCRIBE_STRUCT(WorkerRegistered, (), (person))

struct Invite {
    OrganisationId organisation;
    String<1, 50> name;
    std::optional<String<1, 40>> phone;
};
BOOST_DESCRIBE_STRUCT(Invite, (), (organisation, name, phone))

struct AcceptInvitation {
    String<1, 64> code;
    std::string account;
    std::string password;
    String<1, 50> name;
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (code, account, password, name))

struct InvitationAccepted {
    AccountName account;
    OwnOrganisation organisation;
};
BOOST_DESCRIBE_STRUCT(InvitationAccepted, (), (account, organisation))

}  // namespace jianghui::accounts
