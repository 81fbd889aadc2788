#pragma once
// The work that the region really offers: what orders are made of and what people can do.

#include <string_view>
#include <vector>

#include "features/orders/api.hpp"

namespace jianghui::demo {

struct Trade {
    std::string_view industry;    ///< of the employers that offer it (GB/T 4754)
    std::string_view business;    ///< in their names
    std::string_view occupation;  ///< code of the occupation table
    std::string_view title;
    std::string_view description;
    orders::PayUnit unit;
    int pay_min_yuan;  ///< above every minimum wage of the region
    int pay_max_yuan;
    orders::Shift shift;
    std::string_view skills;       ///< names of the skill list, between "|"
    std::string_view certificate;  ///< what the order asks for; "" for none
};

/// All trades; trades of one industry stand together.
[[nodiscard]] const std::vector<Trade>& trades();

}  // namespace jianghui::demo
