#include "engine/crypto/totp.hpp"

#include <gtest/gtest.h>

namespace jianghui::crypto {
namespace totp_test {

Instant at_second(std::int64_t seconds) {
    return Instant(std::chrono::milliseconds(seconds * 1000));
}

const std::string sha1_secret = "12345678901234567890";
const std::string sha256_secret = "12345678901234567890123456789012";
const std::string sha512_secret =
    "1234567890123456789012345678901234567890123456789012345678901234";

// RFC 6238, appendix B.
TEST(Totp, gives_the_codes_of_the_standard) {
    struct Row {
        std::int64_t seconds;
        const char* sha1;
        const char* sha256;
        const char* sha512;
    };
    const Row rows[] = {{59, "94287082", "46119246", "90693936"},
                        {1111111109, "07081804", "68084774", "25091201"},
                        {1111111111, "14050471", "67062674", "99943326"},
                        {1234567890, "89005924", "91819424", "93441116"},
                        {2000000000, "69279037", "90698825", "38618901"},
                        {20000000000, "65353130", "77737706", "47863826"}};
    for (const auto& row : rows) {
        const auto step = totp_step(at_second(row.seconds));
        EXPECT_EQ(totp_code(sha1_secret, step, {8, 30, TotpHash::sha1}), row.sha1);
        EXPECT_EQ(totp_code(sha256_secret, step, {8, 30, TotpHash::sha256}), row.sha256);
        EXPECT_EQ(totp_code(sha512_secret, step, {8, 30, TotpHash::sha512}), row.sha512);
    }
}

TEST(Totp, finds_the_step_within_its_window_alone) {
    const Instant now = at_second(1111111111);
    const auto present = totp_step(now);
    const auto found = [&](std::int64_t step, int window) {
        return totp_step_of(sha1_secret, totp_code(sha1_secret, step), now, window);
    };
    EXPECT_EQ(found(present, 0), present);
    EXPECT_EQ(found(present - 1, 1), present - 1);
    EXPECT_EQ(found(present + 1, 1), present + 1);
    EXPECT_FALSE(found(present - 1, 0));
    EXPECT_FALSE(found(present - 2, 1));
    EXPECT_FALSE(found(present + 2, 1));
    EXPECT_FALSE(totp_step_of(sha1_secret, "", now, 1));
    EXPECT_FALSE(totp_step_of(sha1_secret, "12345", now, 1));
}

TEST(Totp, begins_a_step_every_thirty_seconds) {
    EXPECT_EQ(totp_step(at_second(0)), 0);
    EXPECT_EQ(totp_step(at_second(29)), 0);
    EXPECT_EQ(totp_step(at_second(30)), 1);
    EXPECT_TRUE(totp_step_of(sha1_secret, totp_code(sha1_secret, 0), at_second(0), 1))
        << "there is no step before the first";
}

// RFC 4648, section 10.
TEST(Totp, writes_secrets_in_base32) {
    EXPECT_EQ(to_base32("f"), "MY");
    EXPECT_EQ(to_base32("foobar"), "MZXW6YTBOI");
    EXPECT_EQ(to_base32(sha1_secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(Totp, says_what_an_app_needs_to_know) {
    EXPECT_EQ(otpauth_uri("江汇", "a b@c", sha1_secret),
              "otpauth://totp/%E6%B1%9F%E6%B1%87:a%20b%40c?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=%E6%B1%9F%E6%B1%87&algorithm=SHA1&digits=6&period=30");
}

}  // namespace totp_test
}  // namespace jianghui::crypto
