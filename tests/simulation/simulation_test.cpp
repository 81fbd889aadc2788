// Seeded random actors over the real market code with faults: after every step the invariants hold,
// and a seed that fails replays exactly (README.md says how). JIANGHUI_SIMULATION_FIRST, …_SEEDS,
// …_STEPS and …_SECONDS make it longer or shorter.

#include <chrono>
#include <cstdlib>

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

/// What many worlds did together.
struct Tally {
    std::map<std::string, int> succeeded;
    int worlds = 0;
    std::int64_t steps = 0;
    double seconds = 0;

    void print() const {
        for (const auto& [act, times] : succeeded) fmt::print("{:9} {}\n", times, act);
        fmt::print("{} worlds, {} audited steps in {:.1f} s: {:.0f} a second\n", worlds, steps,
                   seconds, static_cast<double>(steps) / seconds);
    }
};

void live(std::uint64_t seed, int steps, Tally& tally) {
    World world(seed);
    for (int step = 0; step < steps; ++step) {
        const auto broken = world.step();
        ASSERT_TRUE(broken.empty()) << fmt::format("seed {} step {} after {}: {}", seed, step,
                                                   world.last_act(), broken.front());
    }
    const auto broken = world.auditor().look_at_everything();
    ASSERT_TRUE(broken.empty()) << fmt::format("seed {} at the end: {}", seed, broken.front());
    for (const auto& [act, times] : world.succeeded()) tally.succeeded[act] += times;
    tally.steps += steps;
    ++tally.worlds;
}

TEST(Simulation, WhateverHappensTheInvariantsHold) {
    const int first = setting("JIANGHUI_SIMULATION_FIRST", 1);
    const int seeds = setting("JIANGHUI_SIMULATION_SEEDS", on_postgres() ? 1 : 4);
    const int steps = setting("JIANGHUI_SIMULATION_STEPS", on_postgres() ? 400 : 1000);
    const int seconds = setting("JIANGHUI_SIMULATION_SECONDS", 24 * 3600);
    Tally tally;
    const auto start = Steady::now();
    for (int seed = first; seed < first + seeds && tally.seconds < seconds; ++seed) {
        live(static_cast<std::uint64_t>(seed), steps, tally);
        if (HasFatalFailure()) return;
        tally.seconds = std::chrono::duration<double>(Steady::now() - start).count();
    }
    tally.print();
    // A simulation in which nothing succeeds proves nothing; some acts are rare.
    constexpr std::int64_t steps_for_all = 4000;
    if (tally.steps < steps_for_all) return;
    for (const char* act : {"publish", "grab", "release", "offer", "accept", "decline", "insure",
                            "start", "confirm", "change", "clock", "bid", "counter_accept",
                            "stand_by", "slow", "ask_again"})
        EXPECT_GT(tally.succeeded[act], 0) << act;
    EXPECT_GT(tally.succeeded["served"], 0);
    EXPECT_GT(tally.succeeded["crash"], tally.worlds);
}

TEST(Simulation, TheSameSeedIsTheSameStory) {
    // Numbers of processes are handed out by PostgreSQL, and ids hold them.
    if (on_postgres()) GTEST_SKIP() << "on SQLite";
    World one(99), other(99);
    for (int step = 0; step < 150; ++step) {
        EXPECT_TRUE(one.step().empty());
        EXPECT_TRUE(other.step().empty());
    }
    EXPECT_EQ(one.succeeded(), other.succeeded());
    EXPECT_EQ(one.auditor().digest_of_journal(), other.auditor().digest_of_journal());
}

}  // namespace simulation_test
}  // namespace jianghui::simulation
