#pragma once
// The bits of a status list as Bitstring Status List 1.0 writes them: bit 0 is the leftmost of the
// first byte; gzip, then multibase base64url without padding. Pure.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace jianghui::certificates {

/// The least that the recommendation allows: 16 KiB, so that asking for a list tells nothing.
inline constexpr std::int64_t status_bits = 131'072;

/// "u…" of a list in which these bits are set. Requires 0 <= bit < status_bits. The same bits give
/// the same text.
[[nodiscard]] std::string encoded_list(const std::set<std::int64_t>& bits);

/// The bytes behind the text; nothing when it is none, is cut off, or is longer than 1 MiB.
[[nodiscard]] std::optional<std::string> decoded_list(std::string_view text);

/// The bit; nothing when the list does not reach so far.
[[nodiscard]] std::optional<bool> bit_at(std::string_view bytes, std::int64_t index);

}  // namespace jianghui::certificates
