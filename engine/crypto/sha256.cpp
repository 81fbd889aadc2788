#include "engine/crypto/sha256.hpp"

#include <openssl/hmac.h>

#include "engine/crypto/openssl.hpp"

namespace jianghui::crypto {

Digest sha256(std::string_view message) {
    Digest digest;
    unsigned int size = 0;
    openssl::must(EVP_Digest(message.data(), message.size(), digest.bytes.data(), &size,
                             EVP_sha256(), nullptr) == 1 &&
                  size == digest.bytes.size());
    return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view message) {
    Digest digest;
    unsigned int size = 0;
    openssl::must(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
                       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       digest.bytes.data(), &size) != nullptr &&
                  size == digest.bytes.size());
    return digest;
}

}  // namespace jianghui::crypto
