#pragma once
// What is wrong with a row (refused) and what is unusual in an answer (to be explained). Pure.

#include "features/codes/api.hpp"
#include "features/pay_surveys/model.hpp"

namespace jianghui::pay_surveys {

/// Why a row cannot be taken: the member of PayRow, the fault, what would have been taken.
struct Refused {
    std::string member;
    const ErrorCode* code = nullptr;
    std::vector<std::string> nearest;
};
[[nodiscard]] std::vector<Refused> faults_of(const PayRow& row, const codes::Tables& tables);

/// The same of labour cost: a member of LabourCost.
[[nodiscard]] std::vector<Refused> faults_of(const LabourCost& cost);

/// Whose answer it is.
struct Asked {
    PlaceCode place;
    std::int64_t size = 0;
    int year = 0;
};
/// The findings, in the order of the enumeration; explanations are left empty.
[[nodiscard]] std::vector<FindingView> findings_of(const std::vector<PayRow>& rows,
                                                   const Asked& asked,
                                                   const codes::Tables& tables);

/// The findings of labour cost beside those rows, in the order of the enumeration.
[[nodiscard]] std::vector<FindingView> cost_findings_of(const std::optional<LabourCost>& cost,
                                                        const std::vector<PayRow>& rows,
                                                        const Asked& asked,
                                                        const codes::Tables& tables);

/// Both: those of the rows, then those of labour cost.
[[nodiscard]] std::vector<FindingView> findings_of(const std::vector<PayRow>& rows,
                                                   const std::optional<LabourCost>& cost,
                                                   const Asked& asked,
                                                   const codes::Tables& tables);

/// Whether somebody who worked full time all her months got less than the minimum wage for them. False
/// where no minimum wage is known.
[[nodiscard]] bool below_minimum_wage(const PayRow& row, const Asked& asked,
                                      const codes::Tables& tables);

}  // namespace jianghui::pay_surveys
