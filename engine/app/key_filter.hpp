#pragma once
// Which idempotency keys were certainly not answered yet: a Bloom filter of fixed size in front of the
// table, for a program that is the only one to write it.

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "engine/app/context.hpp"

namespace jianghui::app {

/// Holds every key that was added within the last `kept_for` at least: never says of such a one that it
/// was not. Of others it says so but for few (1 of 200 at four million keys). Thread-safe.
class KeyFilter {
  public:
    /// `bits`: a power of two, for each of two generations.
    explicit KeyFilter(std::size_t bits = std::size_t{1} << 26);

    /// Called before the key's answer is committed.
    void add(AccountId account, std::string_view key, Instant now);
    /// Whether the key may have been added.
    [[nodiscard]] bool may_have(AccountId account, std::string_view key) const;

    /// Longer than answers are kept.
    static constexpr Milliseconds kept_for = std::chrono::hours(50);

  private:
    using Bits = std::vector<std::atomic<std::uint64_t>>;
    static constexpr int probes = 4;
    void turn(Instant now);

    std::size_t mask_;
    std::array<Bits, 2> generations_;
    std::array<std::atomic<bool>, 2> used_{};  ///< whether it ever took a key: most have one only
    std::atomic<int> current_{0};
    std::mutex turning_;
    std::atomic<std::int64_t> since_{0};  ///< milliseconds; when the current one began; 0: not yet
};

}  // namespace jianghui::app
