#pragma once
// How versions come: a document's with its publication, read from the journal; those of tables that nobody
// publishes when they changed, looked at daily or weekly outside the write lane.

#include <map>
#include <mutex>

#include "features/open_data/kinds.hpp"

namespace jianghui::open_data {

/// The job: a version for each publication since the last one, exactly once. Returns whether there may be more.
[[nodiscard]] Result<bool> publish_next(app::Command& command);

/// When this process looked at a kind of table last. Thread-safe.
class Looked {
  public:
    [[nodiscard]] std::optional<Instant> at(const std::string& kind) const {
        const std::lock_guard lock(mutex_);
        const auto found = at_.find(kind);
        return found == at_.end() ? std::nullopt : std::optional(found->second);
    }
    void set(const std::string& kind, Instant at) {
        const std::lock_guard lock(mutex_);
        at_[kind] = at;
    }

  private:
    mutable std::mutex mutex_;
    std::map<std::string, Instant> at_;
};

/// The task: looks at the next kind that is due and keeps a version of each of its tables that changed. Returns
/// whether another kind is due.
[[nodiscard]] Result<bool> look_at_next(const app::Services& services);

}  // namespace jianghui::open_data
