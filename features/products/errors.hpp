#pragma once
// Why something about a product or a booking is refused.

#include "engine/base/result.hpp"

namespace jianghui::products {

inline constexpr ErrorCode product_status_conflict{
    "product_status_conflict", Kind::conflict, "产品当前状态不能这样办理。请刷新页面。",
    "The product's present status does not allow this. Reload the page."};
inline constexpr ErrorCode product_changed{
    "product_changed", Kind::conflict, "产品刚被修改，价格或内容可能不同。请刷新后再订购。",
    "The product was changed; price or content may differ. Reload and look again."};
inline constexpr ErrorCode product_not_there{
    "product_not_there", Kind::conflict, "此产品不服务于所选地区。请改选服务地区。",
    "The product is not offered at that place. Choose one that it serves."};
inline constexpr ErrorCode product_quantity{
    "product_quantity", Kind::invalid, "订购数量超过此产品的上限。",
    "The quantity exceeds what the product offers at once."};
inline constexpr ErrorCode product_price{
    "product_price", Kind::invalid, "价格须大于零，总价不得超过系统上限。",
    "The price must be above zero and the total within the platform's limit."};
inline constexpr ErrorCode product_incomplete{
    "product_incomplete", Kind::invalid,
    "请至少填写一项可衡量的服务承诺、一个服务地区和一个交付步骤。",
    "Name at least one measurable term, one place served and one step."};
inline constexpr ErrorCode buyer_not_verified{
    "buyer_not_verified", Kind::conflict, "贵单位尚未通过核验或在限制名单中，暂不能订购。",
    "Your organisation is not verified, or is excluded, and cannot book for now."};
inline constexpr ErrorCode booking_over{"booking_over", Kind::conflict,
                                        "此订购已答复、撤回或过期，不能再办理。",
                                        "The booking was answered, withdrawn or has lapsed."};
inline constexpr ErrorCode compare_count{"compare_count", Kind::malformed,
                                         "请选择一至四个产品进行比较。",
                                         "Compare between one and four products."};

}  // namespace jianghui::products
