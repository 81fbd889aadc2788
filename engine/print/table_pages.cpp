#include "engine/print/table_pages.hpp"

#include <algorithm>

namespace jianghui::print {
namespace {

constexpr std::size_t lines_max = 3;
constexpr float line_spacing = 1.25F;  // of the letters' size
constexpr float section_size = 0.75F;  // of the heading's
constexpr float row_shade = 0.85F;

/// How many lines a row has.
std::size_t most_of(const std::vector<std::vector<std::string>>& lines) {
    std::size_t most = 1;
    for (const auto& cell : lines) most = std::max(most, cell.size());
    return most;
}

}  // namespace

TablePages::TablePages(const TableStyle& style)
    : style_(style), paper_(style.edge, style.head_size), measure_([this](const std::string& text) {
          return paper_.measure(text, style_.cell_size);
      }) {}

void TablePages::heading(const std::string& text) {
    if (paper_.room() < style_.head_size * 2 + style_.row_height * 3) paper_.next_page();
    paper_.write_centred(text, style_.head_size);
    paper_.go_down(style_.head_size * 2);
}

void TablePages::section(const std::string& text) {
    last_fact_.clear();
    if (paper_.room() < style_.head_size * 2 + style_.row_height * 4) paper_.next_page();
    else paper_.go_down(style_.head_size);
    paper_.write(text, style_.edge, style_.head_size * section_size);
    paper_.go_down(style_.head_size * 1.4F);
}

void TablePages::fact(const std::string& name, const std::string& text) {
    if (name != last_fact_) paper_.write(name, style_.edge, style_.cell_size);
    last_fact_ = name;
    for (const auto& line :
         wrapped(text, paper_.right() - style_.edge - style_.fact_indent, measure_)) {
        paper_.write(line, style_.edge + style_.fact_indent, style_.cell_size);
        paper_.go_down(style_.fact_height);
        turn_page();
    }
}

void TablePages::set_columns(std::vector<float> columns, float columns_end, std::vector<std::size_t> numbers) {
    style_.numbers = std::move(numbers);
    style_.columns = std::move(columns);
    style_.columns_end = columns_end;
}

void TablePages::header(const std::vector<std::string>& titles, const std::string& last) {
    titles_ = titles;
    last_title_ = last;
    if (paper_.room() < style_.row_height * 4) paper_.next_page();
    else if (paper_.room() < paper_.whole_room()) paper_.go_down(style_.row_height / 2);
    write_header();
}

void TablePages::row(const std::vector<std::string>& cells, const std::string& last) {
    const auto lines = lines_of(cells);
    if (paper_.room() <= height_of(lines)) {
        paper_.next_page();
        write_header();
    }
    write_lines(lines, last);
    paper_.rule(style_.row_height - 5, row_shade);
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
    write_lines(lines_of(titles_), last_title_);
    paper_.rule(style_.row_height - 5);
}

TablePages::Lines TablePages::lines_of(const std::vector<std::string>& cells) const {
    Lines lines;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double width = end_of(i, cells.size()) - style_.columns[i] - style_.gap;
        if (measure_(cells[i]) <= width) {
            lines.push_back({cells[i]});
            continue;
        }
        // A mark that may not begin a line hangs over by one letter.
        auto& cell = lines.emplace_back(wrapped(cells[i], width - style_.cell_size, measure_));
        for (std::size_t more = lines_max; more < cell.size(); ++more) cell[lines_max - 1] += cell[more];
        if (cell.size() > lines_max) cell.resize(lines_max);
        cell.back() = fitted(cell.back(), width, measure_);
    }
    return lines;
}

/// Where a column has to end, of so many.
float TablePages::end_of(std::size_t column, std::size_t columns) const {
    if (column + 1 < columns) return style_.columns[column + 1];
    return style_.columns_end < 0 ? paper_.right() + style_.columns_end : style_.columns_end;
}

float TablePages::height_of(const Lines& lines) const {
    return style_.row_height + static_cast<float>(most_of(lines) - 1) * style_.cell_size * line_spacing;
}

void TablePages::write_lines(const Lines& lines, const std::string& last) {
    paper_.write_right(last, style_.cell_size);
    const auto most = most_of(lines);
    for (std::size_t line = 0; line < most; ++line) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (line >= lines[i].size()) continue;
            const auto& numbers = style_.numbers;
            if (std::find(numbers.begin(), numbers.end(), i) == numbers.end())
                paper_.write(lines[i][line], style_.columns[i], style_.cell_size);
            else paper_.write_to(lines[i][line], end_of(i, lines.size()) - style_.gap, style_.cell_size);
        }
        paper_.go_down(line + 1 < most ? style_.cell_size * line_spacing : style_.row_height);
    }
}

}  // namespace jianghui::print
