// Seeded random actors over the real market code with faults: after every step the invariants hold,
// and a seed that fails replays exactly (README.md says how). JIANGHUI_SIMULATION_FIRST, …_SEEDS,
// …_STEPS, …_SECONDS and …_THREADS make it longer or shorter.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace simulation_test {

using Steady = std::chrono::steady_clock;

int setting(const char* name, int otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atoi(text);
}

bool on_postgres() {
    const char* url = std::getenv("JIANGHUI_TEST_DB");
    return url != nullptr && *url != '\0';
}

int processors() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

/// What many worlds did together.
struct Tally {
    std::map<std::string, int> succeeded;
    int worlds = 0;
    std::int64_t steps = 0;
    double seconds = 0;

    void print() const {
        for (const auto& [act, times] : succeeded) fmt::print("{:9} {}\n", times, act);
        const double processor = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
        fmt::print("{} worlds, {} audited steps in {:.1f} s: {:.0f} a second; {:.1f} s of the processor: "
                   "{:.0f} a second of it\n",
                   worlds, steps, seconds, static_cast<double>(steps) / seconds, processor,
                   static_cast<double>(steps) / processor);
    }
};

/// Worlds side by side, each with a seed of its own, until all are lived through or one is broken.
class Worlds {
  public:
    Worlds()
        : next_(first_), start_(Steady::now()) {}

    Tally live() {
        std::vector<std::thread> threads;
        for (int i = 1; i < threads_; ++i) threads.emplace_back([this] { live_on(); });
        live_on();
        for (auto& thread : threads) thread.join();
        tally_.seconds = seconds();
        return tally_;
    }
    /// What was broken first; "" when nothing was.
    [[nodiscard]] const std::string& broken() const { return broken_; }

  private:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Steady::now() - start_).count();
    }
    void live_on() {
        while (seconds() < seconds_ && !ended_) {
            const int seed = next_++;
            if (seed >= first_ + seeds_) return;
            live(seed);
        }
    }
    void live(int seed) {
        std::unique_lock set_up(mutex_);
        World world(static_cast<std::uint64_t>(seed));
        set_up.unlock();
        for (int step = 0; step < steps_ && !ended_; ++step)
            if (const auto broken = world.step(); !broken.empty())
                return end(fmt::format("seed {} step {} after {}", seed, step, world.last_act()), seed, broken);
        if (const auto broken = world.auditor().look_at_everything(); !broken.empty())
            return end(fmt::format("seed {} at the end", seed), seed, broken);
        const std::lock_guard lock(mutex_);
        for (const auto& [act, times] : world.succeeded()) tally_.succeeded[act] += times;
        tally_.steps += steps_;
        ++tally_.worlds;
    }
    void end(const std::string& where, int seed, const std::vector<std::string>& broken) {
        const std::lock_guard lock(mutex_);
        if (ended_.exchange(true)) return;
        broken_ = where + ":\n";
        for (const auto& words : broken) broken_ += "  " + words + "\n";
        broken_ += fmt::format("again: JIANGHUI_SIMULATION_FIRST={} JIANGHUI_SIMULATION_SEEDS=1 "
                               "JIANGHUI_SIMULATION_STEPS={} build/release/tests/simulation_test "
                               "--gtest_filter=Simulation.WhateverHappensTheInvariantsHold\n",
                               seed, steps_);
    }

    const int first_ = setting("JIANGHUI_SIMULATION_FIRST", 1);
    const int seeds_ = setting("JIANGHUI_SIMULATION_SEEDS", on_postgres() ? 1 : 4);
    const int steps_ = setting("JIANGHUI_SIMULATION_STEPS", on_postgres() ? 400 : 2000);
    const int seconds_ = setting("JIANGHUI_SIMULATION_SECONDS", 24 * 3600);
    const int threads_ = setting("JIANGHUI_SIMULATION_THREADS", on_postgres() ? 1 : processors());
    std::atomic<int> next_;
    std::atomic<bool> ended_{false};
    const Steady::time_point start_;
    std::mutex mutex_;
    Tally tally_;
    std::string broken_;
};

TEST(Simulation, WhateverHappensTheInvariantsHold) {
    Worlds worlds;
    const auto tally = worlds.live();
    ASSERT_EQ(worlds.broken(), "");
    tally.print();
    // A simulation in which nothing succeeds proves nothing; some acts are rare.
    constexpr std::int64_t steps_for_all = 4000, steps_for_rare = 200'000;
    if (tally.steps < steps_for_all) return;
    const auto expect = [&](const char* act) {
        const auto found = tally.succeeded.find(act);
        EXPECT_TRUE(found != tally.succeeded.end() && found->second > 0) << act;
    };
    for (const char* act :
         {"publish", "grab", "release", "offer", "accept", "decline", "insure", "start", "confirm", "change",
          "cancel", "clock", "counter_accept", "stand_by", "slow", "ask_again", "drawn", "nominate", "record",
          "submit", "approve", "dispute", "decide", "agree", "instruct", "pay", "confirm_payment", "correct",
          "suspend_credential", "restore_credential", "suspend_organisation", "restore_organisation", "exclude",
          "end_recognition", "recognise"})
        expect(act);
    if (tally.steps < steps_for_rare) return;
    for (const char* act :
         {"bid", "served", "apply", "withdraw_application", "take", "decline_nomination", "open_to_all", "include",
          "change_timesheet", "return", "revoke_credential", "issue_credential", "close_default", "excuse_default"})
        expect(act);
    EXPECT_GT(tally.succeeded.at("crash"), tally.worlds);
}

TEST(Simulation, TheSameSeedIsTheSameStory) {
    // Numbers of processes are handed out by PostgreSQL, and ids hold them.
    if (on_postgres()) GTEST_SKIP() << "on SQLite";
    World one(99), again(99), other(100);
    for (int step = 0; step < 300; ++step)
        for (auto* world : {&one, &again, &other}) EXPECT_TRUE(world->step().empty());
    EXPECT_EQ(one.succeeded(), again.succeeded());
    EXPECT_EQ(one.story(), again.story());
    EXPECT_EQ(one.auditor().digest_of_journal(), again.auditor().digest_of_journal());
    EXPECT_NE(one.story(), other.story());
    EXPECT_NE(one.auditor().digest_of_journal(), other.auditor().digest_of_journal());
}

}  // namespace simulation_test
}  // namespace jianghui::simulation
