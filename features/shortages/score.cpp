#include "features/shortages/score.hpp"

#include <algorithm>

namespace jianghui::shortages {
namespace {

using Points = std::optional<std::int64_t>;

Points gap_points(const Facts& facts) {
    if (facts.demand <= 0) return 0;
    return std::max<std::int64_t>(0, facts.gap()) * 1000 / facts.demand;
}

/// How much more `now` is than `before`, `full` percent being all points.
Points rise_points(Points before, std::int64_t now, std::int64_t full) {
    if (!before || *before <= 0) return std::nullopt;
    return std::clamp<std::int64_t>((now - *before) * 100'000 / (*before * full), 0, 1000);
}

Points pay_points(const Facts& facts, const Limits& limits) {
    if (!facts.pay_fen) return std::nullopt;
    return rise_points(facts.pay_place_fen, *facts.pay_fen, limits.pay_full_percent);
}

bool pays_less(const Facts& facts, const Limits& limits) {
    return facts.pay_fen && facts.pay_elsewhere_fen &&
           *facts.pay_fen * 100 <= *facts.pay_elsewhere_fen * (100 - limits.pay_below_percent);
}

}  // namespace

Score score_of(const Facts& facts, std::optional<std::int64_t> expert_points,
               const Limits& limits) {
    Score score;
    score.parts = {{Part::gap, limits.weight_gap, gap_points(facts)},
                   {Part::days, limits.weight_days, facts.days_rank},
                   {Part::growth, limits.weight_growth,
                    rise_points(facts.demand_before, facts.demand, limits.growth_full_percent)},
                   {Part::pay, limits.weight_pay, pay_points(facts, limits)},
                   {Part::expert, limits.weight_expert, expert_points}};
    std::int64_t sum = 0;
    for (const auto& part : score.parts) {
        if (!part.points) continue;
        score.known_weight += part.weight;
        sum += part.weight * *part.points;
    }
    if (score.known_weight > 0 && score.known_weight >= limits.known_weight_min)
        score.points = (sum + score.known_weight / 2) / score.known_weight;
    return score;
}

Grade grade_of(const Score& score, const Limits& limits) {
    if (!score.points) return Grade::none;
    if (*score.points >= limits.severe) return Grade::severe;
    if (*score.points >= limits.moderate) return Grade::moderate;
    return *score.points >= limits.mild ? Grade::mild : Grade::none;
}

Cause cause_of(const Facts& facts, const Limits& limits) {
    if (pays_less(facts, limits)) return Cause::pay;
    const std::int64_t gap = facts.gap();
    if (gap <= 0) return Cause::skill;
    const auto could_fill = [&](std::int64_t spare) {
        return spare > 0 && spare * 100 >= gap * limits.spare_percent;
    };
    if (could_fill(facts.spare_elsewhere)) return Cause::place;
    return could_fill(facts.spare_neighbours) ? Cause::skill : Cause::few_people;
}

std::int64_t points_of(Grade grade, const Limits& limits) {
    switch (grade) {
        case Grade::severe: return (limits.severe + 1000) / 2;
        case Grade::moderate: return (limits.moderate + limits.severe) / 2;
        case Grade::mild: return (limits.mild + limits.moderate) / 2;
        case Grade::none: break;
    }
    return limits.mild / 2;
}

std::optional<std::int64_t> median(std::vector<std::int64_t> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<std::int64_t> rank_of(std::int64_t own, const std::vector<std::int64_t>& values) {
    if (values.size() < 2) return std::nullopt;
    std::int64_t halves = -1;  // Not itself.
    for (const auto value : values) halves += value < own ? 2 : value == own ? 1 : 0;
    return halves * 500 / static_cast<std::int64_t>(values.size() - 1);
}

}  // namespace jianghui::shortages
