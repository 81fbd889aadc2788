#pragma once
// What can be refused about cancellation terms and claims.

#include "engine/base/result.hpp"

namespace jianghui::cancellations {

inline constexpr ErrorCode terms_unknown{
    "cancellation_terms_unknown", Kind::invalid, "没有这套取消条款，或已停用。请从列表中选择。",
    "There are no such cancellation terms, or they are no longer offered. Choose from the list."};
inline constexpr ErrorCode claim_status_conflict{
    "cancellation_claim_status_conflict", Kind::conflict,
    "这笔取消费用当前状态不能这样办理。请刷新页面。",
    "The claim's present status does not allow this. Reload the page."};

}  // namespace jianghui::cancellations
