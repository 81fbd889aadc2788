#pragma once
// Signatures with ECDSA over P-256 and SHA-256 (FIPS 186-5), the second proof of a certificate: the
// one that programs outside China verify. The nonce follows RFC 6979, so a document has one
// signature of a key.
//
//   const auto key = P256PrivateKey::generate();
//   key.public_key().verifies(document, key.sign(document));  // true

#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

inline constexpr ErrorCode p256_key_invalid{
    "p256_key_invalid", Kind::invalid, "这不是有效的 P-256 密钥。请核对密钥文本。",
    "This is not a valid P-256 key. Check the text of the key."};

/// A point of the curve.
class P256PublicKey {
  public:
    /// Reads 65 bytes (04, x, y) or 33 (02 or 03, x). Fails with p256_key_invalid when that is no
    /// point of the curve.
    [[nodiscard]] static Result<P256PublicKey> from_point(std::string_view point);
    /// 04, x, y.
    [[nodiscard]] const Bytes& point() const { return point_; }
    /// Whether the 64 bytes r, s are a signature by the owner of this key over the message.
    [[nodiscard]] bool verifies(std::string_view message, std::string_view signature) const;
    bool operator==(const P256PublicKey&) const = default;

  private:
    friend class P256PrivateKey;
    explicit P256PublicKey(Bytes point) : point_(std::move(point)) {}
    Bytes point_;
};

/// A secret number and its point.
class P256PrivateKey {
  public:
    /// A new key from OpenSSL's generator.
    [[nodiscard]] static P256PrivateKey generate();
    /// Reads the 32 bytes of `secret()`. Fails with p256_key_invalid unless 1 <= d < n.
    [[nodiscard]] static Result<P256PrivateKey> from_secret(std::string_view secret);
    P256PrivateKey(const P256PrivateKey&) = default;
    P256PrivateKey(P256PrivateKey&&) = default;
    P256PrivateKey& operator=(const P256PrivateKey&) = default;
    P256PrivateKey& operator=(P256PrivateKey&&) = default;
    ~P256PrivateKey();
    /// The 32 bytes of d: keep them only in a sealed box.
    [[nodiscard]] const Bytes& secret() const { return secret_; }
    [[nodiscard]] const P256PublicKey& public_key() const { return public_key_; }
    /// Signs: r then s, 32 big-endian bytes each. The same for the same message.
    [[nodiscard]] Bytes sign(std::string_view message) const;

  private:
    P256PrivateKey(Bytes secret, P256PublicKey public_key)
        : secret_(std::move(secret)), public_key_(std::move(public_key)) {}
    Bytes secret_;
    P256PublicKey public_key_;
};

}  // namespace jianghui::crypto
