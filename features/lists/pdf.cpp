// A list as a printed table, with the words on how it was counted and a QR code to the list itself.

#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <hpdf.h>
#include <iconv.h>

#include "engine/qr/qr.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/files.hpp"

namespace jianghui::lists {
namespace {

/// Fonts with Chinese letters that can be embedded, the best first (docs/dependencies.md).
struct PrintFont {
    const char* path;
    int index;  ///< within a collection; -1: no collection
};
constexpr PrintFont print_fonts[] = {
    {"/usr/share/fonts/truetype/arphic/uming.ttc", 0},
    {"/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0},
    {"/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", -1},
};

constexpr float edge = 48;
constexpr float row_height = 18;
constexpr float head_size = 16;
constexpr float cell_size = 9;
constexpr float code_side = 72;

/// Left edges of the columns: number, place, industry, occupation code, occupation; the last ends at
/// the right edge and is written from there.
constexpr float columns[] = {48, 82, 170, 262, 330};

void say_nothing(HPDF_STATUS, HPDF_STATUS, void*) {}  // Failures are read from the handle.

std::string as_gbk(const std::string& text) {
    const iconv_t converter = iconv_open("GBK//TRANSLIT", "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1)) return text;
    std::string out(text.size() * 2 + 8, '\0');
    char* from = const_cast<char*>(text.data());  // NOLINT: iconv's signature; not written to
    char* to = out.data();
    std::size_t in_left = text.size(), out_left = out.size();
    iconv(converter, &from, &in_left, &to, &out_left);
    iconv_close(converter);
    out.resize(out.size() - out_left);
    return out;
}

std::size_t character_bytes(unsigned char first) {
    if (first < 0x80) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

class TablePages {
  public:
    TablePages() : document_(HPDF_New(say_nothing, nullptr), HPDF_Free) {
        if (!document_) return;
        HPDF_SetCompressionMode(document_.get(), HPDF_COMP_ALL);
        choose_font();
        new_page();
    }
    [[nodiscard]] bool good() const {
        return document_ && font_ != nullptr && HPDF_GetError(document_.get()) == HPDF_OK;
    }

    void heading(const std::string& text) {
        write(text, (width() - measure(text, head_size)) / 2, head_size);
        y_ -= head_size * 2;
    }
    /// A name and a text that flows over as many lines as it needs.
    void fact(const std::string& name, const std::string& text) {
        write(name, edge, cell_size);
        constexpr float indent = 96;
        std::string line;
        for (std::size_t at = 0; at < text.size();) {
            const auto bytes = character_bytes(static_cast<unsigned char>(text[at]));
            const std::string next = text.substr(at, bytes);
            if (measure(line + next, cell_size) > width() - edge - edge - indent) {
                write(line, edge + indent, cell_size);
                go_down();
                line.clear();
            }
            line += next;
            at += bytes;
        }
        write(line, edge + indent, cell_size);
        go_down();
    }
    void header() {
        row({"序号", "地区", "行业", "职业代码", "职业"}, "人数");
        HPDF_Page_SetLineWidth(page_, 0.5F);
        HPDF_Page_MoveTo(page_, edge, y_ + row_height - 5);
        HPDF_Page_LineTo(page_, width() - edge, y_ + row_height - 5);
        HPDF_Page_Stroke(page_);
    }
    void row(const std::vector<std::string>& cells, const std::string& last) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const float room = (i + 1 < cells.size() ? columns[i + 1] : width() - edge - 40) -
                               columns[i] - 4;
            write(fitted(cells[i], room), columns[i], cell_size);
        }
        write(last, width() - edge - measure(last, cell_size), cell_size);
        y_ -= row_height;
    }
    /// Whether the next row begins a page.
    bool turn_page() {
        if (y_ > edge + row_height) return false;
        new_page();
        return true;
    }
    void code(const std::string& content) {
        const auto code = qr::modules(content);
        if (!code) return;
        if (y_ < edge + code_side + row_height) new_page();
        const float cell = code_side / static_cast<float>(code->side);
        const float left = width() - edge - code_side;
        for (int line = 0; line < code->side; ++line)
            for (int column = 0; column < code->side; ++column)
                if (code->is_dark(line, column))
                    HPDF_Page_Rectangle(page_, left + static_cast<float>(column) * cell,
                                        edge + code_side - static_cast<float>(line + 1) * cell,
                                        cell, cell);
        HPDF_Page_Fill(page_);
        y_ = edge + code_side / 2;
        write("扫码查看清单原件", edge, cell_size);
    }
    [[nodiscard]] std::string bytes() {
        number_pages();
        if (HPDF_SaveToStream(document_.get()) != HPDF_OK) return {};
        HPDF_UINT32 size = HPDF_GetStreamSize(document_.get());
        std::string out(size, '\0');
        HPDF_ReadFromStream(document_.get(), reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
        out.resize(size);
        return out;
    }

  private:
    void choose_font() {
        HPDF_UseUTFEncodings(document_.get());
        for (const auto& file : print_fonts) {
            std::error_code missing;
            if (!std::filesystem::exists(file.path, missing)) continue;
            const char* name =
                file.index < 0
                    ? HPDF_LoadTTFontFromFile(document_.get(), file.path, HPDF_TRUE)
                    : HPDF_LoadTTFontFromFile2(document_.get(), file.path,
                                               static_cast<HPDF_UINT>(file.index), HPDF_TRUE);
            if (name != nullptr) {
                font_ = HPDF_GetFont(document_.get(), name, "UTF-8");
                return;
            }
            HPDF_ResetError(document_.get());
        }
        HPDF_UseCNSEncodings(document_.get());
        HPDF_UseCNSFonts(document_.get());
        font_ = HPDF_GetFont(document_.get(), "SimSun", "GBK-EUC-H");
        gbk_ = true;
    }
    [[nodiscard]] float width() const { return HPDF_Page_GetWidth(page_); }
    [[nodiscard]] float measure(const std::string& text, float size) {
        HPDF_Page_SetFontAndSize(page_, font_, size);
        return HPDF_Page_TextWidth(page_, (gbk_ ? as_gbk(text) : text).c_str());
    }
    /// As much of the text as has room.
    std::string fitted(const std::string& text, float room) {
        if (measure(text, cell_size) <= room) return text;
        std::string part;
        for (std::size_t at = 0; at < text.size();) {
            const auto bytes = character_bytes(static_cast<unsigned char>(text[at]));
            const std::string longer = part + text.substr(at, bytes);
            if (measure(longer + "…", cell_size) > room) break;
            part = longer;
            at += bytes;
        }
        return part + "…";
    }
    void write(const std::string& text, float x, float size) {
        HPDF_Page_SetFontAndSize(page_, font_, size);
        HPDF_Page_BeginText(page_);
        HPDF_Page_TextOut(page_, x, y_, (gbk_ ? as_gbk(text) : text).c_str());
        HPDF_Page_EndText(page_);
    }
    void go_down() {
        y_ -= row_height;
        turn_page();
    }
    void new_page() {
        page_ = HPDF_AddPage(document_.get());
        pages_.push_back(page_);
        HPDF_Page_SetSize(page_, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        y_ = HPDF_Page_GetHeight(page_) - edge - head_size;
    }
    void number_pages() {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            page_ = pages_[i];
            y_ = edge / 2;
            const std::string number = fmt::format("{} / {}", i + 1, pages_.size());
            write(number, (width() - measure(number, cell_size)) / 2, cell_size);
        }
    }

    std::unique_ptr<_HPDF_Doc_Rec, void (*)(HPDF_Doc)> document_;
    HPDF_Font font_ = nullptr;
    HPDF_Page page_ = nullptr;
    std::vector<HPDF_Page> pages_;
    float y_ = 0;
    bool gbk_ = false;
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
    pages.code(address);
    std::string bytes = pages.bytes();
    if (!pages.good() || bytes.empty()) return refuse(list_file_failed);
    return bytes;
}

}  // namespace jianghui::lists
