// The nightly push against each order ranked by itself as on the staffing page, told once whatever stops or runs twice,
// and what its calls answer to whom.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

#include "features/nightly/pushing.hpp"
#include "features/nightly/store.hpp"
#include "features/seats/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::nightly {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Told = std::map<std::string, std::vector<std::string>>;  ///< orders by person, the best first

class Nightly : public testing::Test {
  protected:
    test::TestApp world;
    access::Caller employer = world.employer("511502");
    access::Caller agency = world.agency("510502");

    /// A candidate of the agency; `more` are further members (",…"). Numbered from 1.
    PersonId add_person(int sequence, const std::string& more = "", const std::string& place = "511502") {
        std::string number = fmt::format("51050219900101{:03}", sequence);
        number += identity_check_character(number);
        const auto added = world.post("/people", agency,
                                      fmt::format(R"({{"name":"张小{}","id_number":"{}","place":"{}"{}}})", sequence,
                                                  number, place, more));
        EXPECT_EQ(added.status, 201) << codec::json::serialize(added.body);
        return PersonId::parse(added.text("id")).value();
    }
    access::Caller herself(PersonId person) { return world.caller(access::Role::worker, {}, "511502", person); }
    void join_public_pool(PersonId person) {
        EXPECT_LT(world.post("/people/" + person.text() + "/consents", herself(person),
                             R"({"purpose":"public_pool","granted":true})").status, 300);
    }
    /// Runs a change as the caller, as the write lane does.
    template <class F>
    auto run(const access::Caller& caller, F&& f) {
        std::optional<decltype(f(std::declval<app::Command&>()))> result;
        world.store().write([&](store::Transaction& transaction) {
            const auto& services = world.app().services();
            app::Command command(transaction, caller, world.clock().now(), services, services.get<IdSource>());
            result.emplace(f(command));
            return result->has_value();
        });
        return std::move(result).value();
    }
    /// The answer to a question, with everything that happened in the index.
    test::TestApp::Answer ask(const std::string& target, const access::Caller& as) {
        world.app().follow();
        return world.get(target, as);
    }
    /// Everything that happened is in the index, and the night is made to its end.
    void push(test::TestApp& process) {
        process.app().follow();
        while (step(process)) {}
    }
    void push() { push(world); }
    static bool step(test::TestApp& process) {
        const auto& services = process.app().services();
        const auto more = services.get<Pushing>().step(services);
        EXPECT_TRUE(more.has_value()) << more.error().code;
        return more.value_or(false);
    }
    /// The night is ranked and nobody was told yet.
    void rank() {
        world.app().follow();
        while (!run_of(today)) ASSERT_TRUE(step(world));
        ASSERT_EQ(events("nightly.told"), 0);
    }
    /// A pool of people who differ, of whom every fifth is the agency's candidate alone.
    std::vector<PersonId> fill(int count, std::uint32_t seed) {
        std::mt19937 random(seed);
        const auto one_of = [&](auto... each) {
            const std::string all[] = {each...};
            return all[random() % sizeof...(each)];
        };
        std::vector<PersonId> people;
        for (int i = 1; i <= count; ++i) {
            std::string more = fmt::format(R"(,"occupations":["{}"],"experience_years":{})",
                                           one_of("6-02-06-03", "6-02-06-04", "6-18-02-04", "4-08-05-01"),
                                           random() % 9);
            if (random() % 2 == 0) more += R"(,"skills":[{"name":"白酒酿造","level":4}])";
            if (random() % 4 == 0) more += R"(,"reach_km":50)";
            if (random() % 5 == 0) more += R"(,"available_from_on":"2026-12-05")";
            if (random() % 5 == 1) more += R"(,"pay_asked_fen":28000,"pay_unit":"day")";
            people.push_back(add_person(i, more, one_of("511502", "510502", "511002")));
            if (i % 5 != 0) join_public_pool(people.back());
        }
        return people;
    }
    std::vector<std::string> open_orders(int count) {
        static const char* places[] = {"511502", "510502", "511002"};
        std::vector<std::string> orders;
        for (int i = 0; i < count; ++i)
            orders.push_back(world.open_order(employer, 2 + i % 3, i % 2 == 0 ? "" : R"(,"ends_on":"2027-01-10")",
                                              places[i % 3]));
        return orders;
    }
    /// Each order asked for by itself on its employer's page; of whom each person's best that are not in `before`.
    Told one_by_one(const std::vector<std::string>& orders, const Limits& limits, const Told& before = {}) {
        std::map<std::string, std::vector<std::tuple<std::int64_t, std::string>>> found;
        for (const auto& order : orders) {
            const auto answer = ask(fmt::format("/orders/{}/candidates?k={}", order, limits.people_per_order), employer);
            EXPECT_EQ(answer.status, 200);
            for (const auto& item : answer.body.at("items").as_array()) {
                const std::string person(item.at("person").at("id").as_string());
                const auto told = before.find(person);
                if (told == before.end() || std::find(told->second.begin(), told->second.end(), order) == told->second.end())
                    found[person].emplace_back(-item.at("score").as_int64(), order);
            }
        }
        Told best;
        for (auto& [person, theirs] : found) {
            std::sort(theirs.begin(), theirs.end(), [](const auto& a, const auto& b) {
                return std::pair(std::get<0>(a), OrderId::parse(std::get<1>(a))->number) <
                       std::pair(std::get<0>(b), OrderId::parse(std::get<1>(b))->number);
            });
            for (const auto& [score, order] : theirs)
                if (best[person].size() < static_cast<std::size_t>(limits.orders_per_person))
                    best[person].push_back(order);
        }
        return best;
    }
    /// What is written of that night.
    Told told_on(const std::string& night, const std::vector<PersonId>& people) {
        Told told;
        world.store().read([&](store::Reader& reader) {
            for (const auto person : people)
                for (const auto& row : told_of_person(reader, person, 1000))
                    if (date_text(row.night_on) == night) told[person.text()].push_back(row.order_id.text());
        });
        return told;
    }
    std::optional<RunRow> run_of(const std::string& night) {
        return world.store().read([&](store::Reader& reader) { return find_run(reader, *parse_date(night)); });
    }
    int events(const std::string& kind) {
        int count = 0;
        world.store().read([&](store::Reader& reader) {
            for (const auto& event : journal::after(reader, 0, 100'000)) count += event.kind == kind ? 1 : 0;
        });
        return count;
    }
    void next_day() {
        world.clock().advance(std::chrono::hours(24));
    }
    test::TestApp::Answer daily(PersonId person, const access::Caller& as) {
        return ask("/people/" + person.text() + "/daily-orders", as);
    }
    std::vector<std::string> shown(PersonId person, const char* when = "today") {
        std::vector<std::string> orders;
        const auto answer = daily(person, herself(person));
        for (const auto& item : answer.body.at(when).as_array())
            orders.emplace_back(item.at("order").at("id").as_string());
        return orders;
    }
    const std::string today = "2026-11-23";
};

/// Once with a whole pool, for three of them.
class NightlyOfPool : public Nightly, public testing::WithParamInterface<std::uint32_t> {};
INSTANTIATE_TEST_SUITE_P(Pools, NightlyOfPool, testing::Values(1U, 2U, 3U));

TEST_P(NightlyOfPool, TellsWhatEachOrderRankedByItselfWould) {
    const auto people = fill(90, GetParam());
    const auto orders = open_orders(7);
    const auto limits = limits_on(world.app().services(), *parse_date(today));
    const auto expected = one_by_one(orders, limits);
    push();
    const auto first = told_on(today, people);
    EXPECT_EQ(first, expected);
    ASSERT_GT(first.size(), 32U) << "more than one transaction tells";
    const auto run = run_of(today);
    ASSERT_TRUE(run);
    EXPECT_TRUE(run->ended_at);
    EXPECT_EQ(run->orders, 7);
    EXPECT_EQ(run->people, 72) << "who is the agency's candidate alone is not in the pool";
    EXPECT_EQ(run->told, static_cast<std::int64_t>(first.size()));
    EXPECT_EQ(events("nightly.told"), static_cast<int>(first.size()));

    next_day();
    const auto rest = one_by_one(orders, limits, first);
    push();
    EXPECT_EQ(told_on("2026-11-24", people), rest) << "nobody is told twice of one order";
    EXPECT_EQ(told_on(today, people), first);
}

TEST_P(NightlyOfPool, TellsOnceWhereverItStopsAndHoweverManyDoIt) {
    const auto people = fill(90, GetParam());
    const auto orders = open_orders(5);
    const auto expected = one_by_one(orders, limits_on(world.app().services(), *parse_date(today)));
    world.app().follow();
    // Stops after the first people were told; another process goes on beside the one that begins again.
    while (step(world) && told_on(today, people).empty()) {}
    ASSERT_FALSE(run_of(today)->ended_at);
    ASSERT_LE(told_on(today, people).size(), 32U) << "no more in one transaction than commands share a commit";
    ASSERT_LT(told_on(today, people).size(), expected.size());
    world.restart();
    test::TestApp other(world, nullptr);
    for (bool more = true; more;) {
        const bool here = step(world);
        const bool there = step(other);
        more = here || there;
    }
    EXPECT_EQ(told_on(today, people), expected);
    EXPECT_EQ(events("nightly.told"), static_cast<int>(expected.size()));
    EXPECT_EQ(run_of(today)->told, static_cast<std::int64_t>(expected.size()));
    push();
    push(other);
    EXPECT_EQ(events("nightly.told"), static_cast<int>(expected.size())) << "the night is over";
}

using Daily = Nightly;

TEST_F(Daily, WaitForTheHour) {
    EXPECT_FALSE(is_due(*parse_instant("2026-11-23T02:59:59+08:00"), 3));
    EXPECT_TRUE(is_due(*parse_instant("2026-11-23T03:00:00+08:00"), 3));
    EXPECT_TRUE(is_due(*parse_instant("2026-11-23T22:00:00+08:00"), 3)) << "a server that was off catches up";
    world.clock().advance(std::chrono::hours(16));  // 01:00
    push();
    EXPECT_FALSE(run_of("2026-11-24"));
    world.clock().advance(std::chrono::hours(2));
    push();
    EXPECT_TRUE(run_of("2026-11-24")->ended_at) << "also when there is nobody to tell";
}

TEST_F(Daily, BeginAnewOnTheNextDay) {
    const auto person = add_person(1);
    join_public_pool(person);
    const auto order = world.open_order(employer, 2);
    rank();
    next_day();
    push();
    EXPECT_FALSE(run_of(today)->ended_at) << "what was left is not gone on with";
    EXPECT_TRUE(run_of("2026-11-24")->ended_at);
    EXPECT_THAT(shown(person), ElementsAre(order));
    EXPECT_EQ(events("nightly.told"), 1);
}

TEST_F(Daily, RunByTheProgramsOwnClock) {
    const auto person = add_person(1);
    join_public_pool(person);
    const auto order = world.open_order(employer, 2);
    world.app().follow();
    world.run_jobs(3, std::chrono::minutes(1));
    EXPECT_THAT(shown(person), ElementsAre(order));
    EXPECT_EQ(events("nightly.told"), 1);
    const auto notices = world.get("/notices", herself(person));
    EXPECT_NE(notices.bytes.find("/pocket/today"), std::string::npos) << notices.bytes;
}

TEST_F(Daily, TellNobodyWhoDoesNotWantIt) {
    const auto wants = add_person(1), stopped = add_person(2), withdrew = add_person(3), never = add_person(4);
    for (const auto person : {wants, stopped, withdrew}) join_public_pool(person);
    const auto order = world.open_order(employer, 2);
    const auto put = [&](PersonId person, const access::Caller& as, const char* wanted) {
        return world.send(http::Method::put, "/people/" + person.text() + "/daily-orders", as,
                          fmt::format(R"({{"wanted":{}}})", wanted)).status;
    };
    EXPECT_EQ(put(stopped, herself(stopped), "false"), 200);
    EXPECT_EQ(put(stopped, herself(stopped), "false"), 200);
    EXPECT_EQ(events("nightly.stopped"), 1) << "said twice, done once";
    EXPECT_EQ(put(stopped, herself(wants), "true"), 404) << "somebody else's";
    EXPECT_EQ(put(stopped, agency, "true"), 403);
    rank();  // She is still one of the pool.
    EXPECT_LT(world.post("/people/" + withdrew.text() + "/consents", herself(withdrew),
                         R"({"purpose":"public_pool","granted":false})").status, 300);
    while (step(world)) {}
    EXPECT_THAT(shown(wants), ElementsAre(order));
    for (const auto person : {stopped, withdrew, never}) EXPECT_THAT(shown(person), IsEmpty());

    EXPECT_EQ(put(stopped, herself(stopped), "true"), 200);
    EXPECT_EQ(events("nightly.resumed"), 1);
    next_day();
    push();
    EXPECT_THAT(shown(stopped), ElementsAre(order));
}

TEST_F(Daily, LeaveOutWhatIsTakenMeanwhile) {
    const auto busy = add_person(1), free = add_person(2);
    for (const auto person : {busy, free}) join_public_pool(person);
    const auto work = world.open_order(employer, 1);
    const auto other = world.open_order(employer, 2, R"(,"ends_on":"2027-01-10")");
    rank();  // Both fit both; then one seat is taken.
    const auto share = world.post("/orders/" + work + "/shares", agency, R"({"seats":1})", "k").text("id");
    const auto seat = run(agency, [&](app::Command& command) {
        return seats::offer(command, *shares::find(command.db, ShareId::parse(share).value()), busy, std::nullopt);
    });
    ASSERT_TRUE(seat) << seat.error().code;
    ASSERT_TRUE(run(herself(busy), [&](app::Command& command) { return seats::accept(command, *seat); }));
    push();
    EXPECT_THAT(shown(busy), IsEmpty()) << "her days are taken";
    EXPECT_THAT(shown(free), ElementsAre(other)) << "the first has no seat left";
}

TEST_F(Daily, SayNothingOfAnOrderThatAnAgencyOffered) {
    const auto offered = add_person(1), other = add_person(2);
    for (const auto person : {offered, other}) join_public_pool(person);
    const auto order = world.open_order(employer, 5);
    const auto share = world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "k").text("id");
    ASSERT_TRUE(run(agency, [&](app::Command& command) {
        return seats::offer(command, *shares::find(command.db, ShareId::parse(share).value()), offered, std::nullopt);
    }));
    push();
    EXPECT_THAT(shown(offered), IsEmpty()) << "it waits for her answer already";
    EXPECT_THAT(shown(other), ElementsAre(order));
}

TEST_F(Daily, SayWhyAndWhatBecameOfIt) {
    const auto person = add_person(1);
    join_public_pool(person);
    const auto order = world.open_order(employer, 1);
    push();
    const auto answer = daily(person, herself(person));
    ASSERT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.at("wanted").as_bool());
    EXPECT_TRUE(answer.body.at("consented").as_bool());
    EXPECT_TRUE(answer.body.at("looked_at").is_string());
    const auto& item = answer.body.at("today").at(0);
    EXPECT_TRUE(item.at("open").as_bool());
    EXPECT_TRUE(item.at("fits").as_bool());
    std::int64_t sum = 0;
    for (const auto& part : item.at("parts").as_array()) {
        sum += part.at("points").as_int64();
        EXPECT_FALSE(part.at("reason").at("zh").as_string().empty());
    }
    EXPECT_EQ(sum, item.at("score").as_int64());

