// Everybody active, one after the other: for the matching index, which reads a million people at a start.

#include <unordered_map>

#include "features/people/queries.hpp"
#include "features/people/store.hpp"

namespace jianghui::people {
namespace {

/// A person's row with its lists as they are written.
struct PersonText {
    std::optional<EducationCode> education;
    std::string occupations;
    std::string skills;
    std::optional<Integer<0, 60>> experience_years;
    std::string certificates;
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;
    std::optional<Date> available_from_on;
    std::optional<Integer<0, 3000>> reach_km;
    std::optional<SeekerKind> seeker_kind;
    PersonId id;
    PlaceCode city;
    PlaceCode place;
    std::string name;
    Date born;
    bool public_pool = false;
    bool contact = false;
    PersonStatus status = PersonStatus::active;
    bool verified = false;
    std::optional<AccountId> account;
    Instant confirmed_at;
};
BOOST_DESCRIBE_STRUCT(PersonText, (),
                      (education, occupations, skills, experience_years, certificates, pay_asked_fen, pay_unit,
                       available_from_on, reach_km, seeker_kind, id, city, place, name, born, public_pool, contact,
                       status, verified, account, confirmed_at))

/// Lists by the text that they were read from: many people write the same. Keeps the first ones only.
template <class T>
class KnownLists {
  public:
    void read(const std::string& text, T& list) {
        if (const auto found = known_.find(text); found != known_.end()) {
            list = found->second;
            return;
        }
        if (!store::Column<T>::from(text, list))
            throw store::StoreFailure(store::StoreFailure::Cause::broken, "a list of a person cannot be read");
        if (known_.size() < most) known_.emplace(text, list);
    }

  private:
    static constexpr std::size_t most = 20'000;
    std::unordered_map<std::string, T> known_;
};

/// What both have under one name and as one type.
template <class Member>
void take(Member member, PersonText& from, Person& to) {
    boost::mp11::mp_for_each<codec::Members<Person>>([&](auto wanted) {
        using Wanted = std::remove_reference_t<decltype(to.*wanted.pointer)>;
        using Given = std::remove_reference_t<decltype(from.*member.pointer)>;
        if constexpr (std::is_same_v<Wanted, Given>)
            if (std::string_view(wanted.name) == member.name) to.*wanted.pointer = std::move(from.*member.pointer);
    });
}

}  // namespace

void each_person(const store::Reader& reader, const std::function<void(const Person&)>& each) {
    static_assert(boost::mp11::mp_size<codec::Members<Person>>::value ==
                  boost::mp11::mp_size<codec::Members<PersonText>>::value);
    KnownLists<List<OccupationCode, 8>> occupations;
    KnownLists<List<Skill, 30>> skills;
    KnownLists<List<Certificate, 30>> certificates;
    reader.each<PersonText>(sql::active_people, {}, [&](PersonText&& text) {
        Person person{};
        occupations.read(text.occupations, person.occupations);
        skills.read(text.skills, person.skills);
        certificates.read(text.certificates, person.certificates);
        boost::mp11::mp_for_each<codec::Members<PersonText>>([&](auto member) { take(member, text, person); });
        each(person);
    });
}

}  // namespace jianghui::people
