#include "engine/crypto/password.hpp"

#include <gtest/gtest.h>

namespace jianghui::crypto {
namespace {

constexpr PasswordCost cheap = cheapest_password_cost;

TEST(Password, matches_itself_only) {
    const auto kept = hash_password("长江与沱江2026", cheap).value();
    EXPECT_TRUE(password_matches("长江与沱江2026", kept));
    EXPECT_FALSE(password_matches("长江与沱江2027", kept));
    EXPECT_FALSE(password_matches("", kept));
    EXPECT_FALSE(password_matches(std::string("长江与沱江2026\0", 18), kept));
}

TEST(Password, has_its_own_salt_each_time) {
    EXPECT_NE(hash_password("same", cheap).value(), hash_password("same", cheap).value());
}

TEST(Password, says_how_it_was_made) {
    const std::string expected = "$argon2id$v=19$m=16,t=2,p=1$";
    EXPECT_EQ(hash_password("x", {2, 16}).value().substr(0, expected.size()), expected);
}

TEST(Password, asks_for_a_new_text_when_the_cost_changes) {
    const auto kept = hash_password("x", cheap).value();
    EXPECT_FALSE(should_rehash(kept, cheap));
    EXPECT_TRUE(should_rehash(kept, {2, 8}));
    EXPECT_TRUE(should_rehash(kept, {1, 16}));
    EXPECT_TRUE(should_rehash("nonsense", cheap));
}

TEST(Password, no_text_matches_nothing) {
    for (const auto* kept : {"", "plain", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"}) {
        EXPECT_FALSE(password_matches("", kept)) << kept;
        EXPECT_FALSE(password_matches("plain", kept)) << kept;
    }
}

// From the test program of the reference implementation (P-H-C/phc-winner-argon2, src/test.c).
TEST(Password, reads_what_another_implementation_wrote) {
    EXPECT_TRUE(password_matches("password",
                                 "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                                 "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"));
}

TEST(Password, refuses_when_memory_is_missing) {
    const auto kept = hash_password("x", {1, std::uint64_t{1} << 31U});
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, "password_memory_missing");
}

}  // namespace
}  // namespace jianghui::crypto
