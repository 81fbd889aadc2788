#include "features/figures/series.hpp"

#include <algorithm>

#include "features/figures/queries.hpp"
#include "features/figures/rules.hpp"

namespace jianghui::figures {
namespace {

struct DayAmount {
    std::int64_t day = 0;
    std::int64_t amount = 0;
    std::int64_t net = 0;
};
BOOST_DESCRIBE_STRUCT(DayAmount, (), (day, amount, net))

struct CityAgencies {
    PlaceCode city;
    std::int64_t agencies = 0;
};
BOOST_DESCRIBE_STRUCT(CityAgencies, (), (city, agencies))

std::chrono::year_month month_of(Date date) { return date.year() / date.month(); }

}  // namespace

bool covers_year(const store::Reader& reader, int year, Instant now) {
    const auto first = journal::after(reader, 0, 1);
    return !first.empty() && year >= year_of(first.front().at) && year <= year_of(now);
}

bool has_data(const store::Reader& reader, Measure measure, int year, Instant now) {
    return is_counted(measure) && covers_year(reader, year, now);
}

std::vector<MonthAmount> monthly_amounts(const store::Reader& reader, const PlaceCode& city,
                                         Measure measure, Instant now) {
    const auto first = journal::after(reader, 0, 1);
    if (!is_counted(measure) || first.empty()) return {};
    const auto days = reader.all<DayAmount>(sql::amounts_by_day,
                                            store::arguments("city", city, "measure", recorded_as(measure)));
    const auto month_of_day = [](const DayAmount& day) { return month_of(Date{std::chrono::sys_days(std::chrono::days(day.day))}); };
    auto begin = month_of(date_of(first.front().at));
    if (!days.empty()) begin = std::min(begin, month_of_day(days.front()));
    std::vector<MonthAmount> months;
    const auto last = month_of(date_of(now));
    for (auto month = begin; month <= last; month += std::chrono::months(1)) months.push_back({month, 0});
    for (const auto& day : days) {
        const auto month = static_cast<std::size_t>((month_of_day(day) - begin).count());
        if (month < months.size()) months[month].amount += measure == Measure::revenue_net ? day.net : day.amount;
    }
    return months;
}

std::map<PlaceCode, std::int64_t> agencies_by_city(const store::Reader& reader, Measure measure,
                                                   int year) {
    std::map<PlaceCode, std::int64_t> found;
    for (const auto& row : reader.all<CityAgencies>(
             sql::agencies_by_city,
             store::arguments("measure", recorded_as(measure), "year", year)))
        found[row.city] = row.agencies;
    return found;
}

}  // namespace jianghui::figures
