#include "features/suggestions/rules.hpp"

#include <algorithm>

namespace jianghui::suggestions {

bool may_suggest(const access::Caller& caller, bool active, const Circle& circle) {
    using access::Role;
    if (caller.is(Role::agency)) {
        const auto& own = circle.agencies;
        return (active && circle.public_pool) ||
               std::find(own.begin(), own.end(), caller.organisation) != own.end();
    }
    if (caller.is(Role::employer)) return circle.public_pool;
    if (caller.is(Role::official)) return circle.public_pool || caller.acts_in(circle.place);
    return false;
}

std::vector<Days> periods_of(const std::vector<Date>& days) {
    std::vector<Days> periods;
    for (const Date day : days) {
        if (!periods.empty() && add_days(periods.back().last, 1) == day)
            periods.back().last = day;
        else
            periods.push_back({day, day});
    }
    return periods;
}

}  // namespace jianghui::suggestions
