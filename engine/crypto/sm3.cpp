#include "engine/crypto/sm3.hpp"

#include <algorithm>

#include <sodium.h>

#include "engine/crypto/openssl.hpp"

namespace jianghui::crypto {
namespace {

constexpr std::size_t block_size = 64;

/// Fetching the algorithm by name on every call would cost more than a short hash.
const EVP_MD* algorithm() {
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SM3", nullptr);
    openssl::must(fetched != nullptr);
    return fetched;
}

void begin(EVP_MD_CTX* context) {
    openssl::must(EVP_DigestInit_ex2(context, algorithm(), nullptr) == 1);
}

void add(EVP_MD_CTX* context, std::string_view piece) {
    openssl::must(EVP_DigestUpdate(context, piece.data(), piece.size()) == 1);
}

Digest finish(EVP_MD_CTX* context) {
    Digest digest;
    unsigned size = 0;
    openssl::must(EVP_DigestFinal_ex(context, digest.bytes.data(), &size) == 1 && size == 32);
    return digest;
}

/// One context a thread: making one costs as much as hashing a short message.
EVP_MD_CTX* thread_context() {
    thread_local const openssl::MdContext context(EVP_MD_CTX_new());
    openssl::must(context != nullptr);
    return context.get();
}

}  // namespace

Digest sm3(std::string_view message) {
    EVP_MD_CTX* const context = thread_context();
    begin(context);
    add(context, message);
    return finish(context);
}

Digest hmac_sm3(std::string_view key, std::string_view message) {
    std::array<std::uint8_t, block_size> pad{};
    Digest hashed_key;
    if (key.size() > block_size) {
        hashed_key = sm3(key);
        key = hashed_key.raw();
    }
    std::copy(key.begin(), key.end(), pad.begin());
    for (auto& byte : pad) byte ^= 0x36U;
    EVP_MD_CTX* const context = thread_context();
    begin(context);
    add(context, view(pad));
    add(context, message);
    const Digest inner = finish(context);
    for (auto& byte : pad) byte ^= 0x36U ^ 0x5cU;
    begin(context);
    add(context, view(pad));
    add(context, inner.raw());
    sodium_memzero(pad.data(), pad.size());
    return finish(context);
}

struct Sm3::State {
    openssl::MdContext context{EVP_MD_CTX_new()};
};

Sm3::Sm3() : state_(std::make_unique<State>()) {
    openssl::must(state_->context != nullptr);
    begin(state_->context.get());
}
Sm3::~Sm3() = default;
Sm3::Sm3(Sm3&&) noexcept = default;
Sm3& Sm3::operator=(Sm3&&) noexcept = default;

Sm3& Sm3::add(std::string_view piece) {
    crypto::add(state_->context.get(), piece);
    return *this;
}

Digest Sm3::finish() {
    const Digest digest = crypto::finish(state_->context.get());
    begin(state_->context.get());
    return digest;
}

}  // namespace jianghui::crypto
