#pragma once
// Reading and writing tables (table.hpp, csv_writer.hpp) for features with lists of their own, and
// what the command line may do with lists: `jianghui import FILE --kind demand|supply [--dry-run]`.
//
//   ImportFile wanted{.path = "list.xlsx", .kind = ImportKind::demand, .dry_run = true};
//   TRY(const auto report, imports::import_file(composition.services(), wanted));
//   std::cout << codec::encode(report);

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/services.hpp"
#include "features/imports/csv_writer.hpp"
#include "features/imports/model.hpp"
#include "features/imports/table.hpp"

namespace jianghui::imports {

/// How far it has come.
struct ImportProgress {
    bool applying = false;  ///< false: reading
    int per_mille = 0;
    Counts counts;
};

/// What to import.
struct ImportFile {
    std::string path;
    ImportKind kind = ImportKind::demand;
    bool dry_run = false;  ///< read and check everything, write nothing
    bool publish = false;  ///< publish the orders that pass the post check
    bool again = false;    ///< although the same file was imported before
    std::string sheet;     ///< of a spreadsheet; empty: the first with content
    /// Name of the account to act as; empty: the first system administrator, who may import for every
    /// employer, and people as an authority does.
    std::string account;
    std::size_t problems_max = 1000;  ///< rows that were not imported, to be listed in the report
    std::function<void(const ImportProgress&)> progress;  ///< called after every few hundred rows
};

/// What came of it; described, so that `--json` is codec::encode(report).
struct ImportReport {
    std::optional<ImportId> import;  ///< none for a dry run
    ImportKind kind = ImportKind::demand;
    std::string filename;
    bool dry_run = false;
    FormView form;
    std::vector<ColumnMatch> columns;
    std::vector<Text> notes;
    Counts counts;
    std::vector<RowView> problems;  ///< refused, duplicates and review, in the order of the file
    bool problems_complete = true;
    std::optional<FailureView> failure;
};
BOOST_DESCRIBE_STRUCT(ImportReport, (),
                      (import, kind, filename, dry_run, form, columns, notes, counts, problems,
                       problems_complete, failure))

inline constexpr ErrorCode file_unreadable{"file_unreadable", Kind::not_found,
                                           "无法读取文件。请核对路径和权限。",
                                           "The file cannot be read. Check path and rights."};
inline constexpr ErrorCode account_unknown{
    "account_unknown", Kind::not_found, "没有这个账号，或还没有管理员。请核对账号名。",
    "There is no such account, or no system administrator yet. Check the account's name."};

/// Reads the file, checks every row, and imports what is ready unless it is a dry run. Rows in
/// review stay in the database for somebody to choose on the web page. Waits for the write lane: not
/// for use on its thread; nobody else may run the jobs of these services meanwhile. Fails with
/// file_unreadable, account_unknown, import_repeated, everything that opening a table fails with,
/// columns_missing. A dry run keeps nothing at all.
[[nodiscard]] Result<ImportReport> import_file(const app::Services& services,
                                               const ImportFile& wanted);

}  // namespace jianghui::imports
