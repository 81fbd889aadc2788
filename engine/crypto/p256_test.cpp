#include "engine/crypto/p256.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/crypto/base58.hpp"
#include "engine/crypto/multikey.hpp"
#include "engine/crypto/sha256.hpp"

namespace jianghui::crypto {
namespace p256_test {

// RFC 6979 appendix A.2.5: the curve P-256 with SHA-256.
const Bytes rfc_secret =
    from_hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721").value();
constexpr std::string_view rfc_point =
    "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
    "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
constexpr std::string_view rfc_sample =
    "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
    "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
constexpr std::string_view rfc_test =
    "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
    "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083";

TEST(P256, SignsAsRfc6979Says) {
    const auto key = P256PrivateKey::from_secret(rfc_secret).value();
    EXPECT_EQ(to_hex(key.public_key().point()), rfc_point);
    EXPECT_EQ(to_hex(key.sign("sample")), rfc_sample);
    EXPECT_EQ(to_hex(key.sign("test")), rfc_test);
    EXPECT_TRUE(key.public_key().verifies("test", from_hex(rfc_test).value()));
    EXPECT_FALSE(key.public_key().verifies("test", from_hex(rfc_sample).value()));
}

TEST(P256, RefusesEveryFlippedBitAndWrongLengths) {
    const auto key = P256PrivateKey::generate();
    const Bytes signature = key.sign("message");
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        Bytes flipped = signature;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        EXPECT_FALSE(key.public_key().verifies("message", flipped)) << bit;
    }
    EXPECT_FALSE(key.public_key().verifies("message", signature.substr(1)));
    EXPECT_FALSE(key.public_key().verifies("message", signature + '\0'));
    EXPECT_FALSE(key.public_key().verifies("message", Bytes(64, '\0')));
}

TEST(P256, RefusesWhatIsNoKey) {
    EXPECT_FALSE(P256PublicKey::from_point(""));
    EXPECT_FALSE(P256PublicKey::from_point(Bytes(65, '\4')));
    EXPECT_FALSE(P256PublicKey::from_point(Bytes(1, '\0')));
    EXPECT_FALSE(P256PrivateKey::from_secret(Bytes(32, '\0')));
    EXPECT_FALSE(P256PrivateKey::from_secret(Bytes(31, '\1')));
    EXPECT_FALSE(P256PrivateKey::from_secret(Bytes(32, '\xff')));
}

RC_GTEST_PROP(P256, VerifiesWhatItSigned, (const std::string& message)) {
    static const auto key = P256PrivateKey::generate();
    const Bytes signature = key.sign(message);
    RC_ASSERT(signature == key.sign(message));
    RC_ASSERT(key.public_key().verifies(message, signature));
    RC_ASSERT(!key.public_key().verifies(message + "x", signature));
}

TEST(Sha256, OfTheStandardsExample) {
    EXPECT_EQ(sha256("abc").hex(),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hmac_sha256("Jefe", "what do ya want for nothing?").hex(),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Base58, WritesAndReadsTheDraftsExamples) {
    // draft-msporny-base58-03 section 5.
    EXPECT_EQ(to_base58btc("Hello World!"), "z2NEpo7TZRRrLZSi2U");
    EXPECT_EQ(to_base58btc(from_hex("0000287fb4cd").value()), "z11233QC4");
    EXPECT_EQ(from_base58btc("z11233QC4"), from_hex("0000287fb4cd"));
    EXPECT_EQ(to_base58btc(""), "z");
    for (const auto* wrong : {"", "2NEpo", "z0", "zl", "zO", "zI", "z 1"})
        EXPECT_FALSE(from_base58btc(wrong)) << wrong;
}

RC_GTEST_PROP(Base58, ReadsWhatItWrote, (const std::string& bytes)) {
    RC_ASSERT(from_base58btc(to_base58btc(bytes)) == bytes);
}

TEST(Multikey, IsTheOneOfTheW3cVectors) {
    const auto key = P256PrivateKey::from_secret(rfc_secret).value().public_key();
    const std::string text = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";
    EXPECT_EQ(multikey_of(key), text);
    EXPECT_EQ(p256_of(text), key);
    EXPECT_FALSE(sm2_of(text));
    EXPECT_EQ(multikey_of_method(method_of(text)), text);
    EXPECT_FALSE(multikey_of_method("did:key:" + text));
    EXPECT_FALSE(multikey_of_method("did:key:" + text + "#z1"));
    EXPECT_FALSE(multikey_of_method("did:web:example.com#" + text));
}

RC_GTEST_PROP(Multikey, CarriesKeysOfBothCurves, ()) {
    const auto p256 = P256PrivateKey::generate().public_key();
    const auto sm2 = Sm2PrivateKey::generate().public_key();
    RC_ASSERT(p256_of(multikey_of(p256)) == p256);
    RC_ASSERT(sm2_of(multikey_of(sm2)) == sm2);
    RC_ASSERT(!p256_of(multikey_of(sm2)));
}

}  // namespace p256_test
}  // namespace jianghui::crypto
