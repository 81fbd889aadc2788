#pragma once
// Pure decisions about people: no SQL, clock, randomness or logging. Today, the working age and how
// somebody stands to a person are passed in.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/caller.hpp"
#include "engine/base/base.hpp"
#include "features/people/api.hpp"
#include "features/people/model.hpp"

namespace jianghui::people {

/// "510502199003071234" → "51**************34": province and the last two, so that neither the date
/// of birth nor the person can be worked out. Texts shorter than 5 become all asterisks.
[[nodiscard]] std::string masked_id_number(std::string_view id_number);
/// "13812345678" → "138****5678". Texts shorter than 8 become all asterisks.
[[nodiscard]] std::string masked_phone(std::string_view phone);

/// The number as it is kept: half width, capital X. What is no number stays no number.
[[nodiscard]] std::string normalised_id_number(std::string_view typed);
/// The name as names are compared: half width, without white space, one kind of middle dot.
[[nodiscard]] std::string name_key(std::string_view name);
/// Every level of an occupation code, widest first: "6-02-06" → "6", "6-02", "6-02-06".
[[nodiscard]] std::vector<std::string> occupation_levels(const OccupationCode& code);
/// The words that a list is searched by, each on its own line, in lower case.
[[nodiscard]] std::string skill_words(const Profile& profile);

/// A skill as it comes in: without a level, none is stated.
struct SkillWord {
    String<1, 40> name;
    std::optional<Integer<0, 5>> level;
};
BOOST_DESCRIBE_STRUCT(SkillWord, (), (name, level))

/// Pay with its unit, nothing named twice. Fails with pay_unit_missing, named_twice.
[[nodiscard]] Result<Done> check_profile(const Profile& profile);

/// What a registration becomes.
struct Accepted {
    IdentityNumber identity;
    std::optional<std::string> phone;  ///< normalised
    PlaceCode city;
};
/// Checks everything about a registration that needs no table. Fails with id_number_malformed,
/// person_too_young (facts: age), phone_malformed, home_too_wide, pay_unit_missing, named_twice.
[[nodiscard]] Result<Accepted> accept(const NewPerson& wanted, Date today, int working_age);
/// A mobile number without spaces or country code. Fails with phone_malformed.
[[nodiscard]] Result<std::string> accept_phone(std::string_view typed);

/// From whom a registration comes.
enum class Origin { herself, agency, authority };
BOOST_DESCRIBE_ENUM(Origin, herself, agency, authority)
[[nodiscard]] Origin origin_of(const NewPerson& wanted);

/// A person who is registered once more.
struct Known {
    Person person;
    bool own_candidate = false;  ///< already the agency's that registers her
    bool has_phone = false;
};
/// What joins what is known and what is new.
struct Joined {
    Person person;
    bool changed = false;      ///< the person's data differ from before
    bool takes_phone = false;  ///< the phone of the registration replaces the one kept
    bool adds_candidacy = false;
};
/// Joins a further registration of the same identity number. Herself: what she states holds, and
/// the phone is hers even when she gives none (she does not get to see what an agency had noted).
/// Her agency: what it states holds while she has no account. Another agency or an authority: only
/// gaps are filled. Once she has an account nobody else changes her data. Fails with
/// identity_mismatch, person_restricted, person_has_account (herself, once more).
[[nodiscard]] Result<Joined> join(const Known& known, const NewPerson& wanted);

/// Puts what `newer` states over `base`.
void overlay(Profile& base, const Profile& newer);
/// Fills what `base` leaves open.
void fill(Profile& base, const Profile& more);

/// What somebody wants to state or change; absent: as it is.
struct ProfileChanges {
    std::optional<EducationCode> education;
    std::optional<List<OccupationCode, 8>> occupations;
    std::optional<List<SkillWord, 30>> skills;
    std::optional<Integer<0, 60>> experience_years;
    std::optional<List<Certificate, 30>> certificates;
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;
    std::optional<Date> available_from_on;
    std::optional<Integer<0, 3000>> reach_km;
    std::optional<SeekerKind> seeker_kind;
};
BOOST_DESCRIBE_STRUCT(ProfileChanges, (),
                      (education, occupations, skills, experience_years, certificates,
                       pay_asked_fen, pay_unit, available_from_on, reach_km, seeker_kind))
/// Puts the changes into the profile; lists are replaced whole.
void apply(const ProfileChanges& changes, Profile& profile);
/// What can be taken back to "not stated"; the pay goes with its unit.
enum class Clearable {
    education,
    experience_years,
    pay_asked_fen,
    available_from_on,
    reach_km,
    seeker_kind
};
BOOST_DESCRIBE_ENUM(Clearable, education, experience_years, pay_asked_fen, available_from_on,
                    reach_km, seeker_kind)
void clear(Clearable field, Profile& profile);

/// How the caller's organisation stands to a person.
struct Standing {
    bool own_candidate = false;
    bool holds_seat = false;  ///< through an order or a share of the organisation (SeatHolders)
    bool active = false;      ///< the organisation is verified and not excluded
};
/// Who sees how much. Herself: full. An agency: its own candidates and those with a seat in its
/// shares in full, the public pool masked while the agency may act. An employer: those with a seat
/// in its orders, in full. Officials and inspectors of the place: masked. Administrators and all
/// others: nothing (网络数据安全管理条例 §16). Restricted: only herself and the place's officials.
[[nodiscard]] Sight may_see(const access::Caller& caller, const Person& person,
                            const Standing& standing);

/// What is opened by a reveal, and on which ground.
struct Opened {
    bool phone = false;
    bool id_number = false;
    LegalBasis basis = LegalBasis::contract;
    bool operator==(const Opened&) const = default;
};
/// What the caller may read in full for that purpose. Calling somebody opens the phone alone. Fails
/// with not_found (sees nothing of her), purpose_not_open, contact_consent_missing. The ground is an
/// authority's duty, the contract of who has her as candidate or in a seat, or else her consent,
/// whose entry the caller has to find.
[[nodiscard]] Result<Opened> may_reveal(const access::Caller& caller, const Person& person,
                                        const Standing& standing, RevealPurpose purpose);

/// Who may change a profile: she herself; her agency while she has no account. Fails with not_found
/// (sees nothing of her), not_allowed, kept_by_herself, person_restricted.
[[nodiscard]] Result<Done> may_change(const access::Caller& caller, const Person& person,
                                      const Standing& standing);

}  // namespace jianghui::people
