#pragma once
// Passwords are kept as Argon2id (RFC 9106, libsodium) with their own salt and cost in one text.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace jianghui::crypto {

/// What one guess costs: passes over the memory, and how much memory. Given by the caller: it is
/// configuration, not code. libsodium runs one lane.
struct PasswordCost {
    std::uint64_t passes = 2;          ///< at least 1
    std::uint64_t memory_kib = 19456;  ///< at least 8
    bool operator==(const PasswordCost&) const = default;
};

/// The least that the algorithm allows: for tests, where passwords protect nothing.
inline constexpr PasswordCost cheapest_password_cost{1, 8};

inline constexpr ErrorCode password_memory_missing{
    "password_memory_missing", Kind::unavailable, "服务器暂时没有足够内存校验密码，请稍后再试。",
    "The server is short of memory for checking passwords; try again in a moment."};

/// The text to keep ("$argon2id$v=19$m=…"), different on every call. Takes tens of milliseconds at
/// ordinary cost: never call it inside a transaction. Fails with password_memory_missing.
[[nodiscard]] Result<std::string> hash_password(std::string_view password,
                                                const PasswordCost& cost);

/// Whether this is the password of the kept text; false for a text that is none. The time depends
/// on the cost in the text, not on the password. As slow as hashing.
[[nodiscard]] bool password_matches(std::string_view password, const std::string& kept);

/// Whether the text was made with another cost than this one, so that it should be made anew at the
/// next successful sign-in.
[[nodiscard]] bool should_rehash(const std::string& kept, const PasswordCost& cost);

}  // namespace jianghui::crypto
