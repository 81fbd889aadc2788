#include "engine/app/turns.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>

namespace jianghui::app {
namespace turns_test {

/// A line as the executor keeps it: each who waits, by a letter and the number of joining.
struct Line {
    std::vector<std::string> callers;
    std::vector<int> numbers;
    int joined = 0;

    void join(const std::string& caller) {
        callers.push_back(caller);
        numbers.push_back(joined++);
        std::vector<std::string> sorted;
        std::vector<int> sorted_numbers;
        for (const std::size_t place : in_turn(callers)) {
            sorted.push_back(callers[place]);
            sorted_numbers.push_back(numbers[place]);
        }
        callers = sorted;
        numbers = sorted_numbers;
    }
    int next() {
        const int number = numbers.front();
        callers.erase(callers.begin());
        numbers.erase(numbers.begin());
        return number;
    }
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const auto& caller : callers) text += caller;
        return text;
    }
};

TEST(InTurn, WhoComesAfterAFloodIsSecond) {
    Line line;
    for (int i = 0; i < 5; ++i) line.join("a");
    line.join("b");
    EXPECT_EQ(line.all(), "abaaaa");
    line.join("c");
    line.join("b");
    EXPECT_EQ(line.all(), "abcabaaa");
}

TEST(InTurn, WhoComesWaitsForOneOfEach) {
    Line line;
    for (int i = 0; i < 4; ++i) line.join("a");
    for (int i = 0; i < 2; ++i) line.join("b");
    EXPECT_EQ(line.all(), "ababaa");
    line.next();
    line.join("c");
    EXPECT_EQ(line.all(), "bacbaa");
}

TEST(InTurn, NobodyIsNothing) { EXPECT_TRUE(in_turn({}).empty()); }

/// Of a random line, some who flood and some who ask now and then: from joining to being served nobody sees more of
/// another caller pass than of the own ones ahead, and one more; and those of one caller keep their order.
TEST(InTurn, NobodySeesMoreOfAnotherPassThanOfTheOwnAndOne) {
    std::mt19937 random(7);
    const auto one_of = [&](unsigned many) { return static_cast<char>('a' + random() % many); };
    for (int run = 0; run < 200; ++run) {
        Line line;
        std::map<int, std::string> who;                         // by number of joining
        std::map<int, std::size_t> own_ahead;                   // when it joined
        std::map<int, std::map<std::string, std::size_t>> passed;  // since it joined, by caller
        std::map<std::string, int> last_served;
        for (int step = 0; step < 400 || !line.callers.empty(); ++step) {
            if (step < 400 && (line.callers.empty() || random() % 2 == 0)) {
                const std::string caller(1, one_of(random() % 2 == 0 ? 2U : 8U));
                own_ahead[line.joined] = static_cast<std::size_t>(
                    std::count(line.callers.begin(), line.callers.end(), caller));
                who[line.joined] = caller;
                line.join(caller);
                continue;
            }
            const std::string caller = line.callers.front();
            const int number = line.next();
            if (last_served.contains(caller)) EXPECT_LT(last_served[caller], number);
            last_served[caller] = number;
            for (const auto& [other, count] : passed[number])
                EXPECT_LE(count, own_ahead[number] + (other == caller ? 0U : 1U)) << caller << " for " << other;
            for (const int waiting : line.numbers) ++passed[waiting][caller];
        }
    }
}

}  // namespace turns_test
}  // namespace jianghui::app
