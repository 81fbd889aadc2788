#pragma once
// What labour cost a company in a year (人工成本, domain.md 3.4), and what is published of it by industry.

#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::pay_surveys {

/// The version of the way from companies' figures to published rows: raise it with every change of it.
inline constexpr int cost_formula = 1;

using CostAmount = Integer<0, 100'000'000'000'000>;
using SignedAmount = Integer<-100'000'000'000'000, 100'000'000'000'000>;

/// A company's figures of the year, of its books. Amounts in fen.
struct LabourCost {
    Integer<1, 1'000'000> staff;  ///< on the average of the year
    CostAmount wages;             ///< the parts of labour cost: pay of labour …
    CostAmount welfare;
    CostAmount education;
    CostAmount insurance;
    CostAmount protection;
    CostAmount housing;
    CostAmount other;
    CostAmount costs;    ///< all costs of the company
    CostAmount revenue;  ///< from sales and services
    SignedAmount profit;
    std::optional<SignedAmount> value_added;  ///< not every company's books have it
    /// The parts in their order.
    [[nodiscard]] std::array<std::int64_t, 7> parts() const {
        return {wages.value,      welfare.value, education.value, insurance.value,
                protection.value, housing.value, other.value};
    }
    [[nodiscard]] std::int64_t total() const {
        const auto amounts = parts();
        return std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
    }
    bool operator==(const LabourCost&) const = default;
};
BOOST_DESCRIBE_STRUCT(LabourCost, (),
                      (staff, wages, welfare, education, insurance, protection, housing, other, costs, revenue,
                       profit, value_added))

/// Parts of labour cost that are told together: codes joined by '+', and what they are for each person.
struct CostPart {
    std::string parts;
    std::int64_t per_person = 0;
};
BOOST_DESCRIBE_STRUCT(CostPart, (), (parts, per_person))

/// A row of `pay_cost_cells` without its survey: an industry, or several joined by '+'; "" is all of them.
/// Ratios in per mille; none where it may not be told, or nobody knows it.
struct CostRow {
    int line = 0;
    std::string industry;
    std::int64_t companies = 0;
    std::int64_t per_person = 0;
    std::vector<CostPart> parts;
    std::optional<std::int64_t> of_revenue;      ///< labour cost of revenue (人事费用率)
    std::optional<std::int64_t> of_costs;        ///< labour cost of all costs
    std::optional<std::int64_t> of_value_added;  ///< labour cost of value added (劳动分配率)
    std::optional<std::int64_t> profit;          ///< profit of labour cost (人工成本利润率)
    int formula = cost_formula;
};
BOOST_DESCRIBE_STRUCT(CostRow, (),
                      (line, industry, companies, per_person, parts, of_revenue, of_costs, of_value_added, profit,
                       formula))

// What the API says.

struct CostPartView {
    std::string parts;
    Text name;
    std::int64_t per_person = 0;
    std::int64_t per_mille = 0;  ///< of labour cost
};
BOOST_DESCRIBE_STRUCT(CostPartView, (), (parts, name, per_person, per_mille))

struct CostView {
    std::string industry;
    std::string industry_name;
    std::int64_t companies = 0;
    std::int64_t per_person = 0;
    std::vector<CostPartView> parts;
    std::optional<std::int64_t> of_revenue;
    std::optional<std::int64_t> of_costs;
    std::optional<std::int64_t> of_value_added;
    std::optional<std::int64_t> profit;
};
BOOST_DESCRIBE_STRUCT(CostView, (),
                      (industry, industry_name, companies, per_person, parts, of_revenue, of_costs, of_value_added,
                       profit))

/// GET pay-surveys/{survey}/costs: first all industries, then each.
struct CostsView {
    std::int64_t formula = 0;  ///< 0: nothing may be published
    std::vector<CostView> items;
};
BOOST_DESCRIBE_STRUCT(CostsView, (), (formula, items))

}  // namespace jianghui::pay_surveys
