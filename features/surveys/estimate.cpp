#include "features/surveys/estimate.hpp"

#include <cmath>

namespace jianghui::surveys {
namespace {

struct Sums {
    double value = 0;
    double variance = 0;
    double spread = 0;  ///< Σ (g s²)² ÷ (r − 1), for the degrees of freedom
};

/// Σ N ȳ of what `of` says of a household, and its variance.
template <class Of>
Sums sums_of(const std::vector<Known>& strata, Of&& of) {
    Sums sums;
    for (const auto& stratum : strata) {
        const auto r = static_cast<double>(stratum.households.size());
        const auto size = static_cast<double>(stratum.size);
        if (r == 0) continue;
        double sum = 0;
        for (const auto& one : stratum.households) sum += of(one);
        const double mean = sum / r;
        sums.value += size * mean;
        if (r < 2) continue;
        double squares = 0;
        for (const auto& one : stratum.households) squares += std::pow(of(one) - mean, 2);
        const double part = size * (size - r) / r * squares / (r - 1);
        sums.variance += part;
        sums.spread += part * part / (r - 1);
    }
    return sums;
}

Estimate with_interval(double value, const Sums& sums) {
    Estimate estimate{value, value, value, std::sqrt(sums.variance), 0};
    if (sums.spread <= 0) return estimate;
    estimate.freedom = sums.variance * sums.variance / sums.spread;
    const double reach = student(estimate.freedom) * estimate.error;
    estimate.low = value - reach;
    estimate.high = value + reach;
    return estimate;
}

void join(Known& into, Known from) {
    into.size += from.size;
    into.households.insert(into.households.end(), from.households.begin(), from.households.end());
}

}  // namespace

std::vector<Known> joined(std::vector<Known> strata) {
    std::vector<Known> kept;
    for (auto& stratum : strata) {
        if (!kept.empty() && kept.back().households.size() < 2) join(kept.back(), std::move(stratum));
        else kept.push_back(std::move(stratum));
    }
    if (kept.size() > 1 && kept.back().households.size() < 2) {
        Known last = std::move(kept.back());
        kept.pop_back();
        join(kept.back(), std::move(last));
    }
    return kept;
}

Estimate total_of(const std::vector<Known>& strata) {
    const Sums sums = sums_of(strata, [](const Observed& one) { return one.y; });
    return with_interval(sums.value, sums);
}

Estimate ratio_of(const std::vector<Known>& strata) {
    const double y = sums_of(strata, [](const Observed& one) { return one.y; }).value;
    const double x = sums_of(strata, [](const Observed& one) { return one.x; }).value;
    if (x == 0) return {};
    const double ratio = y / x;
    return with_interval(ratio, sums_of(strata, [&](const Observed& one) {
                             return (one.y - ratio * one.x) / x;
                         }));
}

double student(double freedom) {
    constexpr double few[] = {12.706, 4.303, 3.182, 2.776};
    if (freedom <= 1) return few[0];
    if (freedom < 4) {  // on a straight line between whole degrees: never below the true point by much
        const auto below = static_cast<int>(freedom);
        return few[below - 1] + (few[below] - few[below - 1]) * (freedom - below);
    }
    constexpr double z = 1.959964;
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    const double z7 = z5 * z * z;
    return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom) +
           (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom);
}

}  // namespace jianghui::surveys
