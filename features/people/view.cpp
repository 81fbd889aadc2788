#include "features/people/view.hpp"

#include <algorithm>

#include "engine/store/ids.hpp"
#include "features/codes/api.hpp"
#include "features/people/queries.hpp"
#include "features/people/sealed.hpp"
#include "features/people/store.hpp"

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

Reference reference_of(const app::Caller& caller, const Named& named, const Standing& standing) {
    Person person;
    person.id = named.id;
    person.place = named.place;
    person.public_pool = named.public_pool;
    person.status = named.status;
    // Whether the agency may act decides between masked and nothing only: not asked here.
    const bool full = may_see(caller, person, standing) == Sight::full;
    return {named.id, full ? named.name : masked_name(named.name)};
}

/// Those of several people to whom the caller's organisation has ties.
class TiesOfSeveral {
  public:
    TiesOfSeveral(const store::Reader& reader, const app::Services& services,
                  const app::Caller& caller, std::span<const PersonId> people) {
        if (!caller.organisation) return;
        if (caller.is(access::Role::agency))
            candidates_ = candidates_among(reader, caller.organisation, people);
        if (services.has<SeatHolders>())
            holders_ = services.get<SeatHolders>().holders_among(reader, caller.organisation, people);
        std::sort(candidates_.begin(), candidates_.end());
        std::sort(holders_.begin(), holders_.end());
    }
    [[nodiscard]] Standing of(PersonId person) const {
        Standing standing;
        standing.own_candidate =
            std::binary_search(candidates_.begin(), candidates_.end(), person);
        standing.holds_seat = std::binary_search(holders_.begin(), holders_.end(), person);
        return standing;
    }

  private:
    std::vector<PersonId> candidates_;
    std::vector<PersonId> holders_;
};

/// By id.
std::vector<Named> find_all_named(const store::Reader& reader, std::span<const PersonId> people) {
    std::vector<Named> found;
    found.reserve(people.size());
    store::each_fifty(people, [&](const store::Arguments& arguments) {
        reader.each<Named>(sql::find_all_named, arguments,
                           [&](Named&& named) { found.push_back(std::move(named)); });
    });
    std::sort(found.begin(), found.end(),
              [](const Named& a, const Named& b) { return a.id < b.id; });
    return found;
}

}  // namespace

std::vector<PersonId> SeatHolders::holders_among(const store::Reader& reader,
                                                 OrganisationId organisation,
                                                 std::span<const PersonId> people) const {
    std::vector<PersonId> found;
    for (const PersonId person : people)
        if (holds_seat_with(reader, organisation, person)) found.push_back(person);
    return found;
}

std::optional<Reference> find_reference(const store::Reader& reader, const app::Services& services,
                                        const app::Caller& caller, PersonId id) {
    const auto named =
        reader.one<Named>(sql::find_named, store::arguments("person", id));
    if (!named) return std::nullopt;
    return reference_of(caller, *named, ties_of(reader, services, caller, id));
}

std::vector<std::optional<Reference>>
find_active_references(const store::Reader& reader, const app::Services& services,
                       const app::Caller& caller, const std::vector<PersonId>& people) {
    const auto named = find_all_named(reader, people);
    const TiesOfSeveral ties(reader, services, caller, people);
    std::vector<std::optional<Reference>> found;
    found.reserve(people.size());
    for (const PersonId id : people) {
        const auto at = std::lower_bound(named.begin(), named.end(), id,
                                         [](const Named& one, PersonId wanted) { return one.id < wanted; });
        const bool is_there =
            at != named.end() && at->id == id && at->status == PersonStatus::active;
        found.push_back(is_there ? std::optional(reference_of(caller, *at, ties.of(id)))
                                 : std::nullopt);
    }
    return found;
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
