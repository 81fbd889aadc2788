#pragma once
// Randomness is passed in, so that tests and the demo repeat exactly.

#include <cstdint>
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

/// Makes identifiers (see id.hpp). Thread-safe. Two sources with different seeds do not collide in
/// practice; a collision would be refused by a primary key, never overwrite anything.
class IdSource {
  public:
    explicit IdSource(std::uint64_t seed) : random_(seed) {}
    template <class I>
    [[nodiscard]] I next(Instant now) {
        return I{next_number(now)};
    }

  private:
    std::int64_t next_number(Instant now);
    std::mutex mutex_;
    Random random_;
    std::int64_t millisecond_ = 0;
    std::int64_t low_ = 0;
};

/// A seed from the operating system.
[[nodiscard]] std::uint64_t system_seed();

}  // namespace jianghui
