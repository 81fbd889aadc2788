#include "features/targets/board.hpp"

#include <algorithm>

#include "features/targets/queries.hpp"
#include "features/targets/rules.hpp"

namespace jianghui::targets {
namespace {

/// What is said of one measure, and the months that its forecast rests on.
struct Goal {
    GoalView view;
    std::vector<figures::MonthAmount> months;
};

Least least_of(const codes::Tables& tables, Date on) {
    return {static_cast<int>(tables.parameter_or("forecast_months_min", on, 3)),
            static_cast<int>(tables.parameter_or("forecast_tests_min", on, 3))};
}

/// Adds what follows from target, counts and months.
void finish(Goal& goal, int year, Date today, Least least) {
    auto& view = goal.view;
    const auto share = [&](std::int64_t amount) -> std::optional<std::int64_t> {
        if (view.target.value_or(0) <= 0) return std::nullopt;
        return figures::progress_per_mille(amount, *view.target);
    };
    if (view.computed) view.computed_per_mille = share(view.computed->verified);
    if (view.reported) view.reported_per_mille = share(view.reported->amount);
    auto end = forecast_year(goal.months, year, today, least);
    view.forecast = std::move(end.forecast);
    view.no_forecast = end.reason;
}

Goal goal_of(const app::Query& query, const TargetSet& set, const PlaceCode& city,
             const figures::FiguresView& counted, const figures::FigureView& figure) {
    Goal goal;
    auto& view = goal.view;
    view.measure = figure.measure;
    view.unit = figure.unit;
    if (set.adopted)
        view.target = figures::target_for(query.services.get<codes::Tables>(),
                                          {city, set.year, view.measure});
    if (figure.has_data) {
        view.computed = Computed{figure.id, figure.verified, figure.provisional};
        // Only the running year has an end to be foreseen.
        if (counted.year == figures::year_of(query.now))
            goal.months = figures::monthly_amounts(query.db, city, view.measure, query.now);
    } else if (const auto report = newest_report(query.db, city, counted.year, view.measure)) {
        view.reported = Reported{report->amount, report->version, report->digest, report->at};
    }
    return goal;
}

/// Adds months to months that may begin later or earlier; both end with the running one.
void add_months(std::vector<figures::MonthAmount>& all, const std::vector<figures::MonthAmount>& more) {
    for (const auto& one : more) {
        const auto at = std::lower_bound(all.begin(), all.end(), one.month,
                                         [](const figures::MonthAmount& each, auto month) { return each.month < month; });
        if (at != all.end() && at->month == one.month) at->amount += one.amount;
        else all.insert(at, one);
    }
}

/// Adds a city's goal to that of all. A reported sum needs every city, so does a target.
void add(Goal& all, const Goal& one, bool first) {
    auto& sum = all.view;
    if (first) {
        all = one;
        if (sum.computed) sum.computed->figure.clear();
        if (sum.reported) sum.reported->digest.clear();
        return;
    }
    const auto plus = [](auto& total, const auto& more, auto&& amounts) {
        if (total && more) {
            amounts(*total, *more);
        } else {
            total.reset();
        }
    };
    plus(sum.target, one.view.target, [](auto& total, auto more) { total += more; });
    plus(sum.computed, one.view.computed, [](auto& total, const auto& more) {
        total.verified += more.verified;
        total.provisional += more.provisional;
    });
    plus(sum.reported, one.view.reported, [](auto& total, const auto& more) {
        total.amount += more.amount;
        total.version = std::max(total.version, more.version);
        total.at = std::max(total.at, more.at);
    });
    add_months(all.months, one.months);
}

}  // namespace

bool has_targets(const app::Services& services, const PlaceCode& city) {
    const auto& tables = services.get<codes::Tables>();
    for (const auto& set : services.get<Sets>().all())
        if (!tables.targets(city, set.year).empty()) return true;
    return false;
}

std::optional<Report> newest_report(const store::Reader& reader, const PlaceCode& city, int year,
                                    Measure measure) {
    return reader.one<Report>(sql::newest_report, store::arguments("city", city, "year", year,
                                                                   "measure", measure));
}

Result<BoardView> board_of(app::Query& query, const TargetSet& set, int year) {
    const auto& tables = query.services.get<codes::Tables>();
    const Date today = date_of(query.now);
    const Least least = least_of(tables, today);
    BoardView board{set, year, 0, {}, {{}, "", {}}, {}, 0};
    std::vector<Goal> together(std::size(measures));
    for (const auto* city : tables.region()) {
        if (!has_targets(query.services, city->code)) continue;
        TRY(const auto counted,
            figures::show(query, {String<1, 20>{city->code.text}, Integer<2000, 2100>{year}}));
        PlaceGoals goals{city->code, city->name, {}};
        for (std::size_t i = 0; i < std::size(measures); ++i)
            for (const auto& figure : counted.items) {
                if (figure.measure != measures[i]) continue;
                board.as_of_position = figure.as_of_position;
                board.formula = figure.formula;
                auto goal = goal_of(query, set, city->code, counted, figure);
                add(together[i], goal, board.places.empty());
                finish(goal, year, today, least);
                goals.items.push_back(std::move(goal.view));
            }
        board.places.push_back(std::move(goals));
    }
    for (auto& goal : together) {
        finish(goal, year, today, least);
        board.together.items.push_back(std::move(goal.view));
    }
    return board;
}

}  // namespace jianghui::targets
