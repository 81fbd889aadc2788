#pragma once
// From accepted answers to the cells of the guide. Pure but for the code tables.

#include "features/pay_surveys/checks.hpp"
#include "features/pay_surveys/costs.hpp"
#include "features/pay_surveys/protect.hpp"

namespace jianghui::pay_surveys {

/// An accepted answer with its company's weight and stratum.
struct Accepted {
    AnswerRow answer;
    FrameRow company;
    std::vector<PayRow> rows;
    std::optional<LabourCost> cost;
};

struct Guide {
    std::vector<CellRow> cells;
    std::vector<CostRow> costs;
    std::int64_t persons = 0;  ///< in published tables
    std::int64_t short_year = 0;
    std::int64_t outliers = 0;
};

/// The parameters that decide, as they are in force on the day.
[[nodiscard]] std::vector<UsedParameter> parameters_on(const codes::Tables& tables, Date day);
/// Their value by code; `otherwise` where it is not among them.
[[nodiscard]] std::int64_t value_of(const std::vector<UsedParameter>& parameters,
                                    std::string_view code, std::int64_t otherwise);

/// Computes the guide. `asked` companies of each industry; survey.parameters must be set.
[[nodiscard]] Guide guide_of(const SurveyRow& survey, const std::vector<Accepted>& answers,
                             const std::map<std::string, std::int64_t>& asked,
                             const codes::Tables& tables);

}  // namespace jianghui::pay_surveys
