#pragma once
// Randomness is passed in, so that tests and the demo repeat exactly.

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <random>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"

namespace jianghui {

/// A source of random bits. Not for secrets: those come from engine/crypto.
class Random {
  public:
    /// The same seed gives the same sequence on every machine.
    explicit Random(std::uint64_t seed) : engine_(seed) {}
    [[nodiscard]] std::uint64_t bits() { return engine_(); }
    /// Uniform in [0, bound). Requires bound > 0. The tiny bias of the multiply-shift method
    /// (bound / 2^64) is accepted.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) {
        return static_cast<std::uint64_t>((static_cast<unsigned __int128>(engine_()) * bound) >>
                                          64U);
    }
    [[nodiscard]] double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }

  private:
    std::mt19937_64 engine_;
};

/// Makes identifiers (see id.hpp). Thread-safe. A source alone on its database uses the 21 low bits
/// as it likes. Sources that share one are told a `node` of 0 to 63 that no other has at that time
/// (store::Database::node): 6 of the bits then, so that two never make the same number. A
/// collision would be refused by a primary key, never overwrite anything.
class IdSource {
  public:
    explicit IdSource(std::uint64_t seed, std::shared_ptr<const std::atomic<int>> node = nullptr)
        : random_(seed), node_(std::move(node)) {}
    template <class I>
    [[nodiscard]] I next(Instant now) {
        return I{next_number(now)};
    }

  private:
    std::int64_t next_number(Instant now);
    std::mutex mutex_;
    Random random_;
    std::shared_ptr<const std::atomic<int>> node_;
    std::int64_t millisecond_ = 0;
    std::int64_t low_ = 0;
};

/// A seed from the operating system.
[[nodiscard]] std::uint64_t system_seed();

}  // namespace jianghui
