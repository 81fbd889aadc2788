#pragma once
// The search for a plan on a thread of its own: pure work on what it was given, so that the program's
// clocks go on meanwhile and can ask how far it is, or ask it to stop.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "features/allocation/api.hpp"

namespace jianghui::fairs {

class Solving {
  public:
    /// Begins at once; stops by itself after `limit` with the best so far.
    Solving(std::shared_ptr<const allocation::NamedProblem> problem, Milliseconds limit);
    /// Asks it to stop and waits for it.
    ~Solving();
    Solving(const Solving&) = delete;
    Solving& operator=(const Solving&) = delete;

    void stop() { stop_ = true; }
    [[nodiscard]] std::int64_t steps() const { return steps_; }
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

    std::shared_ptr<const allocation::NamedProblem> problem_;
    std::atomic<bool> stop_{false};
    std::atomic<std::int64_t> steps_{0};
    std::mutex mutex_;
    std::condition_variable ended_;
    std::optional<Outcome> outcome_;
    std::thread thread_;
};

}  // namespace jianghui::fairs
