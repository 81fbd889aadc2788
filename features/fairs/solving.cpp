#include "features/fairs/solving.hpp"

#include "features/fairs/rules.hpp"

namespace jianghui::fairs {
namespace {

FairStage stage_of(matching::AllocationStage stage) {
    switch (stage) {
        case matching::AllocationStage::auction: return FairStage::auction;
        case matching::AllocationStage::search: return FairStage::search;
        case matching::AllocationStage::repair:
        case matching::AllocationStage::flow: break;
    }
    return FairStage::proof;
}

/// Totals of a fair are sums of points, far within 64 bits.
std::optional<std::int64_t> narrow(const std::optional<matching::Wide>& sum) {
    return sum ? std::optional(static_cast<std::int64_t>(*sum)) : std::nullopt;
}

}  // namespace

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

SolvingProgress Solving::progress() const {
    const auto spent = std::chrono::steady_clock::now() - began_;
    const std::lock_guard lock(mutex_);
    auto progress = progress_;
    progress.spent_seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(spent).count());
    return progress;
}

void Solving::note(const matching::AllocationProgress& now) {
    const std::lock_guard lock(mutex_);
    progress_ = {stage_of(now.stage), now.steps, 0, narrow(now.value), narrow(now.bound)};
}

void Solving::run(Milliseconds limit) {
    const auto end = began_ + limit;
    const auto goes_on = [&] { return !stop_ && std::chrono::steady_clock::now() < end; };
    const matching::AllocationWatch telling = [&](const matching::AllocationProgress& now) {
        note(now);
        return goes_on();
    };
    Outcome found{allocation::find_best(*problem_, telling), std::nullopt};
    if (found.answer &&
        found.answer->allocation.status == matching::AllocationStatus::infeasible) {
        {
            const std::lock_guard lock(mutex_);
            progress_ = {FairStage::floors};
        }
        // These are other problems, of which nothing is told.
        found.feasible_percent =
            feasible_percent(*problem_, [&](const matching::AllocationProgress&) { return goes_on(); });
    }
    const std::lock_guard lock(mutex_);
    outcome_.emplace(std::move(found));
    ended_.notify_all();
}

}  // namespace jianghui::fairs
