#include "features/shortages/limits.hpp"

namespace jianghui::shortages {
namespace {

LevelLimit level_limit(const codes::Tables& tables, const std::string& level, Date day,
                       std::int64_t demand) {
    const auto value = [&](const char* what) {
        return tables.parameter_or("warning_" + level + what, day, 0);
    };
    return {value("_ratio_hundredths"), value("_gap_per_mille"), value("_days"), demand};
}

}  // namespace

Limits limits_on(const codes::Tables& tables, Date day) {
    const auto value = [&](const char* code, std::int64_t otherwise) {
        return tables.parameter_or(code, day, otherwise);
    };
    Limits limits;
    limits.weight_gap = value("shortage_weight_gap", 35);
    limits.weight_days = value("shortage_weight_days", 25);
    limits.weight_growth = value("shortage_weight_growth", 10);
    limits.weight_pay = value("shortage_weight_pay", 10);
    limits.weight_expert = value("shortage_weight_expert", 20);
    limits.known_weight_min = value("shortage_known_weight_min", 50);
    limits.growth_full_percent = value("shortage_growth_full_percent", 100);
    limits.pay_full_percent = value("shortage_pay_full_percent", 50);
    limits.severe = value("shortage_severe_per_mille", 700);
    limits.moderate = value("shortage_moderate_per_mille", 500);
    limits.mild = value("shortage_mild_per_mille", 300);
    limits.demand_min = value("shortage_demand_min", 10);
    limits.pay_below_percent = value("shortage_pay_below_percent", 10);
    limits.spare_percent = value("shortage_spare_percent", 50);
    return limits;
}

LevelLimits level_limits_on(const codes::Tables& tables, Date day) {
    const auto demand_min = tables.parameter_or("shortage_demand_min", day, 10);
    LevelLimits limits;
    limits.yellow = level_limit(tables, "yellow", day, demand_min);
    limits.orange = level_limit(tables, "orange", day, demand_min);
    limits.red =
        level_limit(tables, "red", day, tables.parameter_or("warning_red_demand_min", day, 100));
    limits.surplus_ratio_hundredths =
        tables.parameter_or("warning_surplus_ratio_hundredths", day, 60);
    limits.periods = static_cast<int>(tables.parameter_or("warning_periods", day, 2));
    return limits;
}

int days_to_act(const codes::Tables& tables, Level level, Date day) {
    switch (level) {
        case Level::red:
            return static_cast<int>(tables.parameter_or("warning_red_act_days", day, 7));
        case Level::orange:
            return static_cast<int>(tables.parameter_or("warning_orange_act_days", day, 15));
        default: break;
    }
    return static_cast<int>(tables.parameter_or("warning_yellow_act_days", day, 30));
}

Instant due_after(Date day, int days) { return start_of(add_days(day, days + 1)); }

}  // namespace jianghui::shortages
