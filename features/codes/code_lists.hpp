#pragma once
// The small code lists: education levels, skills, certificate kinds, pay units, shifts, order
// kinds, credential kinds, and those of code_tables.csv, to which a new list is added without code.
// Shown under GET /code-tables.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "features/codes/csv_table.hpp"
#include "features/codes/text_map.hpp"

namespace jianghui::codes {

/// One item of a list.
struct CodeItem {
    std::string code;
    std::string zh;
    std::string en;
    /// The list's own attribute: the rank of an education level (1 … 7), the credential kind that
    /// an order kind needs, the category of a skill, the issuer of a certificate, the kinds of
    /// evidence that a violation asks for (separated by '|').
    std::string value;
    Mark mark = Mark::proposed;
};

class CodeLists {
  public:
    /// Reads the lists. Fails with data_malformed, also when two items of a list answer to one
    /// name.
    [[nodiscard]] static Result<CodeLists> load(const std::filesystem::path& folder);

    using Tables = std::map<std::string, std::vector<CodeItem>, std::less<>>;
    [[nodiscard]] const Tables& tables() const { return tables_; }
    /// The item, or nullptr. O(1).
    [[nodiscard]] const CodeItem* find(std::string_view table, std::string_view code) const;
    /// The item with this code, Chinese or English name, or alias ("电焊" among skills,
    /// "大专及以上" among education levels), without regard to case, width and outer blanks; or
    /// nullptr. O(1).
    [[nodiscard]] const CodeItem* find_by_name(std::string_view table, std::string_view name) const;
    /// Up to three codes of the table nearest to an unknown one. O(items).
    [[nodiscard]] std::vector<std::string> nearest(std::string_view table,
                                                   std::string_view typed) const;

  private:
    /// Adds an item that answers to its code, its names and `names`. Fails at the row.
    Result<Done> add(std::string_view table, CodeItem item, std::vector<std::string> names,
                     DataRow& row);
    /// The lists of code_tables.csv, one row an item: what registers and procedures choose from.
    Result<Done> load_small_lists(const std::filesystem::path& folder);

    Tables tables_;
    TextMap<std::pair<std::string, std::size_t>> by_code_;  ///< "table/code"
    TextMap<std::pair<std::string, std::size_t>> by_name_;  ///< "table/name"
};

}  // namespace jianghui::codes
