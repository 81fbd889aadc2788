#include "engine/crypto/password.hpp"

#include <array>

#include <sodium.h>

namespace jianghui::crypto {
namespace {

void start_sodium() {
    static const int started = sodium_init();
    ASSERT(started >= 0);
}

}  // namespace

Result<std::string> hash_password(std::string_view password, const PasswordCost& cost) {
    start_sodium();
    ASSERT(cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN);
    ASSERT(cost.memory_kib * 1024 >= crypto_pwhash_argon2id_MEMLIMIT_MIN);
    std::array<char, crypto_pwhash_argon2id_STRBYTES> text{};
    if (crypto_pwhash_argon2id_str(text.data(), password.data(), password.size(), cost.passes,
                                   cost.memory_kib * 1024) != 0)
        return refuse(password_memory_missing);
    return std::string(text.data());
}

bool password_matches(std::string_view password, const std::string& kept) {
    start_sodium();
    return crypto_pwhash_argon2id_str_verify(kept.c_str(), password.data(), password.size()) == 0;
}

bool should_rehash(const std::string& kept, const PasswordCost& cost) {
    start_sodium();
    return crypto_pwhash_argon2id_str_needs_rehash(kept.c_str(), cost.passes,
                                                   cost.memory_kib * 1024) != 0;
}

}  // namespace jianghui::crypto
