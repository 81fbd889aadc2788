#pragma once
// Why a grab, or a change of a share, is refused.

#include "engine/base/result.hpp"

namespace jianghui::shares {

inline constexpr ErrorCode organisation_unverified{
    "organisation_unverified", Kind::conflict, "贵机构尚未通过核验，或核验已过期。请联系所在地主管部门。",
    "Your organisation is not verified, or its verification has lapsed. Ask your authority."};
inline constexpr ErrorCode organisation_excluded{
    "organisation_excluded", Kind::conflict, "贵机构在限制名单中，期间不能抢单。可依法申诉或申请修复。",
    "Your organisation is excluded for the time being. You may object or apply for repair."};
inline constexpr ErrorCode licence_missing{
    "licence_missing", Kind::conflict, "此类订单需要相应的许可或备案，贵机构没有有效凭证。",
    "This kind of order needs a credential that your organisation does not have."};
inline constexpr ErrorCode licence_expired{
    "licence_expired", Kind::conflict, "所需许可或备案已过期、未生效或被暂停。请先办理延续或恢复。",
    "The credential needed is out of date or suspended. Renew or restore it first."};
inline constexpr ErrorCode licence_scope{
    "licence_scope", Kind::conflict, "贵机构的许可或备案范围不含此类业务。请先办理变更。",
    "Your credential does not cover this kind of order. Apply to extend its scope."};
inline constexpr ErrorCode capacity_exceeded{
    "capacity_exceeded", Kind::conflict, "超过贵机构登记的可承接人数。请先完成在手订单或更新承接能力。",
    "This exceeds the capacity your organisation declared. Finish orders or raise the capacity."};
inline constexpr ErrorCode open_default{
    "open_default", Kind::conflict,
    "贵机构有未了结的违约份额，了结前不能抢单。“违约”页列出每一笔和可以找谁了结。",
    "Your organisation has an open default and may not grab until it is closed. The page of defaults "
    "lists each and says whom to ask."};
inline constexpr ErrorCode share_status_conflict{
    "share_status_conflict", Kind::conflict, "份额当前状态不能这样办理。请刷新页面。",
    "The share's present status does not allow this. Reload the page."};
inline constexpr ErrorCode nothing_to_release{
    "nothing_to_release", Kind::conflict, "没有可退回的空席位：席位都已有人。",
    "There is no empty seat to give back: every seat has somebody."};

inline constexpr ErrorCode default_not_open{
    "default_not_open", Kind::conflict, "此份额没有违约，或违约已经了结。请刷新页面。",
    "This share is not in default, or its default is closed already. Reload the page."};
inline constexpr ErrorCode default_ground{
    "default_ground", Kind::invalid,
    "不能以此理由了结：用人单位可以确认“已补足”或“已和解”，订单所在市州的人社部门可以认定“免责”。",
    "Not a ground of yours: the employer says made_good or settled, an official of the order's city "
    "excused."};
inline constexpr ErrorCode default_reason_wanted{
    "default_reason_wanted", Kind::invalid, "认定免责须写明理由。",
    "Say why the agency is not to blame."};

inline constexpr ErrorCode tier_not_open{
    "tier_not_open", Kind::conflict, "本订单分级开放，对贵机构尚未到开放时间。",
    "This order opens in tiers; it is not open to your organisation yet."};

}  // namespace jianghui::shares
