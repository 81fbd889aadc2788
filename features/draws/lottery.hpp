#pragma once
// The lottery that anyone can recompute: from the seed to the order in which applicants are served.
// Pure; the encoding byte by byte is in README.md, and a second implementation in
// tests/draws/verify_draw.py.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/crypto/crypto.hpp"

namespace jianghui::draws {

inline constexpr std::size_t secret_size = 32;
inline constexpr std::size_t nonce_size = 16;

/// What is published before anybody applies: SM3 of the secret, in hexadecimal.
[[nodiscard]] std::string commitment_of(std::string_view secret);

/// SM3(secret ‖ nonces in order of application ‖ position as 8 bytes, most significant first).
/// Requires nonces of `nonce_size` bytes.
[[nodiscard]] crypto::Digest seed_of(std::string_view secret,
                                     const std::vector<crypto::Bytes>& nonces,
                                     std::int64_t position);

/// Uniform numbers from a seed: block i is SM3(seed ‖ i as 8 bytes, most significant first), and
/// gives four words of 8 bytes, most significant first.
class Stream {
  public:
    explicit Stream(const crypto::Digest& seed) : seed_(seed) {}
    std::uint64_t word();
    /// Every number below `bound` equally likely: words in the last, incomplete run of `bound` are
    /// thrown away. Requires bound > 0.
    std::uint64_t below(std::uint64_t bound);

  private:
    crypto::Digest seed_;
    crypto::Digest block_;
    std::uint64_t blocks_ = 0;
    int used_ = 4;  ///< words of block_
};

/// The numbers 0 … count − 1 in the order of the lottery: Fisher-Yates from the last place down,
/// each time exchanged with one of the places up to itself.
[[nodiscard]] std::vector<std::size_t> lottery(const crypto::Digest& seed, std::size_t count);

}  // namespace jianghui::draws
