#include "engine/crypto/memory_digest.hpp"

#include <sodium.h>

#include "engine/crypto/secrets.hpp"

namespace jianghui::crypto {
namespace {

using ProcessKey = std::array<std::uint8_t, crypto_shorthash_siphashx24_KEYBYTES>;

const ProcessKey& process_key() {
    static const ProcessKey key = [] {
        ProcessKey drawn{};
        system_secrets().fill(drawn);
        return drawn;
    }();
    return key;
}

}  // namespace

MemoryDigest memory_digest(std::string_view message) {
    MemoryDigest digest;
    static_assert(sizeof(digest.bytes) == crypto_shorthash_siphashx24_BYTES);
    crypto_shorthash_siphashx24(digest.bytes.data(),
                                reinterpret_cast<const unsigned char*>(message.data()),
                                message.size(), process_key().data());
    return digest;
}

}  // namespace jianghui::crypto
