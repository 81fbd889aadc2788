// Grabs of one order that wait at the same time are decided together, as if one after the other.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui {
namespace grab_set_test {

using test::TestApp;

std::string seats(int count) { return fmt::format(R"({{"seats":{}}})", count); }

/// "201" or the code of the refusal, of each.
std::vector<std::string> said(const std::vector<TestApp::Answer>& answers) {
    std::vector<std::string> said;
    for (const auto& answer : answers)
        said.push_back(answer.status == 201 ? "201" : answer.text("code"));
    return said;
}

using Said = std::vector<std::string>;

TEST(GrabSet, IsDecidedAsIfOneAfterTheOther) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto luzhou = world.agency("510502");
    const auto neijiang = world.agency("511002");
    const auto small = world.agency("511502", 1);
    const auto order = world.open_order(employer, 6, R"(,"cap_per_agency":4)");
    const std::string grab = "/orders/" + order + "/shares";
    const auto commits = world.store().figures().commits;
    const auto answers = world.post_together({{grab, luzhou, seats(3), "a"},
                                              {grab, neijiang, seats(4), "a"},
                                              {grab, small, seats(2), "a"},
                                              {grab, luzhou, seats(2), "b"},
                                              {grab, neijiang, seats(2), "b"},
                                              {grab, small, seats(1), "b"},
                                              {grab, luzhou, seats(1), "c"}});
    // The lane serves the three agencies in turn: a a a, b b b, c.
    EXPECT_EQ(said(answers), (Said{"201", "not_enough_seats", "capacity_exceeded", "cap_exceeded",
                                   "201", "201", "not_enough_seats"}));
    EXPECT_EQ(world.store().figures().commits, commits + 1);
    EXPECT_EQ(world.get("/orders/" + order, employer).text("status"), "filled");
    EXPECT_EQ(answers[0].body.at("agency").at("id").as_string(),
              luzhou.organisation.text());
    EXPECT_EQ(world.get("/shares/" + answers[4].text("id"), neijiang).body, answers[4].body);
}

TEST(GrabSet, AKeyInItTwiceIsOneShareAndOneAnswer) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 10);
    const std::string grab = "/orders/" + order + "/shares";
    const auto answers = world.post_together({{grab, agency, seats(2), "k"},
                                              {grab, agency, seats(2), "k"},
                                              {grab, agency, seats(3), "k"},
                                              {grab, agency, seats(1), "l"}});
    EXPECT_EQ(said(answers), (Said{"201", "201", "idempotency_key_reused", "201"}));
    EXPECT_EQ(answers[0].body, answers[1].body);
    EXPECT_EQ(world.get("/orders/" + order, employer).number("remaining"), 7);
    EXPECT_EQ(world.post(grab, agency, seats(2), "k").body, answers[0].body);
}

TEST(GrabSet, EveryShareHasItsEventAndTheOrderOne) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto luzhou = world.agency("510502");
    const auto neijiang = world.agency("511002");
    const auto order = world.open_order(employer, 5);
    const std::string grab = "/orders/" + order + "/shares";
    const auto before = world.store().read(journal::last_position);
    world.post_together({{grab, luzhou, seats(2), "a"},
                         {grab, neijiang, seats(2), "a"},
                         {grab, luzhou, seats(2), "b"}});
    const auto events = world.store().read(
        [&](store::Reader& reader) { return journal::after(reader, before, 10); });
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, "order.remaining");
    EXPECT_EQ(events[0].data.at("remaining").as_int64(), 1);
    for (const std::size_t i : {1U, 2U}) {
        EXPECT_EQ(events[i].kind, "share.grabbed");
        EXPECT_EQ(events[i].data.at("remaining").as_int64(), i == 1 ? 3 : 1);
        EXPECT_EQ(events[i].actor, i == 1 ? luzhou.account : neijiang.account);
    }
}

TEST(GrabSet, GrabsOfOtherOrdersAreOtherSets) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto first = world.open_order(employer, 1);
    const auto second = world.open_order(employer, 1);
    const auto answers = world.post_together({{"/orders/" + first + "/shares", agency, seats(1), "a"},
                                              {"/orders/" + second + "/shares", agency, seats(1), "b"},
                                              {"/orders/" + first + "/shares", agency, seats(1), "c"},
                                              {"/orders/" + OrderId{1}.text() + "/shares", agency, seats(1), "d"}});
    EXPECT_EQ(said(answers), (Said{"201", "201", "not_enough_seats", "not_found"}));
}

}  // namespace grab_set_test
}  // namespace jianghui
