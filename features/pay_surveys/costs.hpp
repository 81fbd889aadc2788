#pragma once
// What of labour cost may be published by industry so that nobody computes what is not. Pure.
//
// Industries that are too few stand together (`pooled`), and all parts of labour cost that somewhere are too few, or
// that somewhere nobody has, are told together in the same way everywhere: so every number of the table is of a safe
// bag and nothing in it is hidden. Only averages and ratios are told, no sums and no numbers of persons: no two of them
// can be subtracted. A ratio that may not be told of one industry is not told of all together either.

#include "features/pay_surveys/labour_cost.hpp"
#include "features/pay_surveys/protect.hpp"

namespace jianghui::pay_surveys {

/// The parts of labour cost by their codes (code table labour_cost_parts), in the order of LabourCost.
inline constexpr std::string_view cost_parts[] = {"wages",      "welfare", "education", "insurance",
                                                  "protection", "housing", "other"};

/// What a company of an industry said, and for how many millionths of companies it stands.
struct CostAnswer {
    OrganisationId company;
    std::string industry;
    std::int64_t weight = 1;
    LabourCost cost;
};

/// The rows that may be published: all industries when there are several, then each. None when all together are too few.
[[nodiscard]] std::vector<CostRow> costs_of(const std::vector<CostAnswer>& answers, const Limits& limits);

}  // namespace jianghui::pay_surveys
