#include "features/shortages/levels.hpp"

#include <algorithm>

namespace jianghui::shortages {
namespace {

/// Which is greater: posts for each of who is available, or a limit. Exact where the city's sums are known:
/// 0, or whose sign says it.
std::int64_t above_ratio(const Facts& facts, std::int64_t hundredths) {
    if (!facts.city_demand || !facts.city_undecided)
        return facts.demand * 100 - hundredths * facts.available();
    const auto whole = *facts.city_demand;
    return facts.demand * 100 * whole -
           hundredths * (facts.supply * whole + *facts.city_undecided * facts.demand);
}

bool reaches(const Facts& facts, const LevelLimit& limit) {
    return facts.demand >= limit.demand && above_ratio(facts, limit.ratio_hundredths) >= 0 &&
           facts.gap() * 1000 >= limit.gap_per_mille * facts.demand &&
           (!facts.days || *facts.days >= limit.days);
}

}  // namespace

Level level_of(const Facts& facts, const LevelLimits& limits) {
    if (facts.demand >= std::max<std::int64_t>(1, limits.yellow.demand)) {
        if (reaches(facts, limits.red)) return Level::red;
        if (reaches(facts, limits.orange)) return Level::orange;
        if (reaches(facts, limits.yellow)) return Level::yellow;
    }
    const bool surplus =
        facts.supply >= limits.yellow.demand && facts.available() > 0 &&
        above_ratio(facts, limits.surplus_ratio_hundredths) <= 0;
    return surplus ? Level::surplus : Level::none;
}

Level standing_after(Level before, const std::vector<Level>& newest_first, int periods) {
    const auto count = static_cast<std::size_t>(std::max(1, periods));
    if (newest_first.size() < count) return before;
    const auto end = newest_first.begin() + static_cast<std::ptrdiff_t>(count);
    const auto [lowest, highest] = std::minmax_element(newest_first.begin(), end);
    return std::clamp(before, *lowest, *highest);
}

void look_back(Hindsight& hindsight, const std::vector<Assessed>& quarters, int first_period) {
    // A quarter without a row was assessed and nothing said: what follows it was not warned of.
    const auto given_before = [&](std::size_t i) {
        return i > 0 && quarters[i - 1].period == quarters[i].period - 1 &&
               is_warning(quarters[i - 1].standing) && !quarters[i - 1].dismissed;
    };
    for (std::size_t i = 0; i < quarters.size(); ++i) {
        const bool given = is_warning(quarters[i].standing) && !quarters[i].dismissed;
        const bool has_next =
            i + 1 < quarters.size() && quarters[i + 1].period == quarters[i].period + 1;
        const bool short_next = has_next && is_warning(quarters[i + 1].level);
        if (given && !has_next) ++hindsight.pending;
        if (given && has_next) ++hindsight.given;
        if (given && short_next) ++hindsight.right;
        if (is_warning(quarters[i].level) && quarters[i].period > first_period && !given_before(i))
            ++hindsight.missed;
    }
}

}  // namespace jianghui::shortages
