#pragma once
// What the score weighs and the few numbers of law that the filters need. All of it is data
// (data/matching_policy.csv) with a source and a mark; nothing is decided in code.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::matching {

/// Points of each part of the score, at its best. 0 switches a part off. Each 0 … 1,000,000.
struct Weights {
    /// By the number of occupation levels in common (levels_in_common); never falling.
    std::array<int, 5> occupation{};
    int skills = 0;
    int experience = 0;
    int distance = 0;
    int pay = 0;
    int reliability = 0;
    int freshness = 0;
    bool operator==(const Weights&) const = default;
};

/// One line of the policy file, for showing where a number comes from.
struct PolicyLine {
    std::string key;
    std::int64_t value = 0;
    char mark = 'P';     ///< F found, K recalled, P proposed; K and P are "to be confirmed"
    std::string source;  ///< law and article, or why it was proposed
    bool operator==(const PolicyLine&) const = default;
};

struct Policy {
    Weights weights;
    int experience_full_months = 0;  ///< experience from which its part is full
    int experience_levels_min = 0;   ///< occupation levels in common from which experience counts
    int distance_zero_metres = 0;    ///< distance from which its part is 0
    int freshness_zero_days = 0;     ///< days since the last confirmation from which its part is 0
    int paid_days_per_month_hundredths = 0;  ///< to compare pay by the day and by the month
    int hours_per_day = 0;                   ///< to compare pay by the hour and by the day
    int working_age_years = 0;
    int adult_age_years = 0;
    std::vector<PolicyLine> lines;  ///< every number above with its source
    bool operator==(const Policy&) const = default;
};

/// Reads the policy file: header "key,value,mark,source", one line per key, `#` begins a comment
/// line. Every key once. Fails with policy_malformed, the line number as path ("/7").
[[nodiscard]] Result<Policy> read_policy(std::string_view csv);

/// Whether the numbers make sense (within limits, occupation points never falling, scales above 0).
/// Fails with out_of_range, the key as path.
[[nodiscard]] Result<Done> check(const Policy& policy);

/// The best score possible: the sum of the weights.
[[nodiscard]] int score_max(const Weights& weights);

inline constexpr ErrorCode policy_malformed{
    "policy_malformed", Kind::invalid,
    "匹配规则文件有误。请按 key,value,mark,source 的格式逐行填写，每项一次。",
    "The matching policy file is faulty. Write one line key,value,mark,source for every key."};

}  // namespace jianghui::matching
