#pragma once
// What other features may know and ask of people; the only header of this folder that they include.
//
//   if (!people::may_be_offered(command.db, command.caller.organisation, person))
//       return refuse(people::consent_missing);

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/context.hpp"
#include "engine/registers/entries.hpp"
#include "features/people/errors.hpp"
#include "features/people/events.hpp"
#include "features/people/model.hpp"

namespace jianghui::people {

/// The person, or nothing. One look-up by key.
[[nodiscard]] std::optional<Person> find(const store::Reader& reader, PersonId person);

/// Whether the agency may offer a seat: the person is active and either its own candidate or in the
/// public pool. At most two look-ups by key.
[[nodiscard]] bool may_be_offered(const store::Reader& reader, OrganisationId agency,
                                  PersonId person);

/// Whether the agency has the person as its own candidate. One look-up by key.
[[nodiscard]] bool is_candidate_of(const store::Reader& reader, OrganisationId agency,
                                   PersonId person);

/// "张三丰" → "张*": the first character and one asterisk, whatever the length.
[[nodiscard]] std::string masked_name(std::string_view name);

/// How much of a person somebody may see.
enum class Sight { nothing, masked, full };
BOOST_DESCRIBE_ENUM(Sight, nothing, masked, full)

/// How much the caller may see of the person (see may_see in rules.hpp). Asks SeatHolders when one
/// is provided. At most three look-ups by key.
[[nodiscard]] Sight sight_of(const store::Reader& reader, const app::Services& services,
                             const app::Caller& caller, const Person& person, Instant now);

/// Her id and the name as the caller may see it; masked for Sight::nothing, too. Nothing when there
/// is no such person.
[[nodiscard]] std::optional<Reference> find_reference(const store::Reader& reader,
                                                      const app::Services& services,
                                                      const app::Caller& caller, PersonId person);

/// The same of several people, in their order; nothing for those whose data may not be used any more either. A few
/// questions for every fifty.
[[nodiscard]] std::vector<std::optional<Reference>>
find_active_references(const store::Reader& reader, const app::Services& services,
                       const app::Caller& caller, const std::vector<PersonId>& people);

/// What is needed to register a person for work.
struct NewPerson : Profile {
    String<2, 50> name;
    /// As typed: full width, lower case x and outer space are put right. Kept encrypted.
    std::string id_number;
    /// A mobile number. Kept encrypted.
    std::optional<std::string> phone;
    PlaceCode place;  ///< home county (or a district that is its own city)
    /// Whose candidate she is to be; none when she registers herself.
    std::optional<OrganisationId> agency;
    /// An authority's import: she is nobody's candidate, and nothing of hers is overwritten.
    bool by_authority = false;
};

/// Registers a person, or finds the one with the same identity number and adds to her what is new:
/// one person is one row, however often and by whomever she is registered. What she herself keeps
/// (she has an account) is not overwritten by an agency. Records people.registered or
/// people.changed, and people.candidacy_added for an agency. Fails with id_number_malformed,
/// person_too_young (under the working age today: 劳动法 §15), identity_mismatch (the number is
/// there with another name), phone_malformed, home_too_wide, unknown_code, pay_unit_missing,
/// named_twice, person_restricted, and person_has_account when she registers herself once more.
[[nodiscard]] Result<PersonId> register_person(app::Command& command, const NewPerson& wanted);

/// Binds the account with which the person signs in. An official has to verify her again: nobody
/// has yet seen that account and person are one. Fails with not_found or person_has_account.
[[nodiscard]] Result<Done> link_account(app::Command& command, PersonId person, AccountId account);

/// Gives, refuses or withdraws a consent, to the text in force (ConsentTexts); nothing happens when
/// it stands so already. A first no is kept as well: nobody is asked twice. Who may is for the
/// caller to check: she alone, and the demo. Records people.consent_given, …_refused or
/// …_withdrawn. Fails with not_found, person_restricted.
[[nodiscard]] Result<Done> set_consent(app::Command& command, PersonId person,
                                       ConsentPurpose purpose, bool granted,
                                       ConsentChannel channel = ConsentChannel::online);

/// Marks the person as verified: for the demo and imports of an authority's own register.
/// Fails with not_found.
[[nodiscard]] Result<Done> verify(app::Command& command, PersonId person);

/// The person with that identity number, or nothing (also when it is malformed).
[[nodiscard]] std::optional<PersonId> find_by_id_number(const store::Reader& reader,
                                                        const app::Services& services,
                                                        std::string_view id_number);

/// What became of a row of an import.
enum class Upserted { added, updated, unchanged };
struct UpsertOutcome {
    PersonId person;
    Upserted outcome = Upserted::unchanged;
};
/// register_person for imports: the same checks and codes, and says what it did. `unchanged` is a
/// duplicate of what is known.
[[nodiscard]] Result<UpsertOutcome> upsert_person(app::Command& command, const NewPerson& wanted);

/// Checks a row without writing: every refusal of upsert_person that does not need a write. For the
/// dry run of an import.
[[nodiscard]] Result<Upserted> check_person(const store::Reader& reader,
                                            const app::Services& services, Instant now,
                                            const NewPerson& wanted);

/// Calls `each` for every active person by id: for the matching index. O(people), nothing
/// decrypted.
void each_person(const store::Reader& reader, const std::function<void(const Person&)>& each);

/// The agencies that have the person as their candidate, by id.
[[nodiscard]] std::vector<OrganisationId> agencies_of(const store::Reader& reader, PersonId person);

/// Calls `each` for every candidacy: for the matching index.
void each_candidacy(const store::Reader& reader,
                    const std::function<void(OrganisationId, PersonId)>& each);

/// Somebody read sensitive values of a person that another feature holds (a sealed value of a register's entry):
/// she sees it among her readings, the audit administrator among everybody's. The event is the other
/// feature's to record (access::record_sensitive_read). Nothing when she reads herself, or is not there.
void note_read(app::Command& command, PersonId person, RevealPurpose purpose,
               std::vector<std::string> fields, LegalBasis basis);

/// The purpose under which a person finds the opening of a sealed value, of an entry or a case, among her readings. Pure.
[[nodiscard]] RevealPurpose reveal_purpose(registers::SealedPurpose purpose);

/// The legal working age on that day, in full years: the parameter working_age of features/codes.
[[nodiscard]] int working_age_on(const app::Services& services, Date day);

/// Tells whether an organisation has to do with a person through a seat: the employer of the order
/// or the agency of the share, the seat accepted and not declined, expired or replaced before it
/// began. The seats feature provides one in Services at start; without one nobody does.
class SeatHolders {
  public:
    virtual ~SeatHolders() = default;
    [[nodiscard]] virtual bool holds_seat_with(const store::Reader& reader,
                                               OrganisationId organisation,
                                               PersonId person) const = 0;
    /// Those of the people of whom holds_seat_with is true, in any order.
    [[nodiscard]] virtual std::vector<PersonId> holders_among(const store::Reader& reader,
                                                              OrganisationId organisation,
                                                              std::span<const PersonId> people) const;
};

}  // namespace jianghui::people
