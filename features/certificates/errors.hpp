#pragma once
// What is refused when a certificate is asked for, and every fault that a verification can find.

#include "engine/base/result.hpp"

namespace jianghui::certificates {

inline constexpr ErrorCode no_certificate{
    "no_certificate", Kind::conflict, "这个登记簿不出具凭证。请查看登记项本身。",
    "Entries of this register are not had as certificates. Look at the entry itself."};
inline constexpr ErrorCode entry_not_in_force{
    "entry_not_in_force", Kind::conflict, "登记项已暂停、终止或过期，不出具凭证。请先办理恢复或延续。",
    "The entry is suspended, has ended or has expired: no certificate is made of it."};
inline constexpr ErrorCode certificate_audience{
    "certificate_audience", Kind::forbidden, "您只能取得公开内容的凭证。",
    "You may have the certificate of what everybody may read only."};
inline constexpr ErrorCode key_distrusted_already{
    "key_distrusted_already", Kind::conflict, "这个密钥已宣布不再可信。",
    "This key is distrusted already."};

// Faults of a certificate.
inline constexpr ErrorCode certificate_refused{
    "certificate_refused", Kind::invalid, "凭证未通过核验，原因见各条。",
    "The certificate does not verify, for the reasons named."};
inline constexpr ErrorCode certificate_malformed{
    "certificate_malformed", Kind::invalid, "这不是有效的凭证文件。请向持证人重新索取。",
    "This is no certificate. Ask its holder for the file again."};
inline constexpr ErrorCode certificate_changed{
    "certificate_changed", Kind::invalid, "凭证内容被改动过：两个签名都与内容不符。",
    "The document was changed: neither signature belongs to it."};
inline constexpr ErrorCode signature_broken{
    "signature_broken", Kind::invalid, "一个签名与内容不符，签名本身被改动过。",
    "One signature does not belong to the document: the signature was changed."};
inline constexpr ErrorCode proof_missing{
    "proof_missing", Kind::invalid, "缺少一个签名（应有国密 SM2 和 P-256 各一个）。",
    "A signature is missing: there must be one with SM2 and one with P-256."};
inline constexpr ErrorCode issuer_not_trusted{
    "issuer_not_trusted", Kind::invalid, "签名密钥不在可信签发机关名单中，或不属于所写的机关。",
    "The key is not in the list of trusted issuers, or not of the place that the document names."};
inline constexpr ErrorCode issuer_not_trusted_then{
    "issuer_not_trusted_then", Kind::invalid, "签名时该密钥不在有效期内。",
    "The key was not in use at the time of the signature."};
inline constexpr ErrorCode issuer_distrusted{
    "issuer_distrusted", Kind::invalid, "签名密钥已被宣布不再可信（可能被盗用）。请向签发机关换发凭证。",
    "The key was declared distrusted. Ask the issuing authority for a new certificate."};
inline constexpr ErrorCode issuer_register{
    "issuer_register", Kind::invalid, "该机关无权签发这个登记簿的凭证。",
    "This authority may not issue certificates of this register."};
inline constexpr ErrorCode issuer_list_broken{
    "issuer_list_broken", Kind::invalid, "可信签发机关名单被改动过，或不是所指定的密钥签名。",
    "The list of issuers was changed, or was not signed by the key that you expect."};
inline constexpr ErrorCode certificate_early{"certificate_early", Kind::invalid,
                                             "凭证在该日期尚未生效。",
                                             "The certificate does not hold yet on that day."};
inline constexpr ErrorCode certificate_expired{"certificate_expired", Kind::invalid,
                                               "凭证在该日期已过有效期。",
                                               "The certificate has expired on that day."};
inline constexpr ErrorCode certificate_suspended{
    "certificate_suspended", Kind::invalid, "登记项在该日期处于暂停状态。",
    "The entry is suspended on that day."};
inline constexpr ErrorCode certificate_revoked{
    "certificate_revoked", Kind::invalid, "登记项在该日期已被吊销、撤销或注销。",
    "The entry has been revoked, withdrawn or ended on that day."};
inline constexpr ErrorCode certificate_superseded{
    "certificate_superseded", Kind::invalid, "登记内容已变更，这是旧版本。请索取新凭证。",
    "The entry's content has changed since; ask for the certificate of the present version."};
inline constexpr ErrorCode status_list_broken{
    "status_list_broken", Kind::invalid, "状态清单被改动过，或不是签发机关签名。",
    "The status list was changed, or was not signed by the issuing authority."};
inline constexpr ErrorCode status_list_other{
    "status_list_other", Kind::invalid, "给出的状态清单不是这张凭证所指的清单。",
    "The status lists given are not the ones that the certificate names."};
inline constexpr ErrorCode verification_date{"verification_date", Kind::malformed,
                                             "日期应写作 2026-11-23。",
                                             "A date is written like 2026-11-23."};

}  // namespace jianghui::certificates
