// Draws of many kinds, held by the whole program, and each recomputed from its public document by the program's own
// command and by tests/draws/verify_draw.py, which shares nothing with it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include <fmt/format.h>
#include <unistd.h>

#include "features/draws/command.hpp"
#include "features/draws/rules.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::draws {
namespace recomputed_test {

using test::TestApp;

/// One agency: what it can take, what it asks for, and what it wants at least.
struct Applicant {
    int capacity = 1000;
    int seats = 1;
    int at_least = 1;
};

/// A draw from the opening to its public document, which the folder keeps under the world's name.
struct Recomputed : testing::Test {
    TestApp world;
    access::Caller boss = world.employer("511502");
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("draws-{}-{}", ::getpid(), test_number());
    std::vector<access::Caller> agencies;
    std::string order;

    static int test_number() {
        static int count = 0;
        return ++count;
    }
    Recomputed() { std::filesystem::create_directories(folder); }
    ~Recomputed() override { std::filesystem::remove_all(folder); }

    void open(int seats, const std::string& more) {
        agencies.clear();
        order = world.open_order(boss, seats, R"(,"mode":"draw","leftover":"keep")" + more);
    }
    TestApp::Answer apply(const Applicant& wanted) {
        agencies.push_back(world.agency("510502", wanted.capacity));
        const auto& agency = agencies.back();
        auto answer = world.post("/orders/" + order + "/applications", agency,
                                 fmt::format(R"({{"seats":{},"at_least":{},"nonce":"{:032x}"}})", wanted.seats,
                                             wanted.at_least, agency.account.number),
                                 "apply");
        EXPECT_EQ(answer.status, 201) << answer.bytes;
        return answer;
    }
    /// Closes the window; the document, which is kept and must be right.
    DrawView drawn(const std::string& name) {
        world.clock().advance(std::chrono::hours(25));
        world.app().run_due_jobs();
        const auto document = world.get("/draws/" + order, {});
        EXPECT_EQ(document.text("status"), "drawn") << name << ": " << document.bytes;
        const auto file = (folder / (name + ".json")).string();
        std::ofstream(file) << document.bytes;
        const auto printed = verify_command().run_alone({{"file", file}});
        EXPECT_TRUE(printed) << name << ": " << (printed ? "" : printed.error().message.en);
        return codec::decode<DrawView>(document.bytes).value();
    }
    /// Whether the second implementation finds everything in the folder right; what it said when not.
    std::string second_opinion() {
        const auto said = (folder / "said").string();
        const std::string ask = "python3 " SOURCE_FOLDER "/tests/draws/verify_draw.py " + folder.string() +
                                "/*.json > " + said + " 2>&1";
        if (std::system(ask.c_str()) == 0) return "right";  // NOLINT: a test runs the second implementation
        std::ifstream in(said);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static std::map<Outcome, int> outcomes(const DrawView& draw) {
        std::map<Outcome, int> counted;
        for (const auto& each : draw.entrants) ++counted[each.outcome];
        return counted;
    }
    static int given(const DrawView& draw) {
        int sum = 0;
        for (const auto& each : draw.entrants) sum += each.given;
        return sum;
    }
    DrawView held(const std::string& name, int seats, const std::string& more, const std::vector<Applicant>& wanted) {
        open(seats, more);
        for (const auto& each : wanted) apply(each);
        auto draw = drawn(name);
        EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), seats - given(draw)) << name;
        return draw;
    }
};

TEST_F(Recomputed, NobodyOrOneWhoApplied) {
    EXPECT_TRUE(held("nobody", 10, "", {}).entrants.empty());
    EXPECT_EQ(outcomes(held("one", 10, "", {{.seats = 3}})), (std::map<Outcome, int>{{Outcome::won, 1}}));
    EXPECT_EQ(given(held("one-for-all", 10, "", {{.seats = 10}})), 10);
    const auto little = held("little-room", 10, "", {{.capacity = 4, .seats = 6}});
    EXPECT_EQ(little.entrants[0].outcome, Outcome::partly);
    EXPECT_EQ(little.entrants[0].given, 4);
    const auto too_little = held("too-little-room", 10, "", {{.capacity = 4, .seats = 6, .at_least = 5}});
    EXPECT_EQ(too_little.entrants[0].outcome, Outcome::too_few_left);
    EXPECT_EQ(second_opinion(), "right");
}

