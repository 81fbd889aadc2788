#pragma once
// Decimals read and written exactly: "12.50" is 1250 at two places. No floating point.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/matching/allocation.hpp"

namespace jianghui::matching {

/// `digits` × 10^−`places`, without needless zeros at the end.
struct Decimal {
    Wide digits = 0;
    int places = 0;  ///< 0 … 30
    bool operator==(const Decimal&) const = default;

    /// Reads [+−]digits[.digits][e±n]. Nothing when it has another form, or needs more than 30
    /// places or digits.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
    /// The digits at `places` or more; nothing when they are more than 30.
    [[nodiscard]] std::optional<Wide> at(int more_places) const;
};

/// `digits` × 10^−`places` as a JSON number: "−12.5", "3".
[[nodiscard]] std::string decimal_text(Wide digits, int places);

}  // namespace jianghui::matching
