#pragma once
// The vocabulary of organisations and credentials: what the table rows, the rules and the other
// features speak of. Names of enumerators and members are the wire names and the column names.

#include <optional>
#include <string>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "engine/matching/facts.hpp"

namespace jianghui::organisations {

/// What an order is for; a credential's scope is a list of these.
using matching::OrderKind;

/// What an organisation is (DESIGN section 2).
enum class OrganisationKind { employer, agency, school, base, park_operator, authority };
BOOST_DESCRIBE_ENUM(OrganisationKind, employer, agency, school, base, park_operator, authority)

/// `registered`: waits for an official of its place; may sign in, may not act in the market.
enum class OrganisationStatus { registered, verified, refused, suspended };
BOOST_DESCRIBE_ENUM(OrganisationStatus, registered, verified, refused, suspended)

/// licence 人力资源服务许可证, filing 人力资源服务备案, dispatch_licence 劳务派遣经营许可证
/// (人力资源市场暂行条例 §18; 劳动合同法 §57).
enum class CredentialKind { licence, filing, dispatch_licence };
BOOST_DESCRIBE_ENUM(CredentialKind, licence, filing, dispatch_licence)

/// `revoked` is final.
enum class CredentialStatus { valid, suspended, revoked };
BOOST_DESCRIBE_ENUM(CredentialStatus, valid, suspended, revoked)

/// Why an authority acted. Events carry the code; the sentence beside it stays in the row.
enum class ReasonCode {
    incomplete_documents,  ///< 材料不全
    wrong_credit_code,     ///< 统一社会信用代码与登记不符
    false_information,     ///< 提供虚假信息
    not_operating,         ///< 已停业或查无下落
    unlicensed_activity,   ///< 未经许可或备案从事服务
    false_posts,           ///< 发布虚假招聘信息
    unpaid_wages,          ///< 拖欠劳动报酬
    child_labour,          ///< 使用或介绍童工
    serious_breach,        ///< 列入严重失信名单
    credential_lapsed,     ///< 证照已失效或被原发证机关撤销
    at_own_request,        ///< 依本机构申请
    remedied,              ///< 问题已改正
    other                  ///< 其他，须附说明
};
BOOST_DESCRIBE_ENUM(ReasonCode, incomplete_documents, wrong_credit_code, false_information,
                    not_operating, unlicensed_activity, false_posts, unpaid_wages, child_labour,
                    serious_breach, credential_lapsed, at_own_request, remedied, other)

/// Shuts an organisation out of the market from `since_on` to `until_on`, both days included;
/// without `until_on` until it is taken back.
struct Exclusion {
    ReasonCode reason_code = ReasonCode::other;
    Date since_on;
    std::optional<Date> until_on;
    bool operator==(const Exclusion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Exclusion, (), (reason_code, since_on, until_on))

/// An organisation as other features and the gate see it: nothing personal, nothing secret.
struct Organisation {
    OrganisationId id;
    PlaceCode city;  ///< distribution key; of the place at registration
    OrganisationKind kind = OrganisationKind::employer;
    std::string name;
    CreditCode credit_code;
    PlaceCode place;
    std::optional<IndustryCode> industry;
    std::string address;
    OrganisationStatus status = OrganisationStatus::registered;
    std::optional<Instant> verified_at;    ///< the last verification, kept while suspended
    std::optional<std::int64_t> capacity;  ///< seats an agency can serve at once; none: undeclared
    std::optional<Exclusion> exclusion;    ///< the latest; see excluded_on
    bool operator==(const Organisation&) const = default;
};

/// A permission of an organisation, issued by the authority of a place. It counts nationwide
/// (行政许可法 §41; CORRECTIONS 1): `issuing_place` is who may change it, not where it counts.
struct Credential {
    CredentialId id;
    OrganisationId organisation;
    CredentialKind kind = CredentialKind::licence;
    std::string number;
    PlaceCode issuing_place;
    List<OrderKind, 9> scope;
    Date valid_from_on;
    std::optional<Date> valid_to_on;  ///< the last day; a filing may have none
    CredentialStatus status = CredentialStatus::valid;
    bool operator==(const Credential&) const = default;
};
BOOST_DESCRIBE_STRUCT(Credential, (),
                      (id, organisation, kind, number, issuing_place, scope, valid_from_on,
                       valid_to_on, status))

/// How lists of other features name an organisation.
struct Reference {
    OrganisationId id;
    std::string name;
    bool operator==(const Reference&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (id, name))

/// Whether the credit code and address are open to anybody: not those of sole traders (个体工商户,
/// codes that begin with 92), whose trade is a person's (DESIGN section 10).
[[nodiscard]] bool is_sole_trader(const CreditCode& code);

}  // namespace jianghui::organisations
