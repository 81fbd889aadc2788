#include "features/codes/code_lists.hpp"

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

Result<CodeLists> CodeLists::load(const std::filesystem::path& folder) {
    CodeLists lists;
    // Adds an item to its list; what answers to one name twice is a fault of the row.
    const auto add = [&lists](DataRow& row, const std::string& table, CodeItem item,
                              std::vector<std::string> names) {
        auto& items = lists.tables_[table];
        const std::pair<std::string, std::size_t> where{table, items.size()};
        if (!lists.by_code_.emplace(key(table, item.code), where).second)
            row.fail({"代码重复", "the code occurs twice"});
        names.insert(names.end(), {item.code, item.zh, item.en});
        for (const auto& name : names) {
            const auto [known, added] = lists.by_name_.emplace(key(table, folded(name)), where);
            if (!added && known->second != where)
                row.fail({"名称重复：" + name, "two items answer to " + name});
        }
        items.push_back(std::move(item));
    };
    for (const auto& form : forms()) {
        TRY(auto rows, read_table(folder, form.file, form.columns));
        lists.tables_[std::string(form.table)];
        for (auto& row : rows) {
            const auto column = [](int index) { return static_cast<std::size_t>(index); };
            CodeItem item{row.text(0), row.text(1), row.text(2), {}, Mark::proposed};
            if (form.value >= 0) item.value = row.free_text(column(form.value));
            if (form.mark >= 0) item.mark = row.mark(column(form.mark));
            add(row, std::string(form.table), std::move(item),
                form.aliases >= 0 ? row.parts(column(form.aliases)) : std::vector<std::string>());
            TRY_DO(row.done());
        }
    }
    // lists.csv: the lists of registers and procedures, all in one file.
    TRY(auto rows, read_table(folder, "lists.csv", {"table", "code", "zh", "en", "mark"}));
    for (auto& row : rows) {
        const std::string table = row.text(0);
        CodeItem item{row.text(1), row.text(2), row.text(3), {}, row.mark(4)};
        add(row, table, std::move(item), {});
        TRY_DO(row.done());
    }
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
