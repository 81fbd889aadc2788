#pragma once
// The SQL of this feature as typed calls, nothing else.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "features/people/api.hpp"
#include "features/people/model.hpp"

namespace jianghui::people {

/// One row of `people`, whole.
struct PersonRow : Person {
    std::string id_number_box;
    std::optional<std::string> phone_box;
    std::string skill_words;
    std::optional<Instant> verified_at;
    std::optional<AccountId> verified_by;
    Instant registered_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (Person),
                      (id_number_box, phone_box, skill_words, verified_at, verified_by,
                       registered_at, changed_at))

/// A row of a list: with whether she is the caller's own candidate.
struct ListedRow : PersonRow {
    bool own_candidate = false;
};
BOOST_DESCRIBE_STRUCT(ListedRow, (PersonRow), (own_candidate))

/// The whole row, or nothing.
[[nodiscard]] std::optional<PersonRow> find_row(const store::Reader& reader, PersonId person);
/// Adds a person with her occupations. skill_words is computed here.
void insert(store::Transaction& transaction, PersonRow row);
/// Keeps her place, phone, profile and confirmed_at; the rest has its own calls.
void update(store::Transaction& transaction, PersonRow row);

/// Takes an identity number; false when it is somebody's already.
[[nodiscard]] bool take_number(store::Transaction& transaction, std::string_view id_number_index,
                               const Person& person);
/// Whose identity number it is, or nothing.
[[nodiscard]] std::optional<PersonId> person_of_number(const store::Reader& reader,
                                                       std::string_view id_number_index);

/// False when she is the agency's candidate already.
bool add_candidacy(store::Transaction& transaction, OrganisationId agency, const Person& person,
                   AccountId account, Instant now);
/// False when she is not the agency's candidate.
bool end_candidacy(store::Transaction& transaction, OrganisationId agency, const Person& person);
/// Those of the people who are the agency's candidates, in any order.
[[nodiscard]] std::vector<PersonId> candidates_among(const store::Reader& reader,
                                                     OrganisationId agency,
                                                     std::span<const PersonId> people);
struct Candidacy {
    OrganisationId agency;
    PersonId person;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(Candidacy, (), (agency, person, added_at))
/// By agency.
[[nodiscard]] std::vector<Candidacy> candidacies_of(const store::Reader& reader, PersonId person);

/// False when she has an account.
bool link_account(store::Transaction& transaction, const Person& person, AccountId account,
                  Instant now);
/// False when she is verified.
bool verify_person(store::Transaction& transaction, const Person& person, AccountId by,
                   Instant now);

/// One entry of the consent ledger.
struct Consent {
    ConsentId id;
    ConsentPurpose purpose = ConsentPurpose::public_pool;
    bool granted = false;
    bool refused = false;  ///< a no before there ever was a yes
    Instant at;
    std::string text_version;
    std::vector<std::string> data_classes;
    std::string recipient;
    LegalBasis basis = LegalBasis::consent;
    ConsentChannel channel = ConsentChannel::online;
};
BOOST_DESCRIBE_STRUCT(Consent, (),
                      (id, purpose, granted, refused, at, text_version, data_classes, recipient,
                       basis, channel))
/// Adds to the ledger and sets what holds now.
void add_consent(store::Transaction& transaction, const Person& person, const Consent& consent,
                 AccountId account);
/// Newest first, at most 1,000.
[[nodiscard]] std::vector<Consent> consents_of(const store::Reader& reader, PersonId person);
/// The newest entry for a purpose: how the consent stands now. One look-up by key.
[[nodiscard]] std::optional<Consent> latest_consent(const store::Reader& reader, PersonId person,
                                                    ConsentPurpose purpose);

/// One reading of sensitive data.
struct ReadRow {
    Id<struct ReadTag> id;
    RevealPurpose purpose = RevealPurpose::public_duty;
    std::vector<std::string> fields;
    access::Role role = access::Role::anonymous;
    std::optional<OrganisationId> organisation;
    PlaceCode place;
    Instant at;
    LegalBasis basis = LegalBasis::not_recorded;
    std::optional<ConsentId> consent;  ///< the entry of the ledger, for the basis consent
};
BOOST_DESCRIBE_STRUCT(ReadRow, (),
                      (id, purpose, fields, role, organisation, place, at, basis, consent))
using ReadId = Id<struct ReadTag>;
void insert_read(store::Transaction& transaction, const Person& person, const ReadRow& read,
                 AccountId account);
/// One page, newest first, after `cursor`.
[[nodiscard]] std::vector<ReadRow> reads_of(const store::Reader& reader, PersonId person,
                                            std::optional<ReadId> cursor, std::int64_t limit);

/// The same with whose data it was and who read: for the audit administrator.
struct AuditedReadRow : ReadRow {
    PersonId person;
    AccountId account;
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(AuditedReadRow, (ReadRow), (person, account, city))
/// One page of everybody's, newest first, after `cursor`; absent: whoever.
[[nodiscard]] std::vector<AuditedReadRow> all_reads(const store::Reader& reader,
                                                    std::optional<OrganisationId> organisation,
                                                    std::optional<AccountId> account,
                                                    std::optional<PersonId> person,
                                                    std::optional<ReadId> cursor,
                                                    std::int64_t limit);

/// What a page of the list is to hold. Place ranges are first and last code.
struct Filter {
    std::optional<std::pair<std::string, std::string>> place;
    std::optional<OccupationCode> occupation;
    std::optional<std::string> q;          ///< as typed
    bool mine = false;                     ///< own candidates alone; requires an agency
    std::optional<OrganisationId> agency;  ///< the caller's
    bool sees_pool = false;                ///< the agency may act
    std::optional<std::pair<std::string, std::string>> supervised;
    std::optional<PersonId> cursor;
    std::int64_t limit = 50;
};
/// One page, newest first. Driven by the index of the occupation or of the candidacies when one is
/// asked for; else O(rows passed over).
[[nodiscard]] std::vector<ListedRow> list(const store::Reader& reader, const Filter& filter);

}  // namespace jianghui::people
