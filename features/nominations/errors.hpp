#pragma once
// What can be refused about a nomination.

#include "engine/base/result.hpp"

namespace jianghui::nominations {

inline constexpr ErrorCode agency_not_said{
    "agency_not_said", Kind::invalid, "请选择一家机构，或填写其统一社会信用代码（二者选一）。",
    "Name the agency: by choosing it or by its credit code, one of the two."};
inline constexpr ErrorCode agency_unknown{
    "agency_unknown", Kind::invalid, "平台上没有这家人力资源服务机构。请核对统一社会信用代码。",
    "There is no such agency on the platform. Check the credit code."};
inline constexpr ErrorCode nomination_waiting{
    "nomination_waiting", Kind::conflict, "已指名一家机构，正等待答复。答复或到期后可另行指名。",
    "An agency is named already and may still answer. Name another after its answer or deadline."};
inline constexpr ErrorCode nomination_over{
    "nomination_over", Kind::conflict, "此次指名已答复、到期或失效。请刷新页面。",
    "This nomination was answered, has lapsed or is void. Reload the page."};

}  // namespace jianghui::nominations
