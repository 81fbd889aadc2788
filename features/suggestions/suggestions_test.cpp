// The calls of the API on a small market, after changes, for everybody who may and may not ask.

#include <gmock/gmock.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>
#include <thread>

#include "engine/matching/oracle.hpp"
#include "features/suggestions/endpoints.hpp"
#include "features/suggestions/world_for_test.hpp"

namespace jianghui::suggestions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Twenty-four people who differ in everything that counts.
std::string profile(int i) {
    static const char* occupations[] = {"6-02-06-03", "6-02-06-04", "6-18-02-04", "4-08-05-01"};
    static const char* education[] = {"primary", "junior", "senior"};
    std::string more = fmt::format(R"(,"occupations":["{}"],"experience_years":{})",
                                   occupations[i % 4], i % 8);
    if (i % 3 != 0)
        more += fmt::format(R"(,"skills":[{{"name":"白酒酿造","level":{}}}])", i % 6);
    if (i % 4 == 1) more += R"(,"reach_km":50)";
    if (i % 5 == 1) more += R"(,"available_from_on":"2026-12-05")";
    if (i % 5 == 2) more += R"(,"pay_asked_fen":600000,"pay_unit":"month")";
    if (i % 5 == 3) more += R"(,"pay_asked_fen":20000,"pay_unit":"day")";
    if (i % 7 != 0) more += fmt::format(R"(,"education":"{}")", education[i % 3]);
    if (i % 2 == 0) more += R"(,"certificates":[{"kind":"health","valid_to_on":"2027-06-30"}])";
    return more;
}
std::string home(int i) {
    static const char* places[] = {"511502", "510502", "511002", "440305"};
    return places[i / 2 % 4];
}

using Suggested = Market;

TEST_F(Suggested, EqualToScoringEverybody) {
    for (int i = 1; i <= 24; ++i) (void)add_person(i, profile(i), home(i));
    const auto order = world.open_order(
        employer, 5,
        R"(,"education":"junior","skills":[{"name":"白酒酿造","level":4},{"name":"搬运"}])");
    const auto& services = world.app().services();
    std::vector<matching::Worker> workers;
    std::vector<matching::oracle::Pair> pairs;
    const Date today = date_of(world.clock().now());
    world.store().read([&](store::Reader& reader) {
        const auto row = orders::find(reader, OrderId::parse(order).value());
        const auto asked = order_of(*row, {}, today, pool().dictionary(services)).value();
        people::each_person(reader, [&](const people::Person& person) {
            workers.push_back(worker_of(person, {}, pool().dictionary(services)).value());
            pairs.push_back({person.id.number, workers.back(), asked});
        });
    });
    for (const int k : {3, 50}) {
        const auto answer = ask(candidates_path(order, k), agency);
        ASSERT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
        const auto expected =
            matching::oracle::rank(pairs, workers, pool().index().policy(), true,
                                   static_cast<std::size_t>(k), today);
        ASSERT_GT(expected.items.size(), 2U);
        std::vector<std::string> best;
        for (const auto& item : expected.items) best.push_back(id_text(item.id));
        EXPECT_EQ(ids(answer, "person"), best);
        const auto& items = answer.body.at("items").as_array();
        for (std::size_t i = 0; i < items.size(); ++i)
            EXPECT_EQ(items[i].at("score").as_int64(), expected.items[i].score);
        std::map<std::string, std::int64_t> counts;
        for (const auto& [filter, count] : expected.removed)
            counts[std::string(matching::code(filter))] = count;
        EXPECT_EQ(removed(answer), counts);
        EXPECT_EQ(answer.number("considered"), 24);
    }
}