TEST_F(Recomputed, LotsAndCaps) {
    const std::vector<Applicant> four_each(5, Applicant{.seats = 4});
    const auto whole = held("whole-lots", 10, R"(,"lot_min":2,"lot_max":4,"cap_per_agency":4)", four_each);
    EXPECT_EQ(outcomes(whole), (std::map<Outcome, int>{{Outcome::won, 2}, {Outcome::partly, 1}, {Outcome::none_left, 2}}));
    EXPECT_EQ(given(held("rest-below-a-lot", 9, R"(,"lot_min":2,"lot_max":4,"cap_per_agency":4)", four_each)), 9)
        << "the whole rest may be smaller than a lot";
    const std::vector<Applicant> for_one(4, Applicant{.capacity = 1, .seats = 2});
    EXPECT_EQ(outcomes(held("room-below-a-lot", 9, R"(,"lot_min":2)", for_one)),
              (std::map<Outcome, int>{{Outcome::below_lot, 4}}));
    const std::vector<Applicant> capped(6, Applicant{.seats = 3});
    const auto caps = held("caps", 10, R"(,"cap_per_agency":3)", capped);
    EXPECT_EQ(outcomes(caps), (std::map<Outcome, int>{{Outcome::won, 3}, {Outcome::partly, 1}, {Outcome::none_left, 2}}));
    EXPECT_EQ(second_opinion(), "right");
}

TEST_F(Recomputed, PartialFillAndWhoWantsAllOrNothing) {
    const std::vector<Applicant> whole(4, Applicant{.seats = 4, .at_least = 4});
    const auto all_or_nothing = held("all-or-nothing", 10, "", whole);
    EXPECT_EQ(given(all_or_nothing), 8) << "two are left that nobody takes alone";
    EXPECT_EQ(outcomes(all_or_nothing),
              (std::map<Outcome, int>{{Outcome::won, 2}, {Outcome::too_few_left, 2}}));
    std::vector<Applicant> mixed(4, Applicant{.seats = 4, .at_least = 4});
    mixed.push_back({.seats = 5, .at_least = 1});
    EXPECT_GE(given(held("mixed", 10, "", mixed)), 8);
    EXPECT_EQ(second_opinion(), "right");
}

TEST_F(Recomputed, EqualApplicantsByTheLotAlone) {
    const std::vector<Applicant> equal(14, Applicant{.seats = 1});
    const auto draw = held("equal", 10, "", equal);
    EXPECT_EQ(outcomes(draw), (std::map<Outcome, int>{{Outcome::won, 10}, {Outcome::none_left, 4}}));
    for (const auto& each : draw.entrants) EXPECT_EQ(each.given > 0, each.place <= 10) << each.number;
    EXPECT_EQ(second_opinion(), "right");
}

TEST_F(Recomputed, WhoWithdrewOrIsRefusedOnTheDay) {
    open(10, "");
    const auto withdrawn = apply({.seats = 9});
    for (int i = 0; i < 3; ++i) apply({.seats = 3});
    ASSERT_EQ(world.post("/applications/" + withdrawn.text("id") + "/withdraw", agencies[0]).status, 200);
    const auto office = world.caller(access::Role::official, {}, "510502");
    ASSERT_EQ(world
                  .post("/organisations/" + agencies[2].organisation.text() + "/suspend", office,
                        R"({"reason_code":"false_posts"})")
                  .status,
              200);
    const auto draw = drawn("withdrawn-and-refused");
    ASSERT_EQ(draw.entrants.size(), 3u);
    EXPECT_EQ(draw.entrants[0].number, 2) << "the number of who withdrew stays a gap";
    EXPECT_EQ(draw.entrants[1].refusal, "organisation_unverified");
    EXPECT_EQ(draw.entrants[1].outcome, Outcome::refused);
    EXPECT_EQ(given(draw), 6);
    EXPECT_EQ(second_opinion(), "right");
}

