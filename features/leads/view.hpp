#pragma once
// A lead as the office sees it.

#include "engine/app/context.hpp"
#include "features/leads/model.hpp"

namespace jianghui::leads {

/// The lead when the caller's office supervises its place. Fails with not_found.
[[nodiscard]] Result<LeadRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                           LeadId lead);

[[nodiscard]] LeadView view(const store::Reader& reader, const app::Services& services,
                            const app::Caller& caller, const LeadRow& lead, Instant now);

}  // namespace jianghui::leads