TEST_F(Suggested, EveryPartHasItsReason) {
    const auto person = add_person(1, profile(4));
    const auto order = world.open_order(employer, 5);
    const auto answer = ask(candidates_path(order), agency);
    ASSERT_THAT(ids(answer, "person"), ElementsAre(person.text()));
    const auto& item = answer.body.at("items").at(0);
    std::int64_t sum = 0;
    for (const auto& part : item.at("parts").as_array()) {
        sum += part.at("points").as_int64();
        EXPECT_FALSE(part.at("reason").at("zh").as_string().empty());
        EXPECT_FALSE(part.at("reason").at("en").as_string().empty());
    }
    EXPECT_EQ(item.at("score").as_int64(), sum);
    EXPECT_EQ(item.at("person").at("name").as_string(), "张小1") << "its own candidate in full";
}

TEST_F(Suggested, ANewPersonIsThereWithinASecond) {
    const auto order = world.open_order(employer, 5);
    EXPECT_THAT(ids(ask(candidates_path(order), agency), "person"), IsEmpty());
    world.app().start_background();
    const auto person = add_person(1);
    world.app().services().get<journal::Bell>().ring();  // The program rings it at each commit.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(1);
    std::vector<std::string> found;
    while (found.empty() && std::chrono::steady_clock::now() < until)
        found = ids(world.get(candidates_path(order), agency), "person");
    EXPECT_THAT(found, ElementsAre(person.text()));
}

TEST_F(Suggested, AnAcceptedSeatMakesBusyUntilItEnds) {
    const auto person = add_person(1);
    const auto order = world.open_order(employer, 2);
    const auto other = world.open_order(employer, 2, R"(,"ends_on":"2027-01-10")");
    const auto share =
        world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "k").text("id");
    const auto seat = run(agency, [&](app::Command& command) {
        const auto row = shares::find(command.db, ShareId::parse(share).value());
        return seats::offer(command, *row, person, std::nullopt);
    });
    ASSERT_TRUE(seat) << seat.error().code;
    EXPECT_THAT(ids(ask(candidates_path(other), agency), "person"), ElementsAre(person.text()))
        << "an offer takes no day";
    ASSERT_TRUE(run(herself(person),
                    [&](app::Command& command) { return seats::accept(command, *seat); }));
    const auto busy = ask(candidates_path(other), agency);
    EXPECT_THAT(ids(busy, "person"), IsEmpty());
    EXPECT_EQ(removed(busy)["availability"], 1);
    EXPECT_THAT(ids(ask(matches_path(person), herself(person)), "order"), IsEmpty());
    (void)run(agency, [&](app::Command& command) -> Result<Done> {
        const auto now = seats::find(command.db, seat->id);
        (void)seats::leave(command, *now, seats::SeatStatus::replaced, "test");
        return Done{};
    });
    EXPECT_THAT(ids(ask(candidates_path(other), agency), "person"), ElementsAre(person.text()));
    join_public_pool(person);
    const auto named = [&](const access::Caller& caller) {
        const auto answer = ask(candidates_path(other), caller);
        return std::string(answer.body.at("items").at(0).at("person").at("name").as_string());
    };
    EXPECT_EQ(named(employer), "张小1") << "she accepted a seat of its";
    EXPECT_EQ(named(stranger), "张*");
}

TEST_F(Suggested, AClosedOrderIsNoMatch) {
    const auto person = add_person(1);
    const auto order = world.open_order(employer, 2);
    EXPECT_THAT(ids(ask(matches_path(person), herself(person)), "order"), ElementsAre(order));
    EXPECT_THAT(ids(ask(matches_path(person), agency), "order"), ElementsAre(order));
    const auto cancelled = run(employer, [&](app::Command& command) {
        const auto row = orders::find(command.db, OrderId::parse(order).value());
        return orders::move(command, *row, orders::Act::cancel);
    });
    ASSERT_TRUE(cancelled) << cancelled.error().code;
    const auto after = ask(matches_path(person), herself(person));
    EXPECT_THAT(ids(after, "order"), IsEmpty());
    EXPECT_EQ(after.number("considered"), 0);
    EXPECT_EQ(after.body.at("why_empty").at("zh").as_string(), "市场上还没有正在抢单的订单") << "not: no candidates";
}

