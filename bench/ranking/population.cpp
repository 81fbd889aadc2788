#include "bench/ranking/population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace jianghui::bench {
namespace {

using matching::Day;
using Dice = Population::Dice;
constexpr std::uint32_t skill_count = 5'000;
constexpr std::size_t own_skills = 60;
constexpr int certificate_count = 64;

/// Sums of shares that fall as 1 / rank^power, the last one 1.
std::vector<double> zipf(std::size_t count, double power) {
    std::vector<double> sums(count);
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sums[i] = sum += std::pow(static_cast<double>(i + 1), -power);
    for (double& one : sums) one /= sum;
    return sums;
}
std::size_t draw(const std::vector<double>& sums, Dice& random) {
    const auto at = std::upper_bound(sums.begin(), sums.end(), random.fraction());
    return std::min<std::size_t>(static_cast<std::size_t>(at - sums.begin()), sums.size() - 1);
}
int below(Dice& random, int bound) {
    return static_cast<int>(random.below(static_cast<std::uint64_t>(bound)));
}
/// About normal: mean 0, deviation 1.
double bell(Dice& random) {
    double sum = 0;
    for (int i = 0; i < 12; ++i) sum += random.fraction();
    return sum - 6;
}
/// A tree of 8, 79, 449 and 1,636 classes.
std::vector<matching::Occupation> occupations() {
    std::vector<std::string> level{""};
    for (const std::size_t count : {8U, 79U, 449U, 1636U}) {
        std::vector<std::string> next;
        for (std::size_t i = 0; i < level.size(); ++i) {
            const std::size_t children =
                count * (i + 1) / level.size() - count * i / level.size();
            for (std::size_t child = 1; child <= children; ++child)
                next.push_back(level[i].empty() ? std::to_string(child)
                                                : fmt::format("{}-{:02}", level[i], child));
        }
        level = std::move(next);
    }
    std::vector<matching::Occupation> all;
    for (const auto& code : level) all.push_back(*matching::Occupation::parse(code));
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

Population::Population(matching::Names& names, std::uint64_t seed, int exact_skills)
    : seed_(seed), exact_skills_(exact_skills) {
    Dice random(seed);
    region_.occupations = occupations();
    popular_.resize(region_.occupations.size());
    std::iota(popular_.begin(), popular_.end(), std::size_t{0});
    for (std::size_t i = popular_.size(); i > 1; --i)
        std::swap(popular_[i - 1], popular_[random.below(i)]);
    occupation_shares_ = zipf(popular_.size(), 1.0);
    demand_shares_ = zipf(popular_.size(), 0.5);
    county_shares_ = zipf(111, 0.8);
    for (int i = 0; i < 111; ++i)
        region_.counties.push_back({101'000'000 + below(random, 7'200'000),
                                    27'000'000 + below(random, 4'500'000)});
    for (std::uint32_t i = 0; i < skill_count; ++i) (void)names.skill(fmt::format("skill {}", i));
    for (int i = 0; i < certificate_count; ++i)
        (void)names.certificate(fmt::format("certificate {}", i));
    own_skills_.resize(popular_.size());
    for (auto& own : own_skills_)
        for (std::size_t i = 0; i < own_skills; ++i)
            own.push_back(static_cast<std::uint32_t>(random.below(skill_count)));
}

matching::SkillId Population::skill_of(std::size_t occupation, Dice& random) const {
    const auto& own = own_skills_[occupation];
    return matching::SkillId{random.below(4) < 3
                                 ? own[random.below(own.size())]
                                 : static_cast<std::uint32_t>(random.below(skill_count))};
}

void Population::make(std::int64_t id, matching::Worker& worker) const {
    Dice random((seed_ ^ static_cast<std::uint64_t>(id)));
    const std::size_t occupation = popular_[draw(occupation_shares_, random)];
    const Day now = today;
    worker.id = id;
    worker.occupations.assign(1, region_.occupations[occupation]);
    worker.place = {510502};
    worker.at = region_.counties[draw(county_shares_, random)];
    worker.skills.clear();
    for (int i = exact_skills_ > 0 ? exact_skills_ : 1 + below(random, 8); i > 0;) {
        const auto skill = skill_of(occupation, random);
        const bool known = std::any_of(worker.skills.begin(), worker.skills.end(),
                                       [&](const auto& held) { return held.skill == skill; });
        if (known) continue;
        worker.skills.push_back({skill, static_cast<std::uint8_t>(below(random, 6))});
        --i;
    }
    worker.education = below(random, 7);
    worker.experience_months = below(random, 240);
    worker.certificates.clear();
    if (random.below(4) == 0)
        for (int i = 1 + below(random, 3); i > 0; --i)
            worker.certificates.push_back(
                {matching::CertificateId{static_cast<std::uint32_t>(below(random, 64))},
                 now + std::chrono::days(below(random, 2'000))});
    const double yuan = 5'000 * std::exp(0.35 * bell(random));
    worker.pay_asked = matching::Pay{Fen{static_cast<std::int64_t>(yuan) * 100}};
    worker.available_from.reset();
    if (below(random, 100) >= 60) worker.available_from = now + std::chrono::days(below(random, 180));
    worker.available_to.reset();
    if (below(random, 100) >= 85) worker.available_to = worker.available_from.value_or(now);
    worker.reach_metres = 30'000 + below(random, 170'000);
    worker.born = now - std::chrono::days(18 * 366 + below(random, 40 * 365));
    worker.reliability.reset();
    if (random.below(5) > 0) worker.reliability = below(random, 1001);
    worker.confirmed_on = now - std::chrono::days(below(random, 365));
}

matching::Order Population::order(std::int64_t id) const {
    Dice random((seed_ ^ 0xABCDEFULL ^ static_cast<std::uint64_t>(id) << 20U));
    const std::size_t occupation = popular_[draw(demand_shares_, random)];
    matching::Order order;
    order.id = id;
    order.employer = id % 5'000;
    order.occupation = region_.occupations[occupation];
    const int levels = below(random, 100);
    order.occupation_levels = levels < 20 ? 4 : levels < 70 ? 3 : 2;
    order.place = {510502};
    order.at = region_.counties[draw(county_shares_, random)];
    const Day now = today;
    order.first = now + std::chrono::days(below(random, 60));
    order.last = order.first + std::chrono::days(30 + below(random, 150));
    const double yuan = 6'000 * std::exp(0.3 * bell(random));
    order.pay.max = Fen{static_cast<std::int64_t>(yuan) * 100};
    order.pay.min = Fen{order.pay.max->value * 8 / 10};
    order.education = below(random, 4);
    if (below(random, 100) < 15)
        order.certificates.push_back(
            matching::CertificateId{static_cast<std::uint32_t>(below(random, 64))});
    for (int i = 1 + below(random, 8); i > 0; --i)
        order.skills.push_back({skill_of(occupation, random),
                                static_cast<std::uint8_t>(below(random, 6)), false});
    if (random.below(5) > 0) order.reliability = below(random, 1001);
    order.confirmed_on = now - std::chrono::days(below(random, 180));
    return order;
}

}  // namespace jianghui::bench
