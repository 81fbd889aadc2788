#include "features/duties/sight.hpp"

namespace jianghui::duties {

Limits limits_of(const codes::Tables& tables, Date on) {
    const Limits usual;
    const auto limit = [&](std::string_view name, int otherwise) {
        return static_cast<int>(tables.parameter_or(name, on, otherwise));
    };
    return {limit("duty_yellow_days", usual.yellow_days),
            limit("duty_yellow_lag_per_mille", usual.yellow_lag),
            limit("duty_red_lag_per_mille", usual.red_lag),
            limit("duty_silent_days", usual.silent_days)};
}

}  // namespace jianghui::duties
