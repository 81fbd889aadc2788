#include "engine/access/caller.hpp"

#include <gtest/gtest.h>

namespace jianghui::access {
namespace {

Caller of(Role role, const char* place) {
    return {AccountId{1}, role, {place}, {}, {}};
}

TEST(Caller, is_nobody_by_default) {
    const Caller caller;
    EXPECT_TRUE(caller.is(Role::anonymous));
    EXPECT_FALSE(caller.signed_in());
    EXPECT_FALSE(caller.acts_in({"510500"}));
}

TEST(Caller, has_not_signed_in_before_the_second_factor) {
    EXPECT_FALSE(of(Role::half_signed_in, "").signed_in());
    EXPECT_TRUE(of(Role::audit_administrator, "").signed_in());
}

TEST(Caller, of_an_office_is_named_as_such) {
    EXPECT_TRUE(is_office(Role::official));
    EXPECT_TRUE(is_office(Role::inspector));
    for (const auto role : {Role::system_administrator, Role::security_administrator,
                            Role::audit_administrator}) {
        EXPECT_TRUE(is_administrator(role));
        EXPECT_TRUE(is_office(role));
    }
    for (const auto role : {Role::anonymous, Role::half_signed_in, Role::employer, Role::agency,
                            Role::worker}) {
        EXPECT_FALSE(is_office(role));
        EXPECT_FALSE(is_administrator(role));
    }
}

TEST(Caller, official_acts_in_the_place_and_what_it_contains) {
    const Caller city = of(Role::official, "510500");
    EXPECT_TRUE(city.acts_in({"510500"}));
    EXPECT_TRUE(city.acts_in({"510502"}));
    EXPECT_FALSE(city.acts_in({"511502"}));
    EXPECT_FALSE(city.acts_in({"510000"}));
    EXPECT_FALSE(of(Role::official, "510502").acts_in({"510500"}));
    EXPECT_FALSE(of(Role::official, "510502").acts_in({"510503"}));
    EXPECT_TRUE(of(Role::official, "510000").acts_in({"510502"}));
    EXPECT_TRUE(of(Role::official, "500116").acts_in({"500116"}));
    EXPECT_FALSE(of(Role::official, "500116").acts_in({"500118"}));
}

TEST(Caller, without_a_place_acts_nowhere) {
    EXPECT_FALSE(of(Role::official, "").acts_in({"510500"}));
    EXPECT_FALSE(of(Role::official, "510500").acts_in({""}));
    EXPECT_FALSE(of(Role::official, "").acts_in({""}));
}

TEST(Caller, only_officials_act_and_inspectors_supervise_too) {
    for (const auto role :
         {Role::employer, Role::agency, Role::worker, Role::half_signed_in,
          Role::system_administrator, Role::security_administrator, Role::audit_administrator}) {
        EXPECT_FALSE(of(role, "510500").acts_in({"510500"}));
        EXPECT_FALSE(of(role, "510500").supervises({"510500"}));
    }
    EXPECT_FALSE(of(Role::inspector, "510500").acts_in({"510500"}));
    EXPECT_TRUE(of(Role::inspector, "510500").supervises({"510502"}));
    EXPECT_TRUE(of(Role::official, "510500").supervises({"510502"}));
    EXPECT_FALSE(of(Role::inspector, "510502").supervises({"510500"}));
    using Range = std::pair<std::optional<PlaceCode>, std::optional<PlaceCode>>;
    EXPECT_EQ(of(Role::inspector, "510500").seen_range(), Range(PlaceCode{"510500"}, PlaceCode{"510599"}));
    EXPECT_EQ(of(Role::audit_administrator, "510500").seen_range(), Range());
}

}  // namespace
}  // namespace jianghui::access
