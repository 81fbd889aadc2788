#pragma once
// What is read from the journal: how long posts are open, where people live, who goes where.

#include "engine/app/feature.hpp"
#include "engine/journal/ahead.hpp"
#include "features/shortages/flows.hpp"

namespace jianghui::shortages {

/// A service that this feature provides; the job alone uses it.
struct FollowedNext {
    journal::Ahead ahead;
};

/// The job `shortages.follow`: takes the next events, each exactly once.
[[nodiscard]] Result<bool> follow_next(app::Command& command);
/// Deletes what is kept of a person: the home city and in which flows she was counted. The counts stay.
void forget_person(store::Transaction& transaction, PersonId person);
/// How far it has come.
[[nodiscard]] std::int64_t followed_to(const store::Reader& reader);
/// The flows of a quarter (its number, statistics::period_of).
[[nodiscard]] std::vector<FlowRow> flows_of(const store::Reader& reader, int period, FlowKind kind);

}  // namespace jianghui::shortages
