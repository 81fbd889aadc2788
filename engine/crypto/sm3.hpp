#pragma once
// The hash SM3 (GB/T 32905-2016, 256 bits) and its keyed form.

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// 256 bits out of SM3 or HMAC-SM3. Compare secrets with `equal_in_constant_time(a.raw(),
/// b.raw())`.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Digest&) const = default;
    [[nodiscard]] std::string hex() const { return to_hex(raw()); }
    [[nodiscard]] std::string_view raw() const { return view(bytes); }
};

/// SM3 of the whole message. O(n).
[[nodiscard]] Digest sm3(std::string_view message);

/// HMAC (RFC 2104) with SM3; any length of key. O(n).
[[nodiscard]] Digest hmac_sm3(std::string_view key, std::string_view message);

/// SM3 of a message that comes in pieces:  Sm3 hash; hash.add(a).add(b); auto digest =
/// hash.finish();
class Sm3 {
  public:
    Sm3();
    ~Sm3();
    Sm3(Sm3&&) noexcept;
    Sm3& operator=(Sm3&&) noexcept;
    Sm3& add(std::string_view piece);
    /// The digest of all pieces so far, and begins anew.
    [[nodiscard]] Digest finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jianghui::crypto
