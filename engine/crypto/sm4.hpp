#pragma once
// The block cipher SM4 (GB/T 32907-2016) as a key stream. Encryption alone does not protect against
// change: use sealed_box.hpp unless you are building one.

#include <string_view>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// SM4 in counter mode; the same call decrypts. Requires a key and a first counter block of 16
/// bytes each; the block counts up as a 128-bit big-endian number. O(n).
[[nodiscard]] Bytes sm4_ctr(std::string_view key, std::string_view first_block,
                            std::string_view input);

}  // namespace jianghui::crypto
