#include "features/live/rounds.hpp"

#include <algorithm>

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

void Rounds::go_round() {
    const journal::Bell::Entries all = bell_.present();
    const Pace pace = pace_of(all.size());
    std::unique_lock lock(mutex_);
    for (std::size_t at = 0; at < all.size() && !closing_; at += pace.at_once) {
        lock.unlock();
        const std::size_t end = std::min(at + pace.at_once, all.size());
        for (std::size_t i = at; i < end; ++i) all[i]->call();
        lock.lock();
        rung_or_closing_.wait_for(lock, pace.pause, [this] { return closing_; });
    }
}

void Rounds::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            rung_or_closing_.wait(lock, [this] { return closing_ || rung_; });
            if (closing_) return;
            rung_ = false;
        }
        go_round();
    }
}

}  // namespace jianghui::live
