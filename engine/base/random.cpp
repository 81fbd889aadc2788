#include "engine/base/random.hpp"

namespace jianghui {
namespace {
constexpr std::int64_t low_bits = 21;
constexpr std::int64_t low_limit = std::int64_t{1} << low_bits;
constexpr std::chrono::sys_days epoch =
    std::chrono::year(2020) / std::chrono::January / std::chrono::day(1);
}  // namespace

std::int64_t IdSource::next_number(Instant now) {
    const std::lock_guard lock(mutex_);
    const auto millisecond = (now - Instant(epoch)).count();
    ASSERT(millisecond >= 0 && millisecond < (std::int64_t{1} << 42));
    if (millisecond > millisecond_) {
        millisecond_ = millisecond;
        low_ = static_cast<std::int64_t>(random_.below(low_limit / 2));
    } else if (++low_ == low_limit) {
        // The millisecond is used up: borrow from the next one.
        ++millisecond_;
        low_ = 0;
    }
    return millisecond_ << low_bits | low_;
}

std::uint64_t system_seed() {
    std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32U | device();
}

}  // namespace jianghui
