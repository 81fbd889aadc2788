// What is published of labour cost: worked by hand, and that every number of random tables is of a safe bag, also for who
// knows all sums and subtracts them.

#include "features/pay_surveys/costs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "features/pay_surveys/attack_for_test.hpp"

namespace jianghui::pay_surveys {
namespace costs_test {

const Limits limits;

CostAnswer company(std::int64_t id, const std::string& industry, std::int64_t staff, std::int64_t wages) {
    CostAnswer one;
    one.company = OrganisationId{id};
    one.industry = industry;
    one.cost.staff.value = staff;
    one.cost.wages.value = wages;
    one.cost.welfare.value = wages / 10;
    one.cost.education.value = wages / 50;
    one.cost.insurance.value = wages / 5;
    one.cost.protection.value = wages / 100;
    one.cost.housing.value = wages / 20;
    one.cost.costs.value = wages * 4;
    one.cost.revenue.value = wages * 5;
    one.cost.profit.value = wages;
    return one;
}
std::vector<CostAnswer> four(const std::string& industry, std::int64_t first, std::int64_t wages = 1'000'000) {
    std::vector<CostAnswer> answers;
    for (std::int64_t i = 0; i < 4; ++i) answers.push_back(company(first + i, industry, 5, wages));
    return answers;
}
void append(std::vector<CostAnswer>& to, const std::vector<CostAnswer>& more) {
    to.insert(to.end(), more.begin(), more.end());
}
std::vector<std::string> codes_of_parts(const CostRow& row) {
    std::vector<std::string> codes;
    for (const auto& part : row.parts) codes.push_back(part.parts);
    return codes;
}

TEST(Costs, AveragesAndRatiosByHand) {
    const auto rows = costs_of(four("C", 1), limits);
    ASSERT_EQ(rows.size(), 1U) << "one industry is all there is";
    const auto& row = rows[0];
    EXPECT_EQ(row.industry, "C");
    EXPECT_EQ(row.companies, 4);
    EXPECT_EQ(row.per_person, 276'000) << "1.38 million of 5 persons";
    EXPECT_EQ(codes_of_parts(row), (std::vector<std::string>{"wages", "welfare", "education", "insurance",
                                                             "protection+other", "housing"}))
        << "nobody has other cost: it is told with the smallest part";
    EXPECT_EQ(row.parts[0].per_person, 200'000);
    EXPECT_EQ(row.of_revenue, 276);
    EXPECT_EQ(row.of_costs, 345);
    EXPECT_EQ(row.profit, 725) << "1 ÷ 1.38";
    EXPECT_FALSE(row.of_value_added) << "nobody gave it";
}

TEST(Costs, WeightsCountAndLossesHaveTheirSign) {
    auto answers = four("C", 1);
    for (auto& one : answers) one.cost.profit.value = -345'000;
    append(answers, four("C", 11, 2'000'000));
    for (std::size_t i = 4; i < 8; ++i) {
        answers[i].weight = 3;
        answers[i].cost.profit.value = -690'000;
    }
    const auto rows = costs_of(answers, limits);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].per_person, 483'000) << "(1 · 1.38 + 3 · 2.76) ÷ (4 · 5) million";
    EXPECT_EQ(rows[0].profit, -250);
}

TEST(Costs, IndustriesWithFewCompaniesStandTogether) {
    auto answers = four("C", 1);
    append(answers, four("F", 11));
    append(answers, {company(21, "I", 30, 1'000'000), company(22, "I", 30, 1'000'000)});
    const auto rows = costs_of(answers, limits);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].industry, "") << "all first";
    EXPECT_EQ(rows[0].companies, 10);
    EXPECT_EQ(rows[1].industry, "C+I") << "two companies are too few; the next larger joins them";
    EXPECT_EQ(rows[2].industry, "F");
    EXPECT_TRUE(costs_of({answers[0], answers[1]}, limits).empty());
}

TEST(Costs, WhatOneCompanyDominatesIsNotTold) {
    auto answers = four("C", 1);
    append(answers, four("F", 11));
    answers[4].cost.wages.value = 100'000'000;
    EXPECT_TRUE(costs_of(answers, limits).empty()) << "alone or with all others";
    append(answers, four("H", 31, 60'000'000));
    const auto rows = costs_of(answers, limits);
    ASSERT_EQ(rows.size(), 1U) << "with larger ones it is";
    EXPECT_EQ(rows[0].industry, "C+F+H");
}

TEST(Costs, ARatioThatMayNotBeToldOfOneIsNotToldOfAll) {
    auto answers = four("C", 1);
    append(answers, four("F", 11));
    answers[0].cost.revenue.value = 1'000'000'000;  // One company's revenue dominates.
    for (std::size_t i = 0; i < 7; ++i) answers[i].cost.value_added = SignedAmount{2'000'000};
    const auto rows = costs_of(answers, limits);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_FALSE(rows[0].of_revenue);
    EXPECT_FALSE(rows[1].of_revenue);
    EXPECT_EQ(rows[2].of_revenue, 276);
    EXPECT_EQ(rows[0].of_costs, 345) << "the others are told";
    EXPECT_EQ(rows[1].of_value_added, 690);
    EXPECT_EQ(rows[2].of_value_added, 690) << "three of four gave it: of these alone";
}

std::vector<CostAnswer> random_answers(std::mt19937& random) {
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    std::vector<CostAnswer> answers;
    const int companies = pick(3, 30);
    for (int i = 1; i <= companies; ++i) {
        auto one = company(i, std::string(1, static_cast<char>('A' + pick(0, 4))), pick(1, 20), pick(1, 9) * 1000);
        one.cost.housing.value = pick(0, 3) == 0 ? pick(0, 5000) : 0;
        one.cost.other.value = pick(0, 9) == 0 ? pick(1, 90'000) : 0;
        one.cost.education.value = pick(0, 200);
        answers.push_back(std::move(one));
    }
    return answers;
}

std::int64_t amount(const CostAnswer& one, std::string_view part) {
    const std::map<std::string_view, std::int64_t> amounts{
        {"wages", one.cost.wages.value},           {"welfare", one.cost.welfare.value},
        {"education", one.cost.education.value},   {"insurance", one.cost.insurance.value},
        {"protection", one.cost.protection.value}, {"housing", one.cost.housing.value},
        {"other", one.cost.other.value}};
    return amounts.at(part);
}
bool names(const std::string& joined, std::string_view code) {
    return ("+" + joined + "+").find("+" + std::string(code) + "+") != std::string::npos;
}
bool is_of(const CostRow& row, const CostAnswer& one) { return row.industry.empty() || names(row.industry, one.industry); }

/// The companies' amounts of the parts in the industries, by the definition.
Bag bag(const std::vector<CostAnswer>& answers, const CostRow& row, const std::string& parts) {
    Bag sum;
    for (const auto& one : answers) {
        if (!is_of(row, one)) continue;
        sum.persons += one.cost.staff.value;
        Wide& of_company = sum.companies[one.company];
        for (const auto part : cost_parts)
            if (names(parts, part)) of_company += amount(one, part);
        sum.pay += of_company;
    }
    return sum;
}

TEST(Costs, NoNumberOfARandomTableIsOfFewOrOfOneThatDominates) {
    std::mt19937 random(20261128);
    int tables = 0;
    for (int round = 0; round < 400; ++round) {
        const auto answers = random_answers(random);
        const auto rows = costs_of(answers, limits);
        tables += rows.empty() ? 0 : 1;
        std::set<std::string> parts;
        for (const auto& row : rows) {
            for (const auto& part : row.parts) {
                const auto told = bag(answers, row, part.parts);
                EXPECT_TRUE(is_safe(told, limits)) << round << row.industry << part.parts;
                EXPECT_TRUE(told.pay > 0) << "of nobody nothing is told";
                EXPECT_EQ(part.per_person, rounded(told.pay, told.persons));
                parts.insert(part.parts);
            }
            EXPECT_EQ(row.parts.size(), rows[0].parts.size()) << "told alike everywhere";
        }
        if (!rows.empty()) {
            EXPECT_EQ(parts.size(), rows[0].parts.size());
        }
    }
    EXPECT_GT(tables, 200);
}

/// She knows the number of persons of every industry and every published sum to the fen; the unknowns are the parts of each
/// industry. What she can solve for is a part of an industry that is told alone, and nothing else.
TEST(Costs, WhoSubtractsSumsLearnsNothingThatIsNotTold) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const auto answers = random_answers(random);
        const auto rows = costs_of(answers, limits);
        if (rows.empty()) continue;
        std::vector<std::string> industries;
        for (const auto& one : answers)
            if (std::find(industries.begin(), industries.end(), one.industry) == industries.end())
                industries.push_back(one.industry);
        constexpr auto part_count = std::size(cost_parts);
        attack::System system{industries.size() * part_count, {}};
        std::set<std::size_t> told_alone;
        for (const auto& row : rows)
            for (const auto& part : row.parts) {
                std::vector<std::size_t> of;
                for (std::size_t i = 0; i < industries.size(); ++i)
                    for (std::size_t p = 0; p < part_count; ++p)
                        if ((row.industry.empty() || names(row.industry, industries[i])) && names(part.parts, cost_parts[p]))
                            of.push_back(i * part_count + p);
                system.add(of, static_cast<std::int64_t>(bag(answers, row, part.parts).pay));
                if (of.size() == 1) told_alone.insert(of[0]);
            }
        for (const auto known : attack::determined(system)) EXPECT_TRUE(told_alone.contains(known)) << round;
    }
}

}  // namespace costs_test
}  // namespace jianghui::pay_surveys
