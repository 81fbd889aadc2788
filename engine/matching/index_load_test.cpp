// The index under load: readers beside a writer, and a pool of the demo's size.
#include <atomic>
#include <ctime>
#include <thread>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

TEST(IndexThreads, ARankingSeesABatchEntirelyOrNotAtAll) {
    // Every batch sets all workers' reliability to the position's value and erases or adds one
    // pair of workers, so a mixture would show in the parts, the count or the position.
    Index index(shipped_policy());
    constexpr int rounds = 300;
    const auto batch = [](int position) {
        Batch made{.position = position};
        for (std::int64_t id = 1; id <= 40; ++id) {
            Worker worker = plain_worker(id);
            worker.reliability = position % 1000;
            made.changes.emplace_back(worker);
        }
        for (std::int64_t id = 41; id <= 42; ++id) {
            if (position % 2 == 0) {
                made.changes.emplace_back(EraseWorker{id});
            } else {
                Worker worker = plain_worker(id);
                worker.reliability = position % 1000;
                made.changes.emplace_back(worker);
            }
        }
        return made;
    };
    ASSERT_TRUE(index.apply(batch(0)));
    std::atomic<bool> done = false;
    std::atomic<int> mixtures = 0;
    std::atomic<int> questions = 0;
    const auto read = [&] {
        while (!done || questions < 20) {
            const auto ranking = index.rank_workers(plain_order(1), {.k = 100, .as_of = today});
            ++questions;
            const int position = static_cast<int>(ranking->position);
            if (ranking->items.size() != (position % 2 == 0 ? 40U : 42U)) ++mixtures;
            for (const Ranked& item : ranking->items)
                if (item.parts[5].facts != PartFacts(ReliabilityFacts{position % 1000})) ++mixtures;
        }
    };
    std::thread first(read);
    std::thread second(read);
    for (int position = 1; position <= rounds; ++position)
        ASSERT_TRUE(index.apply(batch(position)));
    done = true;
    first.join();
    second.join();
    EXPECT_EQ(mixtures, 0);
    EXPECT_EQ(index.position(), rounds);
}

TEST(IndexScale, TwentyThousandWorkersForFiveHundredOrders) {
    Index index(shipped_policy());
    Dice dice(7);
    for (std::int64_t id = 1; id <= 20'000; ++id)
        ASSERT_TRUE(index.upsert(dice.any_worker(id, index.names())));
    for (std::int64_t id = 1; id <= 500; ++id)
        ASSERT_TRUE(index.upsert(dice.any_order(id, index.names())));
    const std::clock_t start = std::clock();
    std::size_t found = 0;
    for (std::int64_t id = 1; id <= 500; ++id)
        found += index.rank_workers(id, {.k = 50, .as_of = today})->items.size();
    // Processor time, so that a busy machine does not fail the test.
    const auto milliseconds = (std::clock() - start) / (CLOCKS_PER_SEC / 1000);
    EXPECT_GT(found, 1000U);
    RecordProperty("milliseconds", static_cast<int>(milliseconds));
    EXPECT_LT(milliseconds, 120'000) << "even without optimisation and under sanitizers";
    for (std::int64_t id = 1; id <= 20'000; id += 2) ASSERT_TRUE(index.erase_worker(id));
    EXPECT_EQ(index.workers(), 10'000);
    const auto rest = index.rank_workers(1, {.k = 50, .as_of = today});
    ASSERT_TRUE(rest);
    for (const Ranked& item : rest->items) EXPECT_EQ(item.id % 2, 0);
}

}  // namespace
}  // namespace jianghui::matching::testing
