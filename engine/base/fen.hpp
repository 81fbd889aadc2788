#pragma once
// Money in fen (1/100 yuan), exact. Arithmetic that would overflow stops the program: amounts are
// limited at the edge long before that.

#include <compare>
#include <cstdint>
#include <string>

#include "engine/base/result.hpp"

namespace jianghui {

struct Fen {
    std::int64_t value = 0;
    auto operator<=>(const Fen&) const = default;

    friend Fen operator+(Fen a, Fen b) {
        std::int64_t sum = 0;
        ASSERT(!__builtin_add_overflow(a.value, b.value, &sum));
        return {sum};
    }
    friend Fen operator-(Fen a, Fen b) {
        std::int64_t difference = 0;
        ASSERT(!__builtin_sub_overflow(a.value, b.value, &difference));
        return {difference};
    }
    Fen& operator+=(Fen other) { return *this = *this + other; }
};

/// amount × numerator ÷ denominator, rounded half away from zero to the fen.
/// Requires denominator > 0.
[[nodiscard]] Fen multiply(Fen amount, std::int64_t numerator, std::int64_t denominator);

/// "1,234.50": yuan with thousands separators, for messages.
[[nodiscard]] std::string yuan_text(Fen amount);

}  // namespace jianghui
