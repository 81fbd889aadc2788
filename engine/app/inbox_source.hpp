#pragma once
// What waits for somebody: each feature says in its table what of its own does, and the inbox shows
// them together. No feature depends on the inbox.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/context.hpp"

namespace jianghui::app {

/// One thing that waits for the caller.
struct Waiting {
    std::string kind;          ///< "seat.offered": what is to be done
    Text title;                ///< as the caller may see it
    std::string subject_kind;  ///< "seat"
    std::int64_t subject = 0;
    std::optional<Instant> due_at;  ///< when it is too late
    Instant since;                  ///< since when it waits
    std::string link;               ///< into the web app: "/desk/…" or "/pocket/…"
};

/// Where a feature tells what waits. `list` answers at most about `limit` items, the most urgent
/// first, and only for the roles named; it reads and never writes.
struct InboxSource {
    std::string name;
    std::vector<Role> roles;
    std::function<std::vector<Waiting>(const Query&, int limit)> list;
};

/// The sources of all features. A service that App::create provides.
struct InboxSources {
    std::vector<InboxSource> sources;
};

}  // namespace jianghui::app
