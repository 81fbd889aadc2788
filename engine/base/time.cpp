#include "engine/base/time.hpp"

#include <fmt/format.h>

namespace jianghui {
namespace {

using namespace std::chrono;

constexpr auto china_offset = hours(8);

/// Reads `count` digits at `at`; -1 when one of them is no digit or the text is too short.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<minutes> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return minutes(0);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const int hour = digits(text, 1, 2);
    const int minute = digits(text, 4, 2);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    const auto offset = hours(hour) + minutes(minute);
    return text[0] == '+' ? offset : -offset;
}

}  // namespace

std::string instant_text(Instant at) {
    const auto local = at + china_offset;
    const auto day = floor<days>(local);
    const hh_mm_ss time(floor<milliseconds>(local - day));
    const auto fraction = time.subseconds().count();
    return fmt::format("{}T{:02}:{:02}:{:02}{}+08:00", date_text(Date(day)), time.hours().count(),
                       time.minutes().count(), time.seconds().count(),
                       fraction == 0 ? std::string() : fmt::format(".{:03}", fraction));
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' ||
        text[16] != ':')
        return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    std::size_t at = 19;
    int fraction = 0;
    if (text[at] == '.') {
        std::size_t count = 0;
        while (digits(text, at + 1 + count, 1) >= 0) ++count;
        if (count == 0 || count > 9) return std::nullopt;
        for (std::size_t i = 0; i < 3; ++i)
            fraction = fraction * 10 + (i < count ? text[at + 1 + i] - '0' : 0);
        at += 1 + count;
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset) return std::nullopt;
    return Instant(sys_days(*date)) + hours(hour) + minutes(minute) + seconds(second) +
           milliseconds(fraction) - *offset;
}

std::string date_text(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int y = digits(text, 0, 4);
    const int m = digits(text, 5, 2);
    const int d = digits(text, 8, 2);
    if (y < 1 || m < 0 || d < 0) return std::nullopt;
    const Date date(year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d)));
    return date.ok() ? std::optional(date) : std::nullopt;
}

Date date_of(Instant at) { return Date(floor<days>(at + china_offset)); }

Instant start_of(Date date) { return Instant(sys_days(date)) - china_offset; }

Date add_days(Date date, int count) { return Date(sys_days(date) + days(count)); }

Date add_months(Date date, int count) {
    const Date later = date + months(count);
    return later.ok() ? later : Date(later.year() / later.month() / last);
}

int days_between(Date earlier, Date later) {
    return static_cast<int>((sys_days(later) - sys_days(earlier)).count());
}

int age_on(Date born, Date on) {
    const int years = static_cast<int>(on.year()) - static_cast<int>(born.year());
    const bool reached = on.month() > born.month() ||
                         (on.month() == born.month() && on.day() >= born.day());
    return reached ? years : years - 1;
}

bool WorkingDays::works(Date date) const {
    if (const auto found = exceptions_.find(sys_days(date)); found != exceptions_.end())
        return found->second;
    const weekday day_of_week{sys_days(date)};
    return day_of_week != Saturday && day_of_week != Sunday;
}

Date WorkingDays::after(Date date, int count) const {
    ASSERT(count >= 0);
    while (count > 0) {
        date = add_days(date, 1);
        if (works(date)) --count;
    }
    return date;
}

SystemClock::SystemClock(std::optional<Instant> as_of) {
    if (as_of) shift_ = *as_of - floor<milliseconds>(system_clock::now());
}

Instant SystemClock::now() const { return floor<milliseconds>(system_clock::now()) + shift_; }

}  // namespace jianghui
