#include "engine/matching/packed_days.hpp"

namespace jianghui::matching {

std::int64_t monthly_fen(Fen amount, PayUnit unit, const Policy& policy) {
    switch (unit) {
        case PayUnit::month:
            return amount.value;
        case PayUnit::day:
            return amount.value * policy.paid_days_per_month_hundredths / 100;
        case PayUnit::hour:
            return amount.value * policy.hours_per_day * policy.paid_days_per_month_hundredths /
                   100;
        case PayUnit::piece:
            return pay_by_piece;
    }
    return pay_absent;
}

Day latest_birth(Day day, int years) {
    const Date on(day);
    Date born(on.year() - std::chrono::years(years), on.month(), on.day());
    // Only 29 February can be missing: who is born on 1 March is still too young.
    if (!born.ok()) born = Date(born.year(), born.month(), std::chrono::day(28));
    return born;
}

}  // namespace jianghui::matching
