#include "engine/access/covering.hpp"

#include <gtest/gtest.h>

namespace jianghui::access {
namespace {

Caller caller_of(Role role, const char* place) {
    return {AccountId{1}, role, {place}, {}, {}};
}
const PlaceCode region;

TEST(Covering, of_a_place_is_for_offices_of_it_and_of_what_contains_it) {
    for (const auto* place : {"510502", "510500", "510000"})
        EXPECT_EQ(office_needed(caller_of(Role::official, place), {"510502"}), std::nullopt) << place;
    for (const auto* place : {"510503", "511500", "500000", ""})
        EXPECT_EQ(office_needed(caller_of(Role::official, place), {"510502"}), OfficeNeeded::of_place)
            << place;
    EXPECT_EQ(office_needed(caller_of(Role::official, "510502"), {"510500"}), OfficeNeeded::of_place)
        << "a county does not act on its city";
}

TEST(Covering, of_the_region_needs_a_city_or_a_province) {
    for (const auto* place : {"510500", "511500", "510000", "500000", "500116"})
        EXPECT_EQ(office_needed(caller_of(Role::official, place), region), std::nullopt) << place;
    for (const auto* place : {"510502", "511502", ""})
        EXPECT_EQ(office_needed(caller_of(Role::official, place), region), OfficeNeeded::of_city) << place;
    EXPECT_EQ(region_acted_on(caller_of(Role::official, "510500")), region);
    EXPECT_EQ(region_acted_on(caller_of(Role::official, "510502")), std::nullopt);
}

TEST(Covering, is_acted_on_by_officials_alone) {
    for (const auto role : {Role::anonymous, Role::half_signed_in, Role::employer, Role::agency,
                            Role::worker, Role::inspector, Role::system_administrator}) {
        EXPECT_TRUE(office_needed(caller_of(role, "510500"), {"510500"})) << static_cast<int>(role);
        EXPECT_TRUE(office_needed(caller_of(role, "510500"), region)) << static_cast<int>(role);
    }
}

TEST(Covering, lists_of_an_official_reach_down_and_up) {
    const auto sight = sight_of_official(caller_of(Role::official, "510502"));
    EXPECT_EQ(sight.seen_from, (PlaceCode{"510502"}));
    EXPECT_EQ(sight.seen_to, (PlaceCode{"510502"}));
    EXPECT_EQ(sight.city_place, (PlaceCode{"510500"}));
    EXPECT_EQ(sight.province, (PlaceCode{"510000"}));
    for (const auto role : {Role::anonymous, Role::agency, Role::inspector})
        EXPECT_EQ(sight_of_official(caller_of(role, "510502")).province, std::nullopt);
}

TEST(Covering, is_seen_by_both_kinds_of_office_before_it_is_published) {
    for (const auto role : {Role::official, Role::inspector}) {
        EXPECT_TRUE(oversees(caller_of(role, "510502"), region));
        EXPECT_TRUE(oversees(caller_of(role, "510500"), {"510502"}));
        EXPECT_FALSE(oversees(caller_of(role, "510502"), {"510500"}));
    }
    EXPECT_FALSE(oversees(caller_of(Role::agency, "510500"), region));
    EXPECT_FALSE(oversees(caller_of(Role::half_signed_in, "510500"), {"510500"}));
}

}  // namespace
}  // namespace jianghui::access
