#pragma once
// What other features may know and ask of organisations; the only header of this folder that they
// include. Reading functions take any Reader (a Transaction is one); writing ones a Command.
//
//   const auto facts = organisations::gate_facts(command.db, agency);
//   if (!facts || facts->organisation.status != OrganisationStatus::verified) …

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/context.hpp"
#include "features/organisations/errors.hpp"
#include "features/organisations/events.hpp"
#include "features/organisations/model.hpp"

namespace jianghui::organisations {

/// The organisation, or nothing. One look-up by key.
[[nodiscard]] std::optional<Organisation> find(const store::Reader& reader,
                                               OrganisationId organisation);

/// Its id and name, or nothing: the cheapest read, for lists. One look-up by key.
[[nodiscard]] std::optional<Reference> find_reference(const store::Reader& reader,
                                                      OrganisationId organisation);

/// What the gate at the grab needs to know of an agency.
struct GateFacts {
    Organisation organisation;
    std::vector<Credential> credentials;  ///< all, whatever their status and dates; by id
};

/// The gate's facts, or nothing when there is no such organisation. Two look-ups by key.
[[nodiscard]] std::optional<GateFacts> gate_facts(const store::Reader& reader,
                                                  OrganisationId organisation);

/// The same, and the city of its home, to be read together with more; `found` is not called when there is none.
void ask_reference(store::Readings& readings, OrganisationId organisation,
                   std::function<void(Reference&&)> found);
void ask_home(store::Readings& readings, OrganisationId organisation,
              std::function<void(PlaceCode&&)> found);
void ask_gate_facts(store::Readings& readings, OrganisationId organisation,
                    std::function<void(GateFacts&&)> found);

/// Whether an exclusion is in force on that day.
[[nodiscard]] bool excluded_on(const Organisation& organisation, Date day);

/// Whether the credential counts on that day: status valid and the day within its dates.
[[nodiscard]] bool in_force_on(const Credential& credential, Date day);

/// Whether its scope names that kind of order.
[[nodiscard]] bool covers(const Credential& credential, OrderKind kind);

/// Whether the organisation may act in the market on that day: verified and not excluded.
[[nodiscard]] bool may_act_on(const Organisation& organisation, Date day);

/// What is needed to register an organisation. Texts are limited by their types; codes are checked
/// by register_organisation.
struct NewOrganisation {
    OrganisationKind kind = OrganisationKind::employer;
    String<2, 100> name;
    /// As typed: full width, lower case and outer space are put right.
    std::string credit_code;
    /// Why a code that fails its check digit is registered all the same (such codes were really
    /// issued: domain.md 4.2). Kept with the organisation.
    std::optional<Sentence> credit_code_override_reason;
    PlaceCode place;
    std::optional<IndustryCode> industry;
    String<0, 200> address;
    std::optional<String<1, 50>> contact_name;
    /// Kept encrypted; a mobile number or a landline with area code.
    std::optional<std::string> contact_phone;
    std::optional<std::int64_t> capacity;
};

/// Registers an organisation with status registered and records organisation.registered. Fails with
/// credit_code_malformed, credit_code_check_failed (no override reason given), credit_code_taken,
/// contact_phone_malformed, place_too_wide, capacity_of_agencies, unknown_code (place or industry),
/// and authority_not_open when somebody else than a security administrator registers an authority.
[[nodiscard]] Result<OrganisationId> register_organisation(app::Command& command,
                                                           const NewOrganisation& wanted);

/// The organisation with that credit code as people type it (see NewOrganisation), or nothing.
[[nodiscard]] std::optional<OrganisationId> find_by_credit_code(const store::Reader& reader,
                                                                std::string_view credit_code);

/// The organisation with exactly that name (width of characters, spaces and letter case apart);
/// nothing when none or more than one has it.
[[nodiscard]] std::optional<OrganisationId> find_by_name(const store::Reader& reader,
                                                         std::string_view name);

/// Ids of organisations whose name has that part (or whose credit code it is), newest first, whatever
/// their status; at most `limit`. For searches. O(organisations) without an index of names.
[[nodiscard]] std::vector<OrganisationId> named(const store::Reader& reader, std::string_view part,
                                                int limit);

/// Calls `each` for every organisation by id: for indexes that are built at start.
void each_organisation(const store::Reader& reader,
                       const std::function<void(const Organisation&)>& each);

/// Marks a registered organisation as verified without an official: for the demo, imports of an
/// authority's own register, and the first administrator. Records organisation.verified.
/// Fails with not_found, organisation_status or credit_code_taken.
[[nodiscard]] Result<Done> verify(app::Command& command, OrganisationId organisation);

/// What is needed to issue a credential.
struct NewCredential {
    CredentialKind kind = CredentialKind::licence;
    String<1, 60> number;
    PlaceCode issuing_place;
    List<OrderKind, 9> scope;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
};

/// Issues a credential and records credential.issued; who may is for the caller to check. Fails
/// with not_found, credential_of_agencies, credential_scope_empty, credential_period,
/// credential_number_taken, unknown_code.
[[nodiscard]] Result<CredentialId> issue_credential(app::Command& command,
                                                    OrganisationId organisation,
                                                    const NewCredential& wanted);

/// Where GET organisations/{organisation} gets the reliability that it shows. The feature that
/// computes it provides one in Services at start; without one the member is null.
class ReliabilityScores {
  public:
    virtual ~ReliabilityScores() = default;
    /// 0 … 1000, or nothing when there is no history yet.
    [[nodiscard]] virtual std::optional<int> of(const store::Reader& reader,
                                                OrganisationId organisation) const = 0;
};

}  // namespace jianghui::organisations