TEST_F(Suggested, AStrangerSeesThePublicPoolAloneAndMasked) {
    const auto own = add_person(1);
    const auto pooled = add_person(2);
    const auto order = world.open_order(employer, 5);
    EXPECT_THAT(ids(ask(candidates_path(order), stranger), "person"), IsEmpty());
    EXPECT_EQ(ask(candidates_path(order), stranger).number("considered"), 0)
        << "not even as a number";
    join_public_pool(pooled);
    const auto seen = ask(candidates_path(order), stranger);
    EXPECT_THAT(ids(seen, "person"), ElementsAre(pooled.text()));
    EXPECT_EQ(seen.body.at("items").at(0).at("person").at("name").as_string(), "张*");
    EXPECT_EQ(ids(ask(candidates_path(order), agency), "person").size(), 2U);
    EXPECT_THAT(ids(ask(candidates_path(order), employer), "person"),
                ElementsAre(pooled.text()));
    const auto official = world.caller(access::Role::official, {}, "511500");
    EXPECT_EQ(ids(ask(candidates_path(order), official), "person").size(), 2U)
        << "people of the official's own place";
    EXPECT_EQ(ask(matches_path(own), stranger).status, 404);
    EXPECT_EQ(ask(matches_path(pooled), stranger).status, 403) << "not its candidate";
}

TEST_F(Suggested, OnlyPartiesMayAsk) {
    const auto person = add_person(1);
    const auto order = world.open_order(employer, 5);
    EXPECT_EQ(ask(candidates_path(order), world.employer("511502")).status, 403);
    const auto unlicensed =
        world.caller(access::Role::agency, world.employer("510502").organisation, "510502");
    EXPECT_EQ(ask(candidates_path(order), unlicensed).text("code"), "candidates_closed");
    EXPECT_EQ(ask(candidates_path(order), herself(person)).status, 403);
    EXPECT_EQ(ask(candidates_path(order), {}).status, 401);
    EXPECT_EQ(ask(candidates_path(order), world.caller(access::Role::official, {}, "510500")).status,
              403)
        << "another city's official";
    EXPECT_EQ(ask(candidates_path("0000000000001"), agency).status, 404);
    EXPECT_EQ(ask(matches_path(person), herself(add_person(2))).status, 404);
    EXPECT_EQ(ask(candidates_path(order, 201), agency).status, 400);
}

TEST_F(Suggested, AnEmptyListNamesTheFilter) {
    (void)add_person(1, R"(,"reach_km":10)", "510502");
    (void)add_person(2);
    (void)add_person(3);
    const auto order = world.open_order(employer, 5, R"(,"certificates":["health"])");
    const auto answer = ask(candidates_path(order), agency);
    EXPECT_THAT(ids(answer, "person"), IsEmpty());
    EXPECT_EQ(answer.text("last_filter"), "certificates");
    EXPECT_EQ(answer.number("counted"), 3);
    EXPECT_NE(answer.body.at("what_counts").at("zh").as_string().find("逐一核对"), std::string::npos);
    EXPECT_EQ(removed(answer), (std::map<std::string, std::int64_t>{{"reach", 1},
                                                                     {"certificates", 2}}));
    EXPECT_FALSE(answer.body.at("why_empty").at("zh").as_string().empty());
    EXPECT_FALSE(answer.body.at("advice").at("en").as_string().empty());
    // Of orders for a person the words count orders.
    const auto far = add_person(4, R"(,"reach_km":5)", "510502");
    const auto nothing = ask(matches_path(far), herself(far));
    EXPECT_EQ(nothing.body.at("why_empty").at("zh").as_string(), "共 1 张订单，筛选到可到达范围时已没有订单可选");
    EXPECT_EQ(nothing.body.at("what_counts").at("zh").as_string(), "每张订单只计入第一个不符合的条件；共 1 张订单，逐一核对");
}

/// The codes of the conditions that failed.
std::vector<std::string> failed(const test::TestApp::Answer& answer) {
    std::vector<std::string> codes;
    for (const auto& each : answer.body.at("failed").as_array()) codes.emplace_back(each.at("filter").as_string());
    return codes;
}

