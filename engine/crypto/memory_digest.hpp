#pragma once
// A digest for look-ups in this process's memory: ten times as quick as SM3, and of no use outside of it.

#include <array>
#include <cstdint>
#include <string_view>

#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// 128 bits: SipHash-2-4 under a key that each process draws at random and shows nobody. Who does not know the
/// key can neither foresee a digest nor find two messages that share one, and learns nothing from how long a
/// look-up by it takes. Never store or send it: another process makes others. Thread-safe.
struct MemoryDigest {
    std::array<std::uint8_t, 16> bytes{};
    bool operator==(const MemoryDigest&) const = default;
    [[nodiscard]] std::string_view raw() const { return view(bytes); }
};
[[nodiscard]] MemoryDigest memory_digest(std::string_view message);

}  // namespace jianghui::crypto
