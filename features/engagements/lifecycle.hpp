#pragma once
// What moves an engagement and its steps: rule, rows, event.

#include "engine/app/context.hpp"
#include "features/engagements/api.hpp"

namespace jianghui::engagements {

/// Ends a running engagement: what was not delivered is dropped, the rest is still to be accepted
/// and paid. Fails with engagement_over, delivery_waits (the buyer owes an answer first).
[[nodiscard]] Result<EngagementRow> end_early(app::Command& command,
                                              const EngagementRow& engagement, Side side,
                                              const std::string& reason);

/// Fails with engagement_not_ended, rating_given, rating_window_over.
[[nodiscard]] Result<Done> rate(app::Command& command, const EngagementRow& engagement, Side side,
                                int stars, const std::string& comment);

/// A parameter of the data on that day.
[[nodiscard]] int parameter(const app::Services& services, Instant now, std::string_view code,
                            int otherwise);

/// The last moment at which an ended engagement may be rated.
[[nodiscard]] Instant rate_until(const app::Services& services, const EngagementRow& engagement);

/// Clock: the colours of what is overdue.
Result<bool> warn_overdue(app::Command& command);

}  // namespace jianghui::engagements
