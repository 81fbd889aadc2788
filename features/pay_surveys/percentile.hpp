#pragma once
// Percentiles and means of pay, weighted by the sample, exact to the fen. Pure.
//
// With values x₁ ≤ … ≤ xₙ and weights w₁ … wₙ, value k stands at c_k = Σ_{j<k} (w_j + w_{j+1}) ÷ 2; the
// percentile p is read at p · c_n, in a straight line between the two neighbours, rounded half up to the
// fen. With equal weights this is domain.md 3.4: h = 1 + (n − 1)p; v = x⌊h⌋ + (h − ⌊h⌋)(x⌊h⌋₊₁ − x⌊h⌋).

#include <cstdint>
#include <vector>

namespace jianghui::pay_surveys {

__extension__ typedef __int128 Wide;

/// What one person got in the year, and how many persons she stands for.
struct Paid {
    std::int64_t fen = 0;
    std::int64_t weight = 1;  ///< in millionths; greater than 0
};

/// Sorts by pay, so that `percentile` may be asked.
void sort_by_pay(std::vector<Paid>& paid);
/// The percentile, 0 … 1000 per mille. Requires sorted values, at least one. O(n).
[[nodiscard]] std::int64_t percentile(const std::vector<Paid>& sorted, int per_mille);
/// The weighted mean, rounded half up. Requires at least one value. O(n).
[[nodiscard]] std::int64_t mean(const std::vector<Paid>& paid);

/// numerator ÷ denominator, rounded half up. Requires numerator ≥ 0, denominator > 0.
[[nodiscard]] std::int64_t rounded(Wide numerator, Wide denominator);

}  // namespace jianghui::pay_surveys
