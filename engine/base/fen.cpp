#include "engine/base/fen.hpp"

#include <fmt/format.h>

namespace jianghui {

Fen multiply(Fen amount, std::int64_t numerator, std::int64_t denominator) {
    ASSERT(denominator > 0);
    const __int128 product = static_cast<__int128>(amount.value) * numerator;
    const __int128 half = denominator / 2;
    const __int128 rounded =
        product >= 0 ? (product + half) / denominator : (product - half) / denominator;
    ASSERT(rounded <= INT64_MAX && rounded >= INT64_MIN);
    return {static_cast<std::int64_t>(rounded)};
}

std::string yuan_text(Fen amount) {
    const bool negative = amount.value < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(amount.value)
                                    : static_cast<std::uint64_t>(amount.value);
    std::string digits = std::to_string(magnitude / 100);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return fmt::format("{}{}.{:02}", negative ? "-" : "", digits, magnitude % 100);
}

}  // namespace jianghui
