#include "engine/matching/rarity.hpp"

namespace jianghui::matching {

int rarity(std::int64_t holders, std::int64_t pool) {
    ASSERT(0 <= holders && holders <= pool && pool < (std::int64_t{1} << 31U));
    // The ratio with 32 binary places lies in [1, 2^31], hence fits in 64 bits.
    const std::uint64_t ratio =
        (static_cast<std::uint64_t>(pool + 1) << 32U) / static_cast<std::uint64_t>(holders + 1);
    const int whole = 31 - __builtin_clzll(ratio);
    // Squaring a number of [1, 2) doubles its logarithm: the carry is the next binary digit.
    std::uint64_t rest = ratio >> static_cast<unsigned>(whole);
    int digits = 0;
    for (int i = 0; i < 4; ++i) {
        rest = static_cast<std::uint64_t>((static_cast<unsigned __int128>(rest) * rest) >> 32U);
        digits *= 2;
        if (rest >> 33U != 0) {
            rest >>= 1U;
            ++digits;
        }
    }
    return 16 + whole * 16 + digits;
}

}  // namespace jianghui::matching
