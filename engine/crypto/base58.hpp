#pragma once
// Multibase base58btc: how Data Integrity writes keys and signatures.

#include <optional>
#include <string>
#include <string_view>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// "z" and the bytes in Bitcoin's base 58. O(n²): for keys and signatures.
[[nodiscard]] std::string to_base58btc(std::string_view bytes);
/// Reads what `to_base58btc` writes, at most 1,024 characters; nothing otherwise.
[[nodiscard]] std::optional<Bytes> from_base58btc(std::string_view text);

}  // namespace jianghui::crypto
