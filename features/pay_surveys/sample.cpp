#include "features/pay_surveys/sample.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"
#include "features/pay_surveys/percentile.hpp"

namespace jianghui::pay_surveys {
namespace {

/// The units of one stratum that are taken, with their weights.
void draw_stratum(const FrameUnit* first, std::size_t count, std::int64_t wanted,
                  std::string_view seed, std::vector<Sampled>& sampled) {
    std::vector<std::int64_t> sizes;
    for (std::size_t i = 0; i < count; ++i) sizes.push_back(first[i].size);
    const Plan plan = plan_of(sizes, wanted);
    const std::int64_t start =
        plan.sum > 0 ? start_from(seed, first->industry, plan.sum) : 0;
    for (const auto unit : taken(sizes, plan, start)) {
        const std::int64_t weight =
            plan.certain[unit]
                ? 1'000'000
                : rounded(Wide{1'000'000} * plan.sum, Wide{plan.left} * sizes[unit]);
        sampled.push_back({first[unit].company, weight});
    }
}

}  // namespace

Plan plan_of(const std::vector<std::int64_t>& sizes, std::int64_t wanted) {
    Plan plan;
    plan.certain.assign(sizes.size(), false);
    plan.sum = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
    plan.left = wanted;
    for (bool changed = true; changed && plan.left > 0;) {
        changed = false;
        const auto [sum, left] = std::pair(plan.sum, plan.left);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (plan.certain[i] || Wide{sizes[i]} * left < sum) continue;
            plan.certain[i] = changed = true;
            plan.sum -= sizes[i];
            --plan.left;
        }
    }
    if (plan.left == 0) plan.sum = 0;
    return plan;
}

std::vector<std::size_t> taken(const std::vector<std::int64_t>& sizes, const Plan& plan,
                               std::int64_t start) {
    std::vector<std::size_t> units;
    Wide reached = 0;     // on a line of length sum · left
    Wide point = start;  // the next point; they lie `sum` apart
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (plan.certain[i]) {
            units.push_back(i);
        } else if (plan.left > 0) {
            reached += Wide{sizes[i]} * plan.left;
            if (point >= reached) continue;
            units.push_back(i);
            point += plan.sum;
        }
    }
    return units;
}

std::vector<std::int64_t> allotted(const std::vector<std::int64_t>& staff,
                                   const std::vector<std::int64_t>& companies,
                                   std::int64_t wanted, std::int64_t least) {
    const std::int64_t all = std::accumulate(staff.begin(), staff.end(), std::int64_t{0});
    std::vector<std::int64_t> numbers;
    for (std::size_t i = 0; i < staff.size(); ++i) {
        const auto share = static_cast<std::int64_t>(Wide{wanted} * staff[i] / std::max<std::int64_t>(all, 1));
        numbers.push_back(std::min(companies[i], std::max(share, least)));
    }
    return numbers;
}

std::int64_t start_from(std::string_view seed, std::string_view what, std::int64_t bound) {
    ASSERT(bound > 0);
    const auto wide = static_cast<std::uint64_t>(bound);
    const std::uint64_t over = (~wide + 1) % wide;  // 2^64 modulo bound
    for (int i = 0;; ++i) {
        const auto digest = crypto::sm3(fmt::format("{}:{}:{}", seed, what, i));
        std::uint64_t number = 0;
        for (std::size_t byte = 0; byte < 8; ++byte) number = number << 8 | digest.bytes[byte];
        if (over == 0 || number < ~over + 1) return static_cast<std::int64_t>(number % wide);
    }
}

std::string digest_of(const std::vector<FrameUnit>& frame) {
    std::string text;
    for (const auto& unit : frame)
        text += fmt::format("{},{},{},{}\n", unit.company.text(), unit.industry, unit.place, unit.size);
    return crypto::sm3(text).hex();
}

void put_in_order(std::vector<FrameUnit>& frame) {
    std::sort(frame.begin(), frame.end(), [](const FrameUnit& a, const FrameUnit& b) {
        return std::tuple(a.industry, a.place, -a.size, a.company) <
               std::tuple(b.industry, b.place, -b.size, b.company);
    });
}

std::vector<Sampled> sample(std::vector<FrameUnit> frame, std::int64_t wanted, std::int64_t least,
                            std::string_view seed) {
    put_in_order(frame);
    std::vector<std::size_t> first;
    std::vector<std::int64_t> staff;
    std::vector<std::int64_t> companies;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (i == 0 || frame[i].industry != frame[i - 1].industry) {
            first.push_back(i);
            staff.push_back(0);
            companies.push_back(0);
        }
        staff.back() += frame[i].size;
        ++companies.back();
    }
    const auto numbers = allotted(staff, companies, wanted, least);
    std::vector<Sampled> sampled;
    for (std::size_t i = 0; i < first.size(); ++i)
        draw_stratum(&frame[first[i]], static_cast<std::size_t>(companies[i]), numbers[i], seed,
                     sampled);
    return sampled;
}

}  // namespace jianghui::pay_surveys
