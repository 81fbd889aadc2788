// How much an office may upload.

#include <gtest/gtest.h>

#include "tests/support/test_app.hpp"

namespace jianghui::proofs {
namespace proofs_test {

TEST(Proofs, AnOfficeUploadsSoMuchADayAndAYear) {
    test::TestApp world;
    const auto official = [&](const char* place) {
        return world.caller(access::Role::official, {}, place);
    };
    const auto luzhou = official("510500");
    int keys = 0;
    const auto upload = [&](const access::Caller& as) {
        return world.post("/proofs?name=p.txt", as, "验收意见", "p" + std::to_string(++keys));
    };
    for (int i = 0; i < 200; ++i) ASSERT_EQ(upload(luzhou).status, 201);
    const auto full = upload(official("510500"));
    EXPECT_EQ(full.status, 429) << "whoever of the office";
    EXPECT_EQ(full.text("code"), "proof_day_full");
    EXPECT_EQ(upload(official("511500")).status, 201) << "another office has room";
    world.clock().advance(std::chrono::hours(24));
    EXPECT_EQ(upload(luzhou).status, 201);
    static constexpr store::Statement fill{
        "fill", "UPDATE proofs SET bytes = 2147483647 WHERE id = (SELECT MIN(id) FROM proofs)"};
    world.store().write([](store::Transaction& transaction) { return transaction.execute(fill); });
    EXPECT_EQ(upload(luzhou).text("code"), "proof_year_full");
    world.clock().set(*parse_instant("2027-01-01T09:00:00+08:00"));
    EXPECT_EQ(upload(luzhou).status, 201) << "a new year";
}

}  // namespace proofs_test
}  // namespace jianghui::proofs
