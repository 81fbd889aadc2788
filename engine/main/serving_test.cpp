// Which paths take large bodies, by the routes of the whole program.

#include "engine/main/serving.hpp"

#include <gtest/gtest.h>

namespace jianghui::main {
namespace serving_test {

bool is_below(const std::string& path, const std::string& prefix) {
    return path == prefix || path.starts_with(prefix + "/");
}

TEST(Serving, EveryFileThatIsTakenGetsThrough) {
    const std::size_t body_max = net::Limits().body_max;
    const auto prefixes = upload_prefixes(all_features(), body_max);
    for (const auto& feature : all_features())
        for (const auto& route : feature.routes) {
            if (!route.raw_body || route.body_max <= body_max) continue;
            bool covered = false;
            for (const auto& prefix : prefixes)
                covered = covered || is_below("/api/v1" + route.path, prefix);
            EXPECT_TRUE(covered) << route.path;
            EXPECT_LE(route.body_max, net::Limits().upload_max) << route.path;
        }
}

TEST(Serving, LargeBodiesAreTakenNowhereElse) {
    const std::vector<std::string> expected{"/api/v1/case-files",  "/api/v1/duties/file", "/api/v1/imports",
                                            "/api/v1/pay-answers", "/api/v1/pay-surveys",
                                            "/api/v1/proofs",      "/api/v1/registers",
                                            "/api/v1/surveys"};
    EXPECT_EQ(upload_prefixes(all_features(), net::Limits().body_max), expected);
}

}  // namespace serving_test
}  // namespace jianghui::main
