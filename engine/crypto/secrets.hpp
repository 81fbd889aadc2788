#pragma once
// Secret keys, and where secret randomness comes from. The source is passed in like time is, so
// that a test can repeat; the program itself only ever uses `system_secrets()`.

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// Fills memory with bytes that nobody can foresee.
class SecretSource {
  public:
    virtual ~SecretSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator. Thread-safe; stops the program if it cannot work.
[[nodiscard]] SecretSource& system_secrets();

/// A source that repeats from its seed: for tests and the demo generator, never for real secrets.
class SeededSecrets final : public SecretSource {
  public:
    explicit SeededSecrets(std::uint64_t seed) : seed_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

  private:
    std::uint64_t seed_;
    std::uint64_t calls_ = 0;
};

/// A 256-bit secret key. Its memory is overwritten when it ends; there is no way to print it.
class Key {
  public:
    static constexpr std::size_t size = 32;
    /// A key of zeros: for members that are filled later.
    Key() : bytes_{} {}
    /// Requires exactly `size` bytes.
    explicit Key(std::string_view bytes);
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    [[nodiscard]] static Key random(SecretSource& secrets);
    /// The secret itself, for the algorithms of this engine and the keyring's file.
    [[nodiscard]] std::string_view reveal() const { return view(bytes_); }

  private:
    std::array<std::uint8_t, size> bytes_;
};

[[nodiscard]] Bytes random_bytes(SecretSource& secrets, std::size_t count);
/// 256 random bits as 43 base64url characters: session tokens, invitation links.
[[nodiscard]] std::string random_token(SecretSource& secrets);
/// `count` decimal digits, every one of the 10^count codes equally likely: one-time codes that
/// people type. Requires 1 <= count <= 18.
[[nodiscard]] std::string random_digits(SecretSource& secrets, int count);
/// `count` characters of an alphabet without look-alikes (no 0 O 1 I L), upper case, each position
/// uniform: codes that are read out or written on paper. About 4.95 bits a character.
[[nodiscard]] std::string random_letters(SecretSource& secrets, int count);

/// Digits that both sides can compute from a key and a message (HOTP, RFC 4226, with HMAC-SM3): the
/// code at a work site. Requires 4 <= count <= 9.
[[nodiscard]] std::string keyed_digits(const Key& key, std::string_view message, int count);

}  // namespace jianghui::crypto
