#include "features/live/rules.hpp"

#include <gtest/gtest.h>

namespace jianghui::live {
namespace {

using access::Caller;
using access::Role;

journal::Event event_of(const std::string& kind) {
    journal::Event event;
    event.position = 7;
    event.kind = kind;
    event.city = {"511500"};
    event.actor = AccountId{1};
    event.organisation = OrganisationId{10};
    event.counterpart = OrganisationId{11};
    event.person = PersonId{20};
    event.subject_kind = "seat";
    event.subject = {30};
    event.data = boost::json::object{{"order", "x"}, {"remaining", 3}, {"agency", "secret"}};
    return event;
}

Caller caller(Role role, std::string place, OrganisationId organisation = {},
              PersonId person = {}) {
    return {AccountId{99}, role, {std::move(place)}, organisation, person};
}

TEST(Sight, FollowsPlaceAndParty) {
    const auto event = event_of("seat.offered");
    EXPECT_EQ(sight_of(caller(Role::official, "511500"), event, false), Sight::supervision);
    EXPECT_EQ(sight_of(caller(Role::inspector, "510000"), event, false), Sight::supervision);
    EXPECT_EQ(sight_of(caller(Role::audit_administrator, ""), event, false), Sight::supervision);
    EXPECT_EQ(sight_of(caller(Role::official, "510500"), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::audit_administrator, "510500"), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::system_administrator, ""), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::security_administrator, ""), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::half_signed_in, ""), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::agency, "510500", {10}), event, false), Sight::party);
    EXPECT_EQ(sight_of(caller(Role::employer, "511502", {11}), event, false), Sight::party);
    EXPECT_EQ(sight_of(caller(Role::employer, "511502", {12}), event, false), Sight::nothing);
    EXPECT_EQ(sight_of(caller(Role::worker, "511502", {}, {20}), event, false), Sight::party);
    EXPECT_EQ(sight_of(caller(Role::worker, "511502", {}, {21}), event, false), Sight::nothing);
    EXPECT_EQ(sight_of({}, event, false), Sight::nothing);
    EXPECT_EQ(sight_of({}, event, true), Sight::open);
}

TEST(Sight, WhatHappensToAnAccountIsNotForColleagues) {
    auto event = event_of("account.signed_in");
    event.subject_kind = "account";
    event.subject = {1};
    EXPECT_EQ(sight_of(caller(Role::agency, "510500", {10}), event, false), Sight::nothing);
    auto self = caller(Role::agency, "510500", {10});
    self.account = {1};
    EXPECT_EQ(sight_of(self, event, false), Sight::party);
}

TEST(View, AnOpenEventNamesNoPartyAndOnlySupervisorsSeeTheActor) {
    const auto event = event_of("order.remaining");
    const auto open = view(event, Sight::open);
    EXPECT_FALSE(open.data.get_object().contains("agency"));
    EXPECT_EQ(open.data.get_object().at("remaining"), 3);
    EXPECT_FALSE(open.actor);
    EXPECT_FALSE(view(event, Sight::party).actor);
    EXPECT_EQ(view(event, Sight::party).data, event.data);
    EXPECT_TRUE(view(event, Sight::supervision).actor);
}

}  // namespace
}  // namespace jianghui::live
