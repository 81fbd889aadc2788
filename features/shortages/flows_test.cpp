// The matrix, and that nothing published depends on what is hidden.

#include <gtest/gtest.h>

#include <random>

#include "features/shortages/flows.hpp"
#include "features/shortages/post.hpp"

namespace jianghui::shortages {
namespace flows_test {

const std::vector<PlaceCode> places{{"510300"}, {"510500"}, {"511500"}};

TEST(ShortageFlows, EverywhereElseIsTheLastRowAndColumn) {
    const std::vector<FlowRow> rows{{{"510300"}, {"510500"}, 12},
                                    {{"510500"}, {"510300"}, 9},
                                    {{"510100"}, {"510500"}, 20},
                                    {{"520300"}, {"510500"}, 5},
                                    {{"510300"}, {"510100"}, 11},
                                    {{""}, {"510500"}, 3}};
    const auto matrix = matrix_of(rows, places, 10);
    EXPECT_EQ(matrix.cells[0][1].amount, 12);
    EXPECT_TRUE(matrix.cells[1][0].hidden);
    EXPECT_FALSE(matrix.cells[1][0].amount);
    EXPECT_EQ(matrix.cells[3][1].amount, 25) << "two places elsewhere";
    EXPECT_EQ(matrix.cells[0][3].amount, 11);
    EXPECT_EQ(matrix.cells[2][2].amount, 0) << "nobody is no secret";
    EXPECT_EQ(matrix.hidden, 1);
    EXPECT_EQ(matrix.total, 48);
    EXPECT_EQ(matrix.to_totals[1], 37);
    EXPECT_EQ(matrix.from_totals[1], 0);
    EXPECT_EQ(unknown_of(rows), 3);
    EXPECT_EQ(matrix_of(rows, places, 0).total, 57) << "for the office nothing is hidden";
}

/// Whatever an attacker adds and subtracts, two worlds that differ in hidden cells alone look the same.
TEST(ShortageFlows, NothingPublishedDependsOnWhatIsHidden) {
    std::mt19937 random(42);
    const std::int64_t least = 10;
    for (int run = 0; run < 2000; ++run) {
        std::vector<FlowRow> one;
        std::vector<FlowRow> other;
        for (const auto& from : places)
            for (const auto& to : places) {
                const auto amount = static_cast<std::int64_t>(random() % 30);
                const auto changed = static_cast<std::int64_t>(1 + random() % 9);
                one.push_back({from, to, amount});
                other.push_back({from, to, amount > 0 && amount < least ? changed : amount});
            }
        const auto shown = matrix_of(one, places, least);
        EXPECT_EQ(shown, matrix_of(other, places, least));
        for (const auto& row : shown.cells)
            for (const auto& cell : row) {
                EXPECT_TRUE(cell.hidden != cell.amount.has_value());
                EXPECT_TRUE(cell.hidden || *cell.amount == 0 || *cell.amount >= least);
            }
    }
}

TEST(ShortagePosts, AreOpenUntilFilledOrEnded) {
    const auto day = [](int days) { return Instant{} + std::chrono::days(days); };
    const auto remaining = [](int seats) { return boost::json::value{{"remaining", seats}}; };
    Post post{1, {"510500"}, {"6-02-06-03"}, day(0), {}, {}, {}};
    EXPECT_EQ(days_open(post, day(40)), 40);
    post = after_event(post, "order.remaining", remaining(0), day(10));
    EXPECT_EQ(days_open(post, day(40)), 10);
    EXPECT_EQ(days_open(post, day(5)), 5);
    post = after_event(post, "order.remaining", remaining(2), day(12));
    EXPECT_EQ(days_open(post, day(40)), 28) << "a seat came back: its days begin anew";
    const Post again = after_event(post, "order.remaining", remaining(1), day(13));
    EXPECT_EQ(days_open(again, day(40)), 28) << "another seat of a post that is open changes nothing";
    post = after_event(post, "order.expired", remaining(2), day(20));
    post = after_event(post, "order.remaining", remaining(0), day(25));
    EXPECT_EQ(days_open(post, day(40)), 8) << "what comes after its end changes nothing";
    post = after_event(post, "order.resumed", remaining(2), day(30));
    EXPECT_EQ(days_open(post, day(40)), 28);
}

TEST(ShortagePosts, OpenAnewOnlyAfterTheyWereFilled) {
    const auto day = [](int days) { return Instant{} + std::chrono::days(days); };
    const auto remaining = [](int seats) { return boost::json::value{{"remaining", seats}}; };
    const Post open{1, {"510500"}, {"6-02-06-03"}, day(0), {}, {}, {}};
    const Post filled = after_event(open, "order.remaining", remaining(0), day(3));
    EXPECT_FALSE(opens_anew(open, filled));
    EXPECT_FALSE(opens_anew(open, after_event(open, "order.remaining", remaining(1), day(3))));
    EXPECT_TRUE(opens_anew(filled, after_event(filled, "order.remaining", remaining(1), day(5))));
    EXPECT_FALSE(opens_anew(filled, after_event(filled, "order.remaining", remaining(0), day(5))));
}

TEST(ShortagePosts, ArePlainlyKnownAsOfAnEarlierInstantUnlessSomethingWasTakenBack) {
    const auto day = [](int days) { return Instant{} + std::chrono::days(days); };
    const auto remaining = [](int seats) { return boost::json::value{{"remaining", seats}}; };
    const Post open{1, {"510500"}, {"6-02-06-03"}, day(2), {}, {}, 400'000};
    const Post filled = after_event(open, "order.remaining", remaining(0), day(5));
    const Post ended = after_event(filled, "order.running", remaining(0), day(9));
    EXPECT_FALSE(takes_back(open, filled));
    EXPECT_FALSE(takes_back(filled, ended));
    EXPECT_EQ(known_at(ended, day(1)), std::nullopt) << "not opened yet";
    EXPECT_EQ(known_at(ended, day(4)), open);
    EXPECT_EQ(known_at(ended, day(5)), filled);
    EXPECT_EQ(known_at(ended, day(8)), filled);
    EXPECT_EQ(known_at(ended, day(9)), ended);
    EXPECT_TRUE(takes_back(ended, after_event(ended, "order.resumed", remaining(0), day(12)))) << "that it had ended";
    EXPECT_TRUE(takes_back(filled, after_event(filled, "order.remaining", remaining(1), day(12)))) << "that it was filled";
    Post raised = open;
    raised.pay_fen = 500'000;
    EXPECT_TRUE(takes_back(open, raised)) << "what it paid";
}

}  // namespace flows_test
}  // namespace jianghui::shortages
