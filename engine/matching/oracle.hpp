#pragma once
// The README's rules once more, written as plainly as possible and without the engine's columns,
// bit tricks and shortcuts: score everybody, sort, cut. Tests compare the index with it. Of the
// engine it uses only the value types, metres_between and rarity, which have tests of their own.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/matching/matching.hpp"

namespace jianghui::matching::oracle {

inline std::vector<std::string> segments(Occupation occupation) {
    std::vector<std::string> list;
    std::string text = occupation.text();
    while (!text.empty()) {
        const auto dash = text.find('-');
        list.push_back(text.substr(0, dash));
        text = dash == std::string::npos ? "" : text.substr(dash + 1);
    }
    return list;
}

inline int closeness(const Worker& worker, const Order& order) {
    const auto asked = segments(order.occupation);
    std::size_t most = 0;
    for (const Occupation occupation : worker.occupations) {
        const auto held = segments(occupation);
        std::size_t common = 0;
        while (common < asked.size() && common < held.size() && asked[common] == held[common])
            ++common;
        most = std::max(most, common);
    }
    return static_cast<int>(most);
}

inline bool lies_in(Place inner, Place outer) {
    std::string prefix = outer.text();
    while (prefix.size() > 2 && prefix.substr(prefix.size() - 2) == "00")
        prefix.resize(prefix.size() - 2);
    return inner.text().substr(0, prefix.size()) == prefix;
}

inline std::optional<std::int64_t> month_of(Fen amount, PayUnit unit, const Policy& policy) {
    std::int64_t fen = amount.value;
    if (unit == PayUnit::piece) return std::nullopt;
    if (unit == PayUnit::hour) fen *= policy.hours_per_day;
    if (unit != PayUnit::month) fen = fen * policy.paid_days_per_month_hundredths / 100;
    return fen;
}

inline int held_level(const Worker& worker, SkillId skill) {
    int level = -1;
    for (const HeldSkill& held : worker.skills)
        if (held.skill == skill) level = std::max(level, static_cast<int>(held.level));
    return level;
}

inline bool reachable(const Worker& worker, const Order& order) {
    if (!worker.reach_metres && worker.reach_places.empty()) return true;
    for (const Place place : worker.reach_places)
        if (lies_in(order.place, place)) return true;
    return worker.reach_metres && metres_between(worker.at, order.at) <= *worker.reach_metres;
}

inline bool available(const Worker& worker, const Order& order) {
    const Day start = order.latest_start.value_or(order.first);
    const Day until = order.last.value_or(start);
    if (worker.available_from && *worker.available_from > start) return false;
    if (worker.available_to && *worker.available_to < until) return false;
    for (const Period& busy : worker.busy)
        for (Day day = busy.first; day <= busy.last; day += std::chrono::days(1))
            if (day >= order.first && (!order.last || day <= *order.last)) return false;
    return true;
}

inline bool certified(const Worker& worker, const Order& order) {
    const Day until = order.last.value_or(order.latest_start.value_or(order.first));
    for (const CertificateId asked : order.certificates) {
        bool good = false;
        for (const HeldCertificate& held : worker.certificates)
            if (held.kind == asked && (!held.valid_to || *held.valid_to >= until)) good = true;
        if (!good) return false;
    }
    return true;
}

inline std::set<Filter> failures(const Worker& worker, const Order& order, const Policy& policy) {
    std::set<Filter> failed;
    const int stated = static_cast<int>(segments(order.occupation).size());
    if (closeness(worker, order) < std::min(order.occupation_levels, stated))
        failed.insert(Filter::occupation);
    if ((worker.kinds >> static_cast<int>(order.kind)) % 2 == 0) failed.insert(Filter::kind);
    if (!reachable(worker, order)) failed.insert(Filter::reach);
    if (!available(worker, order)) failed.insert(Filter::availability);
    if (worker.education < order.education) failed.insert(Filter::education);
    for (const AskedSkill& asked : order.skills)
        if (asked.required && held_level(worker, asked.skill) < 0) failed.insert(Filter::skills);
    if (!certified(worker, order)) failed.insert(Filter::certificates);
    if (worker.pay_asked && order.pay.max) {
        const auto asked = month_of(worker.pay_asked->amount, worker.pay_asked->unit, policy);
        const auto offered = month_of(*order.pay.max, order.pay.unit, policy);
        if (asked && offered && *asked > *offered) failed.insert(Filter::pay);
    }
    const int bar =
        order.age_bar == AgeBar::adult ? policy.adult_age_years : policy.working_age_years;
    if (age_on(worker.born, order.first) < bar) failed.insert(Filter::age);
    const auto& employers = worker.excluded_employers;
    const auto& workers = order.excluded_workers;
    if (std::count(employers.begin(), employers.end(), order.employer) > 0 ||
        std::count(workers.begin(), workers.end(), worker.id) > 0)
        failed.insert(Filter::exclusion);
    return failed;
}

inline std::int64_t skill_points(const Worker& worker, const Order& order, const Policy& policy,
                                 const std::vector<Worker>& pool) {
    std::map<SkillId, int> asked;
    for (const AskedSkill& skill : order.skills)
        asked[skill.skill] = std::max(asked[skill.skill], static_cast<int>(skill.level));
    if (asked.empty()) return policy.weights.skills / 2;
    std::int64_t covered = 0;
    std::int64_t whole = 0;
    for (const auto& [skill, level] : asked) {
        std::int64_t holders = 0;
        for (const Worker& other : pool)
            if (held_level(other, skill) >= 0) ++holders;
        const std::int64_t worth = 60 * rarity(holders, static_cast<std::int64_t>(pool.size()));
        whole += worth;
        const int held = held_level(worker, skill);
        if (held >= 0) covered += worth * (std::min(held, level) + 1) / (level + 1);
    }
    return policy.weights.skills * covered / whole;
}

inline std::int64_t pay_points(const Worker& worker, const Order& order, const Policy& policy) {
    const std::int64_t full = policy.weights.pay;
    const auto least_stated = order.pay.min ? order.pay.min : order.pay.max;
    if (!worker.pay_asked || !least_stated) return full / 2;
    const auto asked = month_of(worker.pay_asked->amount, worker.pay_asked->unit, policy);
    const auto least = month_of(*least_stated, order.pay.unit, policy);
    if (!asked || !least) return full / 2;
    if (*asked <= *least) return full;
    if (!order.pay.max) return full / 2;
    const auto most = *month_of(*order.pay.max, order.pay.unit, policy);
    if (*asked > most) return 0;
    return full - full * (*asked - *least) / (2 * (most - *least));
}

/// The points of the seven parts, the candidate being a worker or an order.
inline std::vector<std::int64_t> points(const Worker& worker, const Order& order,
                                        const Policy& policy, const std::vector<Worker>& pool,
                                        bool ranking_workers, Day as_of) {
    const Weights& weights = policy.weights;
    const int stated = static_cast<int>(segments(order.occupation).size());
    const int common = closeness(worker, order);
    std::vector<std::int64_t> list;
    if (stated == 0) {
        list.push_back(weights.occupation[4] / 2);
    } else {
        list.push_back(weights.occupation[static_cast<std::size_t>(common == stated ? 4 : common)]);
    }
    list.push_back(skill_points(worker, order, policy, pool));
    const std::int64_t months = std::min(worker.experience_months, policy.experience_full_months);
    const bool related = common >= std::min(stated, policy.experience_levels_min);
    list.push_back(related ? weights.experience * months / policy.experience_full_months : 0);
    const std::int64_t metres = metres_between(worker.at, order.at);
    const std::int64_t zero = policy.distance_zero_metres;
    list.push_back(metres >= zero ? 0 : weights.distance * (zero - metres) / zero);
    list.push_back(pay_points(worker, order, policy));
    const auto reliability = ranking_workers ? worker.reliability : order.reliability;
    list.push_back(reliability ? weights.reliability * *reliability / 1000
                               : weights.reliability / 2);
    const auto confirmed = ranking_workers ? worker.confirmed_on : order.confirmed_on;
    std::int64_t fresh = 0;
    if (confirmed) {
        const std::int64_t age = std::max<std::int64_t>(0, (as_of - *confirmed).count());
        if (age < policy.freshness_zero_days)
            fresh =
                weights.freshness * (policy.freshness_zero_days - age) / policy.freshness_zero_days;
    }
    list.push_back(fresh);
    return list;
}

struct Pair {
    std::int64_t id = 0;
    Worker worker;
    Order order;
};

/// The whole answer, always accounted.
inline Ranking rank(const std::vector<Pair>& candidates, const std::vector<Worker>& pool,
                    const Policy& policy, bool ranking_workers, std::size_t k, Day as_of) {
    Ranking ranking;
    ranking.considered = static_cast<std::int64_t>(candidates.size());
    ranking.accounted = true;
    std::map<Filter, std::int64_t> first;
    std::map<Filter, std::int64_t> alone;
    for (const Pair& pair : candidates) {
        const auto failed = failures(pair.worker, pair.order, policy);
        if (!failed.empty()) {
            ++first[*failed.begin()];
            if (failed.size() == 1) ++alone[*failed.begin()];
            continue;
        }
        ++ranking.passing;
        Ranked item;
        item.id = pair.id;
        const auto list = points(pair.worker, pair.order, policy, pool, ranking_workers, as_of);
        for (std::size_t part = 0; part < part_count; ++part) {
            item.parts[part].points = static_cast<int>(list[part]);
            item.score += item.parts[part].points;
        }
        ranking.items.push_back(item);
    }
    std::sort(ranking.items.begin(), ranking.items.end(), [](const Ranked& a, const Ranked& b) {
        return a.score > b.score || (a.score == b.score && a.id < b.id);
    });
    if (ranking.items.size() > k) ranking.items.resize(k);
    for (const auto& [filter, count] : first) {
        ranking.removed.push_back({filter, count});
        if (ranking.passing == 0) ranking.last_filter = filter;
        if (filter == Filter::age || filter == Filter::exclusion) continue;
        const auto best = ranking.relaxation ? first[ranking.relaxation->filter] : 0;
        if (count > best) ranking.relaxation = Relaxation{filter, ranking.passing + alone[filter]};
    }
    return ranking;
}

}  // namespace jianghui::matching::oracle
