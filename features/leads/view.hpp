#pragma once
// A lead as the office sees it.

#include "engine/app/context.hpp"
#include "features/leads/rules.hpp"

namespace jianghui::leads {

/// The lead when the caller's office supervises its place. Fails with not_found.
[[nodiscard]] Result<LeadRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                           LeadId lead);

/// What the statement or the month of a loan says is owed now; nothing when it is no longer kept.
[[nodiscard]] Debt debt_of(const store::Reader& reader, const LeadRow& lead);

[[nodiscard]] LeadView view(const store::Reader& reader, const app::Services& services,
                            const app::Caller& caller, const LeadRow& lead, Instant now);

}  // namespace jianghui::leads
