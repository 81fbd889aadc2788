#include "engine/crypto/sm4.hpp"

#include "engine/crypto/openssl.hpp"

namespace jianghui::crypto {
namespace {

const EVP_CIPHER* cipher_algorithm() {
    static EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr);
    openssl::must(fetched != nullptr);
    return fetched;
}

const unsigned char* data(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

Bytes sm4_ctr(std::string_view key, std::string_view first_block, std::string_view input) {
    ASSERT(key.size() == 16 && first_block.size() == 16);
    constexpr std::size_t chunk_max = std::size_t{1} << 30U;  // OpenSSL counts in int.
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    openssl::must(context != nullptr && EVP_EncryptInit_ex2(context.get(), cipher_algorithm(), data(key),
                                                            data(first_block), nullptr) == 1);
    Bytes output(input.size(), '\0');
    for (std::size_t at = 0; at < input.size(); at += chunk_max) {
        const std::string_view chunk = input.substr(at, chunk_max);
        int written = 0;
        openssl::must(
            EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char*>(output.data() + at),
                              &written, data(chunk), static_cast<int>(chunk.size())) == 1);
    }
    return output;
}

}  // namespace jianghui::crypto
