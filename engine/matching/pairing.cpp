#include "engine/matching/pairing.hpp"

namespace jianghui::matching {
namespace {
/// The least common multiple of 1 … 6: shares of (level + 1) are exact in it.
constexpr std::int64_t level_scale = 60;

/// floor(points · part / whole) for 0 <= part <= whole.
int share_of(int points, std::int64_t part, std::int64_t whole) {
    return static_cast<int>(points * part / whole);
}
}  // namespace

// ---- filters ----

std::size_t Pairing::first_failure(std::size_t from) {
    const auto at = [](Filter filter) { return static_cast<std::size_t>(filter); };
    switch (static_cast<Filter>(from)) {
        case Filter::occupation:
            if (o_.occupation_levels[j_] > 0 && levels_common() < o_.occupation_levels[j_])
                return at(Filter::occupation);
            [[fallthrough]];
        case Filter::kind:
            if ((w_.kinds[i_] & o_.kind[j_]) == 0) return at(Filter::kind);
            [[fallthrough]];
        case Filter::reach:
            if (!reachable()) return at(Filter::reach);
            [[fallthrough]];
        case Filter::availability:
            if (!available()) return at(Filter::availability);
            [[fallthrough]];
        case Filter::education:
            if (w_.education[i_] < o_.education[j_]) return at(Filter::education);
            [[fallthrough]];
        case Filter::skills:
            if (!holds_required_skills()) return at(Filter::skills);
            [[fallthrough]];
        case Filter::certificates:
            if (!holds_certificates()) return at(Filter::certificates);
            [[fallthrough]];
        case Filter::pay:
            if (!affordable()) return at(Filter::pay);
            [[fallthrough]];
        case Filter::age:
            if (w_.born[i_] > o_.born_by[j_]) return at(Filter::age);
            [[fallthrough]];
        case Filter::exclusion:
            if (excluded()) return at(Filter::exclusion);
    }
    return no_filter;
}

int Pairing::levels_common() const {
    int most = 0;
    for (const Occupation occupation : w_.occupations[i_])
        most = std::max(most, levels_in_common(occupation, o_.occupation[j_]));
    return most;
}

std::int64_t Pairing::metres() {
    if (metres_ < 0) metres_ = metres_between(w_.at[i_], o_.at[j_]);
    return metres_;
}

bool Pairing::reachable() {
    const auto places = w_.reach_places[i_];
    const std::int32_t reach = w_.reach_metres[i_];
    if (reach == reach_absent && places.empty()) return true;
    for (const Place place : places)
        if (covers(place, o_.place[j_])) return true;
    return reach != reach_absent && metres() <= reach;
}

bool Pairing::available() const {
    const DayRange free = w_.available[i_];
    if (free.first > o_.latest_start[j_] || free.last < o_.needed_until[j_]) return false;
    for (const DayRange busy : w_.busy[i_])
        if (busy.first <= o_.last[j_] && busy.last >= o_.first[j_]) return false;
    return true;
}

template <class F>
void Pairing::each_skill(F meet) const {
    const auto held = w_.skills[i_];
    auto at = held.begin();
    for (const AskedSkill& asked : o_.skills[j_]) {
        while (at != held.end() && at->skill < asked.skill) ++at;
        meet(asked, at != held.end() && at->skill == asked.skill ? &*at : nullptr);
    }
}

bool Pairing::holds_required_skills() const {
    bool all = true;
    each_skill([&](const AskedSkill& asked, const HeldSkill* held) {
        if (asked.required && held == nullptr) all = false;
    });
    return all;
}

bool Pairing::holds_certificates() const {
    const auto held = w_.certificates[i_];
    auto at = held.begin();
    for (const CertificateId kind : o_.certificates[j_]) {
        while (at != held.end() && at->kind < kind) ++at;
        if (at == held.end() || at->kind != kind || at->valid_to < o_.needed_until[j_])
            return false;
    }
    return true;
}

bool Pairing::affordable() const {
    const std::int64_t asked = w_.pay_asked[i_];
    const std::int64_t offered = o_.pay_max[j_];
    return asked < 0 || offered < 0 || asked <= offered;
}

bool Pairing::excluded() const {
    const auto workers = o_.excluded_workers[j_];
    const auto employers = w_.excluded_employers[i_];
    return std::binary_search(workers.begin(), workers.end(), w_.id[i_]) ||
           std::binary_search(employers.begin(), employers.end(), o_.employer[j_]);
}

// ---- points ----

int Pairing::score(Scoring& scoring) {
    const Policy& policy = scoring.policy;
    return occupation_points(policy.weights) + skill_points(scoring) + experience_points(policy) +
           distance_points(policy) + pay_points(policy.weights) + reliability_points(scoring) +
           freshness_points(scoring);
}

int Pairing::occupation_points(const Weights& weights) const {
    const int asked = o_.occupation[j_].levels();
    if (asked == 0) return weights.occupation.back() / 2;
    const int common = levels_common();
    return common >= asked ? weights.occupation.back()
                           : weights.occupation[static_cast<std::size_t>(common)];
}

int Pairing::skill_points(Scoring& scoring) const {
    std::int64_t covered = 0;
    std::int64_t whole = 0;
    each_skill([&](const AskedSkill& asked, const HeldSkill* held) {
        const std::int64_t worth = level_scale * scoring.rarities.of(asked.skill);
        whole += worth;
        if (held != nullptr)
            covered += worth / (asked.level + 1) * (std::min(held->level, asked.level) + 1);
    });
    const int points = scoring.policy.weights.skills;
    return whole == 0 ? points / 2 : share_of(points, covered, whole);
}

bool Pairing::experience_related(const Policy& policy) const {
    const int asked = o_.occupation[j_].levels();
    return levels_common() >= std::min(asked, policy.experience_levels_min);
}

int Pairing::experience_points(const Policy& policy) const {
    if (!experience_related(policy)) return 0;
    const int full = policy.experience_full_months;
    return share_of(policy.weights.experience,
                    std::min<std::int64_t>(w_.experience_months[i_], full), full);
}

int Pairing::distance_points(const Policy& policy) {
    const std::int64_t zero = policy.distance_zero_metres;
    return share_of(policy.weights.distance, zero - std::min(metres(), zero), zero);
}

bool Pairing::pay_comparable() const {
    return w_.pay_asked[i_] != pay_by_piece && o_.pay_min[j_] != pay_by_piece &&
           o_.pay_max[j_] != pay_by_piece;
}

int Pairing::pay_points(const Weights& weights) const {
    const std::int64_t asked = w_.pay_asked[i_];
    const std::int64_t most = o_.pay_max[j_];
    const std::int64_t least = o_.pay_min[j_] < 0 ? most : o_.pay_min[j_];
    if (!pay_comparable() || asked < 0 || least < 0) return weights.pay / 2;
    if (asked <= least) return weights.pay;
    if (most < 0) return weights.pay / 2;
    if (asked > most) return 0;  // Only in a verdict: the filter removes such candidates.
    return weights.pay - share_of(weights.pay, asked - least, 2 * (most - least));
}

int Pairing::candidate_reliability(Side side) const {
    return side == Side::workers ? w_.reliability[i_] : o_.reliability[j_];
}

int Pairing::reliability_points(const Scoring& scoring) const {
    const int points = scoring.policy.weights.reliability;
    const int per_mille = candidate_reliability(scoring.side);
    return per_mille < 0 ? points / 2 : share_of(points, per_mille, 1000);
}

std::int64_t Pairing::candidate_age(const Scoring& scoring) const {
    const DayNumber confirmed =
        scoring.side == Side::workers ? w_.confirmed_on[i_] : o_.confirmed_on[j_];
    if (confirmed == open_beginning) return -1;
    return std::max<std::int64_t>(0, std::int64_t{scoring.as_of} - confirmed);
}

int Pairing::freshness_points(const Scoring& scoring) const {
    const std::int64_t days = candidate_age(scoring);
    const std::int64_t zero = scoring.policy.freshness_zero_days;
    if (days < 0) return 0;
    return share_of(scoring.policy.weights.freshness, zero - std::min(days, zero), zero);
}

// ---- parts ----

std::array<Part, part_count> Pairing::parts(Scoring& scoring) {
    const Policy& policy = scoring.policy;
    const Weights& weights = policy.weights;
    SkillsFacts skills;
    each_skill([&](const AskedSkill& asked, const HeldSkill* held) {
        if (held == nullptr) {
            skills.missing.push_back(asked.skill);
        } else {
            (held->level < asked.level ? skills.below : skills.held).push_back(asked.skill);
        }
    });
    const auto amount = [](std::int64_t fen) {
        return fen < 0 ? std::nullopt : std::optional<std::int64_t>(fen);
    };
    const int per_mille = candidate_reliability(scoring.side);
    const std::int64_t days = candidate_age(scoring);
    ReliabilityFacts reliability;
    if (per_mille >= 0) reliability.per_mille = per_mille;
    FreshnessFacts freshness;
    if (days >= 0) freshness.days = static_cast<int>(days);
    return {{
        {ScorePart::occupation, occupation_points(weights), weights.occupation.back(),
         OccupationFacts{levels_common(), o_.occupation[j_].levels()}},
        {ScorePart::skills, skill_points(scoring), weights.skills, std::move(skills)},
        {ScorePart::experience, experience_points(policy), weights.experience,
         ExperienceFacts{w_.experience_months[i_], experience_related(policy)}},
        {ScorePart::distance, distance_points(policy), weights.distance, DistanceFacts{metres()}},
        {ScorePart::pay, pay_points(weights), weights.pay,
         PayFacts{amount(w_.pay_asked[i_]), amount(o_.pay_min[j_]), amount(o_.pay_max[j_]),
                  pay_comparable()}},
        {ScorePart::reliability, reliability_points(scoring), weights.reliability, reliability},
        {ScorePart::freshness, freshness_points(scoring), weights.freshness, freshness},
    }};
}

}  // namespace jianghui::matching
