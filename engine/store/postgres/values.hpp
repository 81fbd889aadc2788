#pragma once
// The values of statements' parameters as libpq sends them: of one row as texts, of many rows as one
// array a parameter, in binary.

#include <string>
#include <string_view>
#include <vector>

#include "engine/store/statement.hpp"
#include "engine/store/value.hpp"

namespace jianghui::store::postgres {

/// Texts of rows are pointed to: the rows must outlive it. May be moved.
class Values {
  public:
    /// Of one row, in the order of `names`. Throws StoreFailure where one is missing.
    Values(const Statement& statement, const std::vector<std::string>& names, const Arguments& row);
    [[nodiscard]] const std::vector<const char*>& pointers() const { return pointers_; }
    /// Empty: they are texts.
    [[nodiscard]] const std::vector<int>& lengths() const { return lengths_; }

  private:
    friend class Columns;
    Values() = default;
    const char* text_of(const Value& value);
    std::vector<std::string> kept_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_;
};

/// What many rows give to each parameter of a statement. The rows must outlive it.
class Columns {
  public:
    /// Throws StoreFailure where a row lacks one of the names.
    Columns(const Statement& statement, const std::vector<std::string>& names,
            const std::vector<const Arguments*>& rows);
    /// In PostgreSQL's words; empty when all rows have NULL there.
    [[nodiscard]] std::string_view type_of(std::string_view name) const;
    /// The types of all names, a letter each; empty when one of them has values of several types.
    [[nodiscard]] const std::string& signature() const { return signature_; }
    /// The arrays of these parameters. Requires that they have types.
    [[nodiscard]] Values arrays(const std::vector<std::string>& names) const;

  private:
    [[nodiscard]] std::size_t find(std::string_view name) const;
    std::vector<std::string> names_;
    std::vector<std::vector<const Value*>> values_;  ///< by name, by row
    std::string signature_;
};

}  // namespace jianghui::store::postgres
