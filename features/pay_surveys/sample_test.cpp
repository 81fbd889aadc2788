#include "features/pay_surveys/sample.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <set>

namespace jianghui::pay_surveys {
namespace sample_test {

std::vector<FrameUnit> frame_of(std::mt19937& random, int companies) {
    std::vector<FrameUnit> frame;
    for (int i = 0; i < companies; ++i)
        frame.push_back({OrganisationId{i + 1}, std::string(1, "CGO"[random() % 3]),
                         random() % 2 == 0 ? "511502" : "511504",
                         static_cast<std::int64_t>(1 + random() % 300)});
    return frame;
}

TEST(Sample, EveryUnitIsTakenExactlyAsOftenAsItsSizeSays) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::int64_t> sizes(3 + random() % 8);
        for (auto& size : sizes) size = static_cast<std::int64_t>(1 + random() % 25);
        const auto wanted = static_cast<std::int64_t>(1 + random() % sizes.size());
        const Plan plan = plan_of(sizes, wanted);
        std::vector<std::int64_t> times(sizes.size(), 0);
        for (std::int64_t start = 0; start < std::max<std::int64_t>(plan.sum, 1); ++start) {
            const auto units = taken(sizes, plan, start);
            EXPECT_EQ(static_cast<std::int64_t>(units.size()), wanted);
            for (const auto unit : units) ++times[unit];
        }
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (plan.certain[i]) EXPECT_EQ(times[i], std::max<std::int64_t>(plan.sum, 1));
            else EXPECT_EQ(times[i], plan.left * sizes[i]) << "probability = left · size ÷ sum";
        }
    }
}

TEST(Sample, IsTheSameForTheSameSeedWhateverTheOrderOfTheFrame) {
    std::mt19937 random(8);
    auto frame = frame_of(random, 80);
    const auto first = sample(frame, 20, 3, "seed");
    std::shuffle(frame.begin(), frame.end(), random);
    const auto again = sample(frame, 20, 3, "seed");
    ASSERT_EQ(first.size(), again.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].company, again[i].company);
        EXPECT_EQ(first[i].weight, again[i].weight);
    }
    std::set<std::vector<std::int64_t>> different;
    for (int i = 0; i < 20; ++i) {
        std::vector<std::int64_t> companies;
        for (const auto& one : sample(frame, 20, 3, "seed" + std::to_string(i)))
            companies.push_back(one.company.number);
        different.insert(companies);
    }
    EXPECT_GT(different.size(), 10U);
}

TEST(Sample, WeightsCountTheStaffOfTheFrame) {
    std::mt19937 random(9);
    const auto frame = frame_of(random, 120);
    std::map<std::int64_t, std::int64_t> sizes;
    std::int64_t staff = 0;
    for (const auto& unit : frame) {
        sizes[unit.company.number] = unit.size;
        staff += unit.size;
    }
    std::int64_t estimated = 0;  // Σ weight · size: in each stratum exactly its staff
    for (const auto& one : sample(frame, 30, 3, "seed"))
        estimated += one.weight * sizes[one.company.number];
    EXPECT_NEAR(static_cast<double>(estimated), 1e6 * static_cast<double>(staff), 1e4);
}

TEST(Sample, EveryIndustryHasItsLeastAndNoneMoreThanItHas) {
    EXPECT_EQ(allotted({900, 90, 10}, {30, 9, 2}, 10, 3), (std::vector<std::int64_t>{9, 3, 2}));
    EXPECT_EQ(allotted({10, 990}, {8, 2}, 10, 0), (std::vector<std::int64_t>{0, 2}));
}

TEST(Sample, TheStartIsBelowItsBoundAndFollowsFromTheSeed) {
    for (int i = 1; i < 200; ++i) {
        const auto start = start_from("seed", "C", i);
        EXPECT_GE(start, 0);
        EXPECT_LT(start, i);
    }
    EXPECT_EQ(start_from("a", "C", 1'000'000), start_from("a", "C", 1'000'000));
    EXPECT_NE(start_from("a", "C", 1'000'000'000), start_from("a", "G", 1'000'000'000));
}

}  // namespace sample_test
}  // namespace jianghui::pay_surveys
