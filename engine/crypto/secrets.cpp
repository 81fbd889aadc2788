#include "engine/crypto/secrets.hpp"

#include <algorithm>

#include <sodium.h>

#include "engine/base/result.hpp"
#include "engine/crypto/sm3.hpp"

namespace jianghui::crypto {
namespace {

class SystemSecrets final : public SecretSource {
  public:
    SystemSecrets() { ASSERT(sodium_init() >= 0); }
    void fill(std::span<std::uint8_t> bytes) override {
        randombytes_buf(bytes.data(), bytes.size());
    }
};

std::uint64_t random_number(SecretSource& secrets) {
    std::array<std::uint8_t, 8> bytes{};
    secrets.fill(bytes);
    std::uint64_t number = 0;
    for (const auto byte : bytes) number = number << 8U | byte;
    return number;
}

/// Uniform in [0, bound): numbers of the incomplete last stretch are thrown away.
std::uint64_t random_below(SecretSource& secrets, std::uint64_t bound) {
    const std::uint64_t usable = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        const auto number = random_number(secrets);
        if (number < usable) return number % bound;
    }
}

std::uint64_t power_of_ten(int exponent) {
    std::uint64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

std::string padded(std::uint64_t number, int count) {
    const std::string digits = std::to_string(number);
    return std::string(static_cast<std::size_t>(count) - digits.size(), '0') + digits;
}

}  // namespace

SecretSource& system_secrets() {
    static SystemSecrets source;
    return source;
}

void SeededSecrets::fill(std::span<std::uint8_t> bytes) {
    const std::string prefix =
        "seeded secrets " + std::to_string(seed_) + " " + std::to_string(calls_++) + " ";
    for (std::size_t at = 0; at < bytes.size();) {
        const Digest block = sm3(prefix + std::to_string(at));
        for (const auto byte : block.bytes) {
            if (at == bytes.size()) break;
            bytes[at++] = byte;
        }
    }
}

Key::Key(std::string_view bytes) : bytes_{} {
    ASSERT(bytes.size() == size);
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

Key::~Key() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

Key Key::random(SecretSource& secrets) {
    Key key;
    secrets.fill(key.bytes_);
    return key;
}

Bytes random_bytes(SecretSource& secrets, std::size_t count) {
    Bytes bytes(count, '\0');
    secrets.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    return bytes;
}

std::string random_token(SecretSource& secrets) {
    return to_base64url(random_bytes(secrets, 32));
}

std::string random_digits(SecretSource& secrets, int count) {
    ASSERT(count >= 1 && count <= 18);
    return padded(random_below(secrets, power_of_ten(count)), count);
}

std::string random_letters(SecretSource& secrets, int count) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    std::string text;
    for (int i = 0; i < count; ++i) text += alphabet[random_below(secrets, alphabet.size())];
    return text;
}

std::string keyed_digits(const Key& key, std::string_view message, int count) {
    ASSERT(count >= 4 && count <= 9);
    const Digest mac = hmac_sm3(key.reveal(), message);
    // RFC 4226 5.3: the last nibble chooses four bytes, the top bit is dropped.
    const std::size_t offset = mac.bytes.back() & 15U;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | mac.bytes[offset + i];
    return padded((number & 0x7fffffffU) % power_of_ten(count), count);
}

}  // namespace jianghui::crypto
