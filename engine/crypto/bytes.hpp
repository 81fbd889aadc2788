#pragma once
// Bytes and their two text forms. `Bytes` is a std::string that holds bytes, not text: it goes
// through the same string_view parameters as text does, so that a digest of either is one call.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jianghui::crypto {

using Bytes = std::string;

/// Lower-case hexadecimal, two characters a byte. O(n).
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// Reads an even number of hexadecimal digits of either case; nothing otherwise. O(n).
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);

/// RFC 4648 section 5 without padding: safe in URLs, cookies and headers. O(n).
[[nodiscard]] std::string to_base64url(std::string_view bytes);
/// Reads exactly what `to_base64url` writes: no padding, no spaces, unused bits zero, so that one
/// value has one text. Nothing otherwise. O(n).
[[nodiscard]] std::optional<Bytes> from_base64url(std::string_view text);

/// Whether both are equal, in a time that depends on their lengths only. For secrets and tags; the
/// length is no secret.
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

/// The bytes of a fixed array as a view.
template <std::size_t N>
[[nodiscard]] std::string_view view(const std::array<std::uint8_t, N>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), N};
}

}  // namespace jianghui::crypto
