// The guide as a printed table, with the words on how it was made and a QR code to the guide itself.

#include "engine/print/print.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/files.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr float edge = 40;
constexpr float row_height = 16;
constexpr float head_size = 16;
constexpr float cell_size = 7.5F;
constexpr float code_side = 72;

/// Left edges: occupation, level, place, then six numbers; the last ends at the right edge.
constexpr float columns[] = {40, 160, 222, 282, 308, 352, 396, 440, 484};

class GuidePages {
  public:
    [[nodiscard]] bool good() const { return paper_.good(); }

    void heading(const std::string& text) {
        paper_.write_centred(text, head_size);
        paper_.go_down(head_size * 2);
    }
    void fact(const std::string& name, const std::string& text) {
        constexpr float indent = 80;
        paper_.write(name, edge, cell_size);
        for (const auto& line : print::wrapped(text, paper_.right() - edge - indent, measure_)) {
            paper_.write(line, edge + indent, cell_size);
            paper_.go_down(row_height - 4);
            turn_page();
        }
    }
    void header() {
        row({"职业", "岗位等级", "地区", "人数", "10分位", "25分位", "50分位", "75分位", "90分位"},
            "平均（元/年）");
        paper_.rule(row_height - 5);
    }
    void row(const std::vector<std::string>& cells, const std::string& last) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const float end = i + 1 < cells.size() ? columns[i + 1] : columns[i] + 44;
            paper_.write(print::fitted(cells[i], end - columns[i] - 3, measure_), columns[i],
                         cell_size);
        }
        paper_.write_right(last, cell_size);
        paper_.go_down(row_height);
    }
    bool turn_page() {
        if (paper_.room() > row_height) return false;
        paper_.next_page();
        return true;
    }
    [[nodiscard]] std::string finished(const std::string& address) {
        if (paper_.room() < code_side + row_height) paper_.next_page();
        paper_.code(address, code_side, "扫码查看工资价位", cell_size);
        paper_.number_pages(cell_size);
        return paper_.bytes();
    }

  private:
    print::Paper paper_{edge, head_size};
    print::Measure measure_ = [this](const std::string& text) {
        return paper_.measure(text, cell_size);
    };
};

/// Whole yuan: a printed guide has no room for fen.
std::string yuan_of(const std::optional<std::int64_t>& fen) {
    return fen ? std::to_string((*fen + 50) / 100) : "—";
}

}  // namespace

Result<std::string> pdf_of(const GuideDocument& document, const std::string& address) {
    GuidePages pages;
    if (!pages.good()) return refuse(pay_file_failed);
    pages.heading(title_of(document.survey));
    for (const auto& [name, value] : facts_of(document)) pages.fact(name, value);
    pages.header();
    for (const auto& cell : document.cells) {
        if (pages.turn_page()) pages.header();
        pages.row({cell.occupation_name, cell.level_name.zh, cell.place_name,
                   cell.persons ? std::to_string(*cell.persons) : "—", yuan_of(cell.p10),
                   yuan_of(cell.p25), yuan_of(cell.p50), yuan_of(cell.p75), yuan_of(cell.p90)},
                  yuan_of(cell.mean));
    }
    std::string bytes = pages.finished(address);
    if (bytes.empty()) return refuse(pay_file_failed);
    return bytes;
}

}  // namespace jianghui::pay_surveys
