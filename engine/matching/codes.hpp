#pragma once
// Codes as integers, so that closeness in a tree is a few bit operations: occupations (four levels)
// and places (GB/T 2260).

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jianghui::matching {

/// A code of 职业分类大典 2022 of one to four levels, packed one level per byte from the top. 0
/// means "not stated". "2-01-01-00" is a leaf: a level's byte holds its digits plus one.
struct Occupation {
    std::uint32_t packed = 0;
    auto operator<=>(const Occupation&) const = default;

    /// Reads "6", "6-02", "6-02-06" or "6-02-06-03". Nothing when it has not that form.
    [[nodiscard]] static std::optional<Occupation> parse(std::string_view text);
    /// The code as people write it; empty when not stated.
    [[nodiscard]] std::string text() const;
    /// How many levels are stated, 0 … 4.
    [[nodiscard]] int levels() const { return packed == 0 ? 0 : 4 - __builtin_ctz(packed) / 8; }
};

/// How many levels from the top two codes share, 0 … 4. A level that one of them leaves open is not
/// shared: "6-02" and "6-02-06-03" share two.
[[nodiscard]] inline int levels_in_common(Occupation a, Occupation b) {
    const std::uint32_t difference = a.packed ^ b.packed;
    const int same = difference == 0 ? 4 : __builtin_clz(difference) / 8;
    const int stated = a.levels() < b.levels() ? a.levels() : b.levels();
    return same < stated ? same : stated;
}

/// An administrative division by its six digits: 510502 a county, 510500 a city, 510000 a province.
struct Place {
    std::int32_t code = 0;
    auto operator<=>(const Place&) const = default;

    /// Reads six digits of which the first is not 0. Nothing otherwise.
    [[nodiscard]] static std::optional<Place> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// Whether `inner` is `outer` or lies in it, by the digits.
[[nodiscard]] inline bool covers(Place outer, Place inner) {
    if (outer.code % 10000 == 0) return outer.code / 10000 == inner.code / 10000;
    if (outer.code % 100 == 0) return outer.code / 100 == inner.code / 100;
    return outer == inner;
}

}  // namespace jianghui::matching
