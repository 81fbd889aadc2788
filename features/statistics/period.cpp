#include "features/statistics/period.hpp"

#include <fmt/format.h>

namespace jianghui::statistics {
namespace {

int number_in(std::string_view digits) {
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        number = number * 10 + (c - '0');
    }
    return digits.empty() ? -1 : number;
}

}  // namespace

int periods_a_year(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::month: return 12;
        case PeriodKind::quarter: return 4;
        case PeriodKind::year: return 1;
    }
    return 1;
}

int period_of(PeriodKind kind, Instant at) {
    const Date date = date_of(at);
    const int month = static_cast<int>(unsigned(date.month())) - 1;
    const int count = periods_a_year(kind);
    return static_cast<int>(date.year()) * count + month / (12 / count);
}

Instant beginning_of(PeriodKind kind, int period) {
    const int count = periods_a_year(kind);
    const unsigned month = static_cast<unsigned>(period % count * (12 / count) + 1);
    return start_of(Date{std::chrono::year(period / count), std::chrono::month(month),
                         std::chrono::day(1)});
}

std::string period_text(PeriodKind kind, int period) {
    const int count = periods_a_year(kind);
    switch (kind) {
        case PeriodKind::month: return fmt::format("{:04}-{:02}", period / count, period % count + 1);
        case PeriodKind::quarter: return fmt::format("{:04}Q{}", period / count, period % count + 1);
        case PeriodKind::year: break;
    }
    return fmt::format("{:04}", period);
}

std::optional<int> parse_period(PeriodKind kind, std::string_view text) {
    if (text.size() < 4) return std::nullopt;
    const int year = number_in(text.substr(0, 4));
    if (year < 2000 || year > 2100) return std::nullopt;
    const auto rest = text.substr(4);
    if (kind == PeriodKind::year) return rest.empty() ? std::optional(year) : std::nullopt;
    const char mark = kind == PeriodKind::month ? '-' : 'Q';
    const std::size_t digits = kind == PeriodKind::month ? 2 : 1;
    if (rest.size() != digits + 1 || rest[0] != mark) return std::nullopt;
    const int part = number_in(rest.substr(1));
    const int count = periods_a_year(kind);
    if (part < 1 || part > count) return std::nullopt;
    return year * count + part - 1;
}

}  // namespace jianghui::statistics
