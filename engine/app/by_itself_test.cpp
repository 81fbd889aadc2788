#include "engine/app/by_itself.hpp"

#include <gtest/gtest.h>

#include "engine/store/migrated_for_test.hpp"

namespace jianghui::app {
namespace by_itself_test {

constexpr store::Statement put{"put", "INSERT INTO things (name) VALUES (:name)"};
constexpr store::Statement count{"count", "SELECT COUNT(*) FROM things"};
constexpr ErrorCode too_late{"too_late", Kind::conflict, "太晚。", "Too late."};

/// A clock that has several things to do.
struct ByItself : testing::Test {
    store::DatabaseForTest place;
    std::unique_ptr<store::Store> store;
    Services services;
    IdSource ids{1};
    Instant now{Milliseconds(1'800'000'000'000)};
    Caller nobody;

    ByItself() {
        auto database = store::migrated(place);
        database->connect(store::Database::Use::write)->script("CREATE TABLE things (name TEXT PRIMARY KEY)");
        store = std::make_unique<store::Store>(std::move(database), store::Store::Options());
    }
    /// Whether what was done of the thing is kept.
    bool run(std::int64_t subject, const std::function<Result<Done>(Command&)>& does) {
        bool kept = false;
        const auto outcome = store->write([&](store::Transaction& transaction) {
            Command command(transaction, nobody, now, services, ids);
            kept = by_itself(command, "things.do", {{"511500"}, "thing", subject, {}, {}, {}},
                             [&] { return does(command); });
            return true;
        });
        EXPECT_EQ(outcome, store::Work::Outcome::committed);
        return kept;
    }
    static void add(Command& command, const char* name) {
        command.db.execute(put, store::arguments("name", name));
    }
    std::vector<Waiting> waiting(Role role, const std::string& place_of) {
        Caller caller;
        caller.account = AccountId{1};
        caller.role = role;
        caller.place = {place_of};
        return store->read([&](store::Reader& reader) {
            const http::Request request;
            const Query query{reader, caller, now, services, request};
            return left_aside(query, "things.do", {"未办成", "Not done"}, "/desk/things/");
        });
    }
    int things() {
        return store->read([](store::Reader& reader) { return *reader.value<int>(count); });
    }
};

TEST_F(ByItself, WhatIsRefusedOrBrokenIsUndoneAndKeptToBeSeen) {
    EXPECT_TRUE(run(1, [](Command& command) -> Result<Done> {
        add(command, "one");
        return Done{};
    }));
    EXPECT_FALSE(run(2, [](Command& command) -> Result<Done> {
        add(command, "two");
        return refuse(too_late);
    }));
    EXPECT_FALSE(run(3, [](Command& command) -> Result<Done> {
        add(command, "one");
        return Done{};
    })) << "the key is taken: the database refuses";
    EXPECT_EQ(things(), 1);
    const auto all = waiting(Role::system_administrator, "");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_NE(all[0].title.en.find("too_late"), std::string::npos);
    EXPECT_NE(all[1].title.en.find("database_refused"), std::string::npos);
    EXPECT_EQ(all[0].link, "") << "an administrator of the system opens no orders";
}

TEST_F(ByItself, AThingIsOneLineUntilItSucceeds) {
    const auto fails = [](Command&) -> Result<Done> { return refuse(too_late); };
    const auto may = [&] {
        return store->read([&](store::Reader& reader) {
            return may_try(reader, "things.do", {{"511500"}, "thing", 2, {}, {}, {}}, now);
        });
    };
    EXPECT_TRUE(may());
    EXPECT_FALSE(run(2, fails));
    EXPECT_FALSE(may()) << "others have their turn";
    now += std::chrono::minutes(1);
    EXPECT_TRUE(may());
    EXPECT_FALSE(run(2, fails));
    const auto all = waiting(Role::official, "511500");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].since, now - std::chrono::minutes(1));
    EXPECT_NE(all[0].title.en.find("tried 2 times"), std::string::npos);
    EXPECT_EQ(all[0].link, "/desk/things/" + id_text(2));
    EXPECT_TRUE(waiting(Role::official, "510500").empty()) << "another city's";
    EXPECT_TRUE(waiting(Role::employer, "511500").empty());
    EXPECT_TRUE(run(2, [](Command&) -> Result<Done> { return Done{}; }));
    EXPECT_TRUE(waiting(Role::official, "511500").empty());
}

}  // namespace by_itself_test
}  // namespace jianghui::app
