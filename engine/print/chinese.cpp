#include "engine/print/chinese.hpp"

#include <fmt/format.h>

namespace jianghui::print {

std::string instant_in_words(Instant at) {
    const Date date = date_of(at);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(at - start_of(date)).count();
    return fmt::format("{}年{}月{}日 {:02}:{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), minutes / 60, minutes % 60);
}

std::string period_in_words(const std::string& period) {
    constexpr std::size_t year_length = 4;
    if (period.size() != year_length + 2 || period[year_length] != 'Q') return period;
    return period.substr(0, year_length) + "年第" + period.substr(year_length + 1) + "季度";
}

}  // namespace jianghui::print
