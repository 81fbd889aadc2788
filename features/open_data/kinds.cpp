#include "features/open_data/kinds.hpp"

#include "features/codes/api.hpp"

namespace jianghui::open_data {
namespace {

Result<std::vector<TableKind>> load_kinds(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, "open_tables.csv",
                                     {"kind", "theme", "often", "zh", "en", "about_zh", "about_en"}));
    std::vector<TableKind> kinds;
    for (auto& row : rows) {
        const auto theme = codec::parse_enum<Theme>(row.text(1));
        if (!theme) row.fail({"没有这个主题", "there is no such theme"});
        const auto often = codec::parse_enum<Often>(row.text(2));
        if (!often) row.fail({"没有这种更新频率", "nothing comes that often"});
        TableKind kind{row.text(0), theme.value_or(Theme::market),
                       often.value_or(Often::publication),
                       {row.text(3), row.text(4)},
                       {row.text(5), row.text(6)}};
        for (const auto& other : kinds)
            if (other.id == kind.id) row.fail({"表种类重复", "the kind occurs twice"});
        TRY_DO(row.done());
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

Result<Licence> load_licence(const std::filesystem::path& folder) {
    constexpr std::string_view file = "open_licence.csv";
    TRY(auto rows, codes::read_table(folder, file,
                                     {"id", "zh", "en", "terms_zh", "terms_en", "source", "mark"}));
    if (rows.size() != 1)
        return refuse(codes::malformed(file, 1, {"须有且只有一条许可", "exactly one licence is needed"}));
    auto& row = rows.front();
    Licence licence{row.text(0),
                    {row.text(1), row.text(2)},
                    {row.text(3), row.text(4)},
                    row.mark(6) == codes::Mark::found,
                    row.text(5)};
    TRY_DO(row.done());
    return licence;
}

Result<std::set<std::pair<std::string, std::string>>> load_texts(
    const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, "open_fields.csv", {"register", "field", "why", "mark"}));
    std::set<std::pair<std::string, std::string>> texts;
    for (auto& row : rows) {
        texts.emplace(row.text(0), row.text(1));
        (void)row.text(2);
        (void)row.mark(3);
        TRY_DO(row.done());
    }
    return texts;
}

}  // namespace

Result<Kinds> Kinds::load(const std::filesystem::path& folder) {
    Kinds kinds;
    TRY(kinds.all, load_kinds(folder));
    TRY(kinds.licence, load_licence(folder));
    TRY(kinds.open_texts, load_texts(folder));
    return kinds;
}

const TableKind* Kinds::find(std::string_view id) const {
    for (const auto& kind : all)
        if (kind.id == id) return &kind;
    return nullptr;
}

Text often_text(Often often) {
    switch (often) {
        case Often::daily: return {"每天核对，有变化时出新版本", "Looked at daily; a new version when it changed"};
        case Often::weekly: return {"每周核对，有变化时出新版本", "Looked at weekly; a new version when it changed"};
        case Often::publication: break;
    }
    return {"随每次发布出新版本", "A new version with each publication"};
}

}  // namespace jianghui::open_data
