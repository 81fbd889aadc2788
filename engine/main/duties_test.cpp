// What the three administrators, and who has signed in by half, may call in the whole program: by
// the routes themselves, so that a new route cannot slip past.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "engine/app/feature.hpp"

namespace jianghui {
namespace duties_test {

using access::Role;

/// The changes that a role may make and anonymous callers may not: "POST /accounts".
std::set<std::string> changes_of(Role role) {
    std::set<std::string> found;
    for (const auto& feature : all_features())
        for (const auto& route : feature.routes) {
            const auto has = [&](Role each) {
                return std::find(route.roles.begin(), route.roles.end(), each) !=
                       route.roles.end();
            };
            if (route.method == http::Method::get || !has(role) || has(Role::anonymous)) continue;
            found.insert(std::string(http::method_text(route.method)) + " " + route.path);
        }
    return found;
}

const std::set<std::string> own_account{
    "DELETE /sessions/current",       "POST /me/password",       "POST /me/second-factor",
    "POST /me/second-factor/confirm", "POST /me/second-factor/remove",
    "POST /notices/{notice}/read"};

std::set<std::string> with_own(std::set<std::string> more) {
    more.insert(own_account.begin(), own_account.end());
    return more;
}

TEST(Duties, OfTheAuditAdministratorChangeNothing) {
    EXPECT_EQ(changes_of(Role::audit_administrator), own_account);
}

TEST(Duties, OfTheSecurityAdministratorAreAccounts) {
    EXPECT_EQ(changes_of(Role::security_administrator),
              with_own({"POST /accounts", "POST /accounts/{account}/disable",
                        "POST /accounts/{account}/enable", "POST /accounts/{account}/unlock",
                        "POST /accounts/{account}/second-factor/reset",
                        "POST /certificates/keys/{place}/rotate",
                        "POST /certificates/keys/{place}/{number}/distrust",
                        "PUT /certificates/address",
                        "POST /organisations/{organisation}/invitations"}));
}

TEST(Duties, OfTheSystemAdministratorAreTechnical) {
    EXPECT_EQ(changes_of(Role::system_administrator),
              with_own({"POST /accounts/{account}/password-reset", "POST /efficiency/recount",
                        "POST /figures/recount",
                        "POST /statistics/{measure}/recount",
                        "POST /definitions/{kind}/{id}/{version}/confirmation"}));
}

TEST(Duties, OfWhoIsSignedInByHalfAreToFinishThat) {
    EXPECT_EQ(changes_of(Role::half_signed_in),
              (std::set<std::string>{"DELETE /sessions/current",
                                     "POST /sessions/current/second-factor",
                                     "POST /me/second-factor", "POST /me/second-factor/confirm"}));
}

TEST(Duties, AreReadingForNobodyWhoOwesASecondFactor) {
    for (const auto& feature : all_features())
        for (const auto& route : feature.routes) {
            const auto has = [&](Role each) {
                return std::find(route.roles.begin(), route.roles.end(), each) !=
                       route.roles.end();
            };
            if (route.method != http::Method::get || !has(Role::half_signed_in)) continue;
            EXPECT_TRUE(has(Role::anonymous) || route.path == "/me" ||
                        route.path == "/me/second-factor")
                << route.path;
        }
}

}  // namespace duties_test
}  // namespace jianghui
