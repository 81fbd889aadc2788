#pragma once
// An event as it lies in the database (engine/journal only): for who reads many and needs the data of few, or as bytes.

#include <boost/json/parse.hpp>

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

/// The event, its data parsed. Throws StoreFailure when they are no JSON: only an intruder writes such.
[[nodiscard]] inline Event parsed(StoredEvent&& text) {
    Event event;
    event.position = text.position;
    event.at = text.at;
    event.kind = std::move(text.kind);
    event.city = std::move(text.city);
    event.actor = text.actor;
    event.organisation = text.organisation;
    event.counterpart = text.counterpart;
    event.person = text.person;
    event.subject_kind = std::move(text.subject_kind);
    event.subject = {text.subject.number};
    boost::json::error_code failed;
    event.data = boost::json::parse(text.data, failed);
    if (failed)
        throw store::StoreFailure(store::StoreFailure::Cause::broken,
                                  "the data of an event is no JSON");
    return event;
}

}  // namespace jianghui::journal
