#include "features/codes/code_lists.hpp"

#include <set>

namespace jianghui::codes {
namespace {

/// Where a list lies and what its columns mean; -1: it has no such column.
struct ListForm {
    std::string_view table;
    std::string_view file;
    std::vector<std::string> columns;
    int value = -1;
    int aliases = -1;
    int mark = -1;
};

const std::vector<ListForm>& forms() {
    static const std::vector<ListForm> all{
        {"education_levels",
         "education_levels.csv",
         {"code", "zh", "en", "rank", "gb_code", "aliases", "mark"},
         3,
         5,
         6},
        {"skills", "skills.csv", {"code", "zh", "en", "category", "aliases"}, 3, 4, -1},
        {"certificate_kinds",
         "certificate_kinds.csv",
         {"code", "zh", "en", "issuer", "basis", "mark"},
         3,
         -1,
         5},
        {"pay_units", "pay_units.csv", {"code", "zh", "en", "mark"}, -1, -1, 3},
        {"shifts", "shifts.csv", {"code", "zh", "en", "mark"}, -1, -1, 3},
        {"order_kinds",
         "order_kinds.csv",
         {"code", "zh", "en", "credential", "basis", "mark"},
         3,
         -1,
         5},
        {"service_kinds",
         "service_kinds.csv",
         {"code", "zh", "en", "credential", "basis", "mark"},
         3,
         -1,
         5},
        {"service_units", "service_units.csv", {"code", "zh", "en", "mark"}, -1, -1, 3},
        {"credential_kinds",
         "credential_kinds.csv",
         {"code", "zh", "en", "basis", "mark"},
         3,
         -1,
         4},
    };
    return all;
}

/// As names are compared: half width, lower case.
std::string folded(std::string_view name) {
    std::string text = half_width(name);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::string key(std::string_view table, std::string_view code) {
    return std::string(table) + '/' + std::string(code);
}

}  // namespace

Result<Done> CodeLists::add(std::string_view table, CodeItem item, std::vector<std::string> names,
                            DataRow& row) {
    auto& items = tables_[std::string(table)];
    const std::pair<std::string, std::size_t> where{std::string(table), items.size()};
    if (!by_code_.emplace(key(table, item.code), where).second)
        row.fail({"代码重复", "the code occurs twice"});
    names.insert(names.end(), {item.code, item.zh, item.en});
    for (const auto& name : names) {
        const auto [known, added] = by_name_.emplace(key(table, folded(name)), where);
        if (!added && known->second != where)
            row.fail({"名称重复：" + name, "two items answer to " + name});
    }
    TRY_DO(row.done());
    items.push_back(std::move(item));
    return Done{};
}

Result<Done> CodeLists::load_small_lists(const std::filesystem::path& folder) {
    std::set<std::string> of_their_own;
    for (const auto& [table, items] : tables_) of_their_own.insert(table);
    TRY(auto rows, read_table(folder, "code_tables.csv",
                              {"table", "code", "zh", "en", "value", "mark"}));
    for (auto& row : rows) {
        const std::string table = row.text(0);
        if (of_their_own.count(table) > 0)
            row.fail({"这个代码表有自己的文件", "this table has a file of its own"});
        TRY_DO(add(table, {row.text(1), row.text(2), row.text(3), row.free_text(4), row.mark(5)},
                   {}, row));
    }
    return Done{};
}

Result<CodeLists> CodeLists::load(const std::filesystem::path& folder) {
    CodeLists lists;
    for (const auto& form : forms()) {
        TRY(auto rows, read_table(folder, form.file, form.columns));
        lists.tables_[std::string(form.table)];
        for (auto& row : rows) {
            const auto column = [](int index) { return static_cast<std::size_t>(index); };
            CodeItem item{row.text(0), row.text(1), row.text(2), {}, Mark::proposed};
            if (form.value >= 0) item.value = row.free_text(column(form.value));
            if (form.mark >= 0) item.mark = row.mark(column(form.mark));
            TRY_DO(lists.add(
                form.table, std::move(item),
                form.aliases >= 0 ? row.parts(column(form.aliases)) : std::vector<std::string>(),
                row));
        }
    }
    TRY_DO(lists.load_small_lists(folder));
    return lists;
}

const CodeItem* CodeLists::find(std::string_view table, std::string_view code) const {
    const auto found = by_code_.find(key(table, code));
    if (found == by_code_.end()) return nullptr;
    return &tables_.find(table)->second[found->second.second];
}

const CodeItem* CodeLists::find_by_name(std::string_view table, std::string_view name) const {
    const auto found = by_name_.find(key(table, folded(name)));
    if (found == by_name_.end()) return nullptr;
    return &tables_.find(table)->second[found->second.second];
}

std::vector<std::string> CodeLists::nearest(std::string_view table, std::string_view typed) const {
    const auto found = tables_.find(table);
    if (found == tables_.end()) return {};
    if (const CodeItem* item = find_by_name(table, typed)) return {item->code};
    std::vector<std::string> codes;
    for (const auto& item : found->second) codes.push_back(item.code);
    auto near = jianghui::nearest(typed, codes);
    // A short list is its own answer.
    if (near.empty() && codes.size() <= 12) return codes;
    return near;
}

}  // namespace jianghui::codes
