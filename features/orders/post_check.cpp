#include "features/orders/post_check.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "features/orders/post_check_report.hpp"
#include "features/orders/post_check_text.hpp"

namespace jianghui::orders {
namespace {

using codes::Severity;

Severity softer(Severity severity) {
    return severity == Severity::block ? Severity::review : Severity::note;
}

std::string filled(std::string sentence, const std::vector<Filling>& fillings) {
    for (const auto& [name, value] : fillings) {
        const std::string mark = fmt::format("{{{}}}", name);
        for (auto at = sentence.find(mark); at != std::string::npos;
             at = sentence.find(mark, at + value.size()))
            sentence.replace(at, mark.size(), value);
    }
    return sentence;
}

/// Recalled and proposed rules say so (work rules: "to be confirmed").
std::string basis_of(const codes::PostRule& rule) {
    switch (rule.mark) {
        case codes::Mark::found:
            return rule.basis;
        case codes::Mark::recalled:
            return rule.basis + "（条文待核对）";
        case codes::Mark::proposed:
            return rule.basis + "（平台规则，待确认）";
    }
    return rule.basis;
}

void check_employer(const PostFacts& facts, const codes::Tables& tables, Date today,
                    PostReport& report) {
    if (facts.employer_excluded) report.add("employer_excluded", "/employer");
    const auto months = tables.parameter_or("account_reverification_months", today, 6);
    if (!facts.employer_verified) {
        report.add("employer_unverified", "/employer");
    } else if (!facts.employer_verified_on ||
               add_months(*facts.employer_verified_on, static_cast<int>(months)) < today) {
        report.add("account_verification_old", "/employer", {{"months", std::to_string(months)}});
    }
    std::vector<std::string> missing;
    if (facts.employer_name.empty()) missing.emplace_back("单位名称 (name)");
    if (facts.employer_credit_code.empty()) missing.emplace_back("统一社会信用代码 (credit code)");
    if (facts.employer_address.empty() && facts.employer_industry.empty())
        missing.emplace_back("地址或行业 (address or industry)");
    if (!missing.empty())
        report.add("employer_facts_missing", "/employer",
                   {{"fields", fmt::format("{}", fmt::join(missing, "、"))}});
}

/// Whether the description speaks of conditions, so that the fields may stay empty.
bool names_conditions(std::string_view description) {
    for (const std::string_view word :
         {"要求", "条件", "学历", "经验", "资格", "持证", "不限", "无需"})
        if (description.find(word) != std::string_view::npos) return true;
    return false;
}

void check_mandatory(const PostFacts& facts, const codes::Tables& tables, Date today,
                     PostReport& report) {
    if (facts.title.empty()) report.add("title_missing", "/title");
    if (facts.headcount.value_or(0) < 1) report.add("headcount_missing", "/headcount");
    const auto least = tables.parameter_or("work_content_characters_min", today, 1);
    if (static_cast<std::int64_t>(decode_utf8(facts.description).size()) < least)
        report.add("work_content_missing", "/description", {{"characters", std::to_string(least)}});
    if (!facts.no_conditions && facts.education.empty() && facts.skills.empty() &&
        facts.certificates.empty() && !names_conditions(facts.description))
        report.add("conditions_missing", "/education");
    if (!facts.place) {
        report.add("place_missing", "/place");
    } else if (const auto* place = tables.find_place(facts.place); place == nullptr) {
        report.add("place_unknown", "/place", {{"place", facts.place.text}});
    } else if (place->level != codes::PlaceLevel::county) {
        report.add("place_not_county", "/place");
    } else if (facts.address.empty()) {
        report.add("address_missing", "/address");
    }
    if (facts.occupation && tables.find_occupation(facts.occupation) == nullptr)
        report.add("occupation_unknown", "/occupation", {{"occupation", facts.occupation.text}});
    if (facts.is_repost && facts.source.empty()) report.add("source_missing", "/source");
}

/// Conditions in fields of their own.
void check_conditions(const PostFacts& facts, const codes::Tables& tables, Date today,
                      PostReport& report) {
    if (!facts.sex.empty()) report.add("field_sex", "/sex");
    if (!facts.ethnicity.empty()) report.add("field_ethnicity", "/ethnicity");
    if (!facts.household.empty()) report.add("field_household", "/household");
    const auto working_age = static_cast<int>(tables.parameter_or("working_age", today, 16));
    const auto adult_age = static_cast<int>(tables.parameter_or("adult_age", today, 18));
    if (facts.age_min && *facts.age_min < working_age)
        report.add("field_age_under", "/age_min", {{"age", std::to_string(*facts.age_min)}});
    if (facts.age_min && facts.age_max && *facts.age_min > *facts.age_max)
        report.add("age_order", "/age_max");
    // "From 16" and "from 18" only repeat the law.
    if (facts.age_max || facts.age_min.value_or(0) > adult_age)
        report.add(
            "field_age", facts.age_max ? "/age_max" : "/age_min",
            {{"range", fmt::format("{}–{}", facts.age_min ? std::to_string(*facts.age_min) : "",
                                   facts.age_max ? std::to_string(*facts.age_max) : "")}});
    if (facts.student_interns && facts.through_agency)
        report.add("student_intern_by_agency", "/student_interns");
}

/// One finding per rule and field; its sentence names the words.
void check_words(std::string_view text, std::string_view path, const PostFacts& facts,
                 const codes::Tables& tables, PostReport& report) {
    constexpr std::size_t words_max = 5;
    std::vector<std::pair<std::string, std::vector<std::string>>> by_rule;
    for (const auto& hit : find_words(text, tables.post_rules())) {
        std::string code = hit.rule->code;
        // Schools and employers may arrange internships directly; only agencies may not.
        if (code == "student_intern_by_agency" && !facts.through_agency)
            code = "student_intern_named";
        auto known = std::find_if(by_rule.begin(), by_rule.end(),
                                  [&](const auto& entry) { return entry.first == code; });
        if (known == by_rule.end()) known = by_rule.insert(by_rule.end(), {code, {}});
        auto& words = known->second;
        if (words.size() < words_max &&
            std::find(words.begin(), words.end(), hit.words) == words.end())
            words.push_back(hit.words);
    }
    for (const auto& [code, words] : by_rule)
        report.add(code, path, {{"words", fmt::format("{}", fmt::join(words, "”“"))}});
}

}  // namespace

codes::Severity PostReport::severity_of(const codes::PostRule& rule) const {
    for (const auto& reason : facts_.allow_reasons)
        if (std::find(rule.allow_reasons.begin(), rule.allow_reasons.end(), reason) !=
            rule.allow_reasons.end())
            return softer(rule.severity);
    return rule.severity;
}

void PostReport::add(std::string_view code, std::string_view path,
                     const std::vector<Filling>& fillings) {
    const codes::PostRule* rule = tables_.post_rules().find(code);
    if (rule == nullptr) return;
    findings_.push_back({rule->code,
                         severity_of(*rule),
                         {filled(rule->message.zh, fillings), filled(rule->message.en, fillings)},
                         basis_of(*rule),
                         std::string(path)});
}

std::vector<Finding> PostReport::take() {
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return std::move(findings_);
}

std::vector<Finding> post_check(const PostFacts& facts, const codes::Tables& tables, Date today) {
    PostReport report(facts, tables);
    check_employer(facts, tables, today, report);
    check_mandatory(facts, tables, today, report);
    check_terms(facts, tables, today, report);
    check_conditions(facts, tables, today, report);
    check_words(facts.title, "/title", facts, tables, report);
    check_words(facts.description, "/description", facts, tables, report);
    for (std::size_t i = 0; i < facts.skills.size(); ++i)
        check_words(facts.skills[i], fmt::format("/skills/{}/name", i), facts, tables, report);
    return report.take();
}

bool blocks(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::block; });
}

bool needs_review(const std::vector<Finding>& findings) {
    return !blocks(findings) && std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.severity == Severity::review;
    });
}

}  // namespace jianghui::orders
