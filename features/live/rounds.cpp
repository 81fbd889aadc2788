#include "features/live/rounds.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::live {
namespace {

constexpr std::size_t few = 10;
constexpr std::size_t portions_max = 100;
constexpr std::chrono::milliseconds pause_between{10};

}  // namespace

Pace pace_of(std::size_t streams) {
    if (streams <= few) return {few, std::chrono::milliseconds(0)};
    return {std::max(few, (streams + portions_max - 1) / portions_max), pause_between};
}

Rounds::Rounds() : thread_([this] { run(); }) {}

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
    for (;;) {
        bool everybody = false;
        Bells bells;
        {
            std::unique_lock lock(mutex_);
            rung_or_closing_.wait(lock, [this] { return closing_ || rung_ || !waiting_.empty(); });
            if (closing_) return;
            everybody = std::exchange(rung_, false);
            bells.swap(waiting_);
        }
        go_round(bells.size(), [&](std::size_t i) { bells[i]->ring(); });
        if (!everybody) continue;
        const journal::Bell::Entries all = bell_.present();
        go_round(all.size(), [&](std::size_t i) { all[i]->call(); });
    }
}

}  // namespace jianghui::live
