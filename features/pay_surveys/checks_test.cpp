// Every threshold of the checks and of what a guide leaves out, from both sides.

#include <gtest/gtest.h>

#include "features/pay_surveys/guide.hpp"

namespace jianghui::pay_surveys {
namespace checks_test {

constexpr int year = 2025;
const Date last_day = *parse_date("2025-12-31");

const codes::Tables& tables() {
    static const auto loaded = codes::Tables::load(SOURCE_FOLDER "/data").value();
    return loaded;
}
std::int64_t parameter(const char* code) { return tables().parameter_or(code, last_day, -1); }
std::int64_t minimum_wage() { return tables().minimum_wage({"511502"}, last_day)->monthly.value; }

/// Full time for twelve months, a yuan above the minimum wage.
PayRow usual() {
    PayRow row;
    row.occupation = {"6-02-06-03"};
    row.level = {"skill_4"};
    row.months = {12};
    row.hours = {12 * parameter("pay_full_time_hours")};
    row.base = {12 * minimum_wage() + 100};
    return row;
}
bool has(Finding finding, const PayRow& row, std::int64_t size = 1) {
    for (const auto& found : findings_of({row}, {{"511502"}, size, year}, tables()))
        if (found.finding == finding) return true;
    return false;
}
bool refused(const PayRow& row) { return !faults_of(row, tables()).empty(); }

TEST(CostFindings, EveryThresholdFromBothSides) {
    const auto percent = parameter("pay_cost_differs_percent");
    ASSERT_GT(percent, 0);
    LabourCost cost;
    cost.staff.value = 100;
    cost.wages.value = usual().total();
    cost.insurance.value = 1;
    cost.costs.value = cost.revenue.value = cost.total();
    const auto found = [&](const std::optional<LabourCost>& given) {
        std::vector<Finding> findings;
        for (const auto& one : cost_findings_of(given, {usual()}, {{"511502"}, 100, year}, tables()))
            findings.push_back(one.finding);
        return findings;
    };
    EXPECT_EQ(found(std::nullopt), std::vector<Finding>{Finding::cost_missing});
    EXPECT_TRUE(found(cost).empty()) << "as much as everything is not more";
    auto other = cost;
    other.insurance.value = 0;
    EXPECT_EQ(found(other), std::vector<Finding>{Finding::cost_no_insurance});
    other = cost;
    ++other.housing.value;
    EXPECT_EQ(found(other), (std::vector<Finding>{Finding::cost_above_costs, Finding::cost_above_revenue}));
    other = cost;
    other.staff.value = 100 + parameter("pay_staff_differs_percent");
    EXPECT_TRUE(found(other).empty());
    ++other.staff.value;
    EXPECT_EQ(found(other), std::vector<Finding>{Finding::cost_staff_differs});
    other = cost;
    other.wages.value -= cost.wages.value * percent / 100;
    EXPECT_TRUE(found(other).empty());
    other.wages.value -= 1;
    EXPECT_EQ(found(other), std::vector<Finding>{Finding::cost_pay_differs});
    other.wages.value = 0;
    EXPECT_FALSE(faults_of(other).empty());
    EXPECT_TRUE(faults_of(cost).empty());
}

TEST(PayFaults, HoursOfAMonthAndNothingPaid) {
    auto row = usual();
    EXPECT_FALSE(refused(row));
    row.months = {1};
    row.hours = {744};
    EXPECT_FALSE(refused(row));
    row.hours = {745};
    EXPECT_TRUE(refused(row)) << "a month has at most 744 hours";
    row = usual();
    row.base = {0};
    EXPECT_TRUE(refused(row)) << "nothing was paid at all";
    row.special = {1};
    EXPECT_FALSE(refused(row));
}

TEST(PayFindings, TheMinimumWageIsAskedOfFullTimeWithoutOvertime) {
    auto row = usual();
    row.base = {12 * minimum_wage()};
    EXPECT_FALSE(has(Finding::below_minimum_wage, row)) << "exactly the minimum wage is enough";
    row.base = {12 * minimum_wage() - 1};
    EXPECT_TRUE(has(Finding::below_minimum_wage, row));
    row.overtime = {100'000'00};
    EXPECT_TRUE(has(Finding::below_minimum_wage, row)) << "overtime does not make up for it";
    row.hours = {row.hours - 1};
    EXPECT_FALSE(has(Finding::below_minimum_wage, row)) << "an hour less is not full time";
}

TEST(PayFindings, VeryHighLongAndNoBase) {
    auto row = usual();
    const auto high = parameter("pay_high_yuan") * 100;
    row.base = {high};
    EXPECT_FALSE(has(Finding::very_high, row));
    row.base = {high + 1};
    EXPECT_TRUE(has(Finding::very_high, row));
    row = usual();
    row.hours = {12 * parameter("pay_long_hours")};
    EXPECT_FALSE(has(Finding::long_hours, row));
    row.hours = {row.hours + 1};
    EXPECT_TRUE(has(Finding::long_hours, row));
    EXPECT_FALSE(has(Finding::no_base_pay, row));
    row.bonus = row.base;
    row.base = {0};
    EXPECT_TRUE(has(Finding::no_base_pay, row));
}

TEST(PayFindings, RowsBesideTheStaffOfTheList) {
    const auto differs = parameter("pay_staff_differs_percent");
    ASSERT_EQ(differs, 10);
    const auto found = [&](std::size_t rows, std::int64_t size) {
        for (const auto& one : findings_of(std::vector<PayRow>(rows, usual()), {{"511502"}, size, year}, tables()))
            if (one.finding == Finding::staff_differs) return true;
        return false;
    };
    EXPECT_FALSE(found(90, 100)) << "a tenth fewer";
    EXPECT_TRUE(found(89, 100));
    EXPECT_FALSE(found(110, 100));
    EXPECT_TRUE(found(111, 100));
    EXPECT_FALSE(found(0, 100)) << "nothing is written yet";
}

/// Three companies with as many rows each as say so, all alike but for the last row of the first.
Guide guide_with(const PayRow& last, std::size_t rows = 5) {
    SurveyRow survey;
    survey.place = {"511500"};
    survey.year = year;
    survey.parameters = parameters_on(tables(), last_day);
    std::vector<Accepted> answers;
    for (std::int64_t company = 1; company <= 3; ++company) {
        Accepted one;
        one.answer.company = {company};
        one.answer.place = {"511502"};
        one.answer.size = static_cast<std::int64_t>(rows);
        one.company.company = {company};
        one.company.industry = "C";
        one.company.weight = 1'000'000;
        one.rows = std::vector<PayRow>(rows, usual());
        if (company == 1) one.rows.back() = last;
        answers.push_back(std::move(one));
    }
    return guide_of(survey, answers, {{"C", 3}}, tables());
}

TEST(PayGuide, LeavesOutPartOfAYearAndFullTimeBelowTheMinimumWage) {
    ASSERT_EQ(parameter("pay_months_min"), 12);
    EXPECT_EQ(guide_with(usual()).persons, 15);
    auto row = usual();
    row.months = {11};
    EXPECT_EQ(guide_with(row).short_year, 1);
    EXPECT_EQ(guide_with(row).persons, 14);
    row = usual();
    row.base = {12 * minimum_wage()};
    EXPECT_EQ(guide_with(row).outliers, 0);
    row.base = {12 * minimum_wage() - 1};
    EXPECT_EQ(guide_with(row).outliers, 1);
}

TEST(PayGuide, LeavesOutWhatIsFarAboveAllOthers) {
    ASSERT_EQ(parameter("pay_outlier_factor"), 3);
    ASSERT_EQ(parameter("pay_outlier_per_mille"), 995);
    // So many alike that the high percentile is theirs, but for a single one.
    auto row = usual();
    const auto alike = row.total();
    row.base = {3 * alike};
    EXPECT_EQ(guide_with(row, 200).outliers, 0) << "three times is not more than three times";
    row.base = {3 * alike + 1};
    EXPECT_EQ(guide_with(row, 200).outliers, 1);
}

TEST(PayGuide, CompaniesPersonsAndDominanceFromBothSides) {
    const Limits limits;
    const auto bag = [](std::vector<std::pair<int, std::int64_t>> companies) {
        Bag sum;
        std::int64_t number = 0;
        for (const auto& [persons, each] : companies) {
            ++number;
            for (int i = 0; i < persons; ++i)
                sum.add(Answered{"o", "l", "p", {number}, {each, 1}});
        }
        return sum;
    };
    EXPECT_TRUE(is_safe(bag({{4, 100}, {3, 100}, {3, 100}}), limits));
    EXPECT_FALSE(is_safe(bag({{3, 100}, {3, 100}, {3, 100}}), limits)) << "nine persons";
    EXPECT_FALSE(is_safe(bag({{5, 100}, {5, 100}}), limits)) << "two companies";
    EXPECT_TRUE(is_safe(bag({{12, 100}, {5, 100}, {3, 100}}), limits)) << "60 % and 85 % are not more";
    EXPECT_FALSE(is_safe(bag({{12, 101}, {5, 100}, {3, 100}}), limits)) << "more than 60 %";
    EXPECT_TRUE(is_safe(bag({{9, 100}, {8, 100}, {3, 100}}), limits)) << "85 %";
    EXPECT_FALSE(is_safe(bag({{9, 100}, {8, 101}, {3, 100}}), limits)) << "two have more than 85 %";
}

}  // namespace checks_test
}  // namespace jianghui::pay_surveys
