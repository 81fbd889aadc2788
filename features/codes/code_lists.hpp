#pragma once
// The small code lists: education levels, skills, certificate kinds, pay units, shifts, order
// kinds, credential kinds, and the parameters' names. Shown under GET /code-tables.

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
    /// an order kind needs, the category of a skill, the issuer of a certificate.
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
    Tables tables_;
    TextMap<std::pair<std::string, std::size_t>> by_code_;  ///< "table/code"
    TextMap<std::pair<std::string, std::size_t>> by_name_;  ///< "table/name"
};

}  // namespace jianghui::codes
