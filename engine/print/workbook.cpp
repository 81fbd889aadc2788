#include "engine/print/workbook.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>
#include <xlsxwriter.h>

namespace jianghui::print {
namespace {

constexpr int a4_paper = 9;  // the format's own number of it

/// A file of its own among the temporary ones, gone with this object.
class WorkbookFile {
  public:
    WorkbookFile() {
        std::string name = (std::filesystem::temp_directory_path() / "jianghui-book-XXXXXX").string();
        const int file = ::mkstemp(name.data());
        if (file < 0) return;
        ::close(file);
        path_ = std::move(name);
    }
    ~WorkbookFile() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string content() const {
        std::ifstream in(path_, std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        return bytes.str();
    }

  private:
    std::string path_;
};

}  // namespace

std::string workbook_of(const std::function<void(lxw_workbook*)>& write) {
    const WorkbookFile file;
    if (file.path().empty()) return {};
    lxw_workbook* book = workbook_new(file.path().c_str());
    if (book == nullptr) return {};
    write(book);
    if (workbook_close(book) != LXW_NO_ERROR) return {};
    return file.content();
}

void write_header(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<std::string>& texts) {
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    for (std::size_t i = 0; i < texts.size(); ++i)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), texts[i].c_str(), bold);
    worksheet_freeze_panes(sheet, 1, 0);
    // Printed, all columns stand on one page, the titles on every page.
    worksheet_set_paper(sheet, a4_paper);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_footer(sheet, "&C&P / &N");
}

void write_facts(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<std::pair<std::string, std::string>>& facts) {
    constexpr double name_width = 20, text_width = 90;  // of letters
    lxw_format* flowing = workbook_add_format(book);
    format_set_text_wrap(flowing);
    format_set_align(flowing, LXW_ALIGN_VERTICAL_TOP);
    worksheet_set_column(sheet, 0, 0, name_width, nullptr);
    worksheet_set_column(sheet, 1, 1, text_width, nullptr);
    lxw_row_t row = 0;
    for (const auto& [name, text] : facts) {
        worksheet_write_string(sheet, row, 0, name.c_str(), flowing);
        worksheet_write_string(sheet, row++, 1, text.c_str(), flowing);
    }
    worksheet_set_paper(sheet, a4_paper);
    worksheet_fit_to_pages(sheet, 1, 0);
}

void write_texts(lxw_worksheet* sheet, std::uint32_t row, const std::vector<std::string>& texts,
                 std::size_t from) {
    for (std::size_t i = 0; i < texts.size(); ++i)
        worksheet_write_string(sheet, row, static_cast<lxw_col_t>(from + i), texts[i].c_str(),
                               nullptr);
}

}  // namespace jianghui::print
