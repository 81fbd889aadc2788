#pragma once
// A printed table with facts before it and a QR code at its end.

#include "engine/print/lines.hpp"
#include "engine/print/paper.hpp"

namespace jianghui::print {

/// How a table looks; lengths are points.
struct TableStyle {
    float edge = 48;  ///< the margin
    float head_size = 16;
    float cell_size = 9;
    float row_height = 18;
    float fact_height = 18;  ///< a line of a fact
    float fact_indent = 96;  ///< from the edge to a fact's text
    float gap = 4;           ///< at least, between a cell and the next column
    float code_side = 72;
    /// Left edges of the columns but the last, which is written from the right margin.
    std::vector<float> columns = {};
    /// Where the last of these ends; below 0: so far before the right margin.
    float columns_end = 0;
    /// Columns (by their place, from 0) whose texts end where the next column begins: of numbers.
    std::vector<std::size_t> numbers = {};
};

/// Pages written from the top down: heading, facts, header, rows, and the end. A text that has no room in its column
/// flows over up to three lines; what has no room in these is cut.
class TablePages {
  public:
    explicit TablePages(const TableStyle& style);
    TablePages(const TablePages&) = delete;
    TablePages& operator=(const TablePages&) = delete;

    [[nodiscard]] bool good() const { return paper_.good(); }
    /// On the next page when nothing more would stand below it.
    void heading(const std::string& text);
    /// The title of another table or of more facts, with room above it; never the last on its page.
    void section(const std::string& text);
    /// A name and a text that flows over as many lines as it needs. A name that the fact before had too is not repeated.
    void fact(const std::string& name, const std::string& text);
    /// From here on the columns begin there; the last of these ends as `columns_end` of the style says. Those of `numbers`
    /// are written as the style says of its own.
    void set_columns(std::vector<float> columns, float columns_end, std::vector<std::size_t> numbers = {});
    /// The titles of the columns, and of the last one; they stand on every page that a row begins, and never alone.
    void header(const std::vector<std::string>& titles, const std::string& last);
    /// One row. Requires as many cells as there are columns.
    void row(const std::vector<std::string>& cells, const std::string& last);
    /// The document with a QR code of `address`, a text beside it, and numbered pages; "" when the
    /// library failed.
    [[nodiscard]] std::string finish(const std::string& address, const std::string& beside);

  private:
    /// The lines of each cell of a row.
    using Lines = std::vector<std::vector<std::string>>;
    bool turn_page();
    void write_header();
    [[nodiscard]] Lines lines_of(const std::vector<std::string>& cells) const;
    [[nodiscard]] float height_of(const Lines& lines) const;
    [[nodiscard]] float end_of(std::size_t column, std::size_t columns) const;
    void write_lines(const Lines& lines, const std::string& last);

    TableStyle style_;
    Paper paper_;
    Measure measure_;
    std::vector<std::string> titles_;
    std::string last_title_;
    std::string last_fact_;
};

}  // namespace jianghui::print
