#include "engine/matching/facts.hpp"

#include <array>

#include <fmt/format.h>

namespace jianghui::matching {
namespace {

// Millions of people are checked when an index is filled: the comparisons stand where they are asked for, the
// words of a fault apart.
#define CHECKED_IN_PLACE [[gnu::always_inline]] inline

[[gnu::cold, gnu::noinline]] tl::unexpected<Error> outside(const char* path, std::int64_t least, std::int64_t most) {
    return refuse(error(out_of_range, {fmt::format("须在 {} 与 {} 之间。", least, most),
                                       fmt::format("Must lie between {} and {}.", least, most)})
                      .at(path));
}
[[gnu::cold, gnu::noinline]] tl::unexpected<Error> implausible(const char* path) {
    return refuse(error(out_of_range, {"日期须在 1900 年与 2200 年之间。",
                                       "The date must lie between the years 1900 and 2200."})
                      .at(path));
}
[[gnu::cold, gnu::noinline]] tl::unexpected<Error> ends_before_it_begins(const char* path) {
    return refuse(error(out_of_range, {"结束日期早于开始日期。", "The last day lies before the first."}).at(path));
}

CHECKED_IN_PLACE Result<Done> in_range(std::int64_t value, std::int64_t least, std::int64_t most, const char* path) {
    if (value < least || value > most) return outside(path, least, most);
    return Done{};
}

template <class T>
CHECKED_IN_PLACE Result<Done> short_enough(const std::vector<T>& list, std::size_t most, const char* path) {
    if (list.size() > most) return outside(path, 0, static_cast<std::int64_t>(most));
    return Done{};
}

/// Days outside 1900 … 2200 are slips of the pen; the bound also keeps day arithmetic safe.
CHECKED_IN_PLACE Result<Done> plausible(Day day, const char* path) {
    using namespace std::chrono;
    constexpr Day least = year(1900) / January / 1;
    constexpr Day most = year(2200) / December / 31;
    if (day < least || day > most) return implausible(path);
    return Done{};
}

CHECKED_IN_PLACE Result<Done> plausible(const std::optional<Day>& day, const char* path) {
    return day ? plausible(*day, path) : Result<Done>(Done{});
}

CHECKED_IN_PLACE Result<Done> check_place(Place place, Point at) {
    TRY_DO(in_range(place.code, 100000, 999999, "/place"));
    TRY_DO(in_range(at.lon_e6, -180'000'000, 180'000'000, "/at/lon_e6"));
    return in_range(at.lat_e6, -90'000'000, 90'000'000, "/at/lat_e6");
}

CHECKED_IN_PLACE Result<Done> check_period(Day first, Day last, const char* path) {
    if (last < first) return ends_before_it_begins(path);
    return Done{};
}

#undef CHECKED_IN_PLACE

template <class E, std::size_t N>
std::optional<E> find_code(const std::array<std::string_view, N>& codes, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i)
        if (codes[i] == code) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace

std::optional<OrderKind> parse_order_kind(std::string_view code) {
    constexpr std::array<std::string_view, 9> codes{
        "recruit", "dispatch", "outsource", "flex", "lend", "train", "assess", "search", "procure"};
    return find_code<OrderKind>(codes, code);
}

std::optional<PayUnit> parse_pay_unit(std::string_view code) {
    constexpr std::array<std::string_view, 4> codes{"month", "day", "hour", "piece"};
    return find_code<PayUnit>(codes, code);
}

Result<Done> check(const Worker& worker) {
    TRY_DO(check_place(worker.place, worker.at));
    TRY_DO(short_enough(worker.occupations, limits::occupations, "/occupations"));
    TRY_DO(short_enough(worker.skills, limits::skills, "/skills"));
    for (const HeldSkill& held : worker.skills)
        TRY_DO(in_range(held.level, 0, skill_level_max, "/skills"));
    TRY_DO(in_range(worker.education, 0, limits::education, "/education"));
    TRY_DO(in_range(worker.experience_months, 0, limits::experience_months, "/experience_months"));
    TRY_DO(short_enough(worker.certificates, limits::certificates, "/certificates"));
    for (const HeldCertificate& held : worker.certificates)
        TRY_DO(plausible(held.valid_to, "/certificates"));
    if (worker.pay_asked)
        TRY_DO(in_range(worker.pay_asked->amount.value, 0, limits::pay_fen, "/pay_asked"));
    TRY_DO(plausible(worker.available_from, "/available_from"));
    TRY_DO(plausible(worker.available_to, "/available_to"));
    if (worker.available_from && worker.available_to)
        TRY_DO(check_period(*worker.available_from, *worker.available_to, "/available_to"));
    TRY_DO(short_enough(worker.busy, limits::periods, "/busy"));
    for (const Period& period : worker.busy) {
        TRY_DO(plausible(period.first, "/busy"));
        TRY_DO(plausible(period.last, "/busy"));
        TRY_DO(check_period(period.first, period.last, "/busy"));
    }
    if (worker.reach_metres)
        TRY_DO(in_range(*worker.reach_metres, 0, 100'000'000, "/reach_metres"));
    TRY_DO(short_enough(worker.reach_places, limits::places, "/reach_places"));
    TRY_DO(plausible(worker.born, "/born"));
    TRY_DO(in_range(worker.kinds, 0, all_kinds, "/kinds"));
    TRY_DO(short_enough(worker.excluded_employers, limits::exclusions, "/excluded_employers"));
    TRY_DO(in_range(worker.circle, 0, limits::circles, "/circle"));
    if (worker.reliability) TRY_DO(in_range(*worker.reliability, 0, 1000, "/reliability"));
    return plausible(worker.confirmed_on, "/confirmed_on");
}

Result<Done> check(const Order& order) {
    TRY_DO(check_place(order.place, order.at));
    TRY_DO(in_range(static_cast<int>(order.kind), 0, 8, "/kind"));
    TRY_DO(in_range(order.occupation_levels, 0, 4, "/occupation_levels"));
    TRY_DO(plausible(order.first, "/first"));
    TRY_DO(plausible(order.last, "/last"));
    TRY_DO(plausible(order.latest_start, "/latest_start"));
    if (order.last) TRY_DO(check_period(order.first, *order.last, "/last"));
    if (order.latest_start) {
        TRY_DO(check_period(order.first, *order.latest_start, "/latest_start"));
        if (order.last) TRY_DO(check_period(*order.latest_start, *order.last, "/latest_start"));
    }
    TRY_DO(short_enough(order.skills, limits::skills, "/skills"));
    for (const AskedSkill& asked : order.skills)
        TRY_DO(in_range(asked.level, 0, skill_level_max, "/skills"));
    TRY_DO(in_range(order.education, 0, limits::education, "/education"));
    TRY_DO(short_enough(order.certificates, limits::certificates, "/certificates"));
    for (const auto& amount : {order.pay.min, order.pay.max})
        if (amount) TRY_DO(in_range(amount->value, 0, limits::pay_fen, "/pay"));
    if (order.pay.min && order.pay.max && *order.pay.min > *order.pay.max)
        return refuse(
            error(out_of_range, {"最低工资高于最高工资。", "The least pay is above the most."})
                .at("/pay"));
    TRY_DO(short_enough(order.excluded_workers, limits::exclusions, "/excluded_workers"));
    if (order.reliability) TRY_DO(in_range(*order.reliability, 0, 1000, "/reliability"));
    return plausible(order.confirmed_on, "/confirmed_on");
}

}  // namespace jianghui::matching