TEST_F(Suggested, AnybodyConcernedIsToldWhySomebodyIsNotInTheList) {
    const auto fits = add_person(1);
    const auto far = add_person(2, R"(,"reach_km":5)", "510502");
    const auto order = world.open_order(employer, 5, R"(,"certificates":["health"])");
    const auto path = [&](PersonId person) { return "/orders/" + order + "/candidates/" + person.text(); };
    const auto hers = ask(path(far), herself(far));
    ASSERT_EQ(hers.status, 200) << codec::json::serialize(hers.body);
    EXPECT_EQ(failed(hers), (std::vector<std::string>{"reach", "certificates"})) << "every one, not the first alone";
    EXPECT_FALSE(hers.body.at("fits").as_bool());
    EXPECT_EQ(hers.body.at("failed").at(0).at("reason").at("zh").as_string(), "地点超出可到达范围");
    EXPECT_EQ(hers.body.at("parts").as_array().size(), 7U);
    EXPECT_EQ(failed(ask(path(fits), agency)), (std::vector<std::string>{"certificates"})) << "its candidate";
    EXPECT_EQ(ask(path(fits), herself(far)).status, 404) << "not hers";
    EXPECT_EQ(ask(path(fits), stranger).status, 404) << "neither its candidate nor in the public pool";
    EXPECT_EQ(ask(path(fits), employer).status, 404);
    join_public_pool(fits);
    const auto masked = ask(path(fits), employer);
    ASSERT_EQ(masked.status, 200);
    EXPECT_EQ(masked.body.at("person").at("name").as_string(), "张*");
    EXPECT_EQ(ask(path(fits), world.employer("511502")).status, 404) << "another employer's order";
    EXPECT_EQ(ask(path(fits), {}).status, 401);
    const auto simple = world.open_order(employer, 2);
    const auto good = ask("/orders/" + simple + "/candidates/" + fits.text(), agency);
    EXPECT_TRUE(good.body.at("fits").as_bool());
    EXPECT_EQ(good.number("score"), ask(candidates_path(simple), agency).body.at("items").at(0).at("score").as_int64());
}

TEST_F(Suggested, TheBestOrdersOfPeopleRegisteredTogether) {
    const auto fits = add_person(1);
    const auto far = add_person(2, R"(,"reach_km":5)", "510502");
    const auto order = world.open_order(employer, 5);
    world.app().follow();
    const std::string path = "/matches?people=" + fits.text() + "," + far.text() + "," + fits.text();
    const auto answer = world.get(path, agency);
    ASSERT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
    const auto& people = answer.body.as_array();
    ASSERT_EQ(people.size(), 2U) << "each once, in the order asked";
    EXPECT_EQ(people[0].at("person").as_string(), fits.text());
    EXPECT_EQ(people[0].at("matches").at("items").at(0).at("order").at("id").as_string(), order);
    EXPECT_FALSE(people[0].at("matches").at("items").at(0).at("parts").as_array().empty());
    EXPECT_EQ(people[1].at("person").as_string(), far.text());
    EXPECT_TRUE(people[1].at("matches").at("items").as_array().empty());
    EXPECT_EQ(people[1].at("matches").at("last_filter").as_string(), "reach");
    EXPECT_FALSE(people[1].at("matches").at("advice").at("zh").as_string().empty());
    EXPECT_TRUE(world.get(path, stranger).body.as_array().empty()) << "not its candidates";
    EXPECT_EQ(world.get(path, employer).status, 403);
    EXPECT_EQ(world.get(path, {}).status, 401);
    EXPECT_EQ(world.get("/matches?people=nobody", agency).text("code"), "people_listed_wrong");
    std::string many;
    for (int i = 0; i < 51; ++i) many += fits.text() + ",";
    EXPECT_EQ(world.get("/matches?people=" + many, agency).status, 200) << "one of them 51 times";
}