/// Winners give back, others stand by and are served: the document is of the draw and stays.
TEST_F(Recomputed, WhatBecomesOfTheSeatsAfterwardsChangesNothing) {
    open(6, R"(,"cap_per_agency":6)");
    for (int i = 0; i < 3; ++i) apply({.seats = 3});
    const auto draw = drawn("before");
    std::string share;
    std::size_t winner = 0, loser = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto own = world.get("/applications?order=" + order, agencies[i]).body.at("items").at(0);
        if (own.at("given").as_int64() == 0) {
            loser = i;
        } else {
            winner = i;
            share = std::string(own.at("share").as_string());
        }
    }
    ASSERT_EQ(world.post("/orders/" + order + "/open-to-all", boss).status, 200);
    const auto line = world.post("/orders/" + order + "/standbys", agencies[loser], R"({"seats":3})", "standby");
    ASSERT_EQ(line.status, 201) << line.bytes;
    ASSERT_EQ(world.post("/shares/" + share + "/release", agencies[winner]).status, 200);
    EXPECT_EQ(world.get("/orders/" + order, boss).number("remaining"), 0) << "who stood by was served";
    EXPECT_EQ(codec::encode(drawn("after")), codec::encode(draw));
    EXPECT_EQ(second_opinion(), "right");
}

/// Documents of many kinds that no order was needed for: both implementations say the same of each.
TEST_F(Recomputed, RandomWorlds) {
    std::uint64_t state = 7;
    const auto below = [&](int end) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state >> 33) % static_cast<unsigned>(end));
    };
    for (int number = 0; number < 60; ++number) {
        DrawView draw;
        draw.order = OrderId{1};
        draw.rules = rules_version;
        draw.status = DrawStatus::drawn;
        draw.opens_at = world.clock().now();
        draw.closes_at = draw.opens_at + std::chrono::hours(24);
        draw.drawn_at = draw.closes_at;
        draw.position = below(1'000'000);
        draw.seats = 1 + below(60);
        draw.lot_min = 1 + below(5);
        const auto secret = crypto::sm3(fmt::format("secret {}", number));
        draw.secret = secret.hex();
        draw.commitment = commitment_of(secret.raw());
        std::vector<crypto::Bytes> nonces;
        std::vector<Entrant> entrants;
        for (int i = below(40); i > 0; --i) {
            const int seats = 1 + below(12);
            entrants.push_back({seats, 1 + below(seats), below(4) == 0 ? below(seats + 1) : seats});
            nonces.push_back(crypto::Bytes(
                crypto::sm3(fmt::format("nonce {} {}", number, i)).raw().substr(0, nonce_size)));
        }
        const auto seed = seed_of(std::string(secret.raw()), nonces, *draw.position);
        draw.seed = seed.hex();
        draw.applications = static_cast<int>(entrants.size());
        const auto in_order = lottery(seed, entrants.size());
        const auto allotted = allot(entrants, in_order, *draw.seats, *draw.lot_min);
        draw.entrants.resize(entrants.size());
        for (std::size_t place = 0; place < in_order.size(); ++place) {
            const auto index = in_order[place];
            auto& shown = draw.entrants[index];
            shown.number = static_cast<int>(index) + 1;
            shown.nonce = crypto::to_hex(nonces[index]);
            shown.seats = entrants[index].seats;
            shown.at_least = entrants[index].at_least;
            shown.room = entrants[index].room;
            if (shown.room == 0) shown.refusal = "capacity_exceeded";
            shown.place = static_cast<int>(place) + 1;
            shown.given = allotted[index].given;
            shown.outcome = allotted[index].outcome;
            if (shown.given > 0) shown.agency = organisations::Reference{OrganisationId{9}, "机构"};
        }
        EXPECT_TRUE(verify(draw).has_value()) << number;
        std::ofstream(folder / fmt::format("{}.json", number)) << codec::encode(draw);
    }
    EXPECT_EQ(second_opinion(), "right");
}

}  // namespace recomputed_test
}  // namespace jianghui::draws
