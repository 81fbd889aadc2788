// How fast 5,000,000 events are sealed and verified, on one core. Takes a minute or two and 2 GB of
// disk, so it runs only with JIANGHUI_LARGE=1 (bench/size.sh); prints what it measured.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <gtest/gtest.h>

#include "engine/journal/seal.hpp"
#include "engine/store/migrated_for_test.hpp"

namespace jianghui::journal {
namespace million_test {

constexpr int events = 5'000'000;
constexpr int events_a_block = 10'000;  // features/audit
constexpr Instant start{Milliseconds(1'800'000'000'123)};

/// What the market writes: grabs, seats, hours, pay, orders, in data as long as theirs.
constexpr store::Statement insert_events{"million.events", R"(
INSERT INTO events (at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000)
SELECT 1800000000123 + i,
    CASE i % 4 WHEN 0 THEN 'share.grabbed' WHEN 1 THEN 'seat.accepted' WHEN 2 THEN 'timesheet.approved' ELSE 'order.remaining' END,
    CASE i % 3 WHEN 0 THEN '510500' WHEN 1 THEN '511500' ELSE '511000' END,
    4503599627370496 + i % 1000, 4503599627370496 + i % 300, 4503599627370496 + i % 200,
    CASE WHEN i % 4 IN (1, 2) THEN 4503599627370496 + i % 20000 END,
    CASE i % 4 WHEN 0 THEN 'share' WHEN 1 THEN 'seat' WHEN 2 THEN 'timesheet' ELSE 'order' END,
    4503599627370496 + i,
    '{"order":"1' || printf('%012d', i) || '","seats":' || (i % 20) || ',"remaining":' || (i % 500)
        || ',"mode":"race","rule_version":"2026-11-24","pay_fen":' || (20000 + i % 5000) || '}'
FROM n)"};

/// Seconds of the clock, and of the processor: on a machine that others use, the second says what the
/// work costs. Nothing here runs on two threads at once.
class Stopwatch {
  public:
    [[nodiscard]] double clock() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    }
    [[nodiscard]] double processor() const {
        return static_cast<double>(std::clock() - used_) / CLOCKS_PER_SEC;
    }
    void print(const char* what) const {
        std::printf("%s %d events in %.1f s, %.1f s of the processor: %.0f a second\n", what, events,
                    clock(), processor(), events / processor());
        std::fflush(stdout);
    }

  private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::clock_t used_ = std::clock();
};

TEST(MillionEvents, AreSealedAsFastAsTheyComeAndVerifiedWithinAMinute) {
    if (std::getenv("JIANGHUI_LARGE") == nullptr) GTEST_SKIP() << "set JIANGHUI_LARGE=1";
    const store::DatabaseForTest place;
    if (place.is_postgres()) GTEST_SKIP() << "made with SQLite's functions";
    store::Store store(store::migrated(place), store::Store::Options{});
    crypto::SeededSecrets secrets(1);
    const auto keyring = crypto::Keyring::generate(secrets);
    store.write([](store::Transaction& t) { return t.execute(insert_events) == events; });
    const auto key = sealing_key(store, keyring, start);
    ASSERT_TRUE(key);

    const Stopwatch sealing;
    int blocks = 0;
    for (;; ++blocks) {
        const auto block = store.read([&](store::Reader& reader) {
            return next_block(reader, *key, start, events_a_block);
        });
        if (!block) break;
        store.write([&](store::Transaction& t) { return add_block(t, *block); });
    }
    sealing.print("sealed");
    EXPECT_GT(events / sealing.processor(), 50'000);
    EXPECT_EQ(blocks, events / events_a_block);

    const Stopwatch verifying;
    const auto found = store.read([](store::Reader& reader) { return verify(reader); });
    verifying.print("verified");
    EXPECT_LT(verifying.processor(), 60);
    EXPECT_FALSE(found.fault) << *found.fault;
    EXPECT_EQ(found.events, events);
}

}  // namespace million_test
}  // namespace jianghui::journal
