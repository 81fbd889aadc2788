#pragma once
// Duties and assessments as a caller may see them.

#include "features/duties/model.hpp"
#include "features/duties/rules.hpp"

namespace jianghui::duties {

/// What views are made from: a Query or a Command has it.
struct Sight {
    const store::Reader& db;
    const app::Services& services;
    const app::Caller& caller;
    Instant now;
};
template <class Context>
[[nodiscard]] Sight sight_of(const Context& context) {
    return {context.db, context.services, context.caller, context.now};
}

/// Whether it is the caller's own place: who is above it does not report, remedy or appeal for it.
[[nodiscard]] bool has_it(const app::Caller& caller, const PlaceCode& place);
/// Whether the caller's office set it, or is above the one that did.
[[nodiscard]] bool set_it(const app::Caller& caller, const PlaceCode& set_place);

/// The duty, if the caller's office set it, has it, or is above either. Fails with not_found.
[[nodiscard]] Result<Duty> find_visible(const Sight& sight, DutyId id);
/// The same for an assessment; a published one is for everybody.
[[nodiscard]] Result<Assessment> find_visible(const Sight& sight, AssessmentId id);

[[nodiscard]] DutyView view(const Sight& sight, const Duty& duty,
                            const std::vector<Finding>& findings);
[[nodiscard]] DutyDetail detail(const Sight& sight, const Duty& duty);
[[nodiscard]] AssessmentView view(const Sight& sight, const Assessment& assessment);

}  // namespace jianghui::duties
