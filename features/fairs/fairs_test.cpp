// Fairs through the whole program: computed as a job, computed again from its files, edited, offered,
// handed over; every refusal, and somebody else's 404.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "features/fairs/rules.hpp"
#include "features/seats/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::fairs {
namespace fairs_test {

using test::TestApp;

constexpr store::Statement plant_pair{
    "fairs_test.plant_pair",
    "INSERT INTO fair_pairs (city, fair_id, order_id, person, score, by_hand, seat_id, refusal) "
    "VALUES (:city, :fair, :order, :person, 1, 0, NULL, '')"};
constexpr store::Statement remove_pair{"fairs_test.remove_pair",
                                       "DELETE FROM fair_pairs WHERE fair_id = :fair"};

struct Fairs : testing::Test {
    TestApp world;
    access::Caller boss = world.employer("511502");
    access::Caller agency = world.agency("510502");
    access::Caller stranger = world.agency("511002");
    access::Caller official = world.caller(access::Role::official, {}, "511502");
    std::vector<std::string> people;

    static std::string number_of(int sequence) {
        std::string number = fmt::format("51050219900101{:03}", sequence);
        return number + identity_check_character(number);
    }
    std::string add_person(const std::string& more = "", const access::Caller* by = nullptr) {
        const auto added = world.post(
            "/people", by ? *by : agency,
            fmt::format(R"({{"name":"张小丰","id_number":"{}","place":"511502"{}}})",
                        number_of(static_cast<int>(people.size()) + 1), more));
        EXPECT_EQ(added.status, 201) << codec::json::serialize(added.body);
        people.push_back(added.text("id"));
        return people.back();
    }
    void join_pool(const std::string& person) {
        const auto herself =
            world.caller(access::Role::worker, {}, "511502", *PersonId::parse(person));
        const auto done = world.post("/people/" + person + "/consents", herself,
                                     R"({"purpose":"public_pool","granted":true})");
        EXPECT_LT(done.status, 300) << codec::json::serialize(done.body);
    }
    std::string grab(const std::string& order, int seats, const access::Caller& who) {
        const auto share = world.post("/orders/" + order + "/shares", who,
                                      fmt::format(R"({{"seats":{}}})", seats), "grab" + order);
        EXPECT_EQ(share.status, 201) << share.text("code");
        return share.text("id");
    }
    /// An order of the boss of which the agency holds so many seats.
    std::string held_order(int seats, const std::string& more = "",
                           const std::string& place = "511502") {
        const auto order = world.open_order(boss, seats, more, place);
        grab(order, seats, agency);
        return order;
    }
    TestApp::Answer start(const std::vector<std::string>& orders, const access::Caller& who,
                          const std::string& more = R"(,"pool":"own")") {
        world.app().follow();
        std::string list;
        for (const auto& order : orders) list += (list.empty() ? "\"" : ",\"") + order + "\"";
        return world.post("/fairs", who,
                          fmt::format(R"({{"title":"秋季专场","orders":[{}]{}}})", list, more),
                          "start" + std::to_string(++keys));
    }
    /// The clock goes on until the fair has an outcome.
    TestApp::Answer decided(const std::string& fair, const access::Caller& who) {
        for (int i = 0; i < 100; ++i) {
            world.clock().advance(std::chrono::seconds(1));
            world.app().run_due_jobs();
            auto shown = world.get("/fairs/" + fair, who);
            if (shown.text("status") != "waiting" && shown.text("status") != "running")
                return shown;
        }
        return {};
    }
    TestApp::Answer edit(const std::string& fair, const std::string& body,
                         const access::Caller& who) {
        return world.post("/fairs/" + fair + "/edits", who, body,
                          "edit" + std::to_string(++keys));
    }
    TestApp::Answer offers(const std::string& fair, const access::Caller& who,
                           const std::string& body = "{}") {
        return world.post("/fairs/" + fair + "/offers", who, body,
                          "offer" + std::to_string(++keys));
    }
    static std::string pair_body(const std::string& person, const std::string& order,
                                 const std::string& more = "") {
        return fmt::format(R"({{"person":"{}","order":"{}"{}}})", person, order, more);
    }
    static boost::json::array pairs(const TestApp::Answer& shown) {
        return shown.body.at("pair_list").as_array();
    }
    int keys = 0;
};

TEST_F(Fairs, AreComputedAndCanBeComputedAgain) {
    for (int i = 0; i < 6; ++i)
        add_person(fmt::format(R"(,"occupations":["{}"],"experience_years":{})",
                               i % 2 == 0 ? "6-02-06-03" : "4-08-05-01", i));
    const auto one = held_order(2);
    const auto two = held_order(3, R"(,"occupation":"4-08-05-01")");
    const auto open = world.get("/fair-orders", agency);
    ASSERT_EQ(open.status, 200);
    ASSERT_EQ(open.body.as_array().size(), 2u);
    EXPECT_EQ(open.body.as_array()[0].at("seats").as_int64() +
                  open.body.as_array()[1].at("seats").as_int64(), 5);
    EXPECT_TRUE(world.get("/fair-orders", stranger).body.as_array().empty());

    const auto made = start({one, two}, agency);
    ASSERT_EQ(made.status, 201) << codec::json::serialize(made.body);
    EXPECT_EQ(made.text("status"), "waiting");
    EXPECT_EQ(made.number("seats"), 5);
    const auto fair = made.text("id");
    EXPECT_EQ(edit(fair, pair_body(people[0], one), agency).text("code"), "fair_not_decided");
    EXPECT_EQ(offers(fair, agency).text("code"), "fair_not_decided");
    const auto shown = decided(fair, agency);
    ASSERT_EQ(shown.text("status"), "decided") << codec::json::serialize(shown.body);
    EXPECT_EQ(shown.number("filled"), 5);
    EXPECT_EQ(shown.number("people"), 6);
    EXPECT_EQ(shown.number("total"), shown.number("optimum"));
    EXPECT_EQ(shown.number("bound"), shown.number("optimum"));
    ASSERT_EQ(pairs(shown).size(), 5u);

    // The files give the same total to whoever computes them again.
    const auto file = [&](const char* name) {
        const auto answer = world.get("/fairs/" + fair + "/files/" + name, agency);
        EXPECT_EQ(answer.status, 200) << name;
        return allocation::File{name, answer.bytes};
    };
    allocation::ProblemFiles files{file("edges"), file("orders"), file("workers"), {}, {}};
    EXPECT_EQ(digest_of(files), shown.text("input_digest"));
    const auto again = allocation::find_best(*allocation::read_problem(files, {}), {});
    EXPECT_EQ(static_cast<std::int64_t>(again->allocation.total), shown.number("total"));
    EXPECT_NE(file("answer").text.find(R"("status":"optimal")"), std::string::npos);
    EXPECT_EQ(world.get("/fairs/" + fair + "/files/groups", agency).status, 404);

    const auto fits = world.get("/fairs/" + fair + "/orders/" +
                                    std::string(pairs(shown)[0].at("order").as_string()) + "/people/" +
                                    std::string(pairs(shown)[0].at("person").at("id").as_string()),
                                agency);
    ASSERT_EQ(fits.status, 200) << fits.text("code");
    EXPECT_EQ(fits.number("score"), pairs(shown)[0].at("score").as_int64());
    EXPECT_EQ(fits.body.at("parts").as_array().size(), 7u);

    for (const auto& other : {stranger, official}) {
        EXPECT_EQ(world.get("/fairs/" + fair, other).status, 404);
        EXPECT_EQ(world.get("/fairs/" + fair + "/files/edges", other).status, 404);
        EXPECT_EQ(world.get("/fairs/" + fair + "/orders/" + one + "/choices", other).status, 404);
        EXPECT_EQ(world.post("/fairs/" + fair + "/stop", other).status, 404);
        EXPECT_EQ(edit(fair, pair_body(people[0], one), other).status, 404);
        EXPECT_TRUE(world.get("/fairs", other).body.at("items").as_array().empty());
    }
    EXPECT_EQ(offers(fair, stranger).status, 404);
    EXPECT_EQ(world.get("/fairs", boss).status, 403);
    EXPECT_EQ(world.get("/fairs", agency).body.at("items").as_array().size(), 1u);
    EXPECT_EQ(world.post("/fairs/" + fair + "/stop", agency).text("code"), "fair_over");
}

TEST_F(Fairs, RefuseWhatCannotBeAllocated) {
    const auto held = held_order(1);
    const auto not_held = world.open_order(boss, 1);
    EXPECT_EQ(start({}, agency).text("code"), "fair_without_orders");
    EXPECT_EQ(start({held, held}, agency).text("code"), "fair_without_orders");
    const auto closed = start({held, not_held}, agency);
    EXPECT_EQ(closed.text("code"), "fair_order_closed");
    EXPECT_EQ(closed.text("path"), "/orders/1");
    const auto elsewhere = world.caller(access::Role::official, {}, "510500");
    EXPECT_EQ(start({held}, elsewhere).text("code"), "fair_order_closed");
    const auto made = start({held}, agency);
    EXPECT_EQ(world.post("/fairs/" + made.text("id") + "/stop", agency).status, 200);
    const auto shown = decided(made.text("id"), agency);
    EXPECT_EQ(shown.text("status"), "failed");
    EXPECT_EQ(shown.text("failure"), "stopped_early");
    const auto nobody = decided(start({held}, agency).text("id"), agency);
    EXPECT_EQ(nobody.text("status"), "decided") << "nobody is there: all seats stay empty";
    EXPECT_EQ(nobody.body.at("order_list").as_array().at(0).at("reason").as_string(),
              "nobody_qualified");
}

TEST_F(Fairs, AreEditedByHandWithTheLossShown) {
    for (int i = 0; i < 3; ++i)
        add_person(fmt::format(R"(,"occupations":["6-02-06-03"],"experience_years":{})", i));
    const auto one = held_order(1);
    const auto two = held_order(1);
    const auto fair = start({one, two}, agency).text("id");
    const auto shown = decided(fair, agency);
    ASSERT_EQ(pairs(shown).size(), 2u);
    const auto order = std::string(pairs(shown)[0].at("order").as_string());
    const auto other = order == one ? two : one;
    const auto inside = std::string(pairs(shown)[0].at("person").at("id").as_string());
    const auto beside = std::string(pairs(shown)[1].at("person").at("id").as_string());
    ASSERT_EQ(inside == people[0] || beside == people[0], false) << "the least experienced is left";

    const auto choices = world.get("/fairs/" + fair + "/orders/" + order + "/choices", agency);
    ASSERT_EQ(choices.body.as_array().size(), 2u);
    const auto loss = [&](const std::string& person) {
        for (const auto& choice : choices.body.as_array())
            if (choice.at("person").at("id").as_string() == person)
                return choice.at("loss").as_int64();
        return std::int64_t{-1};
    };
    EXPECT_EQ(edit(fair, pair_body(people[0], order), agency).text("code"), "fair_order_full");
    EXPECT_EQ(edit(fair, pair_body(people[0], order, fmt::format(R"(,"instead_of":"{}")", beside)),
                   agency).text("code"), "pair_unknown");
    const auto swapped =
        edit(fair, pair_body(people[0], order, fmt::format(R"(,"instead_of":"{}")", inside)), agency);
    ASSERT_EQ(swapped.status, 200) << swapped.text("code");
    EXPECT_GE(swapped.number("loss"), loss(people[0]));
    EXPECT_GT(swapped.number("loss"), 0);
    EXPECT_EQ(swapped.number("loss"), swapped.number("this_change"));
    // The one beside moves over: her own place falls empty.
    const auto moved =
        edit(fair, pair_body(beside, order, fmt::format(R"(,"instead_of":"{}")", people[0])), agency);
    EXPECT_EQ(moved.number("filled"), 1) << moved.text("code");
    EXPECT_EQ(edit(fair, pair_body(people[0], order, R"(,"out":true)"), agency).text("code"),
              "pair_unknown");
    EXPECT_EQ(edit(fair, pair_body(beside, order, R"(,"out":true)"), agency).number("filled"), 0);
    EXPECT_EQ(edit(fair, pair_body(inside, order), agency).number("filled"), 1);
    EXPECT_EQ(edit(fair, pair_body(beside, other), agency).number("loss"), 0);
    const auto fresh = add_person();
    EXPECT_EQ(edit(fair, pair_body(fresh, order), agency).text("code"), "pair_not_qualified");
    const auto after = world.get("/fairs/" + fair, agency);
    EXPECT_EQ(after.number("total"), after.number("optimum"));
    EXPECT_TRUE(pairs(after)[0].at("by_hand").as_bool());
}

TEST_F(Fairs, OfferTheirSeatsInOneGoEachByItsOwnRules) {
    for (int i = 0; i < 3; ++i) add_person(R"(,"occupations":["6-02-06-03"])");
    const auto order = held_order(3);
    const auto rival = world.open_order(boss, 1);
    const auto share = grab(rival, 1, agency);
    const auto fair = start({order}, agency).text("id");
    ASSERT_EQ(pairs(decided(fair, agency)).size(), 3u);
    // One of them takes other work before.
    const auto seat = world.post("/shares/" + share + "/seats", agency,
                                 fmt::format(R"({{"person":"{}"}})", people[1]));
    ASSERT_EQ(seat.status, 201) << seat.text("code");
    const auto herself =
        world.caller(access::Role::worker, {}, "511502", *PersonId::parse(people[1]));
    ASSERT_EQ(world.post("/seats/" + seat.text("id") + "/accept", herself).status, 200);
    const auto answer = offers(fair, agency);
    ASSERT_EQ(answer.status, 201) << answer.text("code");
    EXPECT_EQ(answer.number("offered"), 2);
    EXPECT_EQ(answer.number("refused"), 1);
    EXPECT_EQ(answer.number("left"), 0);
    const auto shown = world.get("/fairs/" + fair, agency);
    for (const auto& pair : pairs(shown)) {
        const bool busy = pair.at("person").at("id").as_string() == people[1];
        EXPECT_EQ(pair.at("refusal").as_string(), busy ? "person_overlap" : "");
        EXPECT_EQ(pair.at("seat").is_null(), busy);
    }
    EXPECT_EQ(offers(fair, agency).number("offered"), 0) << "nothing twice";
    EXPECT_EQ(offers(fair, agency, R"({"again":true})").number("refused"), 1);
    EXPECT_EQ(edit(fair, pair_body(people[0], order, R"(,"out":true)"), agency).text("code"),
              "fair_pair_offered");
    EXPECT_EQ(edit(fair, pair_body(people[1], order,
                                   fmt::format(R"(,"instead_of":"{}")", people[0])), agency)
                  .status, 409);
    const auto seats = world.get("/seats", agency).body.at("items").as_array();
    EXPECT_EQ(seats.size(), 3u);
}

TEST_F(Fairs, HandedOverSayNothingOfOtherAgenciesOrders) {
    for (int i = 0; i < 2; ++i)
        join_pool(add_person(R"(,"occupations":["6-02-06-03"])", &stranger));
    const auto hers = world.open_order(boss, 1);
    const auto other = world.open_order(boss, 1);
    grab(hers, 1, agency);
    grab(other, 1, stranger);
    const auto fair = start({hers, other}, official, R"(,"pool":"all")").text("id");
    const auto shown = decided(fair, official);
    ASSERT_EQ(pairs(shown).size(), 2u) << codec::json::serialize(shown.body);
    ASSERT_EQ(world.post("/fairs/" + fair + "/hand-over", official).status, 200);
    for (const auto& pair : pairs(shown)) {
        const std::string order(pair.at("order").as_string());
        const std::string person(pair.at("person").at("id").as_string());
        EXPECT_EQ(world.get("/fairs/" + fair + "/orders/" + order + "/people/" + person, agency).status,
                  order == hers ? 200 : 404);
    }
}

TEST_F(Fairs, OfAnAuthorityAreHandedOverToItsAgencies) {
    const auto hers = add_person(R"(,"occupations":["6-02-06-03"])");
    const auto theirs = add_person(R"(,"occupations":["6-02-06-03"])", &stranger);
    const auto open = add_person(R"(,"occupations":["6-02-06-03"])", &stranger);
    join_pool(open);
    const auto order = world.open_order(boss, 4);
    grab(order, 3, agency);
    EXPECT_EQ(world.get("/fair-orders", official).body.as_array().at(0).at("seats").as_int64(), 4);
    const auto fair = start({order}, official, R"(,"pool":"all")").text("id");
    const auto shown = decided(fair, official);
    ASSERT_EQ(pairs(shown).size(), 3u) << codec::json::serialize(shown.body);
    EXPECT_EQ(world.get("/fairs/" + fair, agency).status, 404) << "not handed over yet";
    EXPECT_EQ(offers(fair, official).status, 403);
    ASSERT_EQ(world.post("/fairs/" + fair + "/hand-over", official).status, 200);
    EXPECT_EQ(world.post("/fairs/" + fair + "/hand-over", official).text("code"),
              "fair_handed_over");
    EXPECT_EQ(edit(fair, pair_body(hers, order, R"(,"out":true)"), official).text("code"),
              "fair_handed_over");
    EXPECT_EQ(world.get("/fairs/" + fair, stranger).status, 404) << "no share of its orders";
    const auto seen = world.get("/fairs/" + fair, agency);
    ASSERT_EQ(seen.status, 200);
    EXPECT_FALSE(seen.body.at("mine").as_bool());
    EXPECT_EQ(pairs(seen).size(), 2u) << "her own and the public pool";
    EXPECT_EQ(seen.number("hidden"), 1);
    for (const auto& pair : pairs(seen))
        EXPECT_NE(pair.at("person").at("id").as_string(), theirs);
    EXPECT_EQ(edit(fair, pair_body(hers, order, R"(,"out":true)"), agency).status, 403);
    EXPECT_EQ(world.get("/fairs/" + fair + "/files/edges", agency).status, 403);
    EXPECT_EQ(world.get("/fairs/" + fair + "/orders/" + order + "/people/" + theirs, agency).status,
              404);
    world.clock().advance(std::chrono::seconds(1));
    world.app().run_due_jobs();
    const auto told = codec::json::serialize(world.get("/notices", agency).body);
    EXPECT_NE(told.find("/desk/fairs/" + fair), std::string::npos) << told;
    EXPECT_EQ(offers(fair, agency).number("offered"), 2);
    EXPECT_EQ(world.get("/fairs", agency).body.at("items").as_array().size(), 1u);
}

TEST_F(Fairs, KeepFloorsOrSayHowMuchOfThemCouldBeKept) {
    for (int i = 0; i < 2; ++i) add_person(R"(,"occupations":["6-02-06-03"],"reach_km":10)");
    const auto near = held_order(1);
    const auto far = held_order(1, "", "511002");
    const auto made = start({near, far}, agency, R"(,"pool":"own","place_floor":100)");
    const auto shown = decided(made.text("id"), agency);
    EXPECT_EQ(shown.text("status"), "infeasible") << codec::json::serialize(shown.body);
    EXPECT_EQ(shown.number("feasible_percent"), 99);
    EXPECT_EQ(offers(made.text("id"), agency).text("code"), "fair_not_decided");
    const auto less = decided(
        start({near, far}, agency, R"(,"pool":"own","place_floor":50,"agency_floor":50)").text("id"),
        agency);
    EXPECT_EQ(less.text("status"), "decided");
    const auto spread = less.body.at("spread").as_array();
    ASSERT_EQ(spread.size(), 3u) << "an agency and two counties";
    EXPECT_EQ(spread[0].at("filled").as_int64(), 1);
}

TEST_F(Fairs, GiveSeveralOrdersOneAtATime) {
    const auto person = add_person(R"(,"occupations":["6-02-06-03"])");
    const auto first = held_order(1, R"(,"starts_on":"2026-12-01","ends_on":"2026-12-03")");
    const auto second = held_order(1, R"(,"starts_on":"2026-12-03","ends_on":"2026-12-05")");
    const auto third = held_order(1, R"(,"starts_on":"2026-12-04","ends_on":"2026-12-05")");
    const auto shown = decided(
        start({first, second, third}, agency, R"(,"pool":"own","several":true)").text("id"), agency);
    ASSERT_EQ(pairs(shown).size(), 2u) << codec::json::serialize(shown.body);
    for (const auto& pair : pairs(shown)) EXPECT_NE(pair.at("order").as_string(), second);
    const auto fair = shown.text("id");
    EXPECT_EQ(edit(fair, pair_body(person, second), agency).number("filled"), 1)
        << "it takes the place of both";
}

TEST_F(Fairs, GiveAMorningAndAnAfternoonOfOneDayToOnePerson) {
    add_person(R"(,"occupations":["6-02-06-03"])");
    const auto on = [](const char* shift) {
        return fmt::format(R"(,"shift":"{}","starts_on":"2026-12-06","ends_on":"2026-12-06")", shift);
    };
    const auto morning = held_order(1, on("morning"));
    const auto afternoon = held_order(1, on("afternoon"));
    const auto day = held_order(1, on("day"));
    const auto made = start({morning, afternoon, day}, agency, R"(,"pool":"own","several":true)");
    const auto shown = decided(made.text("id"), agency);
    ASSERT_EQ(pairs(shown).size(), 2u) << codec::json::serialize(shown.body);
    for (const auto& pair : pairs(shown)) EXPECT_NE(pair.at("order").as_string(), day);
    EXPECT_EQ(offers(made.text("id"), agency).number("offered"), 2) << "the calendar has room for both";
}

TEST_F(Fairs, FillWholeTeamsAlone) {
    for (int i = 0; i < 3; ++i) add_person(R"(,"occupations":["6-02-06-03"])");
    const auto order = held_order(4, R"(,"team_size":2,"hold_hours":48)");
    const auto shown = decided(start({order}, agency).text("id"), agency);
    EXPECT_EQ(shown.text("status"), "decided");
    EXPECT_EQ(pairs(shown).size(), 2u) << "the third would stand in half a team";
    const auto& left = shown.body.at("order_list").as_array().at(0);
    EXPECT_EQ(left.at("reason").as_string(), "team_incomplete");
}

TEST_F(Fairs, EndWithinTheSecondsThatWereGiven) {
    add_person(R"(,"occupations":["6-02-06-03"])");
    const auto order = held_order(1);
    EXPECT_EQ(start({order}, agency).number("seconds"), 60) << "the parameter";
    EXPECT_EQ(start({order}, agency, R"(,"pool":"own","seconds":5)").number("seconds"), 5);
    EXPECT_EQ(start({order}, agency, R"(,"pool":"own","seconds":0)").status, 400);
}

/// Twenty teams of three and forty people alike: no flow shows that one must stay without, so that the search
/// goes on until somebody stops it.
TEST_F(Fairs, ShowHowFarTheyAreAndKeepTheBestWhenStopped) {
    std::vector<std::string> orders;
    for (int i = 0; i < 40; ++i) add_person(R"(,"occupations":["6-02-06-03"])");
    for (int i = 0; i < 20; ++i) orders.push_back(held_order(3, R"(,"team_size":3,"hold_hours":48)"));
    const auto made = start(orders, agency);
    const auto fair = made.text("id");
    EXPECT_EQ(made.text("stage"), "ranking");
    EXPECT_TRUE(made.body.at("best_so_far").is_null() && made.body.at("bound_so_far").is_null());
    TestApp::Answer shown;
    for (int i = 0; i < 200 && (i == 0 || shown.text("stage") != "search" || shown.body.at("best_so_far").is_null()); ++i) {
        world.run_jobs(1);
        shown = world.get("/fairs/" + fair, agency);
    }
    ASSERT_EQ(shown.text("status"), "running") << codec::json::serialize(shown.body);
    ASSERT_EQ(shown.text("stage"), "search");
    ASSERT_FALSE(shown.body.at("best_so_far").is_null());
    EXPECT_GT(shown.number("best_so_far"), 0);
    EXPECT_LT(shown.number("best_so_far"), shown.number("bound_so_far"));
    EXPECT_LT(shown.number("spent_seconds"), shown.number("seconds"));
    EXPECT_FALSE(shown.body.at("stop_asked").as_bool());

    EXPECT_TRUE(world.post("/fairs/" + fair + "/stop", agency).body.at("stop_asked").as_bool());
    const auto stopped = decided(fair, agency);
    EXPECT_EQ(stopped.text("status"), "stopped");
    EXPECT_GE(stopped.number("optimum"), shown.number("best_so_far"));
    EXPECT_LE(stopped.number("bound"), shown.number("bound_so_far"));
    EXPECT_GT(stopped.number("bound"), stopped.number("optimum")) << "the gap is said";
}

TEST_F(Fairs, SayWhatRelaxingAFilterWouldBring) {
    for (int i = 0; i < 2; ++i) add_person(R"(,"occupations":["6-02-06-03"],"reach_km":10)");
    const auto far = held_order(2, "", "511002");
    const auto shown = decided(start({far}, agency).text("id"), agency);
    const auto& order = shown.body.at("order_list").as_array().at(0);
    EXPECT_EQ(order.at("reason").as_string(), "out_of_reach");
    EXPECT_EQ(order.at("advice").at("zh").as_string(), "若放宽可到达范围，合格的人从 0 增到 2");
}

/// The lane's answer counts: a plan that the database did not take is written once it does.
TEST_F(Fairs, AreWrittenOnceTheDatabaseTakesThem) {
    const auto person = add_person(R"(,"occupations":["6-02-06-03"])");
    const auto order = held_order(1);
    const auto made = start({order}, agency);
    const auto fair = *FairId::parse(made.text("id"));
    const auto write = [&](const store::Statement& statement, const auto& values) {
        ASSERT_EQ(world.store().write([&](store::Transaction& db) {
            db.execute(statement, values);
            return true;
        }), store::Work::Outcome::committed);
    };
    write(plant_pair, store::arguments("city", std::string("510500"), "fair", fair, "order",
                                       *OrderId::parse(order), "person", *PersonId::parse(person)));
    const auto status = [&] { return world.get("/fairs/" + made.text("id"), agency).text("status"); };
    world.run_jobs(5);
    EXPECT_EQ(status(), "waiting") << "its pair is there already: the key refuses it";
    write(remove_pair, store::arguments("fair", fair));
    EXPECT_EQ(decided(made.text("id"), agency).text("status"), "decided");
}

TEST(FairRules, FloorsAreSharesOfAnEvenSpread) {
    EXPECT_EQ(floor_of(100, 30, 100, 50), 15);
    EXPECT_EQ(floor_of(50, 30, 100, 50), 7);
    EXPECT_EQ(floor_of(100, 3, 4, 8), 3) << "never more than it has";
    EXPECT_EQ(floor_of(100, 0, 0, 8), 0);
}

TEST(FairRules, AnEmptySeatThatCostsNothingIsNotSaidToBeWorthLess) {
    EXPECT_EQ(reason_text("better_used_elsewhere", "", 50).zh, "有人合格，但安排在别处更合适；在此多安排一人，总分至少减少 50");
    const auto said = reason_text("better_used_elsewhere", "", 0).zh;
    EXPECT_NE(said.find("合格的人都已安排在别的订单"), std::string::npos);
    EXPECT_EQ(said.find("减少 0"), std::string::npos);
}

TEST(FairRules, TheSameInputGivesTheSameFiles) {
    FairInput input;
    input.orders = {{OrderId{1}, 2, {"511502"}, {}, {}}};
    input.edges = {{OrderId{1}, PersonId{9}, 5}, {OrderId{1}, PersonId{3}, 7}};
    auto shuffled = input;
    std::swap(shuffled.edges[0], shuffled.edges[1]);
    EXPECT_EQ(digest_of(files_of(input)), digest_of(files_of(shuffled)));
    shuffled.edges[0].score = 8;
    EXPECT_NE(digest_of(files_of(input)), digest_of(files_of(shuffled)));
}

}  // namespace fairs_test
}  // namespace jianghui::fairs
