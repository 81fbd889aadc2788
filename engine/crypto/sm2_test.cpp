#include "engine/crypto/sm2.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/crypto/vectors_test.hpp"

namespace jianghui::crypto {
namespace {

Bytes point_of(const boost::json::value& example) {
    return "\x04" + bytes_of(example, "px") + bytes_of(example, "py");
}

TEST(Sm2, verifies_the_standards_signatures) {
    for (const auto& example : standard_examples().at("sm2_sign").as_array()) {
        const auto key = Sm2PublicKey::from_point(point_of(example));
        ASSERT_TRUE(key) << text_of(example, "name");
        const auto signature =
            Sm2Signature::from_raw(bytes_of(example, "r") + bytes_of(example, "s"));
        ASSERT_TRUE(signature);
        EXPECT_TRUE(
            key->verifies(bytes_of(example, "msg_hex"), *signature, bytes_of(example, "id_hex")));
        EXPECT_EQ(to_hex(signature->der()), text_of(example, "der"));
        EXPECT_EQ(Sm2Signature::from_der(bytes_of(example, "der")), signature);
    }
}

TEST(Sm2, derives_the_standards_public_keys_and_signs_with_the_secret_ones) {
    for (const auto& example : standard_examples().at("sm2_sign").as_array()) {
        const auto key = Sm2PrivateKey::from_secret(bytes_of(example, "d"));
        ASSERT_TRUE(key);
        EXPECT_EQ(key->public_key().point(), point_of(example));
        EXPECT_EQ(to_hex(key->secret()), text_of(example, "d"));
        const auto message = bytes_of(example, "msg_hex");
        EXPECT_TRUE(key->public_key().verifies(message, key->sign(message)));
    }
}

TEST(Sm2, refuses_the_standards_bad_signatures) {
    for (const auto& example : standard_examples().at("sm2_verify_negative").as_array()) {
        const auto key = Sm2PublicKey::from_point(point_of(example));
        ASSERT_TRUE(key);
        const auto signature = Sm2Signature::from_der(bytes_of(example, "der"));
        EXPECT_TRUE(!signature || !key->verifies(bytes_of(example, "msg_hex"), *signature,
                                                 bytes_of(example, "id_hex")))
            << text_of(example, "name");
    }
}

TEST(Sm2, refuses_points_that_are_no_keys) {
    for (const auto& example : standard_examples().at("sm2_invalid_public_keys").as_array()) {
        const auto key = Sm2PublicKey::from_point(bytes_of(example, "point"));
        ASSERT_FALSE(key) << text_of(example, "name");
        EXPECT_EQ(key.error().code, "sm2_key_invalid");
    }
    EXPECT_FALSE(Sm2PublicKey::from_point(""));
    EXPECT_FALSE(Sm2PublicKey::from_point(std::string(65, '\0')));
}

TEST(Sm2, refuses_secrets_outside_the_group) {
    // n of the curve; the largest allowed secret is n - 2 (GB/T 32918.1-2016 section 6.1).
    const std::string start = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d541";
    for (const auto* end : {"23", "22"})
        EXPECT_FALSE(Sm2PrivateKey::from_secret(from_hex(start + end).value())) << end;
    EXPECT_TRUE(Sm2PrivateKey::from_secret(from_hex(start + "21").value()));
    EXPECT_FALSE(Sm2PrivateKey::from_secret(Bytes(32, '\0')));
    EXPECT_FALSE(Sm2PrivateKey::from_secret(Bytes(31, '\1')));
    EXPECT_TRUE(Sm2PrivateKey::from_secret(Bytes(31, '\0') + '\1'));
}

TEST(Sm2, binds_the_signature_to_key_message_and_user) {
    const auto key = Sm2PrivateKey::generate();
    const auto other = Sm2PrivateKey::generate();
    EXPECT_FALSE(key.public_key() == other.public_key());
    const auto signature = key.sign("text", "user@jianghui");
    EXPECT_TRUE(key.public_key().verifies("text", signature, "user@jianghui"));
    EXPECT_FALSE(key.public_key().verifies("text", signature));
    EXPECT_FALSE(key.public_key().verifies("Text", signature, "user@jianghui"));
    EXPECT_FALSE(other.public_key().verifies("text", signature, "user@jianghui"));
    EXPECT_FALSE(key.sign("text") == key.sign("text")) << "the nonce is random";
}

TEST(Sm2, refuses_every_flipped_bit) {
    const auto key = Sm2PrivateKey::generate();
    const auto signature = key.sign("message");
    for (std::size_t bit = 0; bit < signature.bytes.size() * 8; ++bit) {
        auto flipped = signature;
        flipped.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        EXPECT_FALSE(key.public_key().verifies("message", flipped)) << bit;
    }
}

TEST(Sm2Signature, has_one_der_form) {
    const auto signature = Sm2PrivateKey::generate().sign("message");
    const Bytes der = signature.der();
    EXPECT_EQ(Sm2Signature::from_der(der), signature);
    EXPECT_FALSE(Sm2Signature::from_der(der + '\0')) << "trailing bytes";
    EXPECT_FALSE(Sm2Signature::from_der(der.substr(1)));
    EXPECT_FALSE(Sm2Signature::from_der(""));
    EXPECT_FALSE(Sm2Signature::from_der(from_hex("30060201ff0201ff").value())) << "negative";
    EXPECT_FALSE(Sm2Signature::from_der(from_hex("3008020200010202"
                                                 "0001")
                                            .value()))
        << "padded";
    EXPECT_FALSE(Sm2Signature::from_raw(std::string(63, 'x')));
}

RC_GTEST_PROP(Sm2, verifies_what_it_signed, (const std::string& message)) {
    static const auto key = Sm2PrivateKey::generate();
    const auto signature = key.sign(message);
    RC_ASSERT(key.public_key().verifies(message, signature));
    RC_ASSERT(!key.public_key().verifies(message + "x", signature));
    RC_ASSERT(Sm2Signature::from_der(signature.der()) == signature);
    RC_ASSERT(Sm2Signature::from_raw(signature.raw()) == signature);
}

}  // namespace
}  // namespace jianghui::crypto
