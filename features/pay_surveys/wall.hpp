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
    /// Remembers who acted in the cases among these events.
    void follow(const app::Services& services, const std::vector<journal::Event>& events);
    /// Whether that account took part in an enforcement case. Thread-safe.
    [[nodiscard]] bool stands_before(AccountId account) const;

  private:
    mutable std::mutex mutex_;
    std::set<AccountId> accounts_;
};

}  // namespace jianghui::pay_surveys
