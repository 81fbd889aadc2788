#include "features/shortages/pay.hpp"

namespace jianghui::shortages {

std::optional<std::int64_t> monthly_pay(const codes::Tables& tables,
                                        const orders::OrderRow& order, Date day) {
    if (!order.pay_unit || !order.pay_min_fen) return std::nullopt;
    const auto high = order.pay_max_fen.value_or(*order.pay_min_fen);
    const std::int64_t middle = (order.pay_min_fen->value + high.value) / 2;
    const auto days = tables.parameter_or("month_pay_days_hundredths", day, 2175);
    const auto hours = order.hours_per_day_tenths.value_or(
        static_cast<int>(tables.parameter_or("hours_per_day_tenths_max", day, 80)));
    switch (*order.pay_unit) {
        case orders::PayUnit::month: return middle;
        case orders::PayUnit::day: return middle * days / 100;
        case orders::PayUnit::hour: return middle * hours * days / 1000;
        case orders::PayUnit::piece: break;
    }
    return std::nullopt;
}

}  // namespace jianghui::shortages
