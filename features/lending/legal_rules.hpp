#pragma once
// The rules that shared staff stands on, each with its legal basis: what GET lending/rules tells and
// what a refusal names.

#include <array>

#include "features/lending/errors.hpp"

namespace jianghui::lending {

struct LegalRule {
    const ErrorCode* code;
    std::string_view basis;
};

inline constexpr std::array legal_rules{
    LegalRule{&lending_profit, "人社厅函〔2020〕98号（借出单位不得以营利为目的借出员工）"},
    LegalRule{&lending_beyond_contract, "人社厅函〔2020〕98号（不超过劳动合同剩余期限）；劳动合同法 §44"},
    LegalRule{&lending_dispatched, "劳动合同法 §62；人社厅函〔2020〕98号"},
    LegalRule{&lending_relent, "劳动合同法 §62；人社厅函〔2020〕98号"},
    LegalRule{&lending_no_labour_relation, "人社厅函〔2020〕98号（原劳动关系不变）"},
    LegalRule{&lending_part_time, "劳动合同法 §68、§72"},
    LegalRule{&lending_too_young, "劳动法 §15；禁止使用童工规定 §4"},
    LegalRule{&lending_minor_unchecked, "劳动法 §65；劳部发〔1994〕498号 §6"},
    LegalRule{&lending_minor_work, "劳动法 §64；未成年人保护法 §61"},
    LegalRule{&lending_overlap, "平台规则：同一时段只能在一处工作"},
    LegalRule{&lending_same_party, "人社厅函〔2020〕98号（企业之间）"},
    LegalRule{&lending_not_enterprise, "劳动合同法 §57；人社厅函〔2020〕98号（不得变相派遣）"},
    LegalRule{&lending_unverified, "人力资源市场暂行条例 §26"},
    LegalRule{&lending_excluded, "平台规则：限制名单"},
    LegalRule{&lending_below_minimum, "劳动法 §48"},
    LegalRule{&lending_uninsured, "劳动法 §72；社会保险法 §58、§60"},
    LegalRule{&lending_unidentified, "电子劳动合同订立指引 §7"},
    LegalRule{&lending_relation_differs, "劳动合同法 §3、§35；人社厅函〔2020〕98号（知情与协商一致）"},
};

/// The legal basis of a rule; empty for what is no rule of law.
[[nodiscard]] constexpr std::string_view basis_of(const ErrorCode& code) {
    for (const auto& rule : legal_rules)
        if (rule.code->code == code.code) return rule.basis;
    return {};
}

}  // namespace jianghui::lending
