#pragma once
// The search for a plan on a thread of its own: pure work on what it was given, so that the program's
// clocks go on meanwhile and can ask how far it is, or ask it to stop.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "features/allocation/api.hpp"
#include "features/fairs/model.hpp"

namespace jianghui::fairs {

/// How far a search is.
struct SolvingProgress {
    FairStage stage = FairStage::auction;
    std::int64_t steps = 0;  ///< of the stage
    int spent_seconds = 0;
    std::optional<std::int64_t> best_so_far = {};
    std::optional<std::int64_t> bound_so_far = {};
};

class Solving {
  public:
    /// Begins at once; stops by itself after `limit` with the best so far.
    Solving(std::shared_ptr<const allocation::NamedProblem> problem, Milliseconds limit);
    /// Asks it to stop and waits for it.
    ~Solving();
    Solving(const Solving&) = delete;
    Solving& operator=(const Solving&) = delete;

    void stop() { stop_ = true; }
    [[nodiscard]] SolvingProgress progress() const;
    /// Waits a little; whether there is an outcome.
    [[nodiscard]] bool wait_for(Milliseconds little);

    struct Outcome {
        Result<allocation::Answer> answer;
        std::optional<int> feasible_percent;  ///< of what is infeasible
    };
    /// Requires that `wait_for` said yes.
    [[nodiscard]] const Outcome& outcome() const { return *outcome_; }

  private:
    void run(Milliseconds limit);
    void note(const matching::AllocationProgress& now);

    std::shared_ptr<const allocation::NamedProblem> problem_;
    std::atomic<bool> stop_{false};
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    mutable std::mutex mutex_;
    SolvingProgress progress_;
    std::condition_variable ended_;
    std::optional<Outcome> outcome_;
    std::thread thread_;
};

}  // namespace jianghui::fairs
