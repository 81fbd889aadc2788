#pragma once
// The API calls of the journal.

#include "features/live/model.hpp"

namespace jianghui::live {

/// GET journal: the caller's events after a position. Looks at no more than 10,000 events.
[[nodiscard]] Result<JournalPage> read_journal(app::Query& query, const ReadJournal& input);

/// GET events/recent: what has just happened that everybody may see, for a page that is opened now. Looks at no more
/// than the newest 2,000 events.
[[nodiscard]] Result<RecentEvents> read_recent(app::Query& query, const ReadRecent& input);

/// GET events: server-sent events from now on, or from where the reader has been.
[[nodiscard]] Result<http::Reply> open_events(app::Query& query, const OpenEvents& input);

}  // namespace jianghui::live
