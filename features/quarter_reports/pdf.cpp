// A report as a printed document: sentences with charts, then the tables, then how it was counted.

#include <algorithm>

#include <fmt/format.h>

#include "engine/print/print.hpp"
#include "features/quarter_reports/errors.hpp"
#include "features/quarter_reports/files.hpp"

namespace jianghui::quarter_reports {
namespace {

constexpr float edge = 48;
constexpr float title_size = 17;
constexpr float text_size = 10.5F;
constexpr float small_size = 8;
constexpr float head_size = 13;
constexpr float row_height = 14.4F;
constexpr float row_shade = 0.85F;
constexpr float name_width = 150;     // of a group's name in a chart
constexpr float name_least = 139;     // and in a table
constexpr float column_most = 80;
constexpr float number_room = 44;     // behind the longest bar
constexpr float demand_shade = 0.25F;
constexpr float supply_shade = 0.7F;

/// The columns of column_titles in a width of four letters.
std::vector<std::string> short_titles(const TableView& table) {
    std::vector<std::string> titles;
    const auto add = [&](const char* side) {
        titles.emplace_back(side);
        if (!table.shows_growth) titles.emplace_back("比重%");
        titles.emplace_back("环比");
        titles.emplace_back("同比");
    };
    if (table.has_demand) add("需求");
    if (table.has_supply) add("求职");
    if (table.has_demand && table.has_supply)
        titles.insert(titles.end(), {"倍率", "环比", "同比"});
    return titles;
}

/// Whether posts are asked for by these groups at all: of sex and age they are not.
bool draws_demand(const TableView& table) {
    return table.has_demand &&
           (!table.has_supply ||
            std::any_of(table.rows.begin(), table.rows.end(), [](const RowView& row) {
                return row.code != any_code && !row.merged && row.demand.amount > 0;
            }));
}

/// Paragraphs, charts and tables.
class Pages : public print::TextPages {
  public:
    Pages() : TextPages(print::TextStyle{.edge = edge, .title_size = title_size, .head_size = head_size}) {}
    /// One or two bars a group: what is asked for and who is there.
    void chart(const TableView& table) {
        const bool demand = draws_demand(table);
        std::int64_t most = 1;
        for (const auto& row : table.rows)
            most = std::max({most, demand ? row.demand.amount : 0, row.supply.amount});
        need(std::min(static_cast<float>(table.rows.size() + 2) * small_size * 3, paper().whole_room() / 2));
        paragraph("图：" + table.title.zh +
                 (demand && table.has_supply ? "（深色为需求人数，浅色为求职人数）"
                  : demand                   ? "（需求人数）"
                                             : "（求职人数）"),
             small_size);
        for (const auto& row : table.rows) {
            if (row.supply.amount == 0 && (!demand || row.demand.amount == 0)) continue;
            need(small_size * 3);
            cell(row.name, edge, name_width);
            if (demand) bar(row.demand.amount, most, demand_shade);
            if (table.has_supply) bar(row.supply.amount, most, supply_shade);
            paper().go_down(small_size / 4);
        }
        paper().go_down(small_size);
    }
    /// Whole on a page where one has room for it, else with its titles on each.
    void table(const TableView& table) {
        const float height = static_cast<float>(table.rows.size() + table.notes.size() + 3) * row_height + 4 * head_size;
        if (height < paper().whole_room()) need(height);
        heading(table.number + "　" + table.title.zh);
        const auto titles = short_titles(table);
        header(titles);
        const auto write = [&](const RowView& each) {
            if (paper().room() < row_height) {
                paper().next_page();
                header(titles);
            }
            row(each.name, column_texts(table, each));
            paper().rule(row_height - 4, row_shade);
        };
        for (const auto& each : table.rows) write(each);
        if (table.rows.empty()) paragraph("没有可列出的分组。", small_size);
        if (table.is_whole) write(table.total);
        for (const auto& note : table.notes) paragraph("注：" + note.zh, small_size);
    }

  private:
    void cell(const std::string& words, float x, float width) {
        const print::Measure measure = [&](const std::string& part) {
            return paper().measure(part, small_size);
        };
        paper().write(print::fitted(words, width - 4, measure), x, small_size);
    }
    void bar(std::int64_t amount, std::int64_t most, float shade) {
        const float left = edge + name_width;
        const float room = paper().right() - left - number_room;
        const float width = room * static_cast<float>(amount) / static_cast<float>(most);
        paper().bar(left, width, small_size * 0.8F, shade);
        paper().write(std::to_string(amount), left + width + 4, small_size);
        paper().go_down(small_size * 1.25F);
    }
    void header(const std::vector<std::string>& titles) {
        row("分组", titles);
        paper().rule(row_height - 4);
    }
    /// Numbers end at the right of their columns; the name has the room that is left.
    void row(const std::string& name, const std::vector<std::string>& texts) {
        const float columns = static_cast<float>(std::max<std::size_t>(texts.size(), 1));
        const float width = std::min(column_most, (paper().right() - edge - name_least) / columns);
        const float first = paper().right() - edge - width * static_cast<float>(texts.size());
        cell(name, edge, first);
        for (std::size_t i = 0; i < texts.size(); ++i)
            paper().write_to(texts[i], edge + first + static_cast<float>(i + 1) * width, small_size);
        paper().go_down(row_height);
    }
};

std::string text_of(const SentenceView& sentence) {
    std::string text;
    for (const auto& part : sentence.parts) text += part.text;
    return text;
}

/// "[表5]": where the numbers of a sentence stand.
std::string sources_of(const WholeReport& whole, const SentenceView& sentence) {
    std::string sources;
    for (const auto& table : whole.tables)
        if (std::any_of(sentence.parts.begin(), sentence.parts.end(), [&](const PartView& part) {
                return part.figure && part.figure->table == table.table;
            }))
            sources += "[" + table.number + "]";
    return sources;
}

void write_section(Pages& pages, const WholeReport& whole, const SectionView& section) {
    pages.heading(section.title);
    for (const auto& sentence : section.sentences)
        pages.paragraph(text_of(sentence) + sources_of(whole, sentence), text_size);
    for (const auto& table : whole.tables)
        if (section.chart == table.table && !table.rows.empty()) pages.chart(table);
}

}  // namespace

Result<std::string> pdf_of(const WholeReport& whole, const papers::PaperLink& link) {
    Pages pages;
    if (!pages.good()) return refuse(report_file_failed);
    pages.title(whole.document.title);
    for (const auto& section : whole.document.sections) write_section(pages, whole, section);
    for (const auto& table : whole.tables) pages.table(table);
    pages.heading("说明");
    for (const auto& [name, value] : facts_of(whole.report))
        pages.paragraph(name + "：" + value, small_size);
    std::string bytes = pages.finish(link.address, link.beside);
    if (bytes.empty()) return refuse(report_file_failed);
    return bytes;
}

}  // namespace jianghui::quarter_reports
