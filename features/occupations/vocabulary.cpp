#include "features/occupations/vocabulary.hpp"

#include <set>

namespace jianghui::occupations {
namespace {

constexpr std::size_t middle_class = 4;  // "6-02"

/// The place of an occupation of a level; a fault of the row when there is none.
std::uint32_t label_of(codes::DataRow& row, const codes::Tables& tables, const std::string& code,
                       int level) {
    const auto* entry = tables.find_occupation(OccupationCode{code});
    if (entry != nullptr && entry->level == level)
        return static_cast<std::uint32_t>(entry - tables.occupations().data());
    row.fail({"没有这个职业：" + code, "there is no such occupation of that level: " + code});
    return 0;
}

/// Terms of a file with the columns name, code, share, mark.
Result<std::vector<text::Term>> read_terms(const std::filesystem::path& folder,
                                           std::string_view file, const std::string& name,
                                           const std::string& share, const codes::Tables& tables) {
    TRY(auto rows, codes::read_table(folder, file, {name, "code", share, "mark"}));
    std::vector<text::Term> terms;
    for (auto& row : rows) {
        terms.push_back({row.text(0), label_of(row, tables, row.text(1), 4),
                         static_cast<int>(row.number(2, 1, 999))});
        (void)row.mark(3);
        TRY_DO(row.done());
    }
    return terms;
}

Result<std::vector<text::Head>> read_heads(const std::filesystem::path& folder,
                                           const codes::Tables& tables) {
    TRY(auto rows, codes::read_table(folder, "occupation_heads.csv", {"word", "classes", "mark"}));
    std::vector<text::Head> heads;
    for (auto& row : rows) {
        text::Head head{row.text(0), {}};
        for (const auto& code : row.parts(1)) head.groups.push_back(label_of(row, tables, code, 2));
        (void)row.mark(2);
        TRY_DO(row.done());
        heads.push_back(std::move(head));
    }
    return heads;
}

Result<std::vector<text::CurvePoint>> read_curve(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, "occupation_confidence.csv",
                                     {"likeness", "confidence", "mark"}));
    std::vector<text::CurvePoint> curve;
    for (auto& row : rows) {
        const text::CurvePoint before = curve.empty() ? text::CurvePoint{} : curve.back();
        curve.push_back({static_cast<int>(row.number(0, before.likeness, 1000)),
                         static_cast<int>(row.number(1, before.confidence, 1000))});
        (void)row.mark(2);
        TRY_DO(row.done());
    }
    return curve;
}

Result<text::Noise> read_noise(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, "title_noise.csv", {"word", "mark"}));
    std::vector<std::string> words;
    for (auto& row : rows) {
        words.push_back(row.text(0));
        (void)row.mark(1);
        TRY_DO(row.done());
    }
    return text::Noise(words);
}

std::vector<std::uint32_t> groups_of(const codes::Tables& tables) {
    std::vector<std::uint32_t> groups;
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < tables.occupations().size(); ++i) {
        const auto& entry = tables.occupations()[i];
        if (entry.code.size() <= middle_class) group = static_cast<std::uint32_t>(i);
        groups.push_back(group);
    }
    return groups;
}

}  // namespace

Result<Loaded> load_vocabulary(const std::filesystem::path& folder, const codes::Tables& tables) {
    Loaded loaded;
    auto& terms = loaded.vocabulary.terms;
    for (std::size_t i = 0; i < tables.occupations().size(); ++i)
        if (tables.occupations()[i].level == 4)
            terms.push_back({tables.occupations()[i].name, static_cast<std::uint32_t>(i), 1000});
    loaded.names = terms.size();
    TRY(const auto aliases,
        read_terms(folder, "occupation_aliases.csv", "alias", "confidence", tables));
    TRY(const auto choices,
        read_terms(folder, "occupation_choices.csv", "phrase", "share", tables));
    std::set<std::u32string> chosen;
    for (const auto& term : choices) chosen.insert(text::joined(term.text));
    for (const auto& term : aliases)
        if (chosen.count(text::joined(term.text)) == 0) terms.push_back(term);
    terms.insert(terms.end(), choices.begin(), choices.end());
    loaded.vocabulary.group_of_label = groups_of(tables);
    TRY(loaded.vocabulary.heads, read_heads(folder, tables));
    TRY(loaded.vocabulary.curve, read_curve(folder));
    TRY(loaded.vocabulary.noise, read_noise(folder));
    return loaded;
}

}  // namespace jianghui::occupations
