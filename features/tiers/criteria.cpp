#include "features/tiers/criteria.hpp"

#include <algorithm>
#include <array>

namespace jianghui::tiers {
namespace {

constexpr std::string_view file = "tier_criteria.csv";
const std::vector<std::string> columns{"code", "zh",      "en",  "fact", "detail", "unit_zh",
                                       "unit_en", "min", "max",  "source", "mark"};

/// Whether a fact is about where somebody is registered or comes from.
bool is_place(std::string_view fact) {
    constexpr std::array words{"place", "city", "county", "province", "home", "local", "region"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return fact.find(word) != std::string_view::npos;
    });
}

void read_fact(codes::DataRow& row, Criterion& criterion) {
    const std::string fact = row.text(3);
    const std::string detail = row.free_text(4);
    if (is_place(fact) || is_place(detail))
        return row.fail({"分级条件不得按所在地区分机构（公平竞争审查条例 §8–10；行政许可法 §41）",
                         "a tier must not judge an agency by its place (Fair Competition Review "
                         "Regulations arts. 8-10)"});
    const auto judged = codec::parse_enum<Judged>(fact);
    if (!judged) return row.fail({"没有这种事实：" + fact, "there is no fact " + fact});
    criterion.judged = *judged;
    if (criterion.judged != Judged::credential_months) return;
    criterion.credential = codec::parse_enum<organisations::CredentialKind>(detail);
    if (!criterion.credential)
        row.fail({"没有这种资质：" + detail, "there is no credential kind " + detail});
}

}  // namespace

Result<CriteriaList> CriteriaList::load(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, file, columns));
    return of_rows(std::move(rows));
}

Result<CriteriaList> CriteriaList::parse(std::string_view text) {
    TRY(auto rows, codes::parse_table(file, text, columns));
    return of_rows(std::move(rows));
}

Result<CriteriaList> CriteriaList::of_rows(std::vector<codes::DataRow> rows) {
    CriteriaList list;
    for (auto& row : rows) {
        Criterion criterion;
        criterion.code = row.text(0);
        criterion.title = {row.text(1), row.text(2)};
        read_fact(row, criterion);
        criterion.unit = {row.text(5), row.text(6)};
        criterion.min = static_cast<int>(row.number(7, 0, 10000));
        criterion.max = static_cast<int>(row.number(8, criterion.min, 10000));
        criterion.source = row.text(9);
        criterion.mark = row.mark(10);
        if (list.find(criterion.code) != nullptr)
            row.fail({"代码重复", "the code occurs twice"});
        TRY_DO(row.done());
        list.criteria_.push_back(std::move(criterion));
    }
    return list;
}

const Criterion* CriteriaList::find(std::string_view code) const {
    const auto found = std::find_if(criteria_.begin(), criteria_.end(),
                                    [&](const auto& each) { return each.code == code; });
    return found == criteria_.end() ? nullptr : &*found;
}

std::vector<std::string> CriteriaList::codes() const {
    std::vector<std::string> codes;
    for (const auto& criterion : criteria_) codes.push_back(criterion.code);
    return codes;
}

}  // namespace jianghui::tiers
