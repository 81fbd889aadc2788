#include "engine/base/random.hpp"

namespace jianghui {
namespace {
constexpr std::int64_t low_bits = 21;
constexpr std::int64_t node_bits = 6;
constexpr std::int64_t low_limit = std::int64_t{1} << low_bits;
constexpr std::chrono::sys_days epoch =
    std::chrono::year(2020) / std::chrono::January / std::chrono::day(1);
}  // namespace

std::int64_t IdSource::next_number(Instant now) {
    const std::lock_guard lock(mutex_);
    const auto millisecond = (now - Instant(epoch)).count();
    ASSERT(millisecond >= 0 && millisecond < (std::int64_t{1} << 42));
    const std::int64_t limit = node_ ? low_limit >> node_bits : low_limit;
    if (millisecond > millisecond_) {
        millisecond_ = millisecond;
        low_ = static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(limit / 2)));
    } else if (++low_ >= limit) {
        // The millisecond is used up: borrow from the next one.
        ++millisecond_;
        low_ = 0;
    }
    const std::int64_t node = node_ ? std::int64_t{node_->load()} << (low_bits - node_bits) : 0;
    return millisecond_ << low_bits | node | low_;
}

std::uint64_t system_seed() {
    std::random_device device;
    return static_cast<std::uint64_t>(device()) << 32U | device();
}

}  // namespace jianghui
