#include "features/efficiency/intervals.hpp"

#include <algorithm>
#include <cmath>

namespace jianghui::efficiency {
namespace {

/// The 97.5 % point of the normal distribution.
constexpr double z = 1.959963984540054;

int per_mille(double share) {
    return static_cast<int>(std::lround(1000 * std::clamp(share, 0.0, 1.0)));
}

struct Score {
    double share = 0;
    double low = 0;
    double high = 0;
};
/// Requires of > 0.
Score score_of(std::int64_t hits, std::int64_t of) {
    const auto n = static_cast<double>(of);
    const double share = static_cast<double>(hits) / n;
    const double weight = 1 + z * z / n;
    const double middle = (share + z * z / (2 * n)) / weight;
    const double half =
        z / weight * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {share, middle - half, middle + half};
}

/// The greatest rank r with P(X < r) <= 2.5 % for X of the binomial distribution (count, 1/2); 0: none.
std::int64_t lower_rank(std::int64_t count) {
    constexpr std::int64_t exact_up_to = 1000;
    constexpr double tail = 0.025;
    const auto n = static_cast<double>(count);
    if (count > exact_up_to)
        return static_cast<std::int64_t>(std::floor((n - z * std::sqrt(n)) / 2));
    double probability = std::pow(0.5, n);
    double below = 0;
    std::int64_t rank = 0;
    for (std::int64_t x = 0; x < count; ++x) {
        below += probability;
        if (below > tail) break;
        rank = x + 1;
        probability *= static_cast<double>(count - x) / static_cast<double>(x + 1);
    }
    return rank;
}

}  // namespace

Proportion proportion(std::int64_t hits, std::int64_t of) {
    Proportion shown{of, hits, {}, {}, {}};
    if (of <= 0) return shown;
    const Score score = score_of(hits, of);
    shown.per_mille = per_mille(score.share);
    shown.low = per_mille(score.low);
    shown.high = per_mille(score.high);
    return shown;
}

std::optional<PointsBetween> points_between(const Proportion& first, const Proportion& second) {
    if (first.of <= 0 || second.of <= 0) return std::nullopt;
    const Score one = score_of(first.hits, first.of);
    const Score two = score_of(second.hits, second.of);
    const double difference = two.share - one.share;
    const auto points = [](double share) {
        return static_cast<int>(std::lround(1000 * std::clamp(share, -1.0, 1.0)));
    };
    return PointsBetween{points(difference),
                         points(difference - std::hypot(two.share - two.low, one.high - one.share)),
                         points(difference + std::hypot(two.high - two.share, one.share - one.low))};
}

std::optional<std::pair<std::int64_t, std::int64_t>> median_ranks(std::int64_t count) {
    const auto low = lower_rank(count);
    if (low < 1) return std::nullopt;
    return std::pair{low, count + 1 - low};
}

MedianMinutes median_of(std::vector<std::int64_t> values) {
    MedianMinutes shown;
    shown.count = static_cast<std::int64_t>(values.size());
    if (values.empty()) return shown;
    std::sort(values.begin(), values.end());
    shown.median = values[(values.size() - 1) / 2];
    if (const auto ranks = median_ranks(shown.count)) {
        shown.low = values[static_cast<std::size_t>(ranks->first - 1)];
        shown.high = values[static_cast<std::size_t>(ranks->second - 1)];
    }
    return shown;
}

}  // namespace jianghui::efficiency
