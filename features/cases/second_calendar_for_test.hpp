#pragma once
// For tests: the days of clocks counted a second time, in other words and from the same table
// (data/holidays.csv), so that a mistake of engine/procedures/clock_rules or of the reading shows. It walks
// day by day and asks of each whether it counts; the engine adds numbers.

#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/procedures/definition.hpp"

namespace jianghui::cases {

class SecondCalendar {
  public:
    using Day = std::chrono::sys_days;
    /// A period of a clock: the day of its start counts nothing; days after the first and until the second
    /// of a standstill count nothing either.
    struct Period {
        procedures::Days unit = procedures::Days::working;
        Day start;
        std::int64_t days = 0;
        std::vector<std::pair<Day, Day>> standstills = {};
        bool of_party = false;  ///< of somebody who has to act: a natural one never ends on a day off
    };

    explicit SecondCalendar(const std::string& folder) {
        std::ifstream file(folder + "/holidays.csv");
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            const auto comma = line.find(',');
            const auto next = line.find(',', comma + 1);
            turned_[line.substr(0, comma)] = line.substr(comma + 1, next - comma - 1) == "yes";
        }
        if (turned_.size() < 30) throw std::runtime_error("no holidays in " + folder);
    }

    [[nodiscard]] bool works(Day day) const {
        const std::chrono::year_month_day date(day);
        char text[16];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
        if (const auto found = turned_.find(text); found != turned_.end()) return found->second;
        const auto of_week = std::chrono::weekday(day).iso_encoding();
        return of_week <= 5;
    }

    /// The day on which the last of its days is counted.
    [[nodiscard]] Day last_day(const Period& period) const {
        Day day = period.start;
        for (std::int64_t counted = 0; counted < period.days;) {
            day += std::chrono::days(1);
            bool counts = period.unit == procedures::Days::natural || works(day);
            for (const auto& [after, until] : period.standstills)
                counts = counts && !(after < day && day <= until);
            if (counts) ++counted;
        }
        while (period.of_party && period.unit == procedures::Days::natural && !works(day))
            day += std::chrono::days(1);
        return day;
    }

    /// The day of a reminder: the latest one (a worked one, for working days) after which so many days are
    /// counted until the last.
    [[nodiscard]] Day reminder(procedures::Days unit, Day last, std::int64_t before) const {
        if (unit == procedures::Days::natural) return last - std::chrono::days(before);
        Day day = last;
        for (std::int64_t after = 0; !(works(day) && after == before); day -= std::chrono::days(1))
            if (works(day)) ++after;
        return day;
    }

  private:
    std::map<std::string, bool> turned_;
};

}  // namespace jianghui::cases
