#include "engine/app/key_filter.hpp"

namespace jianghui::app {
namespace {

/// Two independent halves of a key's hash (splitmix64's finish).
std::pair<std::uint64_t, std::uint64_t> halves(AccountId account, std::string_view key) {
    const auto mixed = [](std::uint64_t x) {
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111eb;
        return x ^ (x >> 31U);
    };
    const auto first = mixed(std::hash<std::string_view>{}(key) +
                             0x9e3779b97f4a7c15 * static_cast<std::uint64_t>(account.number));
    return {first, mixed(first + 0x9e3779b97f4a7c15) | 1U};
}

}  // namespace

KeyFilter::KeyFilter(std::size_t bits)
    : mask_(bits - 1), generations_{Bits(bits / 64), Bits(bits / 64)} {}

void KeyFilter::add(AccountId account, std::string_view key, Instant now) {
    turn(now);
    const auto current = static_cast<std::size_t>(current_.load());
    used_[current].store(true, std::memory_order_release);
    auto& bits = generations_[current];
    auto [at, step] = halves(account, key);
    for (int i = 0; i < probes; ++i, at += step) {
        const auto bit = at & mask_;
        bits[bit / 64].fetch_or(std::uint64_t{1} << (bit % 64), std::memory_order_release);
    }
}

bool KeyFilter::may_have(AccountId account, std::string_view key) const {
    const auto [first, step] = halves(account, key);
    for (std::size_t i = 0; i < generations_.size(); ++i) {
        if (!used_[i].load(std::memory_order_acquire)) continue;
        const auto& bits = generations_[i];
        auto at = first;
        int set = 0;
        for (; set < probes; ++set, at += step) {
            const auto bit = at & mask_;
            const auto word = bits[bit / 64].load(std::memory_order_acquire);
            if ((word >> (bit % 64) & 1U) == 0) break;
        }
        if (set == probes) return true;
    }
    return false;
}

/// When the current generation is old enough, the other one is older than every kept answer.
void KeyFilter::turn(Instant now) {
    const std::int64_t at = now.time_since_epoch().count();
    const std::int64_t since = since_.load();
    if (since != 0 && at - since < kept_for.count()) return;
    const std::lock_guard lock(turning_);
    if (since_.load() != since) return;  // Another thread turned it.
    if (since != 0) {
        const int other = 1 - current_.load();
        for (auto& word : generations_[static_cast<std::size_t>(other)]) word.store(0);
        current_.store(other);
    }
    since_.store(at);
}

}  // namespace jianghui::app
