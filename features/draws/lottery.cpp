#include "features/draws/lottery.hpp"

#include <numeric>

#include "engine/base/base.hpp"

namespace jianghui::draws {
namespace {

/// Eight bytes, most significant first.
std::string eight_bytes(std::uint64_t number) {
    std::string bytes(8, '\0');
    for (int i = 7; i >= 0; --i, number >>= 8)
        bytes[static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
    return bytes;
}

}  // namespace

std::string commitment_of(std::string_view secret) { return crypto::sm3(secret).hex(); }

crypto::Digest seed_of(std::string_view secret, const std::vector<crypto::Bytes>& nonces,
                       std::int64_t position) {
    crypto::Sm3 hash;
    hash.add(secret);
    for (const auto& nonce : nonces) {
        ASSERT(nonce.size() == nonce_size);
        hash.add(nonce);
    }
    hash.add(eight_bytes(static_cast<std::uint64_t>(position)));
    return hash.finish();
}

std::uint64_t Stream::word() {
    if (used_ == 4) {
        block_ = crypto::Sm3().add(seed_.raw()).add(eight_bytes(blocks_++)).finish();
        used_ = 0;
    }
    std::uint64_t word = 0;
    for (int i = 0; i < 8; ++i)
        word = word << 8 | block_.bytes[static_cast<std::size_t>(used_ * 8 + i)];
    ++used_;
    return word;
}

std::uint64_t Stream::below(std::uint64_t bound) {
    ASSERT(bound > 0);
    const std::uint64_t over = (~bound + 1) % bound;  // 2^64 modulo bound
    for (;;) {
        const std::uint64_t number = word();
        if (over == 0 || number < ~over + 1) return number % bound;
    }
}

std::vector<std::size_t> lottery(const crypto::Digest& seed, std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    Stream stream(seed);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[static_cast<std::size_t>(stream.below(i))]);
    return order;
}

}  // namespace jianghui::draws
