#pragma once
// Reads a whole list row by row: opens the file, finds the header, reads each row, points out
// repetitions, counts. Nothing is written anywhere: this is the dry run, and the first half of an
// import.
//
//   TRY(auto reading, Reading::open(bytes, ImportKind::demand));
//   while (true) { TRY(auto row, reading.next(lookup, rules)); if (!row) break; keep(*row); }
//   ASSERT(reading.tally().read() == rows kept)

#include <deque>
#include <memory>

#include "features/imports/demand_rows.hpp"
#include "features/imports/header_mapping.hpp"
#include "features/imports/outcome.hpp"
#include "features/imports/table.hpp"

namespace jianghui::imports {

/// A list that is being read. Not thread-safe. Memory: the file, and some hundred bytes a row for
/// finding repetitions.
class Reading {
  public:
    /// Opens the file and finds the header. Fails as open_table and find_header do.
    [[nodiscard]] static Result<Reading> open(std::string bytes, ImportKind kind,
                                              const TableOptions& options = {});

    /// Whether the list has these columns, too (the employer, when the importer is not one). Fails
    /// with columns_missing.
    [[nodiscard]] Result<Done> require(const std::vector<Field>& fields) const;

    /// The next row with its outcome, which has been counted; nothing at the end. Rows above the
    /// header and without content are not rows of the list. Fails with too_many_rows.
    [[nodiscard]] Result<std::optional<ReadRow>> next(const Lookup& lookup,
                                                      const ReadingRules& rules);

    [[nodiscard]] const HeaderMapping& mapping() const { return mapping_; }
    [[nodiscard]] const TableForm& form() const { return table_->form(); }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    /// Rows handed out so far.
    [[nodiscard]] std::int64_t rows_read() const { return tally_.read(); }
    [[nodiscard]] ImportKind kind() const { return kind_; }
    /// How much of the file has been read.
    [[nodiscard]] int progress_per_mille() const { return table_->progress_per_mille(); }
    /// Things to know about the list as a whole, e.g. that every row counts as one person.
    [[nodiscard]] std::vector<Text> notes() const;

  private:
    Reading(std::unique_ptr<TableReader> table, ImportKind kind)
        : table_(std::move(table)), kind_(kind) {}
    ReadRow read_row(const TableRow& row, const Lookup& lookup, const ReadingRules& rules);

    std::unique_ptr<TableReader> table_;
    ImportKind kind_;
    HeaderMapping mapping_;
    std::size_t header_cells_ = 0;
    std::deque<TableRow> waiting_;  ///< rows that were looked at to find the header
    NearDuplicates duplicates_;
    Tally tally_;
};

}  // namespace jianghui::imports
