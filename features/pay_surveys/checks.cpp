#include "features/pay_surveys/checks.hpp"

#include <cstdlib>
#include <map>

#include "features/pay_surveys/errors.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr std::size_t rows_named = 20;

Date last_day(int year) {
    return Date{std::chrono::year(year), std::chrono::December, std::chrono::day(31)};
}

Text words_of(Finding finding) {
    switch (finding) {
        case Finding::below_minimum_wage:
            return {"全日制人员的工资低于当地最低工资标准，请说明原因。",
                    "Full-time staff got less than the local minimum wage. Explain why."};
        case Finding::very_high:
            return {"全年工资高得少见，请核对单位（元）并说明。",
                    "The pay is unusually high. Check the unit (yuan) and explain."};
        case Finding::no_base_pay:
            return {"没有基本工资，请说明（例如纯计件、纯提成）。",
                    "There is no base pay. Explain (for example piece work only)."};
        case Finding::long_hours:
            return {"月均工时很长，请核对并说明。", "The hours per month are long. Check and explain."};
        case Finding::staff_differs:
            return {"填报人数与名单上的从业人数相差较大，请说明。",
                    "The number of rows is far from the staff on the list. Explain why."};
        case Finding::cost_missing:
            return {"没有填人工成本，请填写，或说明为什么填不了。",
                    "Labour cost is not filled in. Fill it in, or explain why you cannot."};
        case Finding::cost_pay_differs:
            return {"劳动报酬与各行工资合计相差较大，请核对并说明。",
                    "The pay of labour cost is far from the sum of the rows. Check and explain."};
        case Finding::cost_staff_differs:
            return {"平均从业人数与名单上的从业人数相差较大，请说明。",
                    "The average staff is far from the staff on the list. Explain why."};
        case Finding::cost_no_insurance:
            return {"没有社会保险费用，请说明。", "There is no social insurance. Explain why."};
        case Finding::cost_above_costs:
            return {"人工成本高于总成本费用，请核对并说明。",
                    "Labour cost is more than all costs. Check and explain."};
        case Finding::cost_above_revenue:
            return {"人工成本高于营业收入，请核对并说明。",
                    "Labour cost is more than the revenue. Check and explain."};
    }
    return {};
}

}  // namespace

std::vector<Refused> faults_of(const PayRow& row, const codes::Tables& tables) {
    std::vector<Refused> faults;
    const auto* occupation = tables.find_occupation(row.occupation);
    if (occupation == nullptr || occupation->level < 3)
        faults.push_back(
            {"occupation", &unknown_code, tables.nearest_occupations(row.occupation.text)});
    if (tables.find_item("pay_levels", row.level.text) == nullptr)
        faults.push_back({"level", &pay_level_unknown,
                          tables.nearest_items("pay_levels", row.level.text)});
    if (row.hours > row.months * 744) faults.push_back({"hours", &pay_hours_too_many, {}});
    if (row.total() == 0) faults.push_back({"base", &pay_nothing_paid, {}});
    return faults;
}

std::vector<Refused> faults_of(const LabourCost& cost) {
    if (cost.wages.value == 0) return {{"wages", &pay_cost_no_wages, {}}};
    return {};
}

bool below_minimum_wage(const PayRow& row, const Asked& asked, const codes::Tables& tables) {
    const Date day = last_day(asked.year);
    const auto* wage = tables.minimum_wage(asked.place, day);
    const auto full_time = tables.parameter_or("pay_full_time_hours", day, 160);
    return wage != nullptr && row.hours >= row.months * full_time &&
           row.total() - row.overtime.value < row.months * wage->monthly.value;
}

std::vector<FindingView> findings_of(const std::vector<PayRow>& rows, const Asked& asked,
                                     const codes::Tables& tables) {
    const Date day = last_day(asked.year);
    const auto high = tables.parameter_or("pay_high_yuan", day, 1'000'000) * 100;
    const auto long_hours = tables.parameter_or("pay_long_hours", day, 260);
    const auto differs = tables.parameter_or("pay_staff_differs_percent", day, 10);
    std::map<Finding, FindingView> found;
    const auto note = [&](Finding finding, std::size_t row) {
        auto& view = found[finding];
        ++view.rows;
        if (view.first_rows.size() < rows_named)
            view.first_rows.push_back(static_cast<std::int64_t>(row) + 1);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PayRow& row = rows[i];
        if (below_minimum_wage(row, asked, tables)) note(Finding::below_minimum_wage, i);
        if (row.total() > high) note(Finding::very_high, i);
        if (row.base == 0) note(Finding::no_base_pay, i);
        if (row.hours > row.months * long_hours) note(Finding::long_hours, i);
    }
    const auto difference = std::abs(static_cast<std::int64_t>(rows.size()) - asked.size);
    if (!rows.empty() && difference * 100 > asked.size * differs)
        found[Finding::staff_differs].rows = static_cast<std::int64_t>(rows.size());
    std::vector<FindingView> findings;
    for (auto& [finding, view] : found) {
        view.finding = finding;
        view.message = words_of(finding);
        findings.push_back(std::move(view));
    }
    return findings;
}

std::vector<FindingView> cost_findings_of(const std::optional<LabourCost>& cost,
                                          const std::vector<PayRow>& rows, const Asked& asked,
                                          const codes::Tables& tables) {
    std::vector<FindingView> findings;
    const auto note = [&](Finding finding) {
        FindingView view;
        view.finding = finding;
        view.message = words_of(finding);
        findings.push_back(std::move(view));
    };
    if (!cost) {
        note(Finding::cost_missing);
        return findings;
    }
    const Date day = last_day(asked.year);
    const auto is_far = [](std::int64_t one, std::int64_t other, std::int64_t percent) {
        return std::abs(one - other) > other / 100 * percent + other % 100 * percent / 100;
    };
    std::int64_t paid = 0;
    for (const auto& row : rows) paid += row.total();
    if (!rows.empty() &&
        is_far(cost->wages.value, paid, tables.parameter_or("pay_cost_differs_percent", day, 10)))
        note(Finding::cost_pay_differs);
    if (is_far(cost->staff.value, asked.size, tables.parameter_or("pay_staff_differs_percent", day, 10)))
        note(Finding::cost_staff_differs);
    if (cost->insurance.value == 0) note(Finding::cost_no_insurance);
    if (cost->total() > cost->costs.value) note(Finding::cost_above_costs);
    if (cost->total() > cost->revenue.value) note(Finding::cost_above_revenue);
    return findings;
}

std::vector<FindingView> findings_of(const std::vector<PayRow>& rows,
                                     const std::optional<LabourCost>& cost, const Asked& asked,
                                     const codes::Tables& tables) {
    auto findings = findings_of(rows, asked, tables);
    for (auto& finding : cost_findings_of(cost, rows, asked, tables))
        findings.push_back(std::move(finding));
    return findings;
}

}  // namespace jianghui::pay_surveys
