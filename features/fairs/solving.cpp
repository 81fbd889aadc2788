#include "features/fairs/solving.hpp"

#include <chrono>

#include "features/fairs/rules.hpp"

namespace jianghui::fairs {

Solving::Solving(std::shared_ptr<const allocation::NamedProblem> problem, Milliseconds limit)
    : problem_(std::move(problem)), thread_([this, limit] { run(limit); }) {}

Solving::~Solving() {
    stop();
    thread_.join();
}

bool Solving::wait_for(Milliseconds little) {
    std::unique_lock lock(mutex_);
    return ended_.wait_for(lock, little, [this] { return outcome_.has_value(); });
}

void Solving::run(Milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    const matching::AllocationWatch watch = [&](std::int64_t steps) {
        if (steps > 0) steps_ = steps;
        return !stop_ && std::chrono::steady_clock::now() < end;
    };
    Outcome found{allocation::find_best(*problem_, watch), std::nullopt};
    if (found.answer &&
        found.answer->allocation.status == matching::AllocationStatus::infeasible)
        found.feasible_percent = feasible_percent(*problem_, watch);
    const std::lock_guard lock(mutex_);
    outcome_.emplace(std::move(found));
    ended_.notify_all();
}

}  // namespace jianghui::fairs
