#pragma once
// POST registers/{register_id}/import: an authority brings its own register along.

#include "features/entries/import_rows.hpp"

namespace jianghui::entries {

struct ImportEntries {
    RegisterName register_id;
    std::optional<PlaceCode> place;  ///< issuing place of rows that name none; absent: the caller's
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(ImportEntries, (), (register_id, place, dry_run))

/// What came of it, or what would come of it. Rows with faults are left out; all others are written
/// together or not at all.
struct ImportReport {
    bool dry_run = false;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;  ///< the number is there with the same content
    std::int64_t refused = 0;
    std::vector<CellFault> faults;  ///< the first 500
    std::vector<std::string> ignored_columns;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (dry_run, rows, added, changed, unchanged, refused, faults, ignored_columns))

/// Idempotent by number: what is there already stays, what differs becomes a new version. The file is unpacked
/// and its rows read before the write lane is asked. Fails with register_unknown, not_allowed, import_bars,
/// import_columns_missing, everything that opening a table fails with, and import_row_refused, which names
/// the row.
[[nodiscard]] Result<ImportReport> import_entries(app::Query& query,
                                                  const ImportEntries& input,
                                                  const std::string& file);

inline constexpr std::size_t import_bytes_max = std::size_t{4} << 20U;
inline constexpr std::int64_t import_rows_max = 2'000;

}  // namespace jianghui::entries
