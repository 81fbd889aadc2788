#pragma once
// The refusals of this feature: what happened and what to do. Programs rely on the code alone.

#include "engine/base/result.hpp"

namespace jianghui::people {

/// Not an identity number (GB 11643-1999): form, date of birth or check digit.
inline constexpr ErrorCode id_number_malformed{
    "id_number_malformed", Kind::invalid, "身份证号有误。请对照证件逐位核对 18 位号码。",
    "This is not a valid identity number. Compare all 18 characters with the card."};
/// Under the working age on the day of registration (劳动法 §15; 禁止使用童工规定 §4).
inline constexpr ErrorCode person_too_young{
    "person_too_young", Kind::invalid,
    "未满法定就业年龄，不能登记求职（劳动法第十五条）。请年满后再登记。",
    "Under the legal working age: cannot be registered for work (Labour Law art. 15). Come back "
    "when old enough."};
/// The number is known under another name.
inline constexpr ErrorCode identity_mismatch{
    "identity_mismatch", Kind::conflict,
    "姓名与身份证号不一致。请核对；如证件无误，请到当地人社部门更正。",
    "Name and identity number do not fit together. Check both; if the card is right, ask the "
    "labour "
    "authority to correct the entry."};
/// The person has an account already.
inline constexpr ErrorCode person_has_account{
    "person_has_account", Kind::conflict, "此人已有账号。请直接登录，忘记密码可申请重置。",
    "This person has an account already. Sign in, or ask for a new password."};
/// Not a mainland mobile number.
inline constexpr ErrorCode phone_malformed{
    "phone_malformed", Kind::invalid, "手机号应为 11 位数字，以 13 至 19 开头。请核对。",
    "A mobile number has 11 digits and begins with 13 to 19."};
/// A province is not a home.
inline constexpr ErrorCode home_too_wide{"home_too_wide", Kind::invalid,
                                         "常住地请选择到区县，至少到市。",
                                         "Choose the home county, or at least the city."};
/// Pay without its unit says nothing.
inline constexpr ErrorCode pay_unit_missing{
    "pay_unit_missing", Kind::invalid, "请同时填写期望薪酬的单位（月、天、小时或件）。",
    "State what the pay is for: month, day, hour or piece."};
/// An occupation or skill named twice.
inline constexpr ErrorCode named_twice{"named_twice", Kind::invalid,
                                       "同一项填写了两次。请删去重复的一项。",
                                       "The same entry stands there twice. Remove one."};
/// Kept for legal retention alone (PIPL §47).
inline constexpr ErrorCode person_restricted{"person_restricted", Kind::conflict,
                                             "此人的信息已停止使用，不能办理。",
                                             "This person's data may no longer be used."};
/// Neither the agency's own candidate nor in the public pool.
inline constexpr ErrorCode consent_missing{
    "consent_missing", Kind::conflict,
    "此人不是本机构的求职者，也没有同意公开求职。请先征得本人同意。",
    "This person is neither your candidate nor has agreed to the public pool. Get her consent "
    "first."};
/// The person has agreed to be listed, not to be called.
inline constexpr ErrorCode contact_consent_missing{
    "contact_consent_missing", Kind::conflict,
    "此人没有同意公开联系方式。可以先发出席位邀请，由本人决定。",
    "This person has not agreed to be contacted. Offer a seat and let her decide."};
/// A reading needs a ground: an entry of her ledger, a contract, or an authority's duty.
inline constexpr ErrorCode reading_without_basis{
    "reading_without_basis", Kind::forbidden,
    "没有查看的依据：本人没有有效的同意记录，也没有合同或法定职责。",
    "There is no ground for this reading: no consent of hers in force, no contract, no duty."};
/// The purpose is not one for which this role may read.
inline constexpr ErrorCode purpose_not_open{
    "purpose_not_open", Kind::forbidden, "您不能以此用途查看。请选择符合职责的用途。",
    "You may not read for this purpose. Choose one that your task allows."};
/// She keeps her data herself.
inline constexpr ErrorCode kept_by_herself{
    "kept_by_herself", Kind::conflict, "此人已有账号，信息由本人维护。请请本人修改。",
    "This person has an account and keeps her data herself. Ask her to change it."};
/// Verified already.
inline constexpr ErrorCode person_verified_already{"person_verified_already", Kind::conflict,
                                                   "此人已通过核验，无需重复。",
                                                   "This person is verified already."};

}  // namespace jianghui::people
