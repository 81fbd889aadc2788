#include "engine/app/lease.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "engine/store/database_for_test.hpp"

namespace jianghui::app {
namespace lease_test {

using std::chrono::seconds;

/// Two processes on one database.
struct Leases : testing::Test {
    store::DatabaseForTest place;
    Leases() {
        auto database = place.open();
        std::ifstream in(PART_FOLDER "/migrations/20261127_2300_app_clock_lease.sql");
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        EXPECT_TRUE(store::migrate(*database->connect(store::Database::Use::write),
                                   {{"20261127_2300_app_clock_lease", text}}, start));
        one_store = std::make_unique<store::Store>(place.open(), store::Store::Options());
        two_store = std::make_unique<store::Store>(place.open(), store::Store::Options());
    }
    bool first(Instant now) { return one.hold(*one_store, now); }
    bool second(Instant now) { return two.hold(*two_store, now); }

    static constexpr Instant start{Milliseconds(1'800'000'000'000)};
    std::unique_ptr<store::Store> one_store, two_store;
    Lease one{1}, two{2};
};

TEST_F(Leases, AreHeldByOneAtATime) {
    EXPECT_TRUE(first(start));
    EXPECT_FALSE(second(start));
    EXPECT_TRUE(first(start + seconds(4)));
    EXPECT_FALSE(second(start + seconds(9)));
}

TEST_F(Leases, AreRenewedByWhoLives) {
    for (int second_count = 0; second_count < 60; second_count += 3) {
        EXPECT_TRUE(first(start + seconds(second_count)));
        EXPECT_FALSE(second(start + seconds(second_count)));
    }
}

TEST_F(Leases, OfWhoHasDiedAreTakenOverAfterTenSeconds) {
    EXPECT_TRUE(first(start));
    one_store.reset();
    EXPECT_FALSE(second(start + seconds(9)));
    EXPECT_TRUE(second(start + seconds(10)));
}

TEST_F(Leases, TakenOverAreNotTakenBackByWhoWasOnlySlow) {
    EXPECT_TRUE(first(start));
    EXPECT_TRUE(second(start + seconds(11)));
    EXPECT_FALSE(first(start + seconds(12)));
    EXPECT_TRUE(first(start + seconds(21)));
}

}  // namespace lease_test
}  // namespace jianghui::app
