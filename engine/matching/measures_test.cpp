// The three measures that a score is built from: distance, rarity, and bringing values into
// the form in which they are compared.
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/packed_days.hpp"
#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace {

/// The great circle by the haversine formula, in floating point.
double haversine(Point a, Point b) {
    const auto radians = [](std::int64_t e6) { return static_cast<double>(e6) * M_PI / 180e6; };
    const double north = std::sin(radians(std::int64_t{a.lat_e6} - b.lat_e6) / 2);
    const double east = std::sin(radians(std::int64_t{a.lon_e6} - b.lon_e6) / 2);
    const double square =
        north * north + std::cos(radians(a.lat_e6)) * std::cos(radians(b.lat_e6)) * east * east;
    return 2 * 6'371'008.8 * std::asin(std::sqrt(square));
}

TEST(Distance, KnownPlaces) {
    EXPECT_EQ(metres_between(luzhou, luzhou), 0);
    EXPECT_EQ(metres_between({0, 0}, {0, 1'000'000}), 111'194);
    EXPECT_EQ(metres_between({0, 60'000'000}, {1'000'000, 60'000'000}), 55'597);
    EXPECT_EQ(metres_between({179'999'999, 0}, {-179'999'999, 0}), 0);
    EXPECT_EQ(metres_between({0, 90'000'000}, {0, -90'000'000}), 20'015'087);
}

RC_GTEST_PROP(Distance, IsSymmetricAndCloseToTheGreatCircleInChina, ()) {
    const auto point = [] {
        return Point{*rc::gen::inRange(97'000'000, 111'000'000),
                     *rc::gen::inRange(21'000'000, 38'000'000)};
    };
    const Point a = point();
    Point b = point();
    // Within some 500 km.
    b.lon_e6 = a.lon_e6 + (b.lon_e6 - a.lon_e6) / 4;
    b.lat_e6 = a.lat_e6 + (b.lat_e6 - a.lat_e6) / 5;
    const auto metres = metres_between(a, b);
    RC_ASSERT(metres == metres_between(b, a));
    const double great_circle = haversine(a, b);
    RC_ASSERT(std::abs(static_cast<double>(metres) - great_circle) <= 2 + great_circle * 0.001);
}

TEST(Rarity, AnchorsAtPowersOfTwo) {
    EXPECT_EQ(rarity(0, 0), 16);
    EXPECT_EQ(rarity(1023, 1023), 16);
    EXPECT_EQ(rarity(511, 1023), 32);
    EXPECT_EQ(rarity(0, 1023), 176);
    EXPECT_EQ(rarity(7, 8'388'607), 16 + 16 * 20);
}

RC_GTEST_PROP(Rarity, FollowsTheLogarithmAndNeverFallsWithScarcity, ()) {
    const std::int64_t pool = *rc::gen::inRange<std::int64_t>(1, 9'000'000);
    const std::int64_t holders = *rc::gen::inRange<std::int64_t>(0, pool);
    const double exact =
        16 + 16 * std::log2(static_cast<double>(pool + 1) / static_cast<double>(holders + 1));
    const int value = rarity(holders, pool);
    RC_ASSERT(value <= exact + 0.001);
    RC_ASSERT(value > exact - 1.001);
    RC_ASSERT(rarity(holders + 1, pool) <= value);
    RC_ASSERT(rarity(holders, pool + 1) >= value);
}

TEST(Rarities, KnowsSkillsThatNobodyHolds) {
    const std::vector<std::uint32_t> holders{3, 0};
    Rarities rarities(holders, 3);
    EXPECT_EQ(rarities.of(SkillId{0}), 16);
    EXPECT_EQ(rarities.of(SkillId{1}), 48);
    EXPECT_EQ(rarities.of(SkillId{5}), 48) << "interned, but in nobody's list yet";
}

RC_GTEST_PROP(LatestBirth, AgreesWithTheAgeOnThatDay, ()) {
    const Day on = day(2000, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 40'000));
    const int years = *rc::gen::element(16, 18);
    const Day latest = latest_birth(on, years);
    RC_ASSERT(age_on(latest, on) >= years);
    RC_ASSERT(age_on(latest + std::chrono::days(1), on) < years);
}

TEST(LatestBirth, OnLeapDays) {
    EXPECT_EQ(latest_birth(day(2024, 2, 29), 16), day(2008, 2, 29));
    EXPECT_EQ(latest_birth(day(2024, 2, 29), 18), day(2006, 2, 28));
    EXPECT_EQ(latest_birth(day(2022, 2, 28), 18), day(2004, 2, 28));
}

TEST(MonthlyPay, ByUnit) {
    const Policy policy = shipped_policy();
    EXPECT_EQ(monthly_fen(Fen{500'000}, PayUnit::month, policy), 500'000);
    EXPECT_EQ(monthly_fen(Fen{20'000}, PayUnit::day, policy), 435'000);
    EXPECT_EQ(monthly_fen(Fen{2'001}, PayUnit::hour, policy), 348'174);
    EXPECT_EQ(monthly_fen(Fen{100}, PayUnit::piece, policy), pay_by_piece);
}

RC_GTEST_PROP(Area, IsNeverFartherThanItsPoints, ()) {
    const auto point = [](int lon, int lat) {
        return Point{*rc::gen::inRange(-lon, lon), *rc::gen::inRange(-lat, lat)};
    };
    const bool near = *rc::gen::arbitrary<bool>();
    const int lon = near ? 3'000'000 : 180'000'000;
    const int lat = near ? 3'000'000 : 90'000'000;
    const std::vector<Point> points{point(lon, lat), point(lon, lat), point(lon, lat)};
    const Point from = point(lon, lat);
    Area area;
    for (const Point& one : points) area.include(one);
    for (const Point& one : points)
        RC_ASSERT(metres_at_least(area, from) <= metres_between(one, from));
    Area single;
    single.include(points[0]);
    RC_ASSERT(single.is_point());
    RC_ASSERT(metres_at_least(single, from) == metres_between(points[0], from));
}

}  // namespace
}  // namespace jianghui::matching::testing
