// Seeded random actors over the real market code with faults: after every step the invariants hold,
// and a seed that fails replays exactly. JIANGHUI_SIMULATION_SEEDS and JIANGHUI_SIMULATION_STEPS
// make it longer; JIANGHUI_SIMULATION_FIRST begins at another seed.

#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace simulation_test {

int setting(const char* name, int otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::atoi(text);
}

TEST(Simulation, WhateverHappensTheInvariantsHold) {
    const int first = setting("JIANGHUI_SIMULATION_FIRST", 1);
    const int seeds = setting("JIANGHUI_SIMULATION_SEEDS", 4);
    const int steps = setting("JIANGHUI_SIMULATION_STEPS", 1000);
    std::map<std::string, int> succeeded;
    int crashes = 0;
    for (int seed = first; seed < first + seeds; ++seed) {
        World world(static_cast<std::uint64_t>(seed));
        for (int step = 0; step < steps; ++step) {
            const auto broken = world.step();
            ASSERT_TRUE(broken.empty())
                << fmt::format("seed {} step {} after {}: {}", seed, step, world.last_act(),
                               broken.front());
        }
        for (const auto& [act, times] : world.succeeded()) succeeded[act] += times;
        crashes += world.crashes();
    }
    for (const auto& [act, times] : succeeded) fmt::print("{} {}\n", times, act);
    fmt::print("{} crashes\n", crashes);
    // A simulation in which nothing succeeds proves nothing.
    for (const char* act : {"publish", "grab", "release", "offer", "accept", "decline", "insure",
                            "start", "confirm", "change", "clock", "bid", "counter_accept",
                            "stand_by"})
        EXPECT_GT(succeeded[act], seeds) << act;
    EXPECT_GT(succeeded["served"], 0);
    EXPECT_GT(crashes, seeds);
}

TEST(Simulation, TheSameSeedIsTheSameStory) {
    World one(99), other(99);
    for (int step = 0; step < 100; ++step) {
        EXPECT_TRUE(one.step().empty());
        EXPECT_TRUE(other.step().empty());
    }
    EXPECT_EQ(one.succeeded(), other.succeeded());
}

}  // namespace simulation_test
}  // namespace jianghui::simulation
