#pragma once
// The events that name one person: for her own copy.

#include "engine/journal/journal.hpp"

namespace jianghui::journal {

/// In order, all of them. Needs the index events_of_person.
[[nodiscard]] std::vector<Event> of_person(const store::Reader& reader, PersonId person);

}  // namespace jianghui::journal
