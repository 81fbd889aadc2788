#include "features/ratings/rules.hpp"

namespace jianghui::ratings {
namespace {

/// value ÷ divisor, rounded half up. Requires value >= 0.
std::int64_t rounded(std::int64_t value, std::int64_t divisor) {
    return (value * 2 + divisor) / (divisor * 2);
}

Part part_of(Deed deed, const Counts& counts, const Scale& scale) {
    const auto found = scale.weights.find(deed);
    const int weight = found == scale.weights.end() ? 0 : found->second;
    const std::int64_t weighted = std::int64_t{counts.recent} * scale.recent_percent +
                                  std::int64_t{counts.middle} * scale.middle_percent +
                                  std::int64_t{counts.old} * scale.old_percent;
    const int points = static_cast<int>(rounded(weighted * weight, 100));
    const int sign = is_good(deed) ? 1 : -1;
    return {deed,       counts.sum(),  counts.recent, counts.middle,
            counts.old, sign * weight, sign * points};
}

}  // namespace

bool is_good(Deed deed) {
    return deed == Deed::started_on_time || deed == Deed::completed || deed == Deed::paid_on_time;
}

Counts counts_on(const Days& days, Date today, const Scale& scale) {
    Counts counts;
    for (const auto& [day, times] : days) {
        const int age = days_between(Date(day), today);
        if (age < 0) continue;
        if (age < scale.recent_days) {
            counts.recent += times;
        } else if (age < scale.middle_days) {
            counts.middle += times;
        } else if (age < scale.old_days) {
            counts.old += times;
        }
    }
    return counts;
}

Reliability reliability_of(const std::map<Deed, Counts>& counts, const Scale& scale, Date today) {
    Reliability result;
    result.since_on = add_days(today, 1 - scale.old_days);
    std::int64_t good = 0;
    std::int64_t bad = 0;
    int events = 0;
    for (const auto& [deed, count] : counts) {
        if (count.sum() == 0) continue;
        const Part part = part_of(deed, count, scale);
        events += part.count;
        (part.points > 0 ? good : bad) += std::abs(part.points);
        result.parts.push_back(part);
    }
    if (events >= scale.events_min && good + bad > 0)
        result.score = static_cast<int>(rounded(1000 * good, good + bad));
    return result;
}

}  // namespace jianghui::ratings
