#include "features/pay_surveys/costs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace jianghui::pay_surveys {
namespace {

constexpr std::size_t part_count = std::size(cost_parts);

/// An amount of a company; a loss counts by its size.
void add_amount(Bag& bag, const CostAnswer& one, std::int64_t fen) {
    const Wide mass = Wide{fen < 0 ? -fen : fen} * one.weight;
    bag.persons += one.cost.staff.value;
    bag.pay += mass;
    bag.companies[one.company] += mass;
}

/// An amount beside the labour cost of those who gave it.
struct Beside {
    Wide sum = 0;  ///< with its sign
    Bag amounts;
    Bag costs;
    void add(const CostAnswer& one, std::int64_t fen) {
        sum += Wide{fen} * one.weight;
        add_amount(amounts, one, fen);
        add_amount(costs, one, one.cost.total());
    }
    [[nodiscard]] bool is_safe(const Limits& limits) const {
        return amounts.pay > 0 && pay_surveys::is_safe(amounts, limits) && pay_surveys::is_safe(costs, limits);
    }
    /// Labour cost of the amount.
    [[nodiscard]] std::optional<std::int64_t> cost_of_it() const {
        return sum > 0 ? std::optional(rounded(costs.pay * 1000, sum)) : std::nullopt;
    }
    /// The amount of labour cost.
    [[nodiscard]] std::optional<std::int64_t> it_of_cost() const {
        if (costs.pay <= 0) return std::nullopt;
        const auto size = rounded((sum < 0 ? -sum : sum) * 1000, costs.pay);
        return sum < 0 ? -size : size;
    }
};

/// The companies of industries that are told together.
struct Tally {
    std::string industry;
    Wide staff = 0;  ///< Σ weight · staff
    Bag cost;
    std::array<Bag, part_count> parts;
    Beside revenue, costs, value_added, profit;

    void add(const CostAnswer& one) {
        staff += Wide{one.cost.staff.value} * one.weight;
        add_amount(cost, one, one.cost.total());
        const auto amounts = one.cost.parts();
        for (std::size_t part = 0; part < part_count; ++part) add_amount(parts[part], one, amounts[part]);
        revenue.add(one, one.cost.revenue.value);
        costs.add(one, one.cost.costs.value);
        profit.add(one, one.cost.profit.value);
        if (one.cost.value_added) value_added.add(one, one.cost.value_added->value);
    }
};

/// Parts of labour cost that are told together.
using Class = std::vector<std::size_t>;

Bag bag_of(const Tally& tally, const Class& parts) {
    Bag bag;
    for (const auto part : parts) bag.add(tally.parts[part]);
    bag.persons = tally.cost.persons;  // They are the same persons.
    return bag;
}

/// Nothing is told of what nobody has: it would say so of each company.
bool may_be_told(const std::vector<Tally>& groups, const Class& parts, const Limits& limits) {
    return std::all_of(groups.begin(), groups.end(), [&](const Tally& tally) {
        const auto bag = bag_of(tally, parts);
        return bag.pay > 0 && is_safe(bag, limits);
    });
}

/// How the parts are told: each alone, but for those that may not be and the smallest others that these need.
std::vector<Class> classes_of(const std::vector<Tally>& groups, const Limits& limits) {
    std::vector<Class> classes;
    for (std::size_t part = 0; part < part_count; ++part) classes.push_back({part});
    const auto size = [&](const Class& parts) {
        Wide sum = 0;
        for (const auto& tally : groups) sum += bag_of(tally, parts).pay;
        return sum;
    };
    while (classes.size() > 1) {
        std::stable_sort(classes.begin(), classes.end(),
                         [&](const Class& one, const Class& other) { return size(one) < size(other); });
        const auto unsafe = std::find_if(classes.begin(), classes.end(), [&](const Class& parts) {
            return !may_be_told(groups, parts, limits);
        });
        if (unsafe == classes.end()) break;
        const Class small = *unsafe;
        classes.erase(unsafe);
        classes.front().insert(classes.front().end(), small.begin(), small.end());
    }
    for (auto& parts : classes) std::sort(parts.begin(), parts.end());
    std::sort(classes.begin(), classes.end());
    return classes;
}

std::string codes_of(const Class& parts) {
    Group codes;
    for (const auto part : parts) codes.emplace_back(cost_parts[part]);
    return joined(codes);
}

/// Whether a ratio may be told of each group: only then it is told of all together.
bool safe_everywhere(const std::vector<Tally>& groups, Beside Tally::*beside, const Limits& limits) {
    return std::all_of(groups.begin(), groups.end(),
                       [&](const Tally& tally) { return (tally.*beside).is_safe(limits); });
}

class Rows {
  public:
    Rows(const std::vector<Tally>& groups, const Limits& limits)
        : groups_(&groups), limits_(&limits), classes_(classes_of(groups, limits)) {}

    void add(const Tally& tally, bool of_all) {
        CostRow row;
        row.line = static_cast<int>(rows.size()) + 1;
        row.industry = tally.industry;
        row.companies = static_cast<std::int64_t>(tally.cost.companies.size());
        row.per_person = rounded(tally.cost.pay, tally.staff);
        for (const auto& parts : classes_)
            row.parts.push_back({codes_of(parts), rounded(bag_of(tally, parts).pay, tally.staff)});
        const auto told = [&](Beside Tally::*beside) {
            return of_all ? safe_everywhere(*groups_, beside, *limits_) : (tally.*beside).is_safe(*limits_);
        };
        if (told(&Tally::revenue)) row.of_revenue = tally.revenue.cost_of_it();
        if (told(&Tally::costs)) row.of_costs = tally.costs.cost_of_it();
        if (told(&Tally::value_added)) row.of_value_added = tally.value_added.cost_of_it();
        if (told(&Tally::profit)) row.profit = tally.profit.it_of_cost();
        rows.push_back(std::move(row));
    }

    std::vector<CostRow> rows;

  private:
    const std::vector<Tally>* groups_;
    const Limits* limits_;
    std::vector<Class> classes_;
};

}  // namespace

std::vector<CostRow> costs_of(const std::vector<CostAnswer>& answers, const Limits& limits) {
    std::map<std::string, Bag> industries;
    for (const auto& one : answers) add_amount(industries[one.industry], one, one.cost.total());
    std::vector<Tally> groups;
    Tally all;
    for (const auto& industries_together : pooled(industries, limits)) {
        Tally& tally = groups.emplace_back();
        tally.industry = joined(industries_together);
        for (const auto& one : answers) {
            if (std::find(industries_together.begin(), industries_together.end(), one.industry) ==
                industries_together.end())
                continue;
            tally.add(one);
            all.add(one);
        }
    }
    Rows table(groups, limits);
    if (groups.size() > 1) table.add(all, true);
    for (const auto& tally : groups) table.add(tally, false);
    return std::move(table.rows);
}

}  // namespace jianghui::pay_surveys
