#pragma once
// Wakes the streams when there is something new: all at once while they are few; the more there are,
// the slower, a portion at a time. Ten thousand woken together would keep the network thread from
// everybody who grabs meanwhile, and at every commit they would leave the machine no time for grabs.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "engine/journal/journal.hpp"

namespace jianghui::live {

/// How a round goes: `at_once` streams are woken, then comes a pause, then the next ones.
struct Pace {
    std::size_t at_once = 0;
    std::chrono::milliseconds pause{0};
    bool operator==(const Pace&) const = default;
};
/// The pace for so many streams: up to ten hear at once; whoever is there hears within a second.
[[nodiscard]] Pace pace_of(std::size_t streams);
/// How long everybody is left alone after a round of so many: not at all up to a thousand, four seconds of ten
/// thousand. The first change is heard within a second; under a storm a page loads anew every five seconds anyway.
[[nodiscard]] std::chrono::milliseconds rest_of(std::size_t streams);

class Rounds {
  public:
    using Rest = std::function<std::chrono::milliseconds(std::size_t streams)>;
    explicit Rounds(Rest rest = rest_of);
    ~Rounds();
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

    /// There is something new: every listener is woken once after this call, few of them within it, many after the
    /// rest that the round before has earned them.
    /// Thread-safe; several calls before a round begins make one round.
    void ring();
    using Bells = std::vector<std::shared_ptr<journal::Bell>>;
    /// There is something new for those who listen to these bells: each is rung once, few of them within the
    /// call. Thread-safe.
    void ring(const Bells& bells);
    /// `wake` is called in each round of everybody until the returned handle is destroyed, and never after that.
    [[nodiscard]] std::shared_ptr<void> listen(journal::Bell::Listener wake) {
        return bell_.listen(std::move(wake));
    }

  private:
    void go_round(std::size_t count, const std::function<void(std::size_t)>& call);
    void run();

    const Rest rest_;
    journal::Bell bell_;
    std::mutex mutex_;
    std::condition_variable rung_or_closing_;
    bool rung_ = false;
    Bells waiting_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace jianghui::live
