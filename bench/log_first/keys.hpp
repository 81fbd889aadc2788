#pragma once
// The key and the time of a command.

#include <chrono>
#include <string>
#include <string_view>

#include "bench/log_first/command_log.hpp"
#include "engine/crypto/sm3.hpp"

namespace jianghui::log_first {

/// A grab with nothing but its key: the first 128 bits of SM3 over who asks and the Idempotency-Key.
inline Grab keyed(std::string_view token, std::string_view key) {
    std::string both;
    both.reserve(token.size() + key.size() + 1);
    both.append(token).append("\n").append(key);
    const auto digest = crypto::sm3(both);
    Grab grab;
    for (int i = 0; i < 8; ++i) {
        grab.key_high = grab.key_high << 8 | static_cast<std::uint8_t>(digest.bytes[i]);
        grab.key_low = grab.key_low << 8 | static_cast<std::uint8_t>(digest.bytes[i + 8]);
    }
    return grab;
}

inline std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

}  // namespace jianghui::log_first
