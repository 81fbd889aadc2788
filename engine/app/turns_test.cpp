#include "engine/app/turns.hpp"

#include <map>
#include <random>

#include <gtest/gtest.h>

namespace jianghui::app {
namespace turns_test {

constexpr std::size_t many = 1'000;

/// A line as the executor keeps it.
struct Line {
    std::vector<std::string> waiting;
    bool join(const std::string& caller, std::size_t most = many) {
        const auto place = place_in_turn(waiting, caller, most);
        if (place) waiting.insert(waiting.begin() + static_cast<std::ptrdiff_t>(*place), caller);
        return place.has_value();
    }
    std::string next() {
        std::string caller = waiting.front();
        waiting.erase(waiting.begin());
        return caller;
    }
    std::string all() const {
        std::string text;
        for (const auto& caller : waiting) text += caller;
        return text;
    }
};

TEST(PlaceInTurn, WhoComesAfterAFloodIsSecond) {
    Line line;
    for (int i = 0; i < 5; ++i) line.join("a");
    line.join("b");
    EXPECT_EQ(line.all(), "abaaaa");
    line.join("c");
    line.join("b");
    EXPECT_EQ(line.all(), "abcabaaa");
}

TEST(PlaceInTurn, EverybodyIsServedInTurn) {
    Line line;
    for (int i = 0; i < 4; ++i) line.join("a");
    for (int i = 0; i < 2; ++i) line.join("b");
    EXPECT_EQ(line.next(), "a");
    line.join("c");
    EXPECT_EQ(line.all(), "bacbaa") << "who comes waits for one of each";
}

TEST(PlaceInTurn, NobodyHasMoreThanTheOwnPart) {
    Line line;
    EXPECT_TRUE(line.join("a", 2));
    EXPECT_TRUE(line.join("a", 2));
    EXPECT_FALSE(line.join("a", 2));
    EXPECT_TRUE(line.join("b", 2)) << "another one's part is free";
    EXPECT_EQ(line.next(), "a");
    EXPECT_TRUE(line.join("a", 2));
}

/// Whoever joins with k of its own waiting is served before more than k + 1 of anybody else's.
TEST(PlaceInTurn, NobodyWaitsForMoreOfAnotherThanOfTheOwn) {
    std::mt19937 random(7);
    for (int run = 0; run < 200; ++run) {
        Line line;
        for (int step = 0; step < 60; ++step) {
            if (!line.waiting.empty() && random() % 3 == 0) {
                line.next();
                continue;
            }
            // A few who flood and some who ask now and then.
            const std::string caller(1, static_cast<char>('a' + (random() % 2 == 0 ? random() % 2 : random() % 8)));
            std::map<std::string, std::size_t> standing;
            for (const auto& one : line.waiting) ++standing[one];
            const std::size_t own = standing[caller];
            const auto place = place_in_turn(line.waiting, caller, many);
            ASSERT_TRUE(place.has_value());
            std::map<std::string, std::size_t> ahead;
            for (std::size_t i = 0; i < *place; ++i) ++ahead[line.waiting[i]];
            EXPECT_EQ(ahead[caller], own) << "never before the own earlier ones";
            for (const auto& [other, count] : ahead)
                EXPECT_LE(count, own + 1) << line.all() << " " << caller << " " << other;
            line.join(caller);
        }
    }
}

}  // namespace turns_test
}  // namespace jianghui::app
