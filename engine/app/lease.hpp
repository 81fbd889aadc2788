#pragma once
// Which of several processes on one database runs the clocks. Nothing depends on there being only
// one (jobs change only what is due, in the write lane): the lease spares the others vain work.

#include "engine/store/store.hpp"

namespace jianghui::app {

class Lease {
  public:
    /// `holder` names this process; no other has the same.
    explicit Lease(std::int64_t holder) : holder_(holder) {}

    /// Whether this process has the lease now; takes it when nobody has, renews it when half of its
    /// 10 seconds is over. `now` is the computer's time, whatever time the program is told to have.
    /// Called by one thread.
    [[nodiscard]] bool hold(store::Store& store, Instant now);

  private:
    std::int64_t holder_;
    Instant until_{};
};

}  // namespace jianghui::app
