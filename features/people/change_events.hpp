#pragma once
// What the events of this feature say: ids and codes.

#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "features/people/rules.hpp"

namespace jianghui::people {

/// people.registered
struct Registered {
    Origin origin;
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(Registered, (), (origin, place))

/// people.changed: the names of the fields, not their values.
struct FieldsChanged {
    Origin origin;
    std::vector<std::string> fields;
};
BOOST_DESCRIBE_STRUCT(FieldsChanged, (), (origin, fields))

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
