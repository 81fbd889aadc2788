#pragma once
// Who may not read what companies answered: accounts that took part in an enforcement case
// (统计法 §28; which procedures are enforcement: code table pay_walled_procedures). Kept in memory from the
// journal.

#include <mutex>
#include <set>

#include "engine/app/feature.hpp"

namespace jianghui::pay_surveys {

class Wall {
  public:
    /// Remembers who acted in the cases among these events, which follow on those of the last call.
    void follow(const app::Services& services, const std::vector<journal::Event>& events);
    /// Whether that account took part in an enforcement case up to what `reader` sees: the events that
    /// were not followed yet are read from the journal. True, too, while those are more than can be read
    /// at once, as after a start. Thread-safe.
    [[nodiscard]] bool stands_before(AccountId account, const app::Services& services,
                                     const store::Reader& reader) const;

  private:
    mutable std::mutex mutex_;
    std::set<AccountId> accounts_;
    std::int64_t followed_ = 0;  ///< the position of the last event
};

/// Whether the caller may know what companies answered: anybody but officials before whom the wall
/// stands. Fails with pay_wall.
[[nodiscard]] Result<Done> may_read_answers(const app::Caller& caller,
                                            const app::Services& services,
                                            const store::Reader& reader);

}  // namespace jianghui::pay_surveys
