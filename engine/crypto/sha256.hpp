#pragma once
// SHA-256 (FIPS 180-4) and HMAC with it: for what the rest of the world verifies. Everything of ours
// is SM3.

#include "engine/crypto/sm3.hpp"

namespace jianghui::crypto {

/// SHA-256 of the whole message. O(n).
[[nodiscard]] Digest sha256(std::string_view message);

/// HMAC (RFC 2104) with SHA-256. O(n).
[[nodiscard]] Digest hmac_sha256(std::string_view key, std::string_view message);

}  // namespace jianghui::crypto
