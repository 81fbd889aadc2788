#pragma once
// A lock for one writer and many readers in which neither side starves (engine/matching only).
// std::shared_mutex of glibc prefers readers: under a steady stream of rankings a writer would wait
// for ever. Everybody passes a turnstile first; a waiting writer holds it, so that it waits only
// for the rankings that run already, and new ones wait only for that writer.

#include <mutex>
#include <shared_mutex>

namespace jianghui::matching {

class Turnstile {
  public:
    /// Shared access until the lock is dropped.
    [[nodiscard]] std::shared_lock<std::shared_mutex> read() const {
        const std::lock_guard pass(gate_);
        return std::shared_lock(data_);
    }
    /// Sole access until the lock is dropped.
    [[nodiscard]] std::unique_lock<std::shared_mutex> write() {
        const std::lock_guard pass(gate_);
        return std::unique_lock(data_);
    }

  private:
    mutable std::mutex gate_;
    mutable std::shared_mutex data_;
};

}  // namespace jianghui::matching
