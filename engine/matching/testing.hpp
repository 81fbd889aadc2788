#pragma once
// What the tests of engine/matching share: the shipped policy, plain workers and orders, and random
// ones from small domains, so that ties and near misses are frequent.

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "engine/matching/matching.hpp"

namespace jianghui::matching::testing {

inline std::string policy_text() {
    std::ifstream file(std::string(SOURCE_FOLDER) + "/data/matching_policy.csv");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

inline Policy shipped_policy() {
    const auto policy = read_policy(policy_text());
    EXPECT_TRUE(policy) << policy.error().path << policy.error().message.en;
    return policy.value_or(Policy{});
}

inline Day day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day_of_month);
}
inline Occupation occupation(std::string_view text) {
    return Occupation::parse(text).value();
}

constexpr Place luzhou_county{510502};
constexpr Point luzhou{105'442'285, 28'871'810};
constexpr Place yibin_county{511502};
constexpr Point yibin{104'642'845, 28'751'769};
inline const Day today = day(2026, 11, 23);

/// An adult of 泸州江阳区 about whom nothing else is known: passes every filter of plain_order.
inline Worker plain_worker(std::int64_t id) {
    Worker worker;
    worker.id = id;
    worker.place = luzhou_county;
    worker.at = luzhou;
    worker.born = day(1990, 5, 1);
    return worker;
}

/// An order of the same place that asks for nothing.
inline Order plain_order(std::int64_t id) {
    Order order;
    order.id = id;
    order.employer = 900;
    order.occupation = occupation("6-02-06-03");
    order.place = luzhou_county;
    order.at = luzhou;
    order.first = day(2026, 12, 1);
    order.last = day(2027, 2, 28);
    return order;
}

/// Draws values from small domains.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}
    int below(int bound) {
        return static_cast<int>(random_.below(static_cast<std::uint64_t>(bound)));
    }
    bool once_in(int times) { return below(times) == 0; }

    Occupation any_occupation() {
        constexpr const char* codes[] = {"6-02-06-03", "6-02-06-01", "6-02-05-02", "6-02-06",
                                         "6-02",       "6-18-02-04", "4-01-02-01", "6"};
        return once_in(12) ? Occupation{} : occupation(codes[below(8)]);
    }
    Place any_place() {
        constexpr int codes[] = {510502, 510503, 510524, 511502, 500116, 510302};
        return {codes[below(6)]};
    }
    Place any_region() {
        constexpr int codes[] = {510500, 511500, 510000, 500116, 510502};
        return {codes[below(5)]};
    }
    Point any_point() {
        return {105'000'000 + below(8) * 150'000, 28'600'000 + below(6) * 150'000};
    }
    Day any_day() { return day(2026, 11, 20) + std::chrono::days(below(30)); }
    SkillId any_skill(Names& names) { return names.skill("skill " + std::to_string(below(9))); }
    CertificateId any_certificate(Names& names) {
        return names.certificate("certificate " + std::to_string(below(3)));
    }
    Worker any_worker(std::int64_t id, Names& names);
    Order any_order(std::int64_t id, Names& names);
    Policy any_policy();

  private:
    Random random_;
};

inline Worker Dice::any_worker(std::int64_t id, Names& names) {
    Worker worker;
    worker.id = id;
    worker.place = any_place();
    worker.at = any_point();
    for (int i = below(3); i > 0; --i)
        if (const auto one = any_occupation(); one.packed != 0) worker.occupations.push_back(one);
    for (int i = below(6); i > 0; --i)
        worker.skills.push_back({any_skill(names), static_cast<std::uint8_t>(below(6))});
    worker.education = below(5);
    worker.experience_months = below(6) * 20;
    for (int i = below(4); i > 0; --i)
        worker.certificates.push_back(
            {any_certificate(names), once_in(3) ? std::nullopt : std::optional<Day>(any_day())});
    if (!once_in(4)) worker.pay_asked = Pay{Fen{(3 + below(4)) * 100'000}, PayUnit::month};
    if (once_in(5))
        worker.pay_asked = Pay{Fen{(1 + below(3)) * 10'000}, static_cast<PayUnit>(1 + below(3))};
    if (once_in(3)) worker.available_from = any_day();
    if (once_in(4))
        worker.available_to =
            worker.available_from.value_or(any_day()) + std::chrono::days(below(40));
    for (int i = below(3); i > 1; --i) {
        const Day first = any_day();
        worker.busy.push_back({first, first + std::chrono::days(below(10))});
    }
    if (!once_in(3)) worker.reach_metres = below(5) * 25'000;
    if (once_in(3)) worker.reach_places.push_back(any_region());
    worker.born = day(2008, 11, 1) + std::chrono::days(below(900));
    if (once_in(2)) worker.born = day(1980, 2, 29);
    if (once_in(4)) worker.kinds = static_cast<KindSet>(below(4));
    if (once_in(6)) worker.excluded_employers.push_back(900 + below(3));
    if (!once_in(3)) worker.reliability = below(4) * 250;
    if (!once_in(3)) worker.confirmed_on = today - std::chrono::days(below(5) * 30 - 10);
    worker.circle = static_cast<std::uint32_t>(below(3));
    return worker;
}

inline Order Dice::any_order(std::int64_t id, Names& names) {
    Order order;
    order.id = id;
    order.employer = 900 + below(3);
    order.kind = static_cast<OrderKind>(below(3));
    order.occupation = any_occupation();
    order.occupation_levels = once_in(2) ? 0 : below(5);
    order.place = any_place();
    order.at = any_point();
    order.first = any_day();
    if (!once_in(3)) order.last = order.first + std::chrono::days(below(15));
    if (once_in(3))
        order.latest_start = order.last ? order.last : order.first + std::chrono::days(7);
    for (int i = below(5); i > 0; --i)
        order.skills.push_back({any_skill(names), static_cast<std::uint8_t>(below(6)), once_in(5)});
    order.education = once_in(2) ? 0 : below(5);
    for (int i = below(5); i > 3; --i) order.certificates.push_back(any_certificate(names));
    order.pay.unit = once_in(4) ? static_cast<PayUnit>(below(4)) : PayUnit::month;
    const int least = (order.pay.unit == PayUnit::month ? 100'000 : 10'000) * (2 + below(3));
    if (!once_in(3)) order.pay.min = Fen{least};
    if (!once_in(3)) order.pay.max = Fen{least + below(4) * least / 2};
    order.age_bar = static_cast<AgeBar>(below(2));
    if (once_in(4)) order.excluded_workers.push_back(below(30));
    if (!once_in(3)) order.reliability = below(4) * 250;
    if (!once_in(3)) order.confirmed_on = today - std::chrono::days(below(5) * 30);
    return order;
}

inline Policy Dice::any_policy() {
    Policy policy = shipped_policy();
    // Small weights make ties; some parts are switched off.
    const int most = once_in(2) ? 4 : 400;
    Weights& weights = policy.weights;
    for (std::size_t level = 1; level < weights.occupation.size(); ++level)
        weights.occupation[level] = weights.occupation[level - 1] + below(most);
    for (int* weight : {&weights.skills, &weights.experience, &weights.distance, &weights.pay,
                        &weights.reliability, &weights.freshness})
        *weight = once_in(3) ? 0 : below(most);
    policy.experience_levels_min = below(5);
    policy.distance_zero_metres = 1 + below(100'000);
    return policy;
}

}  // namespace jianghui::matching::testing
