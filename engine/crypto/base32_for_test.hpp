#pragma once
// What an authenticator app makes of the secret that was typed into it.

#include <string>

namespace jianghui::crypto {

/// The bytes of a base32 text: an oracle of its own for what the app would keep.
inline std::string bytes_of_base32(const std::string& text) {
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    unsigned bits = 0;
    unsigned value = 0;
    for (const char c : text) {
        value = value << 5U | static_cast<unsigned>(alphabet.find(c));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(value >> bits & 255U);
    }
    return bytes;
}

}  // namespace jianghui::crypto
