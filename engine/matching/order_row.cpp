#include "engine/matching/order_row.hpp"

#include <algorithm>

#include "engine/matching/points.hpp"
#include "engine/matching/shelf_key.hpp"

namespace jianghui::matching {
namespace {

/// A skill asked for twice is asked for once: at the higher level, required if either was.
std::vector<AskedSkill> sorted_skills(std::vector<AskedSkill> skills) {
    std::sort(skills.begin(), skills.end());
    std::vector<AskedSkill> kept;
    for (const AskedSkill& asked : skills) {
        if (kept.empty() || kept.back().skill != asked.skill) {
            kept.push_back(asked);
        } else {
            kept.back().level = std::max(kept.back().level, asked.level);
            kept.back().required = kept.back().required || asked.required;
        }
    }
    return kept;
}

template <class T>
std::vector<T> sorted(std::vector<T> list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

}  // namespace

int merit_of(const OrderRow& order, const Policy& policy) {
    return points_of_reliability(policy, order.packed().reliability);
}

std::uint64_t key_of(const OrderRow& order, const Policy& policy) {
    return shelf_key(class_of(order.occupation(), order.packed().occupation_levels), order.at(),
                     merit_of(order, policy));
}

void OrderPacker::prepare(const Order& order) {
    const auto monthly = [&](const std::optional<Fen>& amount) {
        return amount ? monthly_fen(*amount, order.pay.unit, *policy_) : pay_absent;
    };
    row_ = PackedOrder{};
    row_.id = order.id;
    row_.employer = order.employer;
    row_.pay_min = monthly(order.pay.min);
    row_.pay_max = monthly(order.pay.max);
    row_.lon_e6 = order.at.lon_e6;
    row_.lat_e6 = order.at.lat_e6;
    row_.occupation = order.occupation.packed;
    row_.place = order.place.code;
    row_.first = day_number(order.first);
    row_.last = order.last ? day_number(*order.last) : open_end;
    row_.latest_start = day_number(order.latest_start.value_or(order.first));
    row_.needed_until = order.last ? row_.last : row_.latest_start;
    row_.born_by = day_number(latest_birth(order.first, order.age_bar == AgeBar::adult
                                                            ? policy_->adult_age_years
                                                            : policy_->working_age_years));
    row_.confirmed_on = order.confirmed_on ? day_number(*order.confirmed_on) : open_beginning;
    row_.reliability = static_cast<std::int16_t>(order.reliability.value_or(reliability_absent));
    row_.kind = kind_set(order.kind);
    row_.education = static_cast<std::uint8_t>(order.education);
    row_.occupation_levels =
        static_cast<std::uint8_t>(std::min(order.occupation_levels, order.occupation.levels()));
    prepare_lists(order);
}

void OrderPacker::prepare_lists(const Order& order) {
    const auto skills = sorted_skills(order.skills);
    const auto certificates = sorted(order.certificates);
    const auto excluded = sorted(order.excluded_workers);
    row_.skills = static_cast<std::uint8_t>(skills.size());
    row_.certificates = static_cast<std::uint8_t>(certificates.size());
    row_.excluded_workers = static_cast<std::uint16_t>(excluded.size());
    lists_.clear();
    append_packed(lists_, std::span<const AskedSkill>(skills));
    append_packed(lists_, std::span<const CertificateId>(certificates));
    append_packed(lists_, std::span<const std::int64_t>(excluded));
}

}  // namespace jianghui::matching
