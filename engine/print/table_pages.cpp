#include "engine/print/table_pages.hpp"

namespace jianghui::print {

TablePages::TablePages(const TableStyle& style)
    : style_(style), paper_(style.edge, style.head_size), measure_([this](const std::string& text) {
          return paper_.measure(text, style_.cell_size);
      }) {}

void TablePages::heading(const std::string& text) {
    if (paper_.room() < style_.head_size * 2 + style_.row_height * 3) paper_.next_page();
    paper_.write_centred(text, style_.head_size);
    paper_.go_down(style_.head_size * 2);
}

void TablePages::fact(const std::string& name, const std::string& text) {
    paper_.write(name, style_.edge, style_.cell_size);
    for (const auto& line :
         wrapped(text, paper_.right() - style_.edge - style_.fact_indent, measure_)) {
        paper_.write(line, style_.edge + style_.fact_indent, style_.cell_size);
        paper_.go_down(style_.fact_height);
        turn_page();
    }
}

void TablePages::set_columns(std::vector<float> columns, float columns_end) {
    style_.columns = std::move(columns);
    style_.columns_end = columns_end;
}

void TablePages::header(const std::vector<std::string>& titles, const std::string& last) {
    titles_ = titles;
    last_title_ = last;
    write_header();
}

void TablePages::row(const std::vector<std::string>& cells, const std::string& last) {
    if (turn_page()) write_header();
    write_cells(cells, last);
}

std::string TablePages::finish(const std::string& address, const std::string& beside) {
    return paper_.finish(address, style_.code_side, beside, style_.cell_size, style_.row_height);
}

/// Whether what follows begins a page.
bool TablePages::turn_page() {
    if (paper_.room() > style_.row_height) return false;
    paper_.next_page();
    return true;
}

void TablePages::write_header() {
    write_cells(titles_, last_title_);
    paper_.rule(style_.row_height - 5);
}

void TablePages::write_cells(const std::vector<std::string>& cells, const std::string& last) {
    const auto& columns = style_.columns;
    const float columns_end =
        style_.columns_end < 0 ? paper_.right() + style_.columns_end : style_.columns_end;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float end = i + 1 < cells.size() ? columns[i + 1] : columns_end;
        paper_.write(fitted(cells[i], end - columns[i] - style_.gap, measure_), columns[i],
                     style_.cell_size);
    }
    paper_.write_right(last, style_.cell_size);
    paper_.go_down(style_.row_height);
}

}  // namespace jianghui::print
