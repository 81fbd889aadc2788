#include "features/pay_surveys/percentile.hpp"

#include <algorithm>

#include "engine/base/base.hpp"

namespace jianghui::pay_surveys {

std::int64_t rounded(Wide numerator, Wide denominator) {
    ASSERT(numerator >= 0 && denominator > 0);
    return static_cast<std::int64_t>((2 * numerator + denominator) / (2 * denominator));
}

void sort_by_pay(std::vector<Paid>& paid) {
    std::sort(paid.begin(), paid.end(), [](const Paid& a, const Paid& b) {
        return std::pair(a.fen, a.weight) < std::pair(b.fen, b.weight);
    });
}

std::int64_t percentile(const std::vector<Paid>& sorted, int per_mille) {
    ASSERT(!sorted.empty() && per_mille >= 0 && per_mille <= 1000);
    Wide length = 0;  // 2 · c_n
    for (std::size_t i = 1; i < sorted.size(); ++i)
        length += Wide{sorted[i - 1].weight} + sorted[i].weight;
    const Wide wanted = length * per_mille;  // of 1000 · length
    Wide at = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const Wide step = Wide{sorted[i - 1].weight} + sorted[i].weight;
        if (1000 * (at + step) >= wanted) {
            const Wide rise = Wide{sorted[i].fen} - sorted[i - 1].fen;
            return sorted[i - 1].fen + rounded(rise * (wanted - 1000 * at), 1000 * step);
        }
        at += step;
    }
    return sorted.back().fen;
}

std::int64_t mean(const std::vector<Paid>& paid) {
    ASSERT(!paid.empty());
    Wide sum = 0;
    Wide weights = 0;
    for (const auto& one : paid) {
        sum += Wide{one.fen} * one.weight;
        weights += one.weight;
    }
    return rounded(sum, weights);
}

}  // namespace jianghui::pay_surveys
