#pragma once
// The check of a post before it is published: what the law wants said, what it forbids, and what
// contradicts itself. Pure: facts and tables in, findings out. Severity, legal basis and sentences
// are data (data/post_rules.csv), and so are the words (data/word_lists); a rule whose row a
// deployment takes out is off.
//
//   const auto findings = post_check(facts, tables, today);
//   if (blocks(findings)) …   // 422 post_check_failed
//   if (needs_review(findings)) …   // an official looks first

#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "features/codes/api.hpp"

namespace jianghui::orders {

/// What the check judges. Empty text and absent values mean "not said".
struct PostFacts {
    // Who employs.
    std::string employer_name;
    std::string employer_credit_code;
    std::string employer_address;
    std::string employer_industry;
    bool employer_verified = false;
    std::optional<Date> employer_verified_on;
    bool employer_excluded = false;
    bool through_agency =
        true;  ///< agencies take part (every grab order); false: the employer alone

    // Whom the employer has, of what it said itself; none: it said nothing, and the quota is not compared.
    std::optional<std::int64_t> contract_staff;
    std::int64_t dispatched_elsewhere = 0;  ///< not through this platform
    std::int64_t dispatch_seats = 0;        ///< of its other dispatch orders here
    std::optional<Date> staff_as_of_on;

    // What is offered.
    std::string kind;  ///< a code of order_kinds
    std::string title;
    std::string description;  ///< the work content
    OccupationCode occupation;
    std::optional<int> headcount;
    PlaceCode place;
    std::string address;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::string shift;  ///< a code of shifts
    std::optional<int> hours_per_day_tenths;
    std::string pay_unit;  ///< a code of pay_units
    std::optional<Fen> pay_min;
    std::optional<Fen> pay_max;
    Fen service_fee;  ///< per seat
    std::optional<int> lot_min;
    std::optional<int> lot_max;
    std::optional<int> cap_per_agency;

    // Conditions.
    std::string education;
    std::vector<std::string> skills;
    std::vector<std::string> certificates;
    bool no_conditions = false;  ///< the author said that there are none
    std::string sex;             ///< a required sex, whatever it is
    std::optional<int> age_min;
    std::optional<int> age_max;
    std::string ethnicity;
    std::string household;
    bool student_interns = false;
    /// Lawful grounds that the author names: women_forbidden_labour, minors_protection. They soften
    /// the rules that allow them by one step.
    std::vector<std::string> allow_reasons;

    // The post itself.
    std::optional<Date> valid_from_on;
    std::optional<Date> valid_to_on;
    bool is_repost = false;
    std::string source;
};

/// One thing that the check has to say.
struct Finding {
    std::string code;
    codes::Severity severity = codes::Severity::review;
    Text message;
    std::string basis;  ///< law and article; says so when it is still to be confirmed
    std::string path;   ///< JSON pointer of the field
    bool operator==(const Finding&) const = default;
};

/// Every finding, blocks first, otherwise in the order of the rules below: employer, mandatory
/// fields, time, pay, size, conditions, words. Empty when there is nothing to say.
/// Sources: 人社厅发〔2025〕60号, 人力资源市场暂行条例 §11, §24, §26, 就业促进法 §3, §27–31, §41,
/// 妇女权益保障法 §43, 劳动法 §15, §36, §41, §48, 劳动合同法 §9, §66, 职业教育法 §50
/// (domain.md 1.3–1.5). O(text × word list).
[[nodiscard]] std::vector<Finding> post_check(const PostFacts& facts, const codes::Tables& tables,
                                              Date today);

/// The share of the dispatched in all that an employer uses, in hundredths of a percent and rounded up: more than the quota never looks
/// like the quota. Nothing of nobody.
[[nodiscard]] std::optional<std::int64_t> dispatch_percent_hundredths(std::int64_t contract_staff, std::int64_t dispatched);

/// Whether a finding keeps the post from being published.
[[nodiscard]] bool blocks(const std::vector<Finding>& findings);
/// Whether an official must look before the post is published. False when something blocks.
[[nodiscard]] bool needs_review(const std::vector<Finding>& findings);

}  // namespace jianghui::orders