    EXPECT_EQ(world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", "k").status, 201);
    next_day();
    push();
    EXPECT_THAT(shown(person), IsEmpty()) << "nothing new";
    EXPECT_THAT(shown(person, "earlier"), ElementsAre(order));
    EXPECT_FALSE(daily(person, herself(person)).body.at("earlier").at(0).at("open").as_bool());

    EXPECT_EQ(daily(person, agency).status, 403);
    EXPECT_EQ(daily(person, herself(add_person(2))).status, 404) << "somebody else's";
}

TEST_F(Daily, AreCountedForOfficials) {
    const auto here = add_person(1, "", "511502"), there = add_person(2, "", "510502");
    for (const auto person : {here, there}) join_public_pool(person);
    (void)world.open_order(employer, 2);
    push();
    const auto answer = world.get("/nightly-runs", world.official("511500"));
    ASSERT_EQ(answer.status, 200) << codec::json::serialize(answer.body);
    EXPECT_EQ(answer.number("hour"), 3);
    const auto& run = answer.body.at("items").at(0);
    EXPECT_EQ(run.at("night_on").as_string(), today);
    EXPECT_EQ(run.at("orders").as_int64(), 1);
    EXPECT_EQ(run.at("people").as_int64(), 2);
    EXPECT_EQ(run.at("told").as_int64(), 2);
    EXPECT_TRUE(run.at("ended_at").is_string());
    ASSERT_THAT(run.at("cities").as_array(), SizeIs(1)) << "of the own place";
    EXPECT_EQ(run.at("cities").at(0).at("city").as_string(), "511500");
    const auto all = world.get("/nightly-runs", world.caller(access::Role::system_administrator, {}, ""));
    EXPECT_THAT(all.body.at("items").at(0).at("cities").as_array(), SizeIs(2));
    EXPECT_EQ(world.get("/nightly-runs", herself(here)).status, 403);
    EXPECT_EQ(world.get("/nightly-runs", employer).status, 403);
}

TEST_F(Daily, AreHersToCopyAndToErase) {
    const auto person = add_person(1);
    join_public_pool(person);
    (void)world.open_order(employer, 2);
    push();
    const auto& services = world.app().services();
    const auto& parts = services.get<app::PersonalData>().parts;
    const auto part = std::find_if(parts.begin(), parts.end(), [](const auto& each) { return each.name == "nightly"; });
    ASSERT_NE(part, parts.end());
    const auto copied = [&] {
        const auto as = herself(person);
        return world.store().read([&](store::Reader& reader) {
            return part->copy({reader, services, as, person, world.clock().now()}).size();
        });
    };
    EXPECT_EQ(copied(), 1U);
    const auto expire = [&] {
        return run(herself(person), [&](app::Command& command) -> Result<bool> { return part->expire(command); });
    };
    EXPECT_FALSE(expire().value());
    EXPECT_EQ(copied(), 1U) << "it is not old";
    (void)run(herself(person), [&](app::Command& command) -> Result<Done> {
        part->empty(command, person);
        return Done{};
    });
    EXPECT_EQ(copied(), 0U);
    next_day();
    push();
    EXPECT_EQ(copied(), 1U);
    world.clock().advance(std::chrono::hours(24 * 400));
    EXPECT_FALSE(expire().value());
    EXPECT_EQ(copied(), 0U) << "after a year nobody needs it";
}

}  // namespace
}  // namespace jianghui::nightly
