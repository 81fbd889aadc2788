#include "engine/store/fair_queue.hpp"

#include <gtest/gtest.h>

namespace jianghui::store {
namespace fair_queue_test {

bool push(FairQueue& queue, std::int64_t caller, std::int64_t number) {
    Work work;
    work.caller = caller;
    work.set.subject = number;
    return queue.push(work);
}

std::vector<std::int64_t> drain(FairQueue& queue) {
    std::vector<std::int64_t> numbers;
    while (auto work = queue.pop()) numbers.push_back(work->set.subject);
    return numbers;
}

TEST(FairQueue, ServesCallersInTurnAndKeepsEachOnesOrder) {
    FairQueue queue(100, 100);
    for (const int number : {1, 2, 3, 4}) ASSERT_TRUE(push(queue, 7, number));
    ASSERT_TRUE(push(queue, 8, 10));
    ASSERT_TRUE(push(queue, 9, 20));
    ASSERT_TRUE(push(queue, 8, 11));
    EXPECT_EQ(queue.size(), 7U);
    EXPECT_EQ(drain(queue), (std::vector<std::int64_t>{1, 10, 20, 2, 11, 3, 4}));
    EXPECT_TRUE(queue.empty());
}

TEST(FairQueue, AFloodFillsItsOwnPartOnly) {
    FairQueue queue(10, 3);
    for (const int number : {1, 2, 3}) ASSERT_TRUE(push(queue, 7, number));
    EXPECT_FALSE(push(queue, 7, 4));
    EXPECT_TRUE(push(queue, 8, 5));
    EXPECT_EQ(queue.pop()->set.subject, 1);
    EXPECT_TRUE(push(queue, 7, 6));
}

TEST(FairQueue, IsBoundedAltogetherAndTheServerIsBoundedByThatAlone) {
    FairQueue queue(5, 2);
    for (const int number : {1, 2, 3, 4, 5}) ASSERT_TRUE(push(queue, 0, number));
    EXPECT_FALSE(push(queue, 0, 6));
    EXPECT_FALSE(push(queue, 7, 7));
}

TEST(FairQueue, ARefusedCommandIsLeftToItsCaller) {
    FairQueue queue(0, 1);
    Work work;
    work.done = [](Work::Outcome) {};
    EXPECT_FALSE(queue.push(work));
    EXPECT_TRUE(work.done != nullptr);
}

}  // namespace fair_queue_test
}  // namespace jianghui::store
