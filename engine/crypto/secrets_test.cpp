#include "engine/crypto/secrets.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace jianghui::crypto {
namespace {

TEST(SystemSecrets, never_repeat) {
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) tokens.insert(random_token(system_secrets()));
    EXPECT_EQ(tokens.size(), 1000U);
}

TEST(SeededSecrets, repeat_from_the_same_seed) {
    SeededSecrets one(5);
    SeededSecrets two(5);
    SeededSecrets other(6);
    const auto first = random_bytes(one, 100);
    EXPECT_EQ(first, random_bytes(two, 100));
    EXPECT_NE(first, random_bytes(other, 100));
    EXPECT_NE(first, random_bytes(one, 100)) << "the next call gives other bytes";
}

TEST(Token, is_256_bits_in_43_characters) {
    SeededSecrets secrets(1);
    const auto token = random_token(secrets);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(from_base64url(token).value().size(), 32U);
}

TEST(RandomDigits, keeps_leading_zeros_and_uses_every_digit_alike) {
    SeededSecrets secrets(1);
    std::map<char, int> first_digits;
    for (int i = 0; i < 10'000; ++i) {
        const auto code = random_digits(secrets, 6);
        ASSERT_EQ(code.size(), 6U);
        ASSERT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
        ++first_digits[code[0]];
    }
    // 1,000 expected, standard deviation 30: within five of them.
    for (char digit = '0'; digit <= '9'; ++digit)
        EXPECT_NEAR(first_digits[digit], 1000, 150) << digit;
    EXPECT_EQ(random_digits(secrets, 1).size(), 1U);
    EXPECT_EQ(random_digits(secrets, 18).size(), 18U);
}

TEST(RandomLetters, has_no_look_alikes) {
    SeededSecrets secrets(1);
    const auto text = random_letters(secrets, 10'000);
    EXPECT_EQ(text.size(), 10'000U);
    EXPECT_EQ(text.find_first_of("01OIL"), std::string::npos);
    EXPECT_EQ(std::set<char>(text.begin(), text.end()).size(), 31U);
}

TEST(KeyedDigits, is_the_same_for_both_sides_and_no_one_else) {
    SeededSecrets secrets(1);
    const Key key = Key::random(secrets);
    const Key other = Key::random(secrets);
    const auto code = keyed_digits(key, "order 1, day 5", 6);
    EXPECT_EQ(code.size(), 6U);
    EXPECT_EQ(code, keyed_digits(key, "order 1, day 5", 6));
    EXPECT_NE(code, keyed_digits(key, "order 1, day 6", 6));
    EXPECT_NE(code, keyed_digits(other, "order 1, day 5", 6));
    EXPECT_EQ(keyed_digits(key, "x", 4).size(), 4U);
}

TEST(Key, needs_its_exact_size) {
    EXPECT_DEATH(Key(std::string(31, 'k')), "size");
    EXPECT_EQ(Key(std::string(32, 'k')).reveal(), std::string(32, 'k'));
}

}  // namespace
}  // namespace jianghui::crypto
