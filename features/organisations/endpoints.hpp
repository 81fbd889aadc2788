#pragma once
// The API calls of organisations and credentials: what they take, what they answer; see feature.cpp
// for who may make them.

#include <optional>
#include <string>
#include <vector>

#include "engine/app/feature.hpp"
#include "features/organisations/api.hpp"
#include "features/organisations/rules.hpp"

namespace jianghui::organisations {

struct FindOrganisation {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(FindOrganisation, (), (organisation))

struct ListOrganisations {
    std::optional<OrganisationKind> kind;
    std::optional<PlaceCode> place;  ///< with everything that lies in it
    std::optional<OrganisationStatus> status;
    std::optional<String<1, 100>> q;  ///< part of the name, or a whole credit code
    std::optional<OrganisationId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListOrganisations, (), (kind, place, status, q, cursor, limit))

struct ChangeOrganisation : Changes {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(Changes, (),
                      (name, credit_code, credit_code_override_reason, industry, address,
                       contact_name, contact_phone, capacity))
BOOST_DESCRIBE_STRUCT(ChangeOrganisation, (Changes), (organisation))

/// A step with its reason. Without a code it is `other`, and then the sentence must be there.
struct OrganisationReason {
    OrganisationId organisation;
    std::optional<ReasonCode> reason_code;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(OrganisationReason, (), (organisation, reason_code, reason))

struct ExcludeOrganisation {
    OrganisationId organisation;
    ReasonCode reason_code = ReasonCode::other;
    std::optional<Date> since_on;  ///< absent: today
    std::optional<Date> until_on;
};
BOOST_DESCRIBE_STRUCT(ExcludeOrganisation, (), (organisation, reason_code, since_on, until_on))

/// Why an official reads an organisation's contact phone.
enum class ContactPurpose { verification, inspection, coordination };
BOOST_DESCRIBE_ENUM(ContactPurpose, verification, inspection, coordination)
struct RevealContact {
    OrganisationId organisation;
    ContactPurpose purpose = ContactPurpose::verification;
};
BOOST_DESCRIBE_STRUCT(RevealContact, (), (organisation, purpose))
struct Contact {
    std::optional<std::string> contact_name;
    std::string contact_phone;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (contact_name, contact_phone))

struct IssueCredential {
    OrganisationId organisation;
    CredentialKind kind = CredentialKind::licence;
    String<1, 60> number;
    PlaceCode issuing_place;
    List<OrderKind, 9> scope;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
};
BOOST_DESCRIBE_STRUCT(IssueCredential, (),
                      (organisation, kind, number, issuing_place, scope, valid_from_on,
                       valid_to_on))

struct CredentialReason {
    CredentialId credential;
    ReasonCode reason_code = ReasonCode::other;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(CredentialReason, (), (credential, reason_code, reason))

/// An exclusion, or (lifts) the end of the one that there is, which waits for a second official.
struct ProposedExclusion : Exclusion {
    Instant proposed_at;
    bool mine = false;  ///< the reader's own: a colleague decides
    bool lifts = false;
};
BOOST_DESCRIBE_STRUCT(ProposedExclusion, (Exclusion), (proposed_at, mine, lifts))

/// An organisation as it is shown. Members that the reader may not see are null.
struct OrganisationView {
    OrganisationId id;
    OrganisationKind kind = OrganisationKind::employer;
    std::string name;
    std::optional<CreditCode> credit_code;  ///< null for sole traders to strangers
    PlaceCode place;
    std::string place_name;
    std::optional<IndustryCode> industry;
    std::optional<std::string> address;  ///< null for sole traders to strangers
    OrganisationStatus status = OrganisationStatus::registered;
    std::optional<Instant> verified_at;
    std::optional<std::int64_t> capacity;
    std::optional<Exclusion> excluded;  ///< in force today or to come
    std::vector<Credential> credentials;
    std::optional<int> reliability;
    // To its members and those who supervise its place:
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_phone;  ///< masked but to its members
    std::optional<ReasonCode> status_reason_code;
    std::optional<std::string> status_reason;
    std::optional<std::string> credit_code_override_reason;
    std::optional<Instant> registered_at;
    std::optional<ProposedExclusion> exclusion_proposed;  ///< to those who supervise its place
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (),
                      (id, kind, name, credit_code, place, place_name, industry, address, status,
                       verified_at, capacity, excluded, credentials, reliability, contact_name,
                       contact_phone, status_reason_code, status_reason,
                       credit_code_override_reason, registered_at, exclusion_proposed))

Result<OrganisationView> show(app::Query& query, const FindOrganisation& input);
Result<app::Page<OrganisationView>> list_all(app::Query& query, const ListOrganisations& input);
Result<OrganisationView> change(app::Command& command, const ChangeOrganisation& input);
Result<OrganisationView> approve(app::Command& command, const FindOrganisation& input);
Result<OrganisationView> refuse_registration(app::Command& command,
                                             const OrganisationReason& input);
Result<OrganisationView> suspend(app::Command& command, const OrganisationReason& input);
Result<OrganisationView> restore(app::Command& command, const OrganisationReason& input);
Result<OrganisationView> exclude(app::Command& command, const ExcludeOrganisation& input);
Result<OrganisationView> approve_exclusion(app::Command& command, const FindOrganisation& input);
Result<OrganisationView> decline_exclusion(app::Command& command, const FindOrganisation& input);
/// Proposes to lift the exclusion. Fails with not_excluded, proposal_waiting.
Result<OrganisationView> end_exclusion(app::Command& command, const FindOrganisation& input);
Result<Contact> reveal_contact(app::Command& command, const RevealContact& input);
Result<Credential> issue(app::Command& command, const IssueCredential& input);
Result<Credential> suspend_credential(app::Command& command, const CredentialReason& input);
Result<Credential> restore_credential(app::Command& command, const CredentialReason& input);
Result<Credential> revoke_credential(app::Command& command, const CredentialReason& input);

}  // namespace jianghui::organisations
