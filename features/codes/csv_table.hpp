#pragma once
// Reads the data files of data/: strict RFC 4180, UTF-8, a header that must name exactly the
// expected columns. Unlike features/imports/csv.hpp nothing is forgiven here: these files are ours,
// and a row that is not understood stops the program with file and line.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::codes {

inline constexpr ErrorCode data_malformed{
    "data_malformed", Kind::internal, "数据文件有误，程序未启动。请按文件名和行号改正。",
    "A data file is malformed; the program did not start. Correct the file and line named."};

/// How sure a row is (data/SOURCES.md). Recalled and proposed values are shown "to be confirmed".
enum class Mark { found, recalled, proposed };

/// data_malformed at "file:line" with the reason in both languages.
[[nodiscard]] Error malformed(std::string_view file, std::int64_t line, const Text& why);

/// One row, read cell by cell. The first cell that cannot be read is remembered; later reads answer
/// defaults, and `done()` hands the fault out, so that a reader needs one check per row.
class DataRow {
  public:
    DataRow(std::string file, std::int64_t line, std::vector<std::string> cells)
        : file_(std::move(file)), line_(line), cells_(std::move(cells)) {}

    [[nodiscard]] std::int64_t line() const { return line_; }
    /// The cell; must not be empty.
    [[nodiscard]] std::string text(std::size_t column);
    /// The cell, possibly empty.
    [[nodiscard]] std::string free_text(std::size_t column) const { return cells_[column]; }
    /// A whole number of min … max.
    [[nodiscard]] std::int64_t number(std::size_t column, std::int64_t min, std::int64_t max);
    /// A decimal number; nothing when the cell is empty.
    [[nodiscard]] std::optional<double> decimal(std::size_t column);
    [[nodiscard]] Date date(std::size_t column);
    /// A date; nothing when the cell is empty.
    [[nodiscard]] std::optional<Date> free_date(std::size_t column);
    /// "yes" or "no".
    [[nodiscard]] bool yes(std::size_t column);
    /// "F", "K" or "P".
    [[nodiscard]] Mark mark(std::size_t column);
    /// The parts of a cell separated by '|'; none when it is empty.
    [[nodiscard]] std::vector<std::string> parts(std::size_t column) const;
    /// Remembers a fault that the caller found (a code without its form, an unknown parent).
    void fail(Text why);
    /// Fails with data_malformed when a cell could not be read.
    [[nodiscard]] Result<Done> done() const;

  private:
    std::string file_;
    std::int64_t line_ = 0;
    std::vector<std::string> cells_;
    std::optional<Error> fault_;
};

/// Cuts the text of a data file into rows after its header. Fails with data_malformed (wrong
/// header, a row with more or fewer cells, a quote out of place, text that is not UTF-8). O(n).
[[nodiscard]] Result<std::vector<DataRow>> parse_table(std::string_view file, std::string_view text,
                                                       const std::vector<std::string>& columns);

/// Reads folder/file. Fails with data_malformed also when the file cannot be read.
[[nodiscard]] Result<std::vector<DataRow>> read_table(const std::filesystem::path& folder,
                                                      std::string_view file,
                                                      const std::vector<std::string>& columns);

}  // namespace jianghui::codes
