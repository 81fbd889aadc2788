#include "features/statistics/ratio.hpp"

namespace jianghui::statistics {
namespace {

/// a ÷ b to the nearest whole number, half away from zero. Requires b > 0.
std::int64_t rounded(std::int64_t a, std::int64_t b) {
    return a >= 0 ? (2 * a + b) / (2 * b) : -((-2 * a + b) / (2 * b));
}

}  // namespace

std::optional<std::int64_t> ratio_hundredths(const RatioFacts& facts) {
    if (facts.demand == 0) {
        if (facts.supply == 0) return std::nullopt;
        return 0;
    }
    // 100·D·ΣD stays below 2⁶³ for demands up to 10⁸.
    const std::int64_t below =
        facts.supply * facts.demand_total + facts.undecided * facts.demand;
    if (below == 0) return std::nullopt;
    return rounded(100 * facts.demand * facts.demand_total, below);
}

std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return rounded(10'000 * part, whole);
}

std::optional<std::int64_t> growth(std::int64_t before, std::int64_t now) {
    if (before == 0) return std::nullopt;
    return rounded(10'000 * (now - before), before);
}

}  // namespace jianghui::statistics
