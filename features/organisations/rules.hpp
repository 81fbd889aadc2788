#pragma once
// Pure decisions about organisations and credentials: no SQL, clock, randomness or logging.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/caller.hpp"
#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/organisations/model.hpp"

namespace jianghui::organisations {

struct NewOrganisation;
struct NewCredential;

/// The name as it is compared and searched for: half width, lower-case ASCII letters, no white
/// space. "泸州 江汇（集团）" and "泸州江汇(集团)" are one name.
[[nodiscard]] std::string name_key(std::string_view name);

/// The credit code as typed, put right: half width, capital letters, no inner white space. The form
/// is not checked.
[[nodiscard]] CreditCode normalised_credit_code(std::string_view typed);

/// Checks form and check digit of a credit code; a code that fails its check digit passes with a
/// reason (domain.md 4.2: such codes were really issued). Fails with credit_code_malformed or
/// credit_code_check_failed.
[[nodiscard]] Result<CreditCode> accept_credit_code(std::string_view typed, bool has_reason);

/// A mobile number, or a landline with area code, or a 400/800 number, without spaces. Fails with
/// contact_phone_malformed.
[[nodiscard]] Result<std::string> accept_contact_phone(std::string_view typed);

/// "13812345678" → "138****5678", "0830-2345678" → "083*****5678"; short ones become all asterisks.
[[nodiscard]] std::string masked_phone(std::string_view phone);

/// What a registration becomes.
struct Accepted {
    CreditCode credit_code;
    std::string key;                   ///< name_key
    std::optional<std::string> phone;  ///< normalised
    PlaceCode city;
};
/// Checks everything about a registration that needs no table. Fails as register_organisation does.
[[nodiscard]] Result<Accepted> accept(const NewOrganisation& wanted, const access::Caller& caller);

/// What an official does with an organisation as a whole.
enum class Step { verify, refuse, suspend, restore };
/// The status that a step leads to: registered, refused and verified (renewal, within 6 months for
/// posts) may be verified; registered refused; verified suspended; suspended restored. Fails with
/// organisation_status.
[[nodiscard]] Result<OrganisationStatus> status_after(OrganisationStatus from, Step step);

/// A reason is there, and a sentence where the code says `other`. Fails with reason_missing.
[[nodiscard]] Result<Done> check_reason(ReasonCode code, const std::optional<Sentence>& sentence);

/// Scope and period of a credential and who may hold it. Fails with credential_of_agencies,
/// credential_scope_empty, credential_period.
[[nodiscard]] Result<Done> check_credential(const NewCredential& wanted, OrganisationKind holder);

/// Fails with exclusion_period.
[[nodiscard]] Result<Done> check_exclusion(const Exclusion& exclusion);

/// Whether the exclusion has not ended on that day: in force, or still to come.
[[nodiscard]] bool is_current(const Exclusion& exclusion, Date day);

/// Whose view of an organisation this is.
enum class View {
    open,         ///< anybody: what a public register shows
    supervision,  ///< officials and inspectors of its place, security and audit administrators
    own           ///< its members
};
[[nodiscard]] View view_of(const access::Caller& caller, const Organisation& organisation);

/// Whether an entry is shown at all: to strangers only once an official has verified it.
[[nodiscard]] bool is_shown(View view, OrganisationStatus status);

/// The place codes that lie within a place, as the first and last of a range of texts.
struct PlaceRange {
    std::string first;
    std::string last;
    bool operator==(const PlaceRange&) const = default;
};
[[nodiscard]] PlaceRange range_of(const PlaceCode& place);

/// "%…%" for LIKE … ESCAPE '!', with the wildcards of the input made literal.
[[nodiscard]] std::string like_pattern(std::string_view key);

/// What its members want to change; absent: as it is.
struct Changes {
    std::optional<String<2, 100>> name;
    std::optional<std::string> credit_code;
    std::optional<Sentence> credit_code_override_reason;
    std::optional<IndustryCode> industry;
    std::optional<String<0, 200>> address;
    std::optional<String<1, 50>> contact_name;
    std::optional<std::string> contact_phone;
    std::optional<Integer<0, 100000>> capacity;
};
/// The names of the fields that differ from the present entry, in the order above. Name, credit
/// code and industry can change only until an official has verified the organisation (a report to
/// the authority afterwards: 人力资源市场暂行条例 §21). Fails with verified_fields_fixed,
/// capacity_of_agencies, credit_code_malformed, credit_code_check_failed, contact_phone_malformed.
[[nodiscard]] Result<std::vector<std::string>> check_changes(const Changes& changes,
                                                             const Organisation& present);

}  // namespace jianghui::organisations
