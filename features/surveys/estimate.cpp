#include "features/surveys/estimate.hpp"

#include <algorithm>
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

/// As many households of equal weight as those that count say where nothing varies, and their degrees of freedom.
struct Effective {
    double households = 0;  ///< 0: everything is known
    double freedom = 1;
};
Effective effective_of(const std::vector<Known>& strata) {
    double weights = 0;
    double squares = 0;
    double known = 0;
    double all = 0;
    Effective effective{0, 0};
    for (const auto& stratum : strata) {
        if (stratum.households.empty()) continue;
        const auto r = static_cast<double>(stratum.households.size());
        const double weight = static_cast<double>(stratum.size) / r;
        known += r;
        all += static_cast<double>(stratum.size);
        effective.freedom += r - 1;
        for (const auto& one : stratum.households)
            if (one.x > 0) {
                weights += weight;
                squares += weight * weight;
            }
    }
    effective.freedom = std::max(effective.freedom, 1.0);
    if (known < all && squares > 0)
        effective.households = weights * weights / squares / (1 - known / all);
    return effective;
}

/// Wilson's interval of a share that so many households of equal weight gave.
void set_wilson(Estimate& share, double households) {
    const double t = student(share.freedom);
    const double z = t * t / households;
    const double middle = (share.value + z / 2) / (1 + z);
    const double reach =
        t * std::sqrt(share.value * (1 - share.value) / households + z / (4 * households)) / (1 + z);
    share.low = std::min(std::max(middle - reach, 0.0), share.value);
    share.high = std::max(std::min(middle + reach, 1.0), share.value);
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

Estimate share_of(const std::vector<Known>& strata) {
    Estimate share = ratio_of(strata);
    const double variance = share.error * share.error;
    if (share.freedom > 0 && share.value > 0 && share.value < 1) {
        set_wilson(share, share.value * (1 - share.value) / variance);
        return share;
    }
    const auto effective = effective_of(strata);
    if (effective.households == 0) return share;
    share.freedom = effective.freedom;
    set_wilson(share, effective.households);
    return share;
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
