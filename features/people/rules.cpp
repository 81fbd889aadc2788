#include "features/people/rules.hpp"

#include <algorithm>
#include <set>

namespace jianghui::people {
namespace {

std::string masked(std::string_view text, std::size_t head, std::size_t tail) {
    if (text.size() <= head + tail) return std::string(text.size(), '*');
    return std::string(text.substr(0, head)) + std::string(text.size() - head - tail, '*') +
           std::string(text.substr(text.size() - tail));
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return text;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// All of what the profile states that the law lets an agency or authority note.
bool same_facts(const Person& a, const Person& b) {
    return static_cast<const Profile&>(a) == static_cast<const Profile&>(b) && a.place == b.place;
}

bool is_herself(const access::Caller& caller, const Person& person) {
    return caller.is(access::Role::worker) && caller.person && caller.person == person.id;
}

bool is_one_of(RevealPurpose purpose, std::initializer_list<RevealPurpose> allowed) {
    return std::find(allowed.begin(), allowed.end(), purpose) != allowed.end();
}

}  // namespace

std::string masked_name(std::string_view name) {
    if (name.empty()) return "*";
    std::string shown;
    std::string_view rest = name;
    append_utf8(shown, take_code_point(rest).value_or(replacement_character));
    return shown + '*';
}

std::string masked_id_number(std::string_view id_number) {
    return masked(id_number, 2, 2);
}

std::string masked_phone(std::string_view phone) {
    return masked(phone, 3, 4);
}

std::string normalised_id_number(std::string_view typed) {
    std::string number = half_width(typed);
    if (!number.empty() && number.back() == 'x') number.back() = 'X';
    return number;
}

std::string name_key(std::string_view name) {
    std::string key;
    const std::string narrow = without_spaces(half_width(name));
    std::string_view rest = narrow;
    while (!rest.empty()) {
        const char32_t c = take_code_point(rest).value_or(replacement_character);
        // The dots that people type in names such as 阿依古丽·买买提.
        const bool is_dot =
            c == U'\u00B7' || c == U'\u2022' || c == U'\u2027' || c == U'\u30FB' || c == U'.';
        append_utf8(key, is_dot ? U'\u00B7' : c);
    }
    return lower(std::move(key));
}

std::vector<std::string> occupation_levels(const OccupationCode& code) {
    std::vector<std::string> levels;
    for (std::size_t length = 1; length <= code.text.size(); length += 3)
        levels.push_back(code.text.substr(0, length));
    return levels;
}

std::string skill_words(const Profile& profile) {
    std::string words;
    for (const auto& skill : profile.skills) words += lower(half_width(skill.name.text)) + '\n';
    return words;
}

Result<Done> check_profile(const Profile& profile) {
    if (profile.pay_asked_fen && !profile.pay_unit)
        return refuse(error(pay_unit_missing).at("/pay_unit"));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < profile.occupations.size(); ++i)
        if (!seen.insert(profile.occupations[i].text).second)
            return refuse(error(named_twice).at("/occupations/" + std::to_string(i)));
    seen.clear();
    for (std::size_t i = 0; i < profile.skills.size(); ++i)
        if (!seen.insert(lower(half_width(profile.skills[i].name.text))).second)
            return refuse(error(named_twice).at("/skills/" + std::to_string(i)));
    seen.clear();
    for (std::size_t i = 0; i < profile.certificates.size(); ++i) {
        const auto& certificate = profile.certificates[i];
        const std::string number = certificate.number ? certificate.number->text : "";
        if (!seen.insert(certificate.kind.text + '\n' + number).second)
            return refuse(error(named_twice).at("/certificates/" + std::to_string(i)));
    }
    return Done{};
}

Result<std::string> accept_phone(std::string_view typed) {
    std::string phone = without_spaces(half_width(typed));
    std::erase(phone, '-');
    if (phone.starts_with("+86")) phone.erase(0, 3);
    if (!is_mobile_number(phone)) return refuse(error(phone_malformed).at("/phone"));
    return phone;
}

Result<Accepted> accept(const NewPerson& wanted, Date today, int working_age) {
    const auto identity = parse_identity_number(wanted.id_number, today);
    if (!identity) return refuse(error(id_number_malformed).at("/id_number"));
    if (age_on(identity->born, today) < working_age)
        return refuse(error(person_too_young)
                          .at("/id_number")
                          .with("working_age", std::to_string(working_age)));
    if (!has_form(wanted.place)) return refuse(error(unknown_code).at("/place"));
    if (wanted.place.text.ends_with("0000")) return refuse(error(home_too_wide).at("/place"));
    Accepted accepted;
    accepted.identity = *identity;
    accepted.city = city_of(wanted.place);
    if (wanted.phone) {
        TRY(accepted.phone, accept_phone(*wanted.phone));
    }
    TRY_DO(check_profile(wanted));
    return accepted;
}

Origin origin_of(const NewPerson& wanted) {
    if (wanted.agency) return Origin::agency;
    return wanted.by_authority ? Origin::authority : Origin::herself;
}

void overlay(Profile& base, const Profile& newer) {
    if (newer.education) base.education = newer.education;
    if (!newer.occupations.empty()) base.occupations = newer.occupations;
    if (!newer.skills.empty()) base.skills = newer.skills;
    if (newer.experience_years) base.experience_years = newer.experience_years;
    if (!newer.certificates.empty()) base.certificates = newer.certificates;
    // An amount and its unit belong together: one of each would make a false pay.
    if (newer.pay_asked_fen) {
        base.pay_asked_fen = newer.pay_asked_fen;
        base.pay_unit = newer.pay_unit;
    } else if (newer.pay_unit && !base.pay_asked_fen) {
        base.pay_unit = newer.pay_unit;
    }
    if (newer.available_from_on) base.available_from_on = newer.available_from_on;
    if (newer.reach_km) base.reach_km = newer.reach_km;
    if (newer.seeker_kind) base.seeker_kind = newer.seeker_kind;
}

void fill(Profile& base, const Profile& more) {
    Profile filled = more;
    if (base.pay_asked_fen || base.pay_unit) {
        filled.pay_asked_fen.reset();
        filled.pay_unit.reset();
    }
    overlay(filled, base);
    base = std::move(filled);
}

Result<Joined> join(const Known& known, const NewPerson& wanted) {
    if (name_key(known.person.name) != name_key(wanted.name.text))
        return refuse(error(identity_mismatch).at("/name"));
    if (known.person.status == PersonStatus::restricted) return refuse(person_restricted);
    const Origin origin = origin_of(wanted);
    const bool keeps_herself = known.person.account.has_value();
    if (origin == Origin::herself && keeps_herself) return refuse(person_has_account);
    Joined joined{known.person};
    joined.adds_candidacy = origin == Origin::agency && !known.own_candidate;
    if (keeps_herself) return joined;
    if (origin == Origin::herself || known.own_candidate) {
        overlay(joined.person, wanted);
        joined.person.place = wanted.place;
    } else {
        fill(joined.person, wanted);
    }
    joined.changed = !same_facts(joined.person, known.person);
    joined.takes_phone =
        origin == Origin::herself || (wanted.phone && (known.own_candidate || !known.has_phone));
    return joined;
}

void apply(const ProfileChanges& changes, Profile& profile) {
    if (changes.education) profile.education = changes.education;
    if (changes.occupations) profile.occupations = *changes.occupations;
    if (changes.skills) {
        profile.skills.clear();
        for (const auto& skill : *changes.skills)
            profile.skills.push_back({skill.name, skill.level.value_or(Integer<0, 5>{0})});
    }
    if (changes.experience_years) profile.experience_years = changes.experience_years;
    if (changes.certificates) profile.certificates = *changes.certificates;
    if (changes.pay_asked_fen) profile.pay_asked_fen = changes.pay_asked_fen;
    if (changes.pay_unit) profile.pay_unit = changes.pay_unit;
    if (changes.available_from_on) profile.available_from_on = changes.available_from_on;
    if (changes.reach_km) profile.reach_km = changes.reach_km;
    if (changes.seeker_kind) profile.seeker_kind = changes.seeker_kind;
}

void clear(Clearable field, Profile& profile) {
    switch (field) {
        case Clearable::education:
            profile.education.reset();
            break;
        case Clearable::experience_years:
            profile.experience_years.reset();
            break;
        case Clearable::pay_asked_fen:
            profile.pay_asked_fen.reset();
            profile.pay_unit.reset();
            break;
        case Clearable::available_from_on:
            profile.available_from_on.reset();
            break;
        case Clearable::reach_km:
            profile.reach_km.reset();
            break;
        case Clearable::seeker_kind:
            profile.seeker_kind.reset();
            break;
    }
}

Sight may_see(const access::Caller& caller, const Person& person, const Standing& standing) {
    using access::Role;
    if (is_herself(caller, person)) return Sight::full;
    if (caller.supervises(person.place)) return Sight::masked;
    if (person.status == PersonStatus::restricted) return Sight::nothing;
    if (caller.is(Role::employer)) return standing.holds_seat ? Sight::full : Sight::nothing;
    if (!caller.is(Role::agency)) return Sight::nothing;
    if (standing.own_candidate || standing.holds_seat) return Sight::full;
    return person.public_pool && standing.active ? Sight::masked : Sight::nothing;
}

Result<Opened> may_reveal(const access::Caller& caller, const Person& person,
                          const Standing& standing, RevealPurpose purpose) {
    using P = RevealPurpose;
    const Sight sight = may_see(caller, person, standing);
    if (sight == Sight::nothing) return refuse(not_found);
    constexpr Opened both{true, true, LegalBasis::contract};
    constexpr Opened phone_only{true, false, LegalBasis::contract};
    constexpr Opened by_duty{true, true, LegalBasis::statutory_duty};
    if (is_herself(caller, person)) return both;
    const auto when = [](bool allowed, Opened opened) -> Result<Opened> {
        if (!allowed) return refuse(error(purpose_not_open).at("/purpose"));
        return opened;
    };
    if (caller.is(access::Role::official))
        return when(is_one_of(purpose, {P::identity_check, P::dispute, P::public_duty}),
                    by_duty);
    if (caller.is(access::Role::inspector))
        return when(is_one_of(purpose, {P::dispute, P::public_duty}), by_duty);
    if (sight == Sight::full)
        return when(purpose != P::public_duty, purpose == P::offer_contact ? phone_only : both);
    if (!person.contact) return refuse(contact_consent_missing);
    return when(purpose == P::offer_contact, Opened{true, false, LegalBasis::consent});
}

Result<Done> may_change(const access::Caller& caller, const Person& person,
                        const Standing& standing) {
    if (may_see(caller, person, standing) == Sight::nothing) return refuse(not_found);
    if (person.status == PersonStatus::restricted) return refuse(person_restricted);
    if (is_herself(caller, person)) return Done{};
    if (!caller.is(access::Role::agency) || !standing.own_candidate) return refuse(not_allowed);
    if (person.account) return refuse(kept_by_herself);
    return Done{};
}

}  // namespace jianghui::people
