#pragma once
// How short an occupation is in a place and a quarter: points, grade and cause. Pure, in integers.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/codec/codec.hpp"

namespace jianghui::shortages {

/// What is known of an occupation in a place and a quarter. What is not known is nothing, never 0.
struct Facts {
    std::int64_t demand = 0;
    std::int64_t supply = 0;     ///< who named it as first choice
    std::int64_t undecided = 0;  ///< its part of who has no preference, by its share of the demand, rounded
    std::optional<std::int64_t> demand_before;  ///< in the quarter before
    std::optional<std::int64_t> days;           ///< median of how long its posts were open
    std::optional<std::int64_t> days_rank;      ///< per mille of occupations here whose posts fill faster
    std::optional<std::int64_t> pay_fen;        ///< median of what its posts offer a month
    std::optional<std::int64_t> pay_place_fen;  ///< the same of all posts of the place
    std::optional<std::int64_t> pay_elsewhere_fen;  ///< the same of the occupation in the other places
    std::int64_t spare_elsewhere = 0;   ///< people more than posts, in the other places of the region
    std::int64_t spare_neighbours = 0;  ///< the same here, in the other occupations of its group
    /// Of the whole city, so that ratios are divided before they are rounded; absent in what was computed
    /// before these were kept.
    std::optional<std::int64_t> city_demand;
    std::optional<std::int64_t> city_undecided;
    std::optional<bool> told;  ///< of a catalogue's entry: its people may be told beside all else (statistics::Told)
    [[nodiscard]] std::int64_t available() const { return supply + undecided; }
    [[nodiscard]] std::int64_t gap() const { return demand - available(); }
    bool operator==(const Facts&) const = default;
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (demand, supply, undecided, demand_before, days, days_rank, pay_fen,
                       pay_place_fen, pay_elsewhere_fen, spare_elsewhere, spare_neighbours,
                       city_demand, city_undecided, told))

/// City and occupation.
using Key = std::pair<std::string, std::string>;
using FactsByKey = std::map<Key, Facts>;

/// What a score is made of.
enum class Part { gap, days, growth, pay, expert };
BOOST_DESCRIBE_ENUM(Part, gap, days, growth, pay, expert)

struct PartScore {
    Part part = Part::gap;
    std::int64_t weight = 0;             ///< percent
    std::optional<std::int64_t> points;  ///< per mille; none: not known, and in no score
    bool operator==(const PartScore&) const = default;
};
BOOST_DESCRIBE_STRUCT(PartScore, (), (part, weight, points))

/// Points are the mean of the known parts by their weights. None when too little is known.
struct Score {
    std::optional<std::int64_t> points;  ///< per mille
    std::int64_t known_weight = 0;       ///< percent
    std::vector<PartScore> parts;
    bool operator==(const Score&) const = default;
};
BOOST_DESCRIBE_STRUCT(Score, (), (points, known_weight, parts))

/// In rising order.
enum class Grade { none, mild, moderate, severe };
BOOST_DESCRIBE_ENUM(Grade, none, mild, moderate, severe)

/// Why posts stay open.
enum class Cause {
    few_people,  ///< too few people, here and elsewhere
    place,       ///< the people are in other places
    pay,         ///< the same work is paid better elsewhere
    skill,       ///< people are here, but not for this work
};
BOOST_DESCRIBE_ENUM(Cause, few_people, place, pay, skill)

/// The parameters of the rules (data/parameters.csv).
struct Limits {
    std::int64_t weight_gap = 0, weight_days = 0, weight_growth = 0, weight_pay = 0,
                 weight_expert = 0;
    std::int64_t known_weight_min = 0;
    std::int64_t growth_full_percent = 1;  ///< so much growth has all points
    std::int64_t pay_full_percent = 1;
    std::int64_t severe = 0, moderate = 0, mild = 0;  ///< per mille
    std::int64_t demand_min = 0;
    std::int64_t pay_below_percent = 0;  ///< so much less than elsewhere is the cause
    std::int64_t spare_percent = 0;      ///< so much of the gap could be filled from there
};

/// `expert_points`: the mean of the experts' grades, none when nobody gave one.
[[nodiscard]] Score score_of(const Facts& facts, std::optional<std::int64_t> expert_points,
                             const Limits& limits);
/// None without points.
[[nodiscard]] Grade grade_of(const Score& score, const Limits& limits);
/// The first of pay, place, skill that the figures show; else few people. People enough for the posts
/// that stay open all the same: pay or skill.
[[nodiscard]] Cause cause_of(const Facts& facts, const Limits& limits);
/// What a grade that an expert gives adds: the middle of its range of points.
[[nodiscard]] std::int64_t points_of(Grade grade, const Limits& limits);

/// The middle of the values, of two the lower; nothing of none.
[[nodiscard]] std::optional<std::int64_t> median(std::vector<std::int64_t> values);
/// Per mille of the others that are less, equal ones half; nothing when there is no other. `values`
/// holds `own` once at least.
[[nodiscard]] std::optional<std::int64_t> rank_of(std::int64_t own,
                                                  const std::vector<std::int64_t>& values);

}  // namespace jianghui::shortages
