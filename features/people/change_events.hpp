#pragma once
// What the events of this feature say: ids and codes.

#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "features/people/rules.hpp"

namespace jianghui::people {

/// people.registered. `occupation`: the code of her first choice, "" without one.
struct Registered {
    Origin origin;
    PlaceCode place;
    OccupationCode occupation;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (origin, place, occupation))

/// people.changed: the names of the fields, not their values; place and first occupation are the codes
/// that statistics count by, as they are now.
struct FieldsChanged {
    Origin origin;
    std::vector<std::string> fields;
    PlaceCode place;
    OccupationCode occupation;
};
BOOST_DESCRIBE_STRUCT(FieldsChanged, (), (origin, fields, place, occupation))

/// The code of the first choice, "" without one.
[[nodiscard]] inline OccupationCode first_occupation(const Person& person) {
    return person.occupations.empty() ? OccupationCode{} : person.occupations.front();
}

/// people.revealed
struct Revealed {
    RevealPurpose purpose;
    std::vector<std::string> fields;
    LegalBasis basis;
};
BOOST_DESCRIBE_STRUCT(Revealed, (), (purpose, fields, basis))

/// people.consent_given, people.consent_refused, people.consent_withdrawn
struct ConsentChanged {
    ConsentPurpose purpose;
    std::string text_version;
    ConsentChannel channel;
};
BOOST_DESCRIBE_STRUCT(ConsentChanged, (), (purpose, text_version, channel))

/// Whom an event about a person concerns; `organisation` is the agency or employer whose act it
/// was.
[[nodiscard]] inline app::Command::About about(const Person& person,
                                               OrganisationId organisation = {}) {
    return {person.city, "person", person.id.number, organisation, {}, person.id};
}

/// The members in which two people differ, by their names, the place and profile only.
[[nodiscard]] std::vector<std::string> changed_fields(const Person& before, const Person& after);

}  // namespace jianghui::people
