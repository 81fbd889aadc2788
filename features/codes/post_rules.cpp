#include "features/codes/post_rules.hpp"

namespace jianghui::codes {
namespace {

std::optional<Severity> parse_severity(std::string_view text) {
    if (text == "block") return Severity::block;
    if (text == "review") return Severity::review;
    if (text == "note") return Severity::note;
    return std::nullopt;
}

}  // namespace

Result<PostRules> PostRules::load(const std::filesystem::path& folder) {
    PostRules rules;
    TRY(auto rows, read_table(folder, "post_rules.csv",
                              {"code", "severity", "basis", "message_zh", "message_en",
                               "allow_reasons", "mark"}));
    for (auto& row : rows) {
        PostRule rule;
        rule.code = row.text(0);
        const auto severity = parse_severity(row.text(1));
        if (!severity) row.fail({"应为 block、review 或 note", "must be block, review or note"});
        rule.severity = severity.value_or(Severity::review);
        rule.basis = row.text(2);
        rule.message = {row.text(3), row.text(4)};
        rule.allow_reasons = row.parts(5);
        rule.mark = row.mark(6);
        if (!rules.at_.emplace(rule.code, rules.rules_->size()).second)
            row.fail({"代码重复", "the code occurs twice"});
        TRY_DO(row.done());
        rules.rules_->push_back(std::move(rule));
    }
    TRY_DO(rules.load_words(folder, "word_lists/discrimination.csv"));
    TRY_DO(rules.load_words(folder, "word_lists/fraud.csv"));
    return rules;
}

Result<Done> PostRules::load_words(const std::filesystem::path& folder, std::string_view file) {
    TRY(auto rows, read_table(folder, file, {"pattern", "rule", "unless", "mark"}));
    for (auto& row : rows) {
        const std::string text = row.text(0);
        const std::string unless = row.free_text(2);
        auto phrase = Phrase::parse(text);
        auto exception = unless.empty() ? std::nullopt : Phrase::parse(unless);
        if (!phrase || (!unless.empty() && !exception))
            row.fail({"词条写法不对", "the pattern cannot be read"});
        const PostRule* rule = find(row.text(1));
        if (rule == nullptr) row.fail({"没有这条规则", "there is no such rule"});
        (void)row.mark(3);
        TRY_DO(row.done());
        for (const char32_t first : phrase->first_characters()) {
            if (first != Phrase::any_digit) {
                by_first_[first].push_back(patterns_.size());
                continue;
            }
            for (const char32_t digit : U"0123456789〇零一二两三四五六七八九十百千万")
                if (digit != 0) by_first_[digit].push_back(patterns_.size());
        }
        patterns_.push_back({std::move(*phrase), std::move(exception), rule, text});
    }
    return Done{};
}

const PostRule* PostRules::find(std::string_view code) const {
    const auto found = at_.find(code);
    return found == at_.end() ? nullptr : &(*rules_)[found->second];
}

const std::vector<std::size_t>& PostRules::patterns_from(char32_t first) const {
    const auto found = by_first_.find(first);
    return found == by_first_.end() ? none_ : found->second;
}

}  // namespace jianghui::codes