TEST_F(Suggested, APoolReadAtStartEqualsTheOneThatFollowed) {
    for (int i = 1; i <= 12; ++i) (void)add_person(i, profile(i), home(i));
    const auto order = world.open_order(employer, 5);
    world.app().follow();
    const auto& services = world.app().services();
    const auto points =
        Points::load(SOURCE_FOLDER "/data", services.get<codes::Tables>()).value();
    Pool fresh(pool().index().policy(), points, "test ");
    world.store().read([&](store::Reader& reader) {
        fresh.load(services, reader);
        const auto row = orders::find(reader, OrderId::parse(order).value());
        const Date today = date_of(world.clock().now());
        const auto rank = [&](const Pool& from) {
            const auto asked = order_of(*row, {}, today, from.dictionary(services)).value();
            std::vector<std::pair<std::int64_t, int>> list;
            const auto ranking = from.rank_workers(asked, 50, today, {}).value();
            for (const auto& item : ranking.items)
                list.emplace_back(item.id, item.score);
            return list;
        };
        EXPECT_EQ(rank(fresh), rank(pool()));
        EXPECT_EQ(fresh.index().position(), pool().index().position());
        EXPECT_EQ(fresh.index().orders(), 1);
    });
}

TEST_F(Suggested, AFirstDayInThePastBecomesToday) {
    const auto person = add_person(1, R"(,"available_from_on":"2026-12-10")");
    const auto order = world.open_order(employer, 5);
    EXPECT_THAT(ids(ask(matches_path(person), agency), "order"), IsEmpty());
    world.clock().set(*parse_instant("2026-12-11T09:00:00+08:00"));
    world.app().run_due_jobs();
    EXPECT_THAT(ids(ask(matches_path(person), agency), "order"), ElementsAre(order));
}

/// What is logged while it lives.
class Log {
  public:
    Log() : before_(spdlog::default_logger()) {
        spdlog::set_default_logger(std::make_shared<spdlog::logger>(
            "test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_)));
    }
    ~Log() { spdlog::set_default_logger(before_); }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    [[nodiscard]] std::string text() const { return text_.str(); }

  private:
    std::ostringstream text_;
    std::shared_ptr<spdlog::logger> before_;
};

TEST_F(Suggested, AnOrderWhoseLastDayIsOverFallsOutWithoutAWord) {
    (void)world.open_order(employer, 5);
    world.app().follow();
    ASSERT_EQ(pool().index().orders(), 1);
    world.clock().set(*parse_instant("2027-01-02T09:00:00+08:00"));
    const Log log;
    const auto& services = world.app().services();
    world.store().read([&](store::Reader& reader) {
        services.get<Pool>().begin_day(services, reader);
        EXPECT_EQ(pool().index().orders(), 0);
        Pool fresh(pool().index().policy(),
                   Points::load(SOURCE_FOLDER "/data", services.get<codes::Tables>()).value(), "");
        fresh.load(services, reader);
        EXPECT_EQ(fresh.index().orders(), 0);
    });
    EXPECT_EQ(log.text(), "");
}

TEST_F(Suggested, TheCommandLineRanksEverybodyMasked) {
    const auto person = add_person(1, profile(4));
    const auto order = world.open_order(employer, 5);
    world.app().follow();
    const auto people = rank(world.app(), {OrderId::parse(order), {}, {}});
    ASSERT_TRUE(people) << people.error().code;
    EXPECT_NE(people->words.find(person.text() + "  张*"), std::string::npos) << people->words;
    EXPECT_NE(people->words.find("1 considered"), std::string::npos);
    const auto orders = rank(world.app(), {{}, person, {}});
    ASSERT_TRUE(orders) << orders.error().code;
    EXPECT_EQ(codec::parse(orders->json)->at("items").at(0).at("order").at("id").as_string(), order);
    EXPECT_EQ(rank(world.app(), {}).error().code, "rank_needs_one");
}

}  // namespace
}  // namespace jianghui::suggestions
