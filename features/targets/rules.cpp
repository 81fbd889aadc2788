#include "features/targets/rules.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace jianghui::targets {
namespace {

using Months = std::vector<std::int64_t>;
using Predict = std::function<std::optional<std::int64_t>(const Months&, int)>;

/// How wrong a method was: mean absolute difference over its back-tests.
struct Tested {
    std::int64_t error = 0;
    int tests = 0;
};

std::int64_t sum(const Months& months, std::size_t from, std::size_t count) {
    std::int64_t total = 0;
    for (std::size_t i = from; i < from + count; ++i) total += months[i];
    return total;
}

Tested back_test(const Months& months, int ahead, int months_min, const Predict& predict) {
    Tested tested;
    std::int64_t wrong = 0;
    const auto step = static_cast<std::size_t>(ahead);
    for (auto known = static_cast<std::size_t>(months_min); known + step <= months.size();
         ++known) {
        const Months before(months.begin(), months.begin() + static_cast<std::ptrdiff_t>(known));
        const auto predicted = predict(before, ahead);
        if (!predicted) continue;
        wrong += std::abs(*predicted - sum(months, known, step));
        ++tested.tests;
    }
    if (tested.tests > 0) tested.error = (wrong + tested.tests / 2) / tested.tests;
    return tested;
}

/// amount × times ÷ over, rounded half up. Requires over > 0.
std::int64_t rounded(std::int64_t amount, std::int64_t times, std::int64_t over) {
    const auto twice = 2 * static_cast<__int128>(amount) * times;
    return static_cast<std::int64_t>((twice + over) / (2 * static_cast<__int128>(over)));
}

}  // namespace

std::int64_t linear_sum(const Months& months, int ahead) {
    const auto n = static_cast<double>(months.size());
    const double middle = (n - 1) / 2;
    double mean = 0;
    for (const auto value : months) mean += static_cast<double>(value) / n;
    double rise = 0;
    double spread = 0;
    for (std::size_t i = 0; i < months.size(); ++i) {
        const double x = static_cast<double>(i) - middle;
        rise += x * (static_cast<double>(months[i]) - mean);
        spread += x * x;
    }
    const double slope = spread > 0 ? rise / spread : 0;
    double total = 0;
    for (int month = 0; month < ahead; ++month)
        total += std::max(0.0, mean + slope * (n + month - middle));
    return std::llround(total);
}

std::optional<std::int64_t> seasonal_sum(const Months& months, int ahead) {
    constexpr int year = 12;
    const int known = static_cast<int>(months.size());
    if (known < year) return std::nullopt;
    std::int64_t total = 0;
    for (int month = 0; month < ahead; ++month)
        total += months[static_cast<std::size_t>(known - year + month % year)];
    return total;
}

std::optional<Forecast> forecast_ahead(const Months& months, int ahead, Least least) {
    const int months_min = std::max(2, least.months);
    const Predict line = [](const Months& before, int more) -> std::optional<std::int64_t> {
        return linear_sum(before, more);
    };
    const auto count = static_cast<int>(months.size());
    std::optional<Forecast> best;
    if (const auto tested = back_test(months, ahead, months_min, line);
        tested.tests >= least.tests)
        best = Forecast{Method::linear, linear_sum(months, ahead), tested.error, tested.tests, count};
    const auto seasonal = seasonal_sum(months, ahead);
    if (const auto tested = back_test(months, ahead, months_min, seasonal_sum);
        seasonal && tested.tests >= least.tests && (!best || tested.error < best->error))
        best = Forecast{Method::seasonal, *seasonal, tested.error, tested.tests, count};
    return best;
}

YearEnd forecast_year(const std::vector<figures::MonthAmount>& months, int year, Date today,
                      Least least) {
    const int this_year = static_cast<int>(today.year());
    if (year < this_year) return {{}, NoForecast::year_over};
    if (year > this_year) return {{}, NoForecast::year_ahead};
    if (months.empty()) return {{}, NoForecast::not_counted};
    const auto running = today.year() / today.month();
    Months whole;
    std::int64_t so_far = 0;
    for (const auto& one : months) {
        if (one.month >= running) break;
        whole.push_back(one.amount);
        if (one.month.year() == today.year()) so_far += one.amount;
    }
    const int ahead = 13 - static_cast<int>(static_cast<unsigned>(today.month()));
    auto forecast = forecast_ahead(whole, ahead, least);
    if (!forecast) return {{}, NoForecast::history_short};
    forecast->value += so_far;
    return {forecast, {}};
}

std::int64_t per_million(std::int64_t amount, std::int64_t people) {
    return rounded(amount, 1'000'000, people);
}

std::optional<std::int64_t> per_agency_thousandths(std::int64_t amount, std::int64_t agencies) {
    if (agencies <= 0) return std::nullopt;
    return rounded(amount, 1000, agencies);
}

void withhold_agencies(ComparedPlace& place, std::int64_t least) {
    if (place.agencies.value_or(0) >= least) return;
    place.agencies.reset();
    place.per_agency_thousandths.reset();
}

void rank(std::vector<ComparedPlace>& places) {
    for (auto& place : places) {
        place.rank = 1;
        if (place.per_million) place.per_million_rank = 1;
        if (place.per_agency_thousandths) place.per_agency_rank = 1;
        for (const auto& other : places) {
            if (other.amount > place.amount) ++place.rank;
            if (place.per_million && other.per_million > place.per_million)
                ++*place.per_million_rank;
            if (place.per_agency_thousandths &&
                other.per_agency_thousandths > place.per_agency_thousandths)
                ++*place.per_agency_rank;
        }
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
}

Result<Done> may_report(Measure measure, int year, int this_year, bool computed) {
    if (measure == Measure::revenue_net) return refuse(target_not_reported);
    if (year > this_year) return refuse(target_year_ahead);
    if (computed) return refuse(target_computed);
    return Done{};
}

}  // namespace jianghui::targets
