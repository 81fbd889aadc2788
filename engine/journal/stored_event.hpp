#pragma once
// An event as it lies in the database (engine/journal only): for who reads many and needs the data of few, or as bytes.

#include "engine/journal/journal.hpp"

namespace jianghui::journal {

/// A row of `events`, its data as they are stored.
struct StoredEvent {
    std::int64_t position = 0;
    Instant at;
    std::string kind;
    PlaceCode city;
    std::optional<AccountId> actor;
    std::optional<OrganisationId> organisation;
    std::optional<OrganisationId> counterpart;
    std::optional<PersonId> person;
    std::string subject_kind;
    Id<struct SubjectTag> subject;
    std::string data;
};
BOOST_DESCRIBE_STRUCT(StoredEvent, (), (position, at, kind, city, actor, organisation, counterpart,
                                        person, subject_kind, subject, data))

}  // namespace jianghui::journal
