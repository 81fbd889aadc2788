#include "features/shares/refusals.hpp"

#include <gtest/gtest.h>

#include "features/shares/errors.hpp"

namespace jianghui::shares {
namespace refusals_test {

const Instant noon = *parse_instant("2026-11-28T12:00:00+08:00");

orders::OrderRow order(std::int64_t id) {
    orders::OrderRow row;
    row.id = OrderId{id};
    row.city = {"511500"};
    row.status = orders::OrderStatus::filled;
    row.opens_at = noon - std::chrono::hours(1);
    row.closes_at = noon + std::chrono::hours(1);
    return row;
}

TEST(Refusals, AreToldOnceForEachAgencyAndCauseAfterAMinute) {
    Refusals refusals;
    EXPECT_FALSE(refusals.is_due(noon + std::chrono::hours(1)));
    for (int times = 0; times < 3; ++times) refusals.note(order(1), OrganisationId{7}, RefusedFor::no_room, noon);
    refusals.note(order(1), OrganisationId{7}, RefusedFor::gate, noon);
    refusals.note(order(1), OrganisationId{8}, RefusedFor::no_room, noon + std::chrono::seconds(59));
    refusals.note(order(2), OrganisationId{8}, RefusedFor::no_room, noon + std::chrono::seconds(1));
    EXPECT_FALSE(refusals.is_due(noon + std::chrono::seconds(59)));
    EXPECT_TRUE(refusals.take(noon + std::chrono::seconds(59), 10).empty());
    EXPECT_TRUE(refusals.is_due(noon + std::chrono::seconds(60)));
    const auto told = refusals.take(noon + std::chrono::seconds(60), 10);
    ASSERT_EQ(told.size(), 1U) << "the other order is gathered for a second more";
    EXPECT_EQ(told[0].city.text, "511500");
    EXPECT_EQ(told[0].said.order, OrderId{1});
    EXPECT_EQ(told[0].said.refused.size(), 3U);
    EXPECT_EQ(refusals.take(noon + std::chrono::hours(1), 10).size(), 1U);
    EXPECT_FALSE(refusals.is_due(noon + std::chrono::hours(9)));
}

TEST(Refusals, TakeAFewOrdersAtATimeTheOldestFirst) {
    Refusals refusals;
    for (int id = 1; id <= 5; ++id)
        refusals.note(order(id), OrganisationId{7}, RefusedFor::no_room, noon + std::chrono::seconds(id));
    const auto later = noon + std::chrono::minutes(5);
    EXPECT_EQ(refusals.take(later, 2).back().said.order, OrderId{2});
    EXPECT_EQ(refusals.take(later, 9).size(), 3U);
}

TEST(Refusals, BeyondTheLimitAreCountedNotNoted) {
    Refusals refusals;
    for (int agency = 1; agency <= 100'002; ++agency)
        refusals.note(order(1), OrganisationId{agency}, RefusedFor::no_room, noon);
    const auto told = refusals.take(noon + std::chrono::minutes(1), 1);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].said.refused.size(), 100'000U);
    EXPECT_EQ(told[0].said.missed, 2);
    refusals.note(order(1), OrganisationId{1}, RefusedFor::no_room, noon);
    EXPECT_EQ(refusals.take(noon + std::chrono::minutes(1), 1).at(0).said.missed, 0) << "there is room again";
}

TEST(Refusals, OnlyOfARunningOrderByOthersSpeedOrTheGate) {
    app::Services services;
    services.provide(std::make_shared<Refusals>());
    const auto noted = [&](const orders::OrderRow& row, const ErrorCode& code) {
        note_refusal(services, row, OrganisationId{7}, error(code), noon);
        return services.get<Refusals>().take(noon + std::chrono::minutes(1), 1).size() == 1;
    };
    EXPECT_TRUE(noted(order(1), orders::not_enough_seats));
    EXPECT_TRUE(noted(order(1), licence_missing));
    EXPECT_TRUE(noted(order(1), tier_not_open));
    EXPECT_FALSE(noted(order(1), orders::cap_exceeded)) << "it has what an agency may have";
    EXPECT_FALSE(noted(order(1), orders::lot_size)) << "a wish that the order never allows";
    auto over = order(1);
    over.closes_at = noon;
    EXPECT_FALSE(noted(over, licence_missing));
    over = order(1);
    over.status = orders::OrderStatus::cancelled;
    EXPECT_FALSE(noted(over, licence_missing));
}

}  // namespace refusals_test
}  // namespace jianghui::shares
