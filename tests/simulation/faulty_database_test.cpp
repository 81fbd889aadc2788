// What a process leaves to the next one: the connection, and nothing that it had not committed.

#include "tests/simulation/faulty_database.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

#include "engine/store/database_for_test.hpp"

namespace jianghui::simulation {
namespace faulty_database_test {

using Use = store::Database::Use;

constexpr store::Statement insert{"faulty_test.insert", "INSERT INTO things (id) VALUES (:id)"};
constexpr store::Statement count{"faulty_test.count", "SELECT COUNT(*) FROM things"};

std::int64_t things(store::Connection& connection) {
    connection.begin();
    const auto found = store::Reader(connection).value<std::int64_t>(count, {}).value_or(-1);
    connection.rollback();
    return found;
}

TEST(FaultyDatabase, ADeadProcessLeavesItsConnectionWithoutItsTransaction) {
    const store::DatabaseForTest place;
    if (place.is_postgres()) GTEST_SKIP() << "a session of PostgreSQL ends with its process";
    const auto plan = std::make_shared<FaultPlan>();
    {
        const auto connection = with_faults(place.open(), plan)->connect(Use::write);
        connection->script("CREATE TABLE things (id BIGINT PRIMARY KEY)");
        connection->begin();
        connection->execute(insert, store::arguments("id", std::int64_t{1}));
        plan->next = Fault::before_commit;
        EXPECT_THROW(connection->commit(), store::StoreFailure);
    }
    ASSERT_EQ(plan->kept[Use::write].size(), 1U);
    const auto next = with_faults(place.open(), plan)->connect(Use::write);
    EXPECT_TRUE(plan->kept[Use::write].empty()) << "it is the same";
    EXPECT_EQ(things(*next), 0);
    next->begin();
    next->execute(insert, store::arguments("id", std::int64_t{1}));
    plan->next = Fault::after_commit;
    EXPECT_THROW(next->commit(), store::StoreFailure);
    EXPECT_EQ(things(*with_faults(place.open(), plan)->connect(Use::read)), 1) << "kept, though nobody was told";
}

TEST(FaultyDatabase, ReadersAndWritersKeepTheirOwn) {
    const store::DatabaseForTest place;
    if (place.is_postgres()) GTEST_SKIP() << "a session of PostgreSQL ends with its process";
    const auto plan = std::make_shared<FaultPlan>();
    { const auto reader = with_faults(place.open(), plan)->connect(Use::read); }
    EXPECT_EQ(plan->kept[Use::read].size(), 1U);
    const auto writer = with_faults(place.open(), plan)->connect(Use::write);
    EXPECT_EQ(plan->kept[Use::read].size(), 1U);
    writer->script("CREATE TABLE things (id BIGINT PRIMARY KEY)");
}

}  // namespace faulty_database_test
}  // namespace jianghui::simulation
