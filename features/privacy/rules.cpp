#include "features/privacy/rules.hpp"

#include <algorithm>
#include <map>

namespace jianghui::privacy {
namespace {

constexpr int months_a_year = 12;

/// Sealed away, so that it means nothing without who she is.
bool is_sealed(const Keeping& keeping) {
    return !keeping.kept.content.is_null() && keeping.kept.record != RetentionClass::identity;
}

std::optional<Date> last_day(const app::Kept& kept, const PeriodOf& period) {
    if (!kept.since_on) return std::nullopt;
    return add_months(*kept.since_on, months_a_year * period(kept.record).years);
}

bool is_over(const std::optional<Date>& until_on, Date today) {
    return until_on && *until_on < today;
}

}  // namespace

std::string_view parameter_of(RetentionClass record) {
    switch (record) {
        case RetentionClass::contract: return "contract_record_years";
        case RetentionClass::wages: return "wage_record_years";
        case RetentionClass::readings: return "reading_record_years";
        case RetentionClass::case_file: return "case_record_years";
        case RetentionClass::identity:
        case RetentionClass::register_entry: return "";
    }
    return "";
}

std::vector<Keeping> keepings_of(std::vector<Keeping> asked, const PeriodOf& period, Date today) {
    std::optional<Date> longest;
    for (auto& one : asked) {
        one.until_on = last_day(one.kept, period);
        if (is_sealed(one) && one.until_on && !is_over(one.until_on, today))
            longest = std::max(longest.value_or(today), *one.until_on);
    }
    for (auto& one : asked)
        if (one.kept.record == RetentionClass::identity) one.until_on = longest;
    std::erase_if(asked, [&](const Keeping& one) {
        return is_over(one.until_on, today) ||
               (one.kept.record == RetentionClass::identity && !one.until_on);
    });
    return asked;
}

std::vector<Keeping> lapsed_of(const std::vector<Keeping>& asked, const PeriodOf& period,
                               Date today) {
    std::vector<Keeping> lapsed;
    for (const auto& one : asked)
        if (one.kept.content.is_null() && is_over(last_day(one.kept, period), today))
            lapsed.push_back(one);
    return lapsed;
}

std::vector<KeptNotice> notices_of(const std::vector<Keeping>& keepings, const PeriodOf& period) {
    std::map<RetentionClass, std::optional<Date>> latest;
    for (const auto& one : keepings) {
        const auto [found, fresh] = latest.try_emplace(one.kept.record, one.until_on);
        if (!fresh && one.until_on) found->second = std::max(found->second, one.until_on);
    }
    std::vector<KeptNotice> notices;
    for (const auto& [record, until] : latest)
        notices.push_back({record, until, period(record).law});
    return notices;
}

}  // namespace jianghui::privacy
