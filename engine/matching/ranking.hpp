#pragma once
// What a ranking answers: who, how many points for what, and what became of the others.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/matching/facts.hpp"

namespace jianghui::matching {

/// The hard filters in the order in which they are applied: a candidate that several would remove
/// is counted with the first. Enumerators are the stable codes.
enum class Filter : std::uint8_t {
    occupation,    ///< fewer levels of the occupation in common than the order asks
    kind,          ///< the worker does not accept orders of this kind
    reach,         ///< neither within the worker's reach nor in a place that the worker listed
    availability,  ///< not there for the whole period, or busy on one of its days
    education,     ///< below the least rank, or not stated
    skills,        ///< a required skill is missing
    certificates,  ///< a certificate is missing or ends before the last day of work
    pay,           ///< asks for more than the order offers at most
    age,           ///< younger on the first day than the law allows
    exclusion      ///< the worker excluded the employer, or the order the worker
};
BOOST_DESCRIBE_ENUM(Filter, occupation, kind, reach, availability, education, skills, certificates,
                    pay, age, exclusion)
inline constexpr std::size_t filter_count = 10;
/// Whether somebody may decide to relax it: age is law, exclusion a decision of record.
[[nodiscard]] constexpr bool relaxable(Filter filter) {
    return filter != Filter::age && filter != Filter::exclusion;
}

/// The parts of the score, in the order in which they are shown. Enumerators are the stable codes.
enum class ScorePart : std::uint8_t {
    occupation,
    skills,
    experience,
    distance,
    pay,
    reliability,
    freshness
};
BOOST_DESCRIBE_ENUM(ScorePart, occupation, skills, experience, distance, pay, reliability,
                    freshness)
inline constexpr std::size_t part_count = 7;

// The facts that a part was computed from: enough to say the reason, and to recompute the points.
struct OccupationFacts {
    int levels_common = 0;
    int levels_asked = 0;  ///< 0: the order names no occupation
    bool operator==(const OccupationFacts&) const = default;
};
struct SkillsFacts {
    std::vector<SkillId> held;     ///< at the asked level or above
    std::vector<SkillId> below;    ///< held, but below the asked level or at none stated
    std::vector<SkillId> missing;  ///< all three in ascending SkillId
    bool operator==(const SkillsFacts&) const = default;
};
struct ExperienceFacts {
    int months = 0;
    bool related = false;  ///< whether the occupations are close enough for it to count
    bool operator==(const ExperienceFacts&) const = default;
};
struct DistanceFacts {
    std::int64_t metres = 0;
    bool operator==(const DistanceFacts&) const = default;
};
/// All amounts as fen per month of full-time work (Policy: paid days, hours per day).
struct PayFacts {
    std::optional<std::int64_t> asked_fen;
    std::optional<std::int64_t> min_fen;
    std::optional<std::int64_t> max_fen;
    bool comparable = true;  ///< false when one side counts by the piece
    bool operator==(const PayFacts&) const = default;
};
struct ReliabilityFacts {
    std::optional<int> per_mille;
    bool operator==(const ReliabilityFacts&) const = default;
};
struct FreshnessFacts {
    std::optional<int> days;  ///< since the last confirmation; absent: never confirmed
    bool operator==(const FreshnessFacts&) const = default;
};
/// The alternative's index equals the ScorePart.
using PartFacts = std::variant<OccupationFacts, SkillsFacts, ExperienceFacts, DistanceFacts,
                               PayFacts, ReliabilityFacts, FreshnessFacts>;

struct Part {
    ScorePart code{};
    int points = 0;
    int points_max = 0;
    PartFacts facts;
    bool operator==(const Part&) const = default;
};

/// One candidate of a ranking. `score` is the sum of the parts' points.
struct Ranked {
    std::int64_t id = 0;
    int score = 0;
    std::array<Part, part_count> parts;  ///< empty ones when none were asked for
    bool operator==(const Ranked&) const = default;
};

struct Removed {
    Filter filter{};
    std::int64_t count = 0;
    bool operator==(const Removed&) const = default;
};
/// How many candidates would pass if this one filter were not applied.
struct Relaxation {
    Filter filter{};
    std::int64_t passing = 0;
    bool operator==(const Relaxation&) const = default;
};

/// The answer to one question. The fields from `passing` on are filled when `accounted`.
struct Ranking {
    std::int64_t position = 0;    ///< the journal position whose state was ranked
    std::vector<Ranked> items;    ///< best first; equal scores by ascending id
    int score_max = 0;            ///< what a perfect fit would score
    std::int64_t considered = 0;  ///< candidates in the index
    bool accounted = false;
    /// From how many of the considered the counts were made. All of them: the counts are exact. Fewer:
    /// they are estimates, scaled up; `passing` is exact all the same while the list is short.
    std::int64_t counted = 0;
    std::int64_t passing = 0;  ///< candidates that no filter removed
    /// In the filters' order, only filters that removed somebody; the counts and `passing` add up
    /// to `considered`.
    std::vector<Removed> removed;
    /// When nobody passed but somebody was considered: the filter after which nobody was left (of
    /// those counted).
    std::optional<Filter> last_filter;
    /// Of the relaxable filters the one that removed the most (the earlier one when equal), and how
    /// many would pass without it. Absent when no relaxable filter removed anybody.
    std::optional<Relaxation> relaxation;
    bool operator==(const Ranking&) const = default;
};

/// Whether to count what each filter removed. Counting looks at `account_most` candidates, so a ranking
/// that only wants the best should ask for it no more often than people read it.
enum class Account : std::uint8_t {
    when_short,  ///< only if fewer than k candidates passed (then people ask why)
    always,
    never
};

/// What to rank by and how much of it to answer.
struct RankRequest {
    std::size_t k = 50;
    Day as_of{};  ///< today, for the freshness part
    Account account = Account::when_short;
    /// Of so many candidates or fewer everybody is looked at for the account. Of more, about so many at most: blocks
    /// spread evenly over the index stand for all.
    std::int64_t account_most = 200'000;
    /// Of workers of the order's occupations no more than about so many are then looked at, and of all others only as
    /// long as too few are seen of those whom nothing else removes: enough for counts to about one in a hundred.
    std::int64_t account_enough = 10'000;
    /// No more than so many when the list is full: then the counts say how the rest is made up, and
    /// nobody is waiting to hear why there is nobody.
    std::int64_t account_most_when_full = 200'000;
    /// Whether the workers of a circle (Worker::circle) take part at all; empty: everybody. Who does
    /// not is neither counted nor ranked, as if not in the index, except that the rarity of skills
    /// is always the whole pool's. Asked once for each circle. Orders have no circle.
    std::function<bool(std::uint32_t circle)> among = {};
    /// Whether the items carry their parts; without, only who and how many points.
    bool with_parts = true;
};

/// One pair looked at closely: which filters it fails (all of them, in order) and what it scores.
struct Verdict {
    std::vector<Filter> failed;
    int score = 0;
    std::array<Part, part_count> parts;
    bool operator==(const Verdict&) const = default;
};

}  // namespace jianghui::matching
