#pragma once
// What can be refused about the tiers of an order; what the gate refuses is shares::tier_not_open.

#include "engine/base/result.hpp"

namespace jianghui::tiers {

inline constexpr ErrorCode tier_unknown{
    "tier_unknown", Kind::invalid, "没有这种分级条件。请从列出的条件中选择。",
    "There is no such criterion for a tier. Choose one of those listed."};
inline constexpr ErrorCode tier_parameter{
    "tier_parameter", Kind::invalid, "分级条件的数值超出允许范围。",
    "The criterion's number is outside its limits."};
inline constexpr ErrorCode tier_hours{
    "tier_hours", Kind::invalid, "优先时间过长：应不超过规定小时数，并在订单截止前对所有机构开放。",
    "Too long a head start: keep within the limit, and open to all before the order closes."};
inline constexpr ErrorCode tier_mode{
    "tier_mode", Kind::invalid, "分级开放只用于先到先得或定向的订单。",
    "Tiers are for orders that are first come, first served, or given by name."};

}  // namespace jianghui::tiers
