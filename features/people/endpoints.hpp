#pragma once
// The API calls of people: what they take, what they answer; see feature.cpp for who may make them.

#include <optional>
#include <string>
#include <vector>

#include "engine/app/feature.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"
#include "features/people/rules.hpp"
#include "features/people/store.hpp"

namespace jianghui::people {

struct FindPerson {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindPerson, (), (person))

struct ListPeople {
    std::optional<PlaceCode> place;            ///< with everything that lies in it
    std::optional<OccupationCode> occupation;  ///< at any level
    std::optional<String<1, 100>> q;           ///< skill; name of one's own candidates
    std::optional<bool> mine;                  ///< own candidates alone
    std::optional<PersonId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListPeople, (), (place, occupation, q, mine, cursor, limit))

struct AddPerson : ProfileChanges {
    String<2, 50> name;
    String<1, 40> id_number;
    std::optional<String<1, 40>> phone;
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(AddPerson, (ProfileChanges), (name, id_number, phone, place))

struct ChangePerson : ProfileChanges {
    PersonId person;
    std::optional<PlaceCode> place;
    std::optional<String<1, 40>> phone;
    std::optional<List<Clearable, 6>> clear;  ///< fields to leave unstated from now on
};
BOOST_DESCRIBE_STRUCT(ChangePerson, (ProfileChanges), (person, place, phone, clear))

struct GiveConsent {
    PersonId person;
    ConsentPurpose purpose = ConsentPurpose::public_pool;
    bool granted = false;
};
BOOST_DESCRIBE_STRUCT(GiveConsent, (), (person, purpose, granted))

struct RevealPerson {
    PersonId person;
    RevealPurpose purpose = RevealPurpose::identity_check;
};
BOOST_DESCRIBE_STRUCT(RevealPerson, (), (person, purpose))

/// What a reveal opens; null what the purpose does not open or was never given.
struct RevealedPerson {
    std::string name;
    std::optional<std::string> phone;
    std::optional<std::string> id_number;
};
BOOST_DESCRIBE_STRUCT(RevealedPerson, (), (name, phone, id_number))

struct ListReads {
    PersonId person;
    std::optional<ReadId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListReads, (), (person, cursor, limit))

/// Who read what of her, and why.
struct ReadView {
    Instant at;
    RevealPurpose purpose = RevealPurpose::public_duty;
    std::vector<std::string> fields;
    access::Role role = access::Role::anonymous;
    std::optional<organisations::Reference> organisation;
    PlaceCode place;
    std::string place_name;
    LegalBasis basis = LegalBasis::not_recorded;
    std::optional<ConsentId> consent;  ///< the entry of her ledger, for the basis consent
};
BOOST_DESCRIBE_STRUCT(ReadView, (),
                      (at, purpose, fields, role, organisation, place, place_name, basis, consent))

struct AuditReads {
    std::optional<OrganisationId> organisation;
    std::optional<AccountId> account;
    std::optional<PersonId> person;
    std::optional<ReadId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AuditReads, (), (organisation, account, person, cursor, limit))

/// A reading as the audit administrator sees it: whose data by her id alone, and which account read.
struct AuditedReadView : ReadView {
    ReadId id;
    PersonId person;
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(AuditedReadView, (ReadView), (id, person, account))

/// How a question stands. `refused` and `withdrawn` are not asked again.
enum class ConsentState { not_asked, given, refused, withdrawn };
BOOST_DESCRIBE_ENUM(ConsentState, not_asked, given, refused, withdrawn)

/// A question, its text as it would be agreed to today, and how it stands.
struct ConsentQuestion {
    ConsentPurpose purpose = ConsentPurpose::public_pool;
    ConsentState state = ConsentState::not_asked;
    std::optional<Instant> since_at;
    std::optional<std::string> agreed_version;  ///< that was shown when she answered
    std::string text_version;
    std::string title_zh;
    std::string title_en;
    std::string text_zh;
    std::string text_en;
    std::vector<std::string> data_classes;
    std::string recipient;
    std::string law;
};
BOOST_DESCRIBE_STRUCT(ConsentQuestion, (),
                      (purpose, state, since_at, agreed_version, text_version, title_zh, title_en,
                       text_zh, text_en, data_classes, recipient, law))

struct EndCandidacy {
    PersonId person;
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(EndCandidacy, (), (person, organisation))

/// An agency that has her as its candidate.
struct CandidacyView {
    organisations::Reference organisation;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(CandidacyView, (), (organisation, added_at))

/// A person as the caller may see her.
struct PersonView {
    PersonId id;
    std::string name;  ///< masked unless sight is full
    Sight sight = Sight::masked;
    std::optional<std::string> phone;      ///< full to herself, masked to others
    std::optional<std::string> id_number;  ///< masked; both null to the pool's agencies
    int birth_year = 0;  ///< 0: erased
    PlaceCode place;
    std::string place_name;
    std::optional<EducationCode> education;
    std::vector<OccupationCode> occupations;
    std::vector<Skill> skills;
    std::optional<Integer<0, 60>> experience_years;
    std::vector<Certificate> certificates;  ///< without numbers unless sight is full
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;
    std::optional<Date> available_from_on;
    std::optional<Integer<0, 3000>> reach_km;
    std::optional<SeekerKind> seeker_kind;  ///< null to the pool's agencies
    bool public_pool = false;
    bool contact = false;
    PersonStatus status = PersonStatus::active;
    bool verified = false;
    bool has_account = false;
    bool own_candidate = false;  ///< of the caller's agency
    Instant confirmed_at;
};
BOOST_DESCRIBE_STRUCT(PersonView, (),
                      (id, name, sight, phone, id_number, birth_year, place, place_name, education,
                       occupations, skills, experience_years, certificates, pay_asked_fen, pay_unit,
                       available_from_on, reach_km, seeker_kind, public_pool, contact, status,
                       verified, has_account, own_candidate, confirmed_at))

Result<app::Page<PersonView>> list_all(app::Query& query, const ListPeople& input);
Result<PersonView> show(app::Query& query, const FindPerson& input);
Result<PersonView> add(app::Command& command, const AddPerson& input);
Result<PersonView> change(app::Command& command, const ChangePerson& input);
Result<PersonView> approve(app::Command& command, const FindPerson& input);
Result<Consent> consent(app::Command& command, const GiveConsent& input);
Result<app::Page<Consent>> consents(app::Query& query, const FindPerson& input);
Result<RevealedPerson> reveal(app::Command& command, const RevealPerson& input);
Result<app::Page<ReadView>> reads(app::Query& query, const ListReads& input);
Result<app::Page<ConsentQuestion>> questions(app::Query& query, const FindPerson& input);
Result<app::Page<AuditedReadView>> audit_reads(app::Query& query, const AuditReads& input);
Result<app::Page<CandidacyView>> candidacies(app::Query& query, const FindPerson& input);
Result<app::Empty> end(app::Command& command, const EndCandidacy& input);

}  // namespace jianghui::people
