#pragma once
// Reads a whole list row by row: opens the file, finds the header, reads each row, points out
// repetitions, counts. Nothing is written anywhere: this is the dry run, and the first half of an
// import.
//
//   TRY(auto reading, Reading::open(bytes, {.kind = ImportKind::demand, …}, lookup));
//   while (true) { TRY(auto row, reading.next()); if (!row) break; keep(*row); }
//   ASSERT(reading.tally().read() == rows kept)

#include <deque>
#include <memory>

#include "features/imports/demand_rows.hpp"
#include "features/imports/header_mapping.hpp"
#include "features/imports/outcome.hpp"
#include "features/imports/table.hpp"

namespace jianghui::imports {

/// What to read and how.
struct ReadingOptions {
    ImportKind kind = ImportKind::demand;
    TableOptions table;
    ReadingRules rules;
    std::vector<Field> also_required;  ///< Field::employer when the importer is not one
};

/// A list that is being read. Not thread-safe. Memory: the file, and some hundred bytes a row for
/// finding repetitions.
class Reading {
  public:
    /// Opens the file and finds the header. Fails as open_table and find_header do. `lookup` must
    /// live as long as the reading.
    [[nodiscard]] static Result<Reading> open(std::string bytes, ReadingOptions options,
                                              std::shared_ptr<const Lookup> lookup);

    /// The next row with its outcome, which has been counted; nothing at the end. Rows above the
    /// header and without content are not rows of the list. Fails with too_many_rows.
    [[nodiscard]] Result<std::optional<ReadRow>> next();

    [[nodiscard]] const HeaderMapping& mapping() const { return mapping_; }
    [[nodiscard]] const TableForm& form() const { return table_->form(); }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    [[nodiscard]] ImportKind kind() const { return options_.kind; }
    /// Things to know about the list as a whole, e.g. that every row counts as one person.
    [[nodiscard]] std::vector<Text> notes() const;

  private:
    Reading(std::unique_ptr<TableReader> table, ReadingOptions options,
            std::shared_ptr<const Lookup> lookup)
        : table_(std::move(table)), options_(std::move(options)), lookup_(std::move(lookup)) {}
    ReadRow read_row(const TableRow& row);

    std::unique_ptr<TableReader> table_;
    ReadingOptions options_;
    std::shared_ptr<const Lookup> lookup_;
    HeaderMapping mapping_;
    std::size_t header_cells_ = 0;
    std::deque<TableRow> waiting_;  ///< rows that were looked at to find the header
    NearDuplicates duplicates_;
    Tally tally_;
};

}  // namespace jianghui::imports
