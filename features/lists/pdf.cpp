// A list as a printed table, with the words on how it was counted and a QR code to the list itself.

#include "engine/print/print.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/files.hpp"

namespace jianghui::lists {
namespace {

constexpr float edge = 48;
constexpr float row_height = 18;
constexpr float head_size = 16;
constexpr float cell_size = 9;
constexpr float code_side = 72;

/// Left edges of the columns: number, place, industry, occupation code, occupation; the last ends at
/// the right edge and is written from there.
constexpr float columns[] = {48, 82, 170, 262, 330};

class TablePages {
  public:
    [[nodiscard]] bool good() const { return paper_.good(); }

    void heading(const std::string& text) {
        paper_.write_centred(text, head_size);
        paper_.go_down(head_size * 2);
    }
    /// A name and a text that flows over as many lines as it needs.
    void fact(const std::string& name, const std::string& text) {
        constexpr float indent = 96;
        paper_.write(name, edge, cell_size);
        for (const auto& line :
             print::wrapped(text, paper_.right() - edge - indent, measure_)) {
            paper_.write(line, edge + indent, cell_size);
            paper_.go_down(row_height);
            turn_page();
        }
    }
    void header() {
        row({"序号", "地区", "行业", "职业代码", "职业"}, "人数");
        paper_.rule(row_height - 5);
    }
    void row(const std::vector<std::string>& cells, const std::string& last) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const float end = i + 1 < cells.size() ? columns[i + 1] : paper_.right() - 40;
            paper_.write(print::fitted(cells[i], end - columns[i] - 4, measure_), columns[i],
                         cell_size);
        }
        paper_.write_right(last, cell_size);
        paper_.go_down(row_height);
    }
    /// Whether the next row begins a page.
    bool turn_page() {
        if (paper_.room() > row_height) return false;
        paper_.next_page();
        return true;
    }
    [[nodiscard]] std::string finished(const std::string& address) {
        if (paper_.room() < code_side + row_height) paper_.next_page();
        paper_.code(address, code_side, "扫码查看清单原件", cell_size);
        paper_.number_pages(cell_size);
        return paper_.bytes();
    }

  private:
    print::Paper paper_{edge, head_size};
    print::Measure measure_ = [this](const std::string& text) {
        return paper_.measure(text, cell_size);
    };
};

}  // namespace

Result<std::string> pdf_of(const ListDocument& document, const std::string& address) {
    TablePages pages;
    if (!pages.good()) return refuse(list_file_failed);
    pages.heading(title_of(document.list));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
    pages.header();
    for (const auto& line : document.lines) {
        if (pages.turn_page()) pages.header();
        pages.row({std::to_string(line.line), line.place_name, line.industry_name,
                   line.occupation, line.occupation_name},
                  std::to_string(line.amount));
    }
    std::string bytes = pages.finished(address);
    if (bytes.empty()) return refuse(list_file_failed);
    return bytes;
}

}  // namespace jianghui::lists
