#include "engine/matching/policy.hpp"

#include <charconv>
#include <map>
#include <numeric>

#include <fmt/format.h>

namespace jianghui::matching {
namespace {

constexpr int points_max = 1'000'000;

struct Key {
    std::string_view name;
    int Policy::*number = nullptr;   ///< one of the two is set,
    int Weights::*weight = nullptr;  ///< or neither: an occupation level
    std::size_t occupation_level = 0;
    int least = 0;
    int most = points_max;
};

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        {.name = "occupation_1", .occupation_level = 1},
        {.name = "occupation_2", .occupation_level = 2},
        {.name = "occupation_3", .occupation_level = 3},
        {.name = "occupation_4", .occupation_level = 4},
        {.name = "skills", .weight = &Weights::skills},
        {.name = "experience", .weight = &Weights::experience},
        {.name = "distance", .weight = &Weights::distance},
        {.name = "pay", .weight = &Weights::pay},
        {.name = "reliability", .weight = &Weights::reliability},
        {.name = "freshness", .weight = &Weights::freshness},
        {.name = "experience_full_months",
         .number = &Policy::experience_full_months,
         .least = 1,
         .most = 1200},
        {.name = "experience_levels_min", .number = &Policy::experience_levels_min, .most = 4},
        {.name = "distance_zero_metres",
         .number = &Policy::distance_zero_metres,
         .least = 1,
         .most = 100'000'000},
        {.name = "freshness_zero_days",
         .number = &Policy::freshness_zero_days,
         .least = 1,
         .most = 100'000},
        {.name = "paid_days_per_month_hundredths",
         .number = &Policy::paid_days_per_month_hundredths,
         .least = 100,
         .most = 3100},
        {.name = "hours_per_day", .number = &Policy::hours_per_day, .least = 1, .most = 24},
        {.name = "working_age_years", .number = &Policy::working_age_years, .most = 100},
        {.name = "adult_age_years", .number = &Policy::adult_age_years, .most = 100},
    };
    return all;
}

int& slot(Policy& policy, const Key& key) {
    if (key.number != nullptr) return policy.*key.number;
    if (key.weight != nullptr) return policy.weights.*key.weight;
    return policy.weights.occupation[key.occupation_level];
}

tl::unexpected<Error> faulty(std::size_t line, std::string zh, std::string en) {
    return refuse(
        error(policy_malformed, {std::move(zh), std::move(en)}).at(fmt::format("/{}", line)));
}

/// Splits at the first three commas; the source may contain more.
Result<PolicyLine> read_line(std::string_view text, std::size_t number) {
    std::array<std::string_view, 4> cells;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto comma = text.find(',');
        if (comma == std::string_view::npos)
            return faulty(number, "应有四栏：key,value,mark,source。",
                          "Four columns are needed: key,value,mark,source.");
        cells[i] = text.substr(0, comma);
        text.remove_prefix(comma + 1);
    }
    cells[3] = text;
    PolicyLine line{.key = std::string(cells[0]), .source = std::string(cells[3])};
    const auto [end, code] =
        std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), line.value);
    if (code != std::errc() || end != cells[1].data() + cells[1].size())
        return faulty(number, "第二栏须为整数。", "The second column must be a whole number.");
    if (cells[2] != "F" && cells[2] != "K" && cells[2] != "P")
        return faulty(number, "第三栏须为 F、K 或 P。", "The third column must be F, K or P.");
    if (line.source.empty()) return faulty(number, "须写明来源。", "A source is needed.");
    line.mark = cells[2][0];
    return line;
}

Result<Done> take(Policy& policy, PolicyLine line, std::size_t number) {
    std::vector<std::string> names;
    for (const Key& key : keys()) {
        names.emplace_back(key.name);
        if (key.name != line.key) continue;
        for (const PolicyLine& earlier : policy.lines)
            if (earlier.key == line.key)
                return faulty(number, line.key + " 出现了两次。", line.key + " occurs twice.");
        if (line.value < key.least || line.value > key.most)
            return faulty(
                number, fmt::format("{} 须在 {} 与 {} 之间。", key.name, key.least, key.most),
                fmt::format("{} must lie between {} and {}.", key.name, key.least, key.most));
        slot(policy, key) = static_cast<int>(line.value);
        policy.lines.push_back(std::move(line));
        return Done{};
    }
    return refuse(error(policy_malformed,
                        {"没有 " + line.key + " 这一项。", "There is no key " + line.key + "."})
                      .at(fmt::format("/{}", number))
                      .near(nearest(line.key, names)));
}

}  // namespace

Result<Policy> read_policy(std::string_view csv) {
    Policy policy;
    bool header = true;
    for (std::size_t number = 1; !csv.empty(); ++number) {
        const auto end = csv.find('\n');
        std::string_view text = csv.substr(0, end);
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        if (text.empty() || text.front() == '#') continue;
        if (header) {
            if (text != "key,value,mark,source")
                return faulty(number, "首行须为 key,value,mark,source。",
                              "The first line must be key,value,mark,source.");
            header = false;
            continue;
        }
        TRY(PolicyLine line, read_line(text, number));
        TRY_DO(take(policy, std::move(line), number));
    }
    for (const Key& key : keys()) {
        bool given = false;
        for (const PolicyLine& line : policy.lines) given = given || line.key == key.name;
        if (!given)
            return faulty(0, fmt::format("缺少 {}。", key.name),
                          fmt::format("{} is missing.", key.name));
    }
    TRY_DO(check(policy));
    // Pages show a score as a part of a perfect one.
    if (const int most = score_max(policy.weights); most != 1000)
        return faulty(0, fmt::format("各项满分之和须为 1000，现为 {}。", most),
                      fmt::format("The most of all parts must add up to 1000, not {}.", most));
    return policy;
}

Result<Done> check(const Policy& policy) {
    Policy copy = policy;
    for (const Key& key : keys()) {
        const int value = slot(copy, key);
        if (value < key.least || value > key.most)
            return refuse(error(out_of_range).at(std::string(key.name)));
    }
    for (std::size_t level = 1; level < policy.weights.occupation.size(); ++level)
        if (policy.weights.occupation[level] < policy.weights.occupation[level - 1])
            return refuse(error(out_of_range, {"职业越接近，分值不得越低。",
                                               "A closer occupation must not score less."})
                              .at(fmt::format("occupation_{}", level)));
    if (policy.weights.occupation[0] != 0)
        return refuse(error(out_of_range,
                            {"职业不同不得给分。", "An unrelated occupation must score nothing."})
                          .at("occupation_0"));
    return Done{};
}

int score_max(const Weights& weights) {
    return weights.occupation.back() + weights.skills + weights.experience + weights.distance +
           weights.pay + weights.reliability + weights.freshness;
}

}  // namespace jianghui::matching
