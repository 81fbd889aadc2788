#include "features/live/rounds.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::live {
namespace {

constexpr std::size_t few = 10;
constexpr std::size_t portions_max = 100;
constexpr std::chrono::milliseconds pause_between{10};
constexpr std::size_t without_rest = 1'000;

}  // namespace

Pace pace_of(std::size_t streams) {
    if (streams <= few) return {few, std::chrono::milliseconds(0)};
    return {std::max(few, (streams + portions_max - 1) / portions_max), pause_between};
}

std::chrono::milliseconds rest_of(std::size_t streams) {
    if (streams <= without_rest) return std::chrono::milliseconds(0);
    return std::chrono::milliseconds((streams - without_rest) * 4 / 9);
}

Rounds::Rounds(Rest rest) : rest_(std::move(rest)), thread_([this] { run(); }) {}

Rounds::~Rounds() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    rung_or_closing_.notify_all();
    thread_.join();
}

void Rounds::ring() {
    if (bell_.count() <= few) return bell_.ring();
    {
        const std::lock_guard lock(mutex_);
        rung_ = true;
    }
    rung_or_closing_.notify_one();
}

void Rounds::ring(const Bells& bells) {
    if (bells.size() <= few) {
        for (const auto& bell : bells) bell->ring();
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        waiting_.insert(waiting_.end(), bells.begin(), bells.end());
    }
    rung_or_closing_.notify_one();
}

void Rounds::go_round(std::size_t count, const std::function<void(std::size_t)>& call) {
    const Pace pace = pace_of(count);
    std::unique_lock lock(mutex_);
    for (std::size_t at = 0; at < count && !closing_; at += pace.at_once) {
        lock.unlock();
        const std::size_t end = std::min(at + pace.at_once, count);
        for (std::size_t i = at; i < end; ++i) call(i);
        lock.lock();
        rung_or_closing_.wait_for(lock, pace.pause, [this] { return closing_; });
    }
}

void Rounds::run() {
    using Clock = std::chrono::steady_clock;
    Clock::time_point rested = Clock::now();
    for (;;) {
        bool everybody = false;
        Bells bells;
        {
            std::unique_lock lock(mutex_);
            const auto due = [&] {
                return closing_ || !waiting_.empty() || (rung_ && Clock::now() >= rested);
            };
            while (!due()) {
                if (rung_) rung_or_closing_.wait_until(lock, rested);
                else rung_or_closing_.wait(lock);
            }
            if (closing_) return;
            everybody = rung_ && Clock::now() >= rested;
            if (everybody) rung_ = false;
            bells.swap(waiting_);
        }
        go_round(bells.size(), [&](std::size_t i) { bells[i]->ring(); });
        if (!everybody) continue;
        const journal::Bell::Entries all = bell_.present();
        go_round(all.size(), [&](std::size_t i) { all[i]->call(); });
        rested = Clock::now() + rest_(all.size());
    }
}

}  // namespace jianghui::live
