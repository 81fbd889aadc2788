#include "engine/matching/pairing.hpp"

namespace jianghui::matching {

Worths::Worths(const OrderRow& order, Rarities& rarities) {
    // The least common multiple of 1 … 6: shares of (level + 1) are exact in it.
    constexpr std::int64_t level_scale = 60;
    for (const AskedSkill asked : order.skills()) {
        const std::int64_t worth = level_scale * rarities.of(asked.skill);
        asked_[count_++] = {asked.skill, asked.level, asked.required, worth / (asked.level + 1)};
        whole_ += worth;
        requires_any_ |= asked.required;
    }
}

// ---- filters ----

std::size_t Pairing::first_failure(std::size_t from) {
    const auto at = [](Filter filter) { return static_cast<std::size_t>(filter); };
    switch (static_cast<Filter>(from)) {
        case Filter::occupation:
            if (p_.occupation_levels > 0 && levels_common() < p_.occupation_levels)
                return at(Filter::occupation);
            [[fallthrough]];
        case Filter::kind:
            if ((w_.kinds() & p_.kind) == 0) return at(Filter::kind);
            [[fallthrough]];
        case Filter::reach:
            if (!reachable()) return at(Filter::reach);
            [[fallthrough]];
        case Filter::availability:
            if (!available()) return at(Filter::availability);
            [[fallthrough]];
        case Filter::education:
            if (w_.education() < p_.education) return at(Filter::education);
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
            if (w_.born() > p_.born_by) return at(Filter::age);
            [[fallthrough]];
        case Filter::exclusion:
            if (excluded()) return at(Filter::exclusion);
    }
    return no_filter;
}

int Pairing::levels_common() {
    if (levels_common_ < 0) levels_common_ = w_.levels_common(o_.occupation());
    return levels_common_;
}

std::int64_t Pairing::metres() {
    if (metres_ < 0) metres_ = metres_between(w_.at(), o_.at());
    return metres_;
}

bool Pairing::reachable() {
    const auto places = w_.reach_places();
    const std::int32_t reach = w_.reach_metres();
    if (reach == reach_absent && places.empty()) return true;
    for (const Place place : places)
        if (covers(place, o_.place())) return true;
    return reach != reach_absent && metres() <= reach;
}

bool Pairing::available() const {
    const DayRange free = w_.available();
    if (free.first > p_.latest_start || free.last < p_.needed_until) return false;
    for (const DayRange busy : w_.busy())
        if (busy.first <= p_.last && busy.last >= p_.first) return false;
    return true;
}

template <class F>
void Pairing::each_skill(F meet) const {
    const auto held = w_.skills();
    std::size_t i = 0;
    for (const Worths::Asked& asked : worths_.asked()) {
        while (i < held.size() && held[i].skill() < asked.skill) ++i;
        meet(asked, i < held.size() && held[i].skill() == asked.skill ? held[i].level() : -1);
    }
}

bool Pairing::holds_required_skills() const {
    if (!worths_.requires_any()) return true;
    bool all = true;
    each_skill([&](const Worths::Asked& asked, int level) {
        if (asked.required && level < 0) all = false;
    });
    return all;
}

bool Pairing::holds_certificates() const {
    if (p_.certificates == 0) return true;
    const auto held = w_.certificates();
    std::size_t i = 0;
    for (const CertificateId kind : o_.certificates()) {
        while (i < held.size() && held[i].kind < kind) ++i;
        if (i == held.size() || held[i].kind != kind || held[i].valid_to < p_.needed_until)
            return false;
    }
    return true;
}

bool Pairing::affordable() const {
    const std::int64_t asked = w_.pay_asked();
    return asked < 0 || p_.pay_max < 0 || asked <= p_.pay_max;
}

bool Pairing::excluded() const {
    return o_.excluded_workers().contains(w_.id()) ||
           w_.excluded_employers().contains(p_.employer);
}

// ---- points ----

int Pairing::score(const Scoring& scoring) {
    return skill_points(scoring.policy) + other_points(scoring);
}

int Pairing::other_points(const Scoring& scoring) {
    const Policy& policy = scoring.policy;
    return occupation_points(policy.weights) + experience_points(policy) + distance_points(policy) +
           pay_points(policy.weights) + reliability_points(scoring) + freshness_points(scoring);
}

int Pairing::occupation_points(const Weights& weights) {
    const int asked = o_.occupation().levels();
    if (asked == 0) return weights.occupation.back() / 2;
    const int common = levels_common();
    return common >= asked ? weights.occupation.back()
                           : weights.occupation[static_cast<std::size_t>(common)];
}

int Pairing::skill_points(const Policy& policy) {
    if (skill_points_ >= 0) return skill_points_;
    const int points = policy.weights.skills;
    std::int64_t covered = 0;
    each_skill([&](const Worths::Asked& asked, int level) {
        covered += asked.step * (std::min(level, asked.level) + 1);
    });
    const std::int64_t whole = worths_.whole();
    skill_points_ = whole == 0 ? points / 2 : share_of(points, covered, whole);
    return skill_points_;
}

bool Pairing::experience_related(const Policy& policy) {
    const int asked = o_.occupation().levels();
    return levels_common() >= std::min(asked, policy.experience_levels_min);
}

int Pairing::experience_points(const Policy& policy) {
    if (!experience_related(policy)) return 0;
    return points_of_experience(policy, w_.experience_months());
}

int Pairing::distance_points(const Policy& policy) {
    return points_of_distance(policy, metres());
}

bool Pairing::pay_comparable() const {
    return w_.pay_asked() != pay_by_piece && p_.pay_min != pay_by_piece &&
           p_.pay_max != pay_by_piece;
}

int Pairing::pay_points(const Weights& weights) const {
    const std::int64_t asked = w_.pay_asked();
    const std::int64_t most = p_.pay_max;
    const std::int64_t least = p_.pay_min < 0 ? most : p_.pay_min;
    if (!pay_comparable() || asked < 0 || least < 0) return weights.pay / 2;
    if (asked <= least) return weights.pay;
    if (most < 0) return weights.pay / 2;
    if (asked > most) return 0;  // Only in a verdict: the filter removes such candidates.
    return weights.pay - share_of(weights.pay, asked - least, 2 * (most - least));
}

int Pairing::candidate_reliability(Side side) const {
    return side == Side::workers ? w_.reliability() : p_.reliability;
}

int Pairing::reliability_points(const Scoring& scoring) const {
    return points_of_reliability(scoring.policy, candidate_reliability(scoring.side));
}

DayNumber Pairing::candidate_confirmed_on(const Scoring& scoring) const {
    return scoring.side == Side::workers ? w_.confirmed_on() : p_.confirmed_on;
}

std::int64_t Pairing::candidate_age(const Scoring& scoring) const {
    const DayNumber confirmed = candidate_confirmed_on(scoring);
    if (confirmed == open_beginning) return -1;
    return std::max<std::int64_t>(0, std::int64_t{scoring.as_of} - confirmed);
}

int Pairing::freshness_points(const Scoring& scoring) const {
    return points_of_freshness(scoring.policy, scoring.as_of, candidate_confirmed_on(scoring));
}

// ---- parts ----

std::array<Part, part_count> Pairing::parts(const Scoring& scoring) {
    const Policy& policy = scoring.policy;
    const Weights& weights = policy.weights;
    SkillsFacts skills;
    each_skill([&](const Worths::Asked& asked, int level) {
        if (level < 0) {
            skills.missing.push_back(asked.skill);
        } else {
            (level < asked.level ? skills.below : skills.held).push_back(asked.skill);
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
         OccupationFacts{levels_common(), o_.occupation().levels()}},
        {ScorePart::skills, skill_points(policy), weights.skills, std::move(skills)},
        {ScorePart::experience, experience_points(policy), weights.experience,
         ExperienceFacts{w_.experience_months(), experience_related(policy)}},
        {ScorePart::distance, distance_points(policy), weights.distance, DistanceFacts{metres()}},
        {ScorePart::pay, pay_points(weights), weights.pay,
         PayFacts{amount(w_.pay_asked()), amount(p_.pay_min), amount(p_.pay_max),
                  pay_comparable()}},
        {ScorePart::reliability, reliability_points(scoring), weights.reliability, reliability},
        {ScorePart::freshness, freshness_points(scoring), weights.freshness, freshness},
    }};
}

}  // namespace jianghui::matching
