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

void Rounds::wake(Listener& listener) {
    const std::lock_guard lock(listener.mutex);
    if (listener.wake) listener.wake();
}

/// Those who listen now. Requires the mutex.
Rounds::Listeners Rounds::present() {
    Listeners all;
    std::erase_if(listeners_, [&](const auto& one) {
        auto held = one.lock();
        if (!held) return true;
        all.push_back(std::move(held));
        return false;
    });
    return all;
}

void Rounds::ring() {
    Listeners all;
    {
        const std::lock_guard lock(mutex_);
        if (listeners_.size() > few) {
            rung_ = true;
        } else {
            all = present();
        }
    }
    if (all.empty()) return rung_or_closing_.notify_one();
    for (const auto& one : all) wake(*one);
}

std::shared_ptr<void> Rounds::listen(std::function<void()> wake) {
    auto listener = std::make_shared<Listener>();
    listener->wake = std::move(wake);
    const std::lock_guard lock(mutex_);
    listeners_.push_back(listener);
    return {listener.get(), [listener](void*) {
                const std::lock_guard gone(listener->mutex);
                listener->wake = nullptr;
            }};
}

void Rounds::go_round() {
    std::unique_lock lock(mutex_);
    const Listeners all = present();
    const Pace pace = pace_of(all.size());
    for (std::size_t at = 0; at < all.size() && !closing_; at += pace.at_once) {
        lock.unlock();
        const std::size_t end = std::min(at + pace.at_once, all.size());
        for (std::size_t i = at; i < end; ++i) wake(*all[i]);
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
