#include "features/tiers/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::tiers {
namespace {

Result<Done> fits(const orders::Tier& tier, const CriteriaList& criteria, int hours_max,
                  const std::string& path) {
    const Criterion* criterion = criteria.find(tier.criterion.text);
    if (criterion == nullptr)
        return refuse(error(tier_unknown).at(path + "/criterion").near(criteria.codes()));
    if (tier.parameter.value < criterion->min || tier.parameter.value > criterion->max)
        return refuse(error(tier_parameter, {fmt::format("“{}”的数值应在 {} 至 {} 之间。",
                                                         criterion->title.zh, criterion->min,
                                                         criterion->max),
                                             fmt::format("\"{}\" takes {} to {}.",
                                                         criterion->title.en, criterion->min,
                                                         criterion->max)})
                          .at(path + "/parameter"));
    if (tier.hours.value > hours_max)
        return refuse(error(tier_hours, {fmt::format("优先时间最多 {} 小时。", hours_max),
                                         fmt::format("A head start has at most {} hours.",
                                                     hours_max)})
                          .at(path + "/hours"));
    return Done{};
}

}  // namespace

Result<Done> may_have(const orders::OrderRow& order, const CriteriaList& criteria, int hours_max) {
    if (order.tiers.empty()) return Done{};
    if (order.mode != orders::GrabMode::race && order.mode != orders::GrabMode::direct)
        return refuse(error(tier_mode).at("/tiers"));
    for (std::size_t i = 0; i < order.tiers.size(); ++i)
        TRY_DO(fits(order.tiers[i], criteria, hours_max, fmt::format("/tiers/{}", i)));
    if (order.opens_at && order.closes_at &&
        opens_to_all(order.tiers, *order.opens_at) >= *order.closes_at)
        return refuse(error(tier_hours).at("/tiers"));
    return Done{};
}

Opening opening_for(const orders::Tiers& tiers, Instant opens_at,
                    const std::vector<bool>& fulfilled) {
    ASSERT(tiers.size() == fulfilled.size());
    Opening opening{opens_at, std::nullopt};
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const Instant others = opens_at + std::chrono::hours(tiers[i].hours.value);
        if (fulfilled[i] || others <= opening.at) continue;
        opening = {others, i};
    }
    return opening;
}

Instant opens_to_all(const orders::Tiers& tiers, Instant opens_at) {
    return opening_for(tiers, opens_at, std::vector<bool>(tiers.size(), false)).at;
}

int months_held(Date from, Date today) {
    const int months = (static_cast<int>(today.year()) - static_cast<int>(from.year())) * 12 +
                       static_cast<int>(static_cast<unsigned>(today.month())) -
                       static_cast<int>(static_cast<unsigned>(from.month())) -
                       (today.day() < from.day() ? 1 : 0);
    return std::max(0, months);
}

std::string occupation_class(const OccupationCode& occupation) {
    std::size_t end = 0;
    for (int part = 0; part < 3 && end != std::string::npos; ++part)
        end = occupation.text.find('-', end == 0 ? 0 : end + 1);
    return occupation.text.substr(0, end);
}

}  // namespace jianghui::tiers
