#pragma once
// The API calls of the inbox and of notices, and the job that writes notices.

#include "engine/journal/ahead.hpp"
#include "features/inbox/model.hpp"

namespace jianghui::inbox {

/// GET inbox: what waits for the caller now, the most urgent first; computed from the features'
/// own tables.
[[nodiscard]] Result<app::Page<InboxItem>> list_inbox(app::Query& query, const ListInbox& input);

/// GET notices, newest first.
[[nodiscard]] Result<app::Page<NoticeView>> list_notices(app::Query& query,
                                                         const ListNotices& input);

/// POST notices/{notice}/read: for this account; reading twice changes nothing. Fails with
/// not_found.
[[nodiscard]] Result<NoticeView> read_notice(app::Command& command, const FindNotice& input);

/// A service that this feature provides; the job alone uses it.
struct ToldNext {
    journal::Ahead ahead;
};

/// The job: writes the notices of the next events, each once. Returns whether there may be more.
[[nodiscard]] Result<bool> write_notices(app::Command& command);

}  // namespace jianghui::inbox
