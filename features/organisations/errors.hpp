#pragma once
// The refusals of this feature: what happened and what to do. Programs rely on the code alone.

#include "engine/base/result.hpp"

namespace jianghui::organisations {

/// The text has not the form of a credit code (GB 32100-2015).
inline constexpr ErrorCode credit_code_malformed{
    "credit_code_malformed", Kind::invalid,
    "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）。请对照营业执照核对。",
    "A unified social credit code has 18 digits or capital letters (no I, O, S, V, Z). Check it "
    "against the business licence."};
/// The check digit does not fit and no reason was given.
inline constexpr ErrorCode credit_code_check_failed{
    "credit_code_check_failed", Kind::invalid,
    "统一社会信用代码的校验位不符，请核对是否抄错。如证照上确为此代码，请填写说明后再提交。",
    "The check digit of the credit code does not fit: look for a slip. If the licence really shows "
    "this code, give a reason and submit again."};
/// Another organisation has this credit code.
inline constexpr ErrorCode credit_code_taken{
    "credit_code_taken", Kind::conflict,
    "该统一社会信用代码已登记。请由本机构已有成员邀请您加入，或联系当地人社部门。",
    "This credit code is registered already. Ask a member of the organisation to invite you, or "
    "the labour authority of its place."};
/// Neither a mobile number nor a landline with area code.
inline constexpr ErrorCode contact_phone_malformed{
    "contact_phone_malformed", Kind::invalid,
    "联系电话应为 11 位手机号，或带区号的固定电话，如 0830-1234567。",
    "A contact phone is a mobile number of 11 digits or a landline with area code such as "
    "0830-1234567."};
/// A province is not where an employer or agency has its seat.
inline constexpr ErrorCode place_too_wide{"place_too_wide", Kind::invalid,
                                          "请选择到市或区县，不能只选省。",
                                          "Choose a city or county; a province is too wide."};
/// Only a security administrator may register an authority.
inline constexpr ErrorCode authority_not_open{
    "authority_not_open", Kind::forbidden, "主管部门由安全管理员登记。请联系管理员。",
    "Authorities are registered by the security administrator. Please ask there."};
/// The transition is not open from the present status.
inline constexpr ErrorCode organisation_status{
    "organisation_status", Kind::conflict, "机构目前的状态不能办理此事。请刷新后查看。",
    "The organisation's present status does not allow this. Reload and look again."};
/// The organisation is not verified, is suspended or excluded.
inline constexpr ErrorCode organisation_not_active{
    "organisation_not_active", Kind::conflict,
    "本机构尚未通过核验，或已被暂停、排除，暂不能办理。请联系当地人社部门。",
    "This organisation is not verified, or is suspended or excluded. Ask the labour authority of "
    "its place."};
/// Name, credit code and industry are fixed once verified.
inline constexpr ErrorCode verified_fields_fixed{
    "verified_fields_fixed", Kind::conflict,
    "已核验机构的名称、信用代码和行业不能自行修改。请向当地人社部门书面报告变更（人力资源市场暂行条"
    "例第二十一条）。",
    "Name, credit code and industry of a verified organisation cannot be changed here. Report the "
    "change to the labour authority (Regulations on the Human Resources Market, art. 21)."};
/// Only agencies have a capacity.
inline constexpr ErrorCode capacity_of_agencies{
    "capacity_of_agencies", Kind::invalid, "只有人力资源服务机构可以填写同时服务人数。",
    "Only an agency can state how many seats it serves at once."};
/// The reason `other` needs a sentence.
inline constexpr ErrorCode reason_missing{"reason_missing", Kind::invalid,
                                          "请选择原因；选“其他”时请写明。",
                                          "Choose a reason; with \"other\", write it down."};
/// An exclusion that ends before it begins.
inline constexpr ErrorCode exclusion_period{"exclusion_period", Kind::invalid,
                                            "排除期限的结束日期不能早于开始日期。",
                                            "An exclusion cannot end before it begins."};
/// There is no exclusion to take back.
inline constexpr ErrorCode not_excluded{"not_excluded", Kind::conflict, "该机构目前没有被排除。",
                                        "The organisation is not excluded."};
/// What an office of another place, or of a wider one, put on the list is not for this office to lift.
inline constexpr ErrorCode exclusion_elsewhere{
    "exclusion_elsewhere", Kind::forbidden, "该限制由其他地区或上级部门列入，只能由列入地或其上级部门解除。请联系列入部门。",
    "An office of another or a wider place put this on the list; that office, or one above it, lifts it. Ask there."};
/// A credential names at least one kind of order, each once.
inline constexpr ErrorCode credential_scope_empty{"credential_scope_empty", Kind::invalid,
                                                  "请至少选择一种服务范围，且不要重复。",
                                                  "Name at least one kind of service, each once."};
/// Ends before it begins.
inline constexpr ErrorCode credential_period{"credential_period", Kind::invalid,
                                             "证照有效期的截止日期不能早于起始日期。",
                                             "A credential cannot end before it begins."};
/// The issuing place has given this number to a credential of that kind already.
inline constexpr ErrorCode credential_number_taken{
    "credential_number_taken", Kind::conflict, "该发证地的同类证照编号已登记。请核对编号。",
    "This number of that kind and issuing place is registered already. Check the number."};
/// The transition is not open from the credential's present status.
inline constexpr ErrorCode credential_status{
    "credential_status", Kind::conflict, "证照目前的状态不能办理此事。请刷新后查看。",
    "The credential's present status does not allow this. Reload and look again."};
/// Employers and authorities hold no service credentials.
inline constexpr ErrorCode credential_of_agencies{
    "credential_of_agencies", Kind::invalid, "此类证照不能登记给用人单位或主管部门。请核对机构。",
    "Employers and authorities hold no such credential. Check the organisation."};
/// Nothing was stored to reveal.
inline constexpr ErrorCode contact_missing{"contact_missing", Kind::not_found,
                                           "该机构没有留下联系电话。",
                                           "The organisation left no contact phone."};

}  // namespace jianghui::organisations
