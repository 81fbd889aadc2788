// Jobs in the background: what they have to do shares commits while nobody waits, and what fails undoes nothing for good that came before.

#include <gtest/gtest.h>

#include <thread>

#include "engine/app/services_for_test.hpp"

namespace jianghui::app {
namespace background_test {

constexpr store::Statement put{"put", "INSERT INTO things (number) VALUES (:number)"};
constexpr store::Statement count{"count", "SELECT COUNT(*) FROM things"};
constexpr ErrorCode too_late{"too_late", Kind::conflict, "太晚。", "Too late."};

struct Background : testing::Test {
    store::DatabaseForTest place;
    std::shared_ptr<Services> services = services_for_test(place);
    std::size_t appended = 0;

    Background() {
        place.open()->connect(store::Database::Use::write)->script("CREATE TABLE things (number BIGINT PRIMARY KEY)");
    }
    store::Store& database() { return services->get<store::Store>(); }
    std::int64_t things() {
        return database().read([](store::Reader& reader) { return reader.value<std::int64_t>(count).value_or(-1); });
    }
    /// A job puts the things from 0 on, one a run; `does` says whether the run may go on after it put its thing. In the background,
    /// until `over`.
    void run(int all, const std::function<Result<Done>(int)>& does, const std::function<bool()>& over) {
        Feature feature;
        feature.name = "things";
        feature.jobs = {{"things.put", Milliseconds(1000), [&](Command& command) -> Result<bool> {
                             const int next = command.db.value<int>(count).value_or(0);
                             command.db.execute(put, store::arguments("number", next));
                             TRY_DO(does(next));
                             return next + 1 < all;
                         }}};
        auto app = App::create(services, {feature});
        ASSERT_TRUE(static_cast<bool>(app));
        (*app)->start_background();
        for (int i = 0; i < 2000 && !over(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        EXPECT_TRUE(over());
    }
};

TEST_F(Background, FollowersAreHandedEachEventOnceInOrderHoweverManyThereAre) {
    for (const int events : {0, 1, 999, 1000, 1001, 2000, 5500}) {
        journal::NewEvent one;
        one.kind = "thing.made";
        one.subject_kind = "thing";
        one.subject = 1;
        const std::vector<journal::NewEvent> more(static_cast<std::size_t>(events) - appended, one);
        database().write([&](store::Transaction& transaction) {
            journal::append_all(transaction, more);
            return true;
        });
        appended = static_cast<std::size_t>(events);
        std::vector<std::int64_t> handed;
        Feature feature;
        feature.name = "things";
        feature.followers = {{"things.follow", [&](const Services& /*services*/, const store::Reader& /*reader*/,
                                                   const std::vector<journal::Event>& some) {
                                  for (const auto& event : some) handed.push_back(event.position);
                              }}};
        const auto services_of_one = std::make_shared<Services>(*services);
        auto app = App::create(services_of_one, {feature});
        ASSERT_TRUE(static_cast<bool>(app));
        EXPECT_EQ((*app)->follow(), events);
        ASSERT_EQ(handed.size(), appended);
        for (std::size_t i = 0; i < handed.size(); ++i) ASSERT_EQ(handed[i], static_cast<std::int64_t>(i) + 1);
    }
}

TEST_F(Background, RunsOfAJobShareACommitWhileNobodyWaits) {
    const auto before = database().commits();
    run(40, [](int) { return Result<Done>(Done{}); }, [&] { return things() == 40; });
    EXPECT_LE(database().commits() - before, 10U);
}

TEST_F(Background, WhatCameBeforeARunThatFailsIsMadeAgainByItself) {
    std::atomic<int> refused{0};
    run(5,
        [&](int number) -> Result<Done> {
            if (number < 2) return Done{};
            ++refused;
            return refuse(too_late);
        },
        [&] { return refused >= 3; });
    EXPECT_EQ(refused, 3) << "with two, with one and with none before it; then it waits for its next time";
    EXPECT_EQ(things(), 2);
}

TEST_F(Background, WhoWaitsComesBeforeTheNextRun) {
    std::vector<std::string> order;  // In the lane alone.
    run(3,
        [&](int number) -> Result<Done> {
            order.push_back(std::to_string(number));
            if (number == 0)
                EXPECT_TRUE(database().submit({[&](store::Transaction& /*transaction*/) {
                                                   order.emplace_back("somebody");
                                                   return true;
                                               },
                                               [](store::Work::Outcome /*outcome*/) {}}));
            return Done{};
        },
        [&] { return things() == 3; });
    EXPECT_EQ(order, (std::vector<std::string>{"0", "somebody", "1", "2"}));
}

TEST_F(Background, ATaskThatIsFarBehindKeepsNoJobBack) {
    std::atomic<int> rounds{0};
    std::atomic<bool> stops{false}, job_ran{false};
    Feature feature;
    feature.name = "things";
    feature.jobs = {{"things.look", Milliseconds(0), [&](Command& /*command*/) -> Result<bool> {
                         job_ran = job_ran || rounds > 0;
                         return false;
                     }}};
    feature.tasks = {{"things.seal", Milliseconds(1000), [&](const Services& /*services*/) -> Result<bool> {
                          ++rounds;
                          return !stops;
                      }}};
    auto app = App::create(services, {feature});
    ASSERT_TRUE(static_cast<bool>(app));
    (*app)->start_background();
    for (int i = 0; i < 2000 && !job_ran; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_TRUE(job_ran) << "while the task still had more to do";
    stops = true;
}

TEST_F(Background, AJobThatIsFarBehindGoesOnWhileATaskTakesLong) {
    std::atomic<int> runs{0};
    std::atomic<bool> done{false};
    Feature feature;
    feature.name = "things";
    feature.jobs = {{"things.count", Milliseconds(1000), [&](Command& /*command*/) -> Result<bool> {
                         ++runs;
                         return !done;
                     }}};
    feature.tasks = {{"things.assess", Milliseconds(1000), [&](const Services& /*services*/) -> Result<bool> {
                          const int before = runs;
                          for (int i = 0; i < 2000 && runs < before + 3; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
                          EXPECT_GE(runs, before + 3);
                          done = true;
                          return false;
                      }}};
    auto app = App::create(services, {feature});
    ASSERT_TRUE(static_cast<bool>(app));
    (*app)->start_background();
    for (int i = 0; i < 4000 && !done; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_TRUE(done);
}

}  // namespace background_test
}  // namespace jianghui::app
