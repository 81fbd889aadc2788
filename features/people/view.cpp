#include "features/people/view.hpp"

#include "features/codes/api.hpp"
#include "features/people/sealed.hpp"

namespace jianghui::people {
namespace {

/// The value of a box, or nothing when there is none or it does not verify: a list is not lost for
/// one broken box, and revealing it says what is wrong.
std::optional<std::string> readable(const app::Services& services, Sensitive kind, PersonId person,
                                    const std::optional<std::string>& box) {
    if (!box) return std::nullopt;
    auto value = opened(services, kind, person, *box);
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

/// Candidacy and seat; without whether the agency may act.
Standing ties_of(const store::Reader& reader, const app::Services& services,
                 const app::Caller& caller, PersonId person) {
    Standing standing;
    if (!caller.organisation) return standing;
    if (caller.is(access::Role::agency))
        standing.own_candidate = is_candidate_of(reader, caller.organisation, person);
    if (!standing.own_candidate && services.has<SeatHolders>())
        standing.holds_seat =
            services.get<SeatHolders>().holds_seat_with(reader, caller.organisation, person);
    return standing;
}

}  // namespace

Standing standing_of(const store::Reader& reader, const app::Services& services,
                     const app::Caller& caller, PersonId person, Instant now) {
    Standing standing = ties_of(reader, services, caller, person);
    if (!caller.is(access::Role::agency)) return standing;
    const auto agency = organisations::find(reader, caller.organisation);
    standing.active = agency && organisations::may_act_on(*agency, date_of(now));
    return standing;
}

PersonView view(const app::Services& services, const PersonRow& row, const Eye& eye) {
    const bool full = eye.sight == Sight::full;
    PersonView shown;
    shown.id = row.id;
    shown.name = full ? row.name : masked_name(row.name);
    shown.sight = eye.sight;
    if (full || eye.supervises) {
        shown.phone = readable(services, Sensitive::phone, row.id, row.phone_box);
        if (shown.phone && !eye.herself) shown.phone = masked_phone(*shown.phone);
        shown.id_number = readable(services, Sensitive::id_number, row.id, row.id_number_box);
        if (shown.id_number) shown.id_number = masked_id_number(*shown.id_number);
    }
    if (row.status == PersonStatus::active)
        shown.birth_year = static_cast<int>(row.born.year());
    shown.place = row.place;
    const auto* place = services.get<codes::Tables>().find_place(row.place);
    if (place != nullptr) shown.place_name = place->name;
    shown.education = row.education;
    shown.occupations = row.occupations;
    shown.skills = row.skills;
    shown.experience_years = row.experience_years;
    shown.certificates = row.certificates;
    if (!full)
        for (auto& certificate : shown.certificates) certificate.number.reset();
    shown.pay_asked_fen = row.pay_asked_fen;
    shown.pay_unit = row.pay_unit;
    shown.available_from_on = row.available_from_on;
    shown.reach_km = row.reach_km;
    // Being out of work is nobody's business who may only offer her some.
    if (full || eye.supervises) shown.seeker_kind = row.seeker_kind;
    shown.public_pool = row.public_pool;
    shown.contact = row.contact;
    shown.status = row.status;
    shown.verified = row.verified;
    shown.has_account = row.account.has_value();
    shown.own_candidate = eye.own_candidate;
    shown.confirmed_at = row.confirmed_at;
    return shown;
}

ReadView read_view(const store::Reader& reader, const app::Services& services, const ReadRow& row) {
    ReadView shown;
    shown.at = row.at;
    shown.purpose = row.purpose;
    shown.fields = row.fields;
    shown.role = row.role;
    if (row.organisation)
        shown.organisation = organisations::find_reference(reader, *row.organisation);
    shown.place = row.place;
    const auto* place = services.get<codes::Tables>().find_place(row.place);
    if (place != nullptr) shown.place_name = place->name;
    shown.basis = row.basis;
    shown.consent = row.consent;
    return shown;
}

Sight sight_of(const store::Reader& reader, const app::Services& services,
               const app::Caller& caller, const Person& person, Instant now) {
    return may_see(caller, person, standing_of(reader, services, caller, person.id, now));
}

namespace {

/// Of a person only what decides how the name is shown: lists name thousands.
struct Named {
    PersonId id;
    PlaceCode place;
    std::string name;
    bool public_pool = false;
    PersonStatus status = PersonStatus::active;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id, place, name, public_pool, status))

Reference reference_of(const store::Reader& reader, const app::Services& services,
                       const app::Caller& caller, const Named& named) {
    Person person;
    person.id = named.id;
    person.place = named.place;
    person.public_pool = named.public_pool;
    person.status = named.status;
    // Whether the agency may act decides between masked and nothing only: not asked here.
    const Standing standing = ties_of(reader, services, caller, person.id);
    const bool full = may_see(caller, person, standing) == Sight::full;
    return {named.id, full ? named.name : masked_name(named.name)};
}

std::optional<Named> find_named(const store::Reader& reader, PersonId id) {
    return reader.one<Named>(sql::find_named, store::arguments("person", id));
}

}  // namespace

std::optional<Reference> find_reference(const store::Reader& reader, const app::Services& services,
                                        const app::Caller& caller, PersonId id) {
    const auto named = find_named(reader, id);
    if (!named) return std::nullopt;
    return reference_of(reader, services, caller, *named);
}

std::optional<Reference> find_active_reference(const store::Reader& reader,
                                               const app::Services& services,
                                               const app::Caller& caller, PersonId id) {
    const auto named = find_named(reader, id);
    if (!named || named->status != PersonStatus::active) return std::nullopt;
    return reference_of(reader, services, caller, *named);
}

ConsentQuestion question_view(const ConsentText& text, const std::optional<Consent>& latest) {
    ConsentQuestion shown;
    shown.purpose = text.purpose;
    if (latest) {
        shown.state = latest->granted   ? ConsentState::given
                      : latest->refused ? ConsentState::refused
                                        : ConsentState::withdrawn;
        shown.since_at = latest->at;
        shown.agreed_version = latest->text_version;
    }
    shown.text_version = text.version;
    shown.title_zh = text.title.zh;
    shown.title_en = text.title.en;
    shown.text_zh = text.text.zh;
    shown.text_en = text.text.en;
    shown.data_classes = text.data_classes;
    shown.recipient = text.recipient;
    shown.law = text.law;
    return shown;
}

}  // namespace jianghui::people
