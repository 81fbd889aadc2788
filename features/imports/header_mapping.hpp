#pragma once
// Finds out which column is what by the headers that people write.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/codec/codec.hpp"
#include "features/imports/fields.hpp"
#include "features/imports/table.hpp"

namespace jianghui::imports {

/// What became of one column of the file.
struct ColumnMatch {
    std::int64_t column = 0;               ///< from 0
    std::string header;                    ///< as the file spells it
    std::optional<Field> field;            ///< none: not understood, not imported
    int confidence_per_mille = 0;          ///< 1000: a known spelling; less: contains one
    bool imported = false;                 ///< false also for columns that are left out on purpose
    std::vector<std::string> suggestions;  ///< headers that it may have meant, nearest first
};
BOOST_DESCRIBE_STRUCT(ColumnMatch, (), (column, header, field, confidence_per_mille, imported,
                                        suggestions))

/// Which column holds which field.
struct HeaderMapping {
    std::int64_t row = 0;  ///< number of the header's row
    std::vector<ColumnMatch> columns;
    /// The column of a field; nothing when the list does not have it.
    [[nodiscard]] const ColumnMatch* find(Field field) const;
};
BOOST_DESCRIBE_STRUCT(HeaderMapping, (), (row, columns))

/// Maps one row of headers. Each field goes to the column that fits best, the first of equals; a
/// header that only contains a known spelling counts when that is at least six tenths of it. Pure.
[[nodiscard]] HeaderMapping map_headers(ImportKind kind, const TableRow& row);

/// Chooses the header among the first rows of a file (people put titles above it): the row with the
/// most understood columns, the first of equals. Fails as check_columns does.
[[nodiscard]] Result<HeaderMapping> find_header(ImportKind kind,
                                                const std::vector<TableRow>& first_rows);

/// Whether the required columns of that kind of list are there, and those of `also_required`. Fails
/// with columns_missing: one error per column, `nearest` holding the spellings that would be
/// accepted, nearest to the headers there are first.
[[nodiscard]] Result<Done> check_columns(ImportKind kind, const HeaderMapping& mapping,
                                         const std::vector<Field>& also_required = {});

/// Which column has a title, written in half width.
using TitledColumns = std::map<std::string, std::size_t>;
/// The columns of a table whose titles are fixed, by the first of its rows that has all of them (people put others above
/// it); of equal titles the first column. Fails with columns_missing, and as `next` does.
[[nodiscard]] Result<TitledColumns> find_titles(TableReader& table,
                                                const std::vector<std::string>& titles);

inline constexpr ErrorCode columns_missing{
    "columns_missing", Kind::invalid, "缺少必需的列。请补上，或把表头改成列出的写法之一。",
    "Required columns are missing. Add them, or use one of the headers listed."};

}  // namespace jianghui::imports
