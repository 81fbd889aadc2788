#pragma once
// Signatures with SM2 over SM3 (GB/T 32918.2 and .5-2017, curve sm2p256v1), for certificates, seals
// of the journal and feeds between deployments.
//
//   const auto key = Sm2PrivateKey::generate();
//   const Sm2Signature signature = key.sign(document);
//   key.public_key().verifies(document, signature);  // true

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// The identity that goes into the hash when parties have agreed on none (GB/T 35276-2017).
inline constexpr std::string_view sm2_default_user_id = "1234567812345678";

inline constexpr ErrorCode sm2_key_invalid{
    "sm2_key_invalid", Kind::invalid, "这不是有效的 SM2 密钥。请核对密钥文本。",
    "This is not a valid SM2 key. Check the text of the key."};

/// The numbers r and s of a signature, 32 big-endian bytes each.
struct Sm2Signature {
    std::array<std::uint8_t, 64> bytes{};
    bool operator==(const Sm2Signature&) const = default;
    /// r then s as 64 bytes: the form that certificates carry (as base64url).
    [[nodiscard]] std::string_view raw() const { return view(bytes); }
    [[nodiscard]] static std::optional<Sm2Signature> from_raw(std::string_view raw);
    /// The ASN.1 form SEQUENCE { r, s } that other programs exchange.
    [[nodiscard]] Bytes der() const;
    /// Reads strict DER of two numbers that fit; nothing otherwise.
    [[nodiscard]] static std::optional<Sm2Signature> from_der(std::string_view der);
};

/// A point of the curve. Cheap to copy, safe to use from several threads.
class Sm2PublicKey {
  public:
    /// Reads 65 bytes: 04, x, y. Fails with sm2_key_invalid when it is not a point of the curve or
    /// is the point at infinity.
    [[nodiscard]] static Result<Sm2PublicKey> from_point(std::string_view point);
    [[nodiscard]] const Bytes& point() const { return point_; }
    /// Whether the signature is by the owner of this key over this message and user id.
    [[nodiscard]] bool verifies(std::string_view message, const Sm2Signature& signature,
                                std::string_view user_id = sm2_default_user_id) const;
    bool operator==(const Sm2PublicKey& other) const { return point_ == other.point_; }

  private:
    friend class Sm2PrivateKey;
    struct Handle;
    Sm2PublicKey(Bytes point, std::shared_ptr<const Handle> handle)
        : point_(std::move(point)), handle_(std::move(handle)) {}
    Bytes point_;
    std::shared_ptr<const Handle> handle_;
};

/// A secret number and its point. Cheap to copy, safe to use from several threads.
class Sm2PrivateKey {
  public:
    /// A new key from OpenSSL's generator.
    [[nodiscard]] static Sm2PrivateKey generate();
    /// Reads the 32 bytes of `secret()`. Fails with sm2_key_invalid unless 1 <= d <= n - 2.
    [[nodiscard]] static Result<Sm2PrivateKey> from_secret(std::string_view secret);
    /// The 32 bytes of d: keep them only in a key file.
    [[nodiscard]] Bytes secret() const;
    [[nodiscard]] const Sm2PublicKey& public_key() const { return public_key_; }
    /// Signs; every call gives another signature (the nonce is random).
    [[nodiscard]] Sm2Signature sign(std::string_view message,
                                    std::string_view user_id = sm2_default_user_id) const;

  private:
    explicit Sm2PrivateKey(Sm2PublicKey public_key) : public_key_(std::move(public_key)) {}
    Sm2PublicKey public_key_;  ///< its handle holds the secret part too
};

}  // namespace jianghui::crypto
