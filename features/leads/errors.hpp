#pragma once
// What can be refused about a lead.

#include "engine/base/result.hpp"

namespace jianghui::leads {

inline constexpr ErrorCode lead_closed{"lead_closed", Kind::conflict,
                                       "此线索已办结。请刷新页面。",
                                       "This lead is closed. Reload the page."};
inline constexpr ErrorCode lead_of_another{
    "lead_of_another", Kind::conflict, "此线索由别的同事办理。请先接手，再办结。",
    "A colleague looks after this lead. Take it over before you close it."};
inline constexpr ErrorCode lead_unpaid{
    "lead_unpaid", Kind::conflict, "尚未登记付款，不能以「已支付」办结。",
    "No payment is recorded: the lead cannot be closed as paid."};
inline constexpr ErrorCode lead_paid{
    "lead_paid", Kind::conflict, "用人单位已登记付款，不再立案。请核实后以“已支付”办结；不属实的写明情况办结。",
    "The employer has recorded a payment: check it and close the lead instead of opening a case."};

}  // namespace jianghui::leads
