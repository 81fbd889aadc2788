#pragma once
// A lock for one writer and many readers in which neither side starves (engine/matching only).
// std::shared_mutex of glibc prefers readers: under a steady stream of rankings a writer would wait
// for ever. Here everybody takes a ticket first and is let in by its number; a waiting writer
// stands in the turnstile, so that it waits only for the rankings that run already, and later ones
// wait only for that writer.

#include <atomic>
#include <cstdint>
#include <mutex>
#include <shared_mutex>

namespace jianghui::matching {

class Turnstile {
  public:
    /// Shared access until the lock is dropped.
    [[nodiscard]] std::shared_lock<std::shared_mutex> read() const {
        const Ticket ticket(*this);
        return std::shared_lock(data_);
    }
    /// Sole access until the lock is dropped.
    [[nodiscard]] std::unique_lock<std::shared_mutex> write() {
        const Ticket ticket(*this);
        return std::unique_lock(data_);
    }

  private:
    /// Holds the turnstile from its turn on until it is destroyed.
    class Ticket {
      public:
        explicit Ticket(const Turnstile& turnstile) : turnstile_(turnstile) {
            const std::uint32_t number = turnstile_.tickets_.fetch_add(1);
            for (auto turn = turnstile_.turn_.load(); turn != number;
                 turn = turnstile_.turn_.load())
                turnstile_.turn_.wait(turn);
        }
        ~Ticket() {
            turnstile_.turn_.fetch_add(1);
            turnstile_.turn_.notify_all();
        }
        Ticket(const Ticket&) = delete;
        Ticket& operator=(const Ticket&) = delete;

      private:
        const Turnstile& turnstile_;
    };

    mutable std::atomic<std::uint32_t> tickets_ = 0;
    mutable std::atomic<std::uint32_t> turn_ = 0;
    mutable std::shared_mutex data_;
};

}  // namespace jianghui::matching
