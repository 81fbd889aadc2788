#pragma once
// Pure decisions: who may be suggested to whom.

#include <vector>

#include "engine/access/caller.hpp"
#include "engine/base/base.hpp"

namespace jianghui::suggestions {

/// To whom a person may be suggested: what the pool remembers beside the matching facts.
struct Circle {
    PlaceCode place;  ///< home county
    bool public_pool = false;
    std::vector<OrganisationId> agencies;  ///< those that have her as a candidate
};

/// Whether the person may be suggested to the caller. Agency: its own candidates, and the public
/// pool while it may act in the market (`active`). Employer: the public pool. Official: the public
/// pool and the people of the official's place. Nobody else.
[[nodiscard]] bool may_suggest(const access::Caller& caller, bool active, const Circle& circle);

/// Days without gaps as periods. Requires ascending days.
struct Days {
    Date first;
    Date last;
    bool operator==(const Days&) const = default;
};
[[nodiscard]] std::vector<Days> periods_of(const std::vector<Date>& days);

}  // namespace jianghui::suggestions
