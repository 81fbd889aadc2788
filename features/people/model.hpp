#pragma once
// The vocabulary of people: what the table rows, the rules and the other features speak of. Names
// of enumerators and members are the wire names and the column names. Identity number and phone
// have no member here: they are read only where a person is shown to herself or revealed.

#include <optional>
#include <string>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "engine/matching/facts.hpp"

namespace jianghui::people {

/// What an amount of pay is for.
using matching::PayUnit;

/// `restricted`: kept for legal retention alone (PIPL §47); not shown, not offered.
enum class PersonStatus { active, restricted };
BOOST_DESCRIBE_ENUM(PersonStatus, active, restricted)

/// What a person agrees to. public_pool: be listed, masked, for every verified agency, which may
/// offer seats. contact: such an agency may reveal the phone number.
enum class ConsentPurpose { public_pool, contact };
BOOST_DESCRIBE_ENUM(ConsentPurpose, public_pool, contact)

/// Why somebody reads a phone or identity number. Shown to the person.
enum class RevealPurpose {
    identity_check,  ///< 核验身份
    offer_contact,   ///< 联系用工事宜
    contract,        ///< 订立劳动合同或协议
    insurance,       ///< 办理保险
    wage_payment,    ///< 支付报酬
    dispute,         ///< 处理争议
    public_duty      ///< 履行法定职责
};
BOOST_DESCRIBE_ENUM(RevealPurpose, identity_check, offer_contact, contract, insurance, wage_payment,
                    dispute, public_duty)

/// On which ground somebody reads or is told about a person (PIPL §13). `not_recorded`: before this
/// was kept.
enum class LegalBasis {
    consent,         ///< an entry of the consent ledger
    contract,        ///< to make or keep a contract of work or of finding work with her
    statutory_duty,  ///< an authority's task
    not_recorded
};
BOOST_DESCRIBE_ENUM(LegalBasis, consent, contract, statutory_duty, not_recorded)

/// How a consent came in.
enum class ConsentChannel {
    online,        ///< she herself, signed in
    demonstration  ///< made up for the demonstration
};
BOOST_DESCRIBE_ENUM(ConsentChannel, online, demonstration)

/// A skill by its name in the skill list or in free words; level 1 (初级工) … 5 (高级技师), 0: not
/// stated.
struct Skill {
    String<1, 40> name;
    Integer<0, 5> level;
    bool operator==(const Skill&) const = default;
};
BOOST_DESCRIBE_STRUCT(Skill, (), (name, level))

/// A certificate as the person states it; `kind` is a code of the certificate table.
struct Certificate {
    String<1, 60> kind;
    std::optional<String<1, 60>> number;
    std::optional<Date> valid_to_on;  ///< the last day; none: no end
    bool operator==(const Certificate&) const = default;
};
BOOST_DESCRIBE_STRUCT(Certificate, (), (kind, number, valid_to_on))

/// A code of the table of education levels.
using EducationCode = String<1, 40>;
/// A code of the list of kinds of job seekers (就业转失业, 在学 …). Counted, and never matched by: shown
/// to herself, to whom she is in full sight of, and to the offices that count.
using SeekerKind = String<1, 40>;

/// What a person says about herself for finding work. Absent: not stated.
struct Profile {
    std::optional<EducationCode> education;
    List<OccupationCode, 8> occupations;  ///< the first one is the main one
    List<Skill, 30> skills;
    std::optional<Integer<0, 60>> experience_years;
    List<Certificate, 30> certificates;
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;
    std::optional<Date> available_from_on;
    std::optional<Integer<0, 3000>> reach_km;
    std::optional<SeekerKind> seeker_kind;
    bool operator==(const Profile&) const = default;
};
BOOST_DESCRIBE_STRUCT(Profile, (),
                      (education, occupations, skills, experience_years, certificates,
                       pay_asked_fen, pay_unit, available_from_on, reach_km, seeker_kind))

/// A person as other features see her. `name` is full: show masked_name unless `sight` allows more.
struct Person : Profile {
    PersonId id;
    PlaceCode city;   ///< distribution key: of the place at registration, never changes
    PlaceCode place;  ///< home county
    std::string name;
    Date born;
    bool public_pool = false;
    bool contact = false;
    PersonStatus status = PersonStatus::active;
    bool verified = false;             ///< an official has checked the identity
    std::optional<AccountId> account;  ///< she signs in herself
    Instant confirmed_at;              ///< when she or her agency last said that this holds
    bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (Profile),
                      (id, city, place, name, born, public_pool, contact, status, verified, account,
                       confirmed_at))

/// How lists of other features name a person; the name masked or full as the reader may see.
struct Reference {
    PersonId id;
    std::string name;
    bool operator==(const Reference&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (id, name))

}  // namespace jianghui::people
