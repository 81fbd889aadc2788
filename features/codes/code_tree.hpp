#pragma once
// A classification with levels: occupations (大典 2022) and industries (GB/T 4754-2017). Every
// entry but the top ones has its parent in the same table.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/codes/csv_table.hpp"
#include "features/codes/text_map.hpp"

namespace jianghui::codes {

/// One entry of a classification.
struct Entry {
    std::string code;
    std::string name;
    std::string parent;  ///< empty at the top
    int level = 1;       ///< 1 at the top
};

class CodeTree {
  public:
    CodeTree() = default;
    /// Checks that codes are unique and that every parent is there, one level up. Fails with
    /// data_malformed at the row; `lines` are the line numbers of the entries in `file`.
    [[nodiscard]] static Result<CodeTree> create(std::string_view file, std::vector<Entry> entries,
                                                 const std::vector<std::int64_t>& lines);

    /// The entry, or nullptr. O(1).
    [[nodiscard]] const Entry* find(std::string_view code) const;
    /// All entries in the order of the file (by code).
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// Names from the top down to the entry itself. Requires an entry of this tree. O(levels).
    [[nodiscard]] std::vector<std::string> path(const Entry& entry) const;
    /// Up to three existing codes nearest to an unknown one: those that share the longest
    /// beginning, then those with the fewest edits; names that contain the text when it is no code.
    /// O(entries).
    [[nodiscard]] std::vector<std::string> nearest_codes(std::string_view typed) const;

  private:
    std::vector<Entry> entries_;
    TextMap<std::size_t> at_;
};

/// Up to `count` of `codes` nearest to `typed`: the longest common beginning first (at least one
/// character), then the fewest edits, then the order given. O(codes).
[[nodiscard]] std::vector<std::string> nearest_by_beginning(std::string_view typed,
                                                            const std::vector<std::string>& codes,
                                                            std::size_t count = 3);

}  // namespace jianghui::codes
