#include "engine/crypto/sm3.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/crypto/vectors_test.hpp"

namespace jianghui::crypto {
namespace {

TEST(Sm3, gives_the_standards_digests) {
    // GB/T 32905-2016, annex A.
    EXPECT_EQ(sm3("abc").hex(), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    std::string sixteen_times;
    for (int i = 0; i < 16; ++i) sixteen_times += "abcd";
    EXPECT_EQ(sm3(sixteen_times).hex(),
              "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    for (const auto& example : standard_examples().at("sm3").as_array())
        EXPECT_EQ(sm3(bytes_of(example, "msg_hex")).hex(), text_of(example, "digest"));
}

TEST(HmacSm3, gives_the_standards_codes) {
    for (const auto& example : standard_examples().at("hmac_sm3").as_array())
        EXPECT_EQ(hmac_sm3(bytes_of(example, "key_hex"), bytes_of(example, "msg_hex")).hex(),
                  text_of(example, "mac"));
}

TEST(HmacSm3, hashes_a_key_longer_than_a_block) {
    const std::string key(65, 'k');
    EXPECT_EQ(hmac_sm3(key, "m"), hmac_sm3(sm3(key).raw(), "m"));
    EXPECT_NE(hmac_sm3(std::string(64, 'k'), "m"), hmac_sm3(key, "m"));
}

// PBKDF2 (RFC 8018) of one block is nothing but HMAC: an oracle from another source.
TEST(HmacSm3, makes_the_standards_derived_keys) {
    for (const auto& example : standard_examples().at("pbkdf2_hmac_sm3").as_array()) {
        const auto password = text_of(example, "password");
        Digest step =
            hmac_sm3(password, bytes_of(example, "salt_hex") + std::string("\0\0\0\1", 4));
        Digest key = step;
        for (std::int64_t i = 1; i < example.at("iterations").as_int64(); ++i) {
            step = hmac_sm3(password, step.raw());
            for (std::size_t at = 0; at < key.bytes.size(); ++at) key.bytes[at] ^= step.bytes[at];
        }
        EXPECT_EQ(key.hex(), text_of(example, "dk"));
    }
}

RC_GTEST_PROP(Sm3, does_not_care_how_the_message_is_cut, (const std::vector<std::string>& pieces)) {
    Sm3 hash;
    std::string whole;
    for (const auto& piece : pieces) {
        hash.add(piece);
        whole += piece;
    }
    RC_ASSERT(hash.finish() == sm3(whole));
    RC_ASSERT(hash.finish() == sm3(""));  // It began anew.
}

TEST(Sm3, can_be_moved_in_the_middle) {
    Sm3 first;
    first.add("ab");
    Sm3 second = std::move(first);
    EXPECT_EQ(second.add("c").finish(), sm3("abc"));
}

}  // namespace
}  // namespace jianghui::crypto
