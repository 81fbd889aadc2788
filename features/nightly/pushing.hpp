#pragma once
// The nightly push: what the task of this feature does, step by step, so that clocks and grabs go on between them.

#include <atomic>
#include <future>
#include <memory>
#include <optional>

#include "features/nightly/model.hpp"
#include "features/nightly/rules.hpp"

namespace jianghui::nightly {

/// One night in the making. A service of the program; asked by one thread at a time.
class Pushing {
  public:
    /// Once the night of the day has come: ranks on a thread of its own, then tells some people in each step, in one
    /// short transaction. Whether there is more to do at once. What another process did meanwhile, or this one before
    /// it was started anew, is not done again: `nightly_runs` says how far it is. Fails with busy or storage_full,
    /// and goes on at the next call.
    [[nodiscard]] Result<bool> step(const app::Services& services);

  private:
    /// Its end ends a ranking that is under way, and waits for that.
    struct Night {
        Night() = default;
        ~Night() { stopped = true; }
        Night(const Night&) = delete;
        Night& operator=(const Night&) = delete;

        RunRow run;  ///< as it begins; complete once ranked
        Limits limits;
        std::vector<suggestions::Pair> pairs;  ///< as by_person puts them, once ranked
        bool written = false;
        std::chrono::steady_clock::time_point ranking_since;
        std::atomic<bool> stopped = false;  ///< asked by the ranking
        std::future<std::optional<suggestions::PoolRanking>> ranking;  ///< valid until ranked
    };
    void begin(const app::Services& services, Instant now, const Limits& limits);
    [[nodiscard]] bool has_ranked();
    [[nodiscard]] Result<Done> write(const app::Services& services);
    [[nodiscard]] Result<bool> tell_some(const app::Services& services);

    std::unique_ptr<Night> night_;
};

}  // namespace jianghui::nightly
