#include "engine/store/fair_queue.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "engine/store/work.hpp"

namespace jianghui::store {
namespace fair_queue_test {

using Lane = FairQueue<std::int64_t, Work>;

bool push(Lane& queue, std::int64_t caller, std::int64_t number) {
    Work work;
    work.caller = caller;
    work.set.subject = number;
    return queue.push(caller, work);
}

std::vector<std::int64_t> drain(Lane& queue) {
    std::vector<std::int64_t> numbers;
    while (auto work = queue.pop()) numbers.push_back(work->set.subject);
    return numbers;
}

TEST(FairQueue, ServesCallersInTurnAndKeepsEachOnesOrder) {
    Lane queue(100, 100);
    for (const int number : {1, 2, 3, 4}) ASSERT_TRUE(push(queue, 7, number));
    ASSERT_TRUE(push(queue, 8, 10));
    ASSERT_TRUE(push(queue, 9, 20));
    ASSERT_TRUE(push(queue, 8, 11));
    EXPECT_EQ(queue.size(), 7U);
    EXPECT_EQ(drain(queue), (std::vector<std::int64_t>{1, 10, 20, 2, 11, 3, 4}));
    EXPECT_TRUE(queue.empty());
}

TEST(FairQueue, AFloodFillsItsOwnPartOnly) {
    Lane queue(10, 3);
    for (const int number : {1, 2, 3}) ASSERT_TRUE(push(queue, 7, number));
    EXPECT_FALSE(push(queue, 7, 4));
    EXPECT_TRUE(push(queue, 8, 5));
    EXPECT_EQ(queue.pop()->set.subject, 1);
    EXPECT_TRUE(push(queue, 7, 6));
}

TEST(FairQueue, IsBoundedAltogetherAndTheServerIsBoundedByThatAlone) {
    Lane queue(5, 2);
    for (const int number : {1, 2, 3, 4, 5}) ASSERT_TRUE(push(queue, 0, number));
    EXPECT_FALSE(push(queue, 0, 6));
    EXPECT_FALSE(push(queue, 7, 7));
}

TEST(FairQueue, ARefusedCommandIsLeftToItsCaller) {
    Lane queue(0, 1);
    Work work;
    work.done = [](Work::Outcome) {};
    EXPECT_FALSE(queue.push(0, work));
    EXPECT_TRUE(work.done != nullptr);
}

/// Each who waits, by a letter and the number of joining.
struct Line {
    FairQueue<std::string, int> queue{1'000, 1'000};
    std::map<int, std::string> waiting;  // by number of joining
    int joined = 0;

    void join(const std::string& caller) {
        waiting.emplace(joined, caller);
        int number = joined++;
        ASSERT_TRUE(queue.push(caller, number));
    }
    /// Who is served: the number of joining, and the letter.
    std::pair<int, std::string> next() {
        const int number = queue.pop().value();
        return {number, waiting.extract(number).mapped()};
    }
    /// The callers as they would be served if nobody came.
    [[nodiscard]] std::string all() const {
        std::string text;
        auto served = queue;
        while (const auto number = served.pop()) text += waiting.at(*number);
        return text;
    }
};

TEST(FairQueue, WhoComesAfterAFloodIsSecond) {
    Line line;
    for (int i = 0; i < 5; ++i) line.join("a");
    line.join("b");
    EXPECT_EQ(line.all(), "abaaaa");
    line.join("c");
    line.join("b");
    EXPECT_EQ(line.all(), "abcabaaa");
}

TEST(FairQueue, WhoComesWaitsForOneOfEach) {
    Line line;
    for (int i = 0; i < 4; ++i) line.join("a");
    for (int i = 0; i < 2; ++i) line.join("b");
    EXPECT_EQ(line.all(), "ababaa");
    line.next();
    line.join("c");
    EXPECT_EQ(line.all(), "bacbaa");
}

TEST(FairQueue, NobodyIsNothing) { EXPECT_FALSE(Line().queue.pop().has_value()); }

/// Of a random line, some who flood and some who ask now and then: from joining to being served nobody sees more of
/// another caller pass than of the own ones ahead, and one more; and those of one caller keep their order.
TEST(FairQueue, NobodySeesMoreOfAnotherPassThanOfTheOwnAndOne) {
    std::mt19937 random(7);
    const auto one_of = [&](unsigned many) { return static_cast<char>('a' + random() % many); };
    for (int run = 0; run < 200; ++run) {
        Line line;
        std::map<int, std::size_t> own_ahead;                      // when it joined
        std::map<int, std::map<std::string, std::size_t>> passed;  // since it joined, by caller
        std::map<std::string, int> last_served;
        for (int step = 0; step < 400 || !line.queue.empty(); ++step) {
            if (step < 400 && (line.queue.empty() || random() % 2 == 0)) {
                const std::string caller(1, one_of(random() % 2 == 0 ? 2U : 8U));
                own_ahead[line.joined] = static_cast<std::size_t>(
                    std::count_if(line.waiting.begin(), line.waiting.end(),
                                  [&](const auto& one) { return one.second == caller; }));
                line.join(caller);
                continue;
            }
            const auto [number, caller] = line.next();
            if (last_served.contains(caller)) {
                EXPECT_LT(last_served[caller], number);
            }
            last_served[caller] = number;
            for (const auto& [other, count] : passed[number])
                EXPECT_LE(count, own_ahead[number] + (other == caller ? 0U : 1U)) << caller << " for " << other;
            for (const auto& [waits, whose] : line.waiting) ++passed[waits][caller];
        }
    }
}

}  // namespace fair_queue_test
}  // namespace jianghui::store
