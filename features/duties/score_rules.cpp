#include "features/duties/score_rules.hpp"

namespace jianghui::duties {

Result<ScoreRules> ScoreRules::load(const std::filesystem::path& folder) {
    constexpr std::string_view file = "duty_scores.csv";
    constexpr int all = 100;
    TRY(auto rows,
        codes::read_table(folder, file, {"counts", "zh", "en", "weight", "source", "mark"}));
    ScoreRules rules;
    int sum = 0;
    for (auto& row : rows) {
        ScoreRule rule;
        const auto counts = codec::parse_enum<Counts>(row.text(0));
        if (!counts) row.fail({"没有这种计分项", "nothing counts that"});
        rule.counts = counts.value_or(Counts::in_time);
        rule.title = {row.text(1), row.text(2)};
        rule.weight = static_cast<int>(row.number(3, 1, all));
        rule.source = row.text(4);
        (void)row.mark(5);
        rule.mark = row.text(5);
        for (const auto& other : rules.lines)
            if (other.counts == rule.counts) row.fail({"计分项重复", "the line occurs twice"});
        TRY_DO(row.done());
        sum += rule.weight;
        rules.lines.push_back(std::move(rule));
    }
    if (sum != all)
        return refuse(codes::malformed(file, 1, {"权重合计不是 100", "the weights do not sum to 100"}));
    return rules;
}

}  // namespace jianghui::duties
