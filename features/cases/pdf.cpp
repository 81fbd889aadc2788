#include "features/cases/pdf.hpp"

#include <filesystem>
#include <functional>
#include <memory>

#include <hpdf.h>
#include <iconv.h>

#include "engine/qr/qr.hpp"

namespace jianghui::cases {
namespace {

/// Fonts with Chinese letters that can be embedded (TrueType outlines), the best first. Which Debian
/// packages: docs/dependencies.md.
struct FontFile {
    const char* path;
    int index;  ///< within a collection; -1: no collection
};
constexpr FontFile font_files[] = {
    {"/usr/share/fonts/truetype/arphic/uming.ttc", 0},
    {"/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0},
    {"/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", -1},
};

constexpr float page_margin = 72;
constexpr float title_size = 22;
constexpr float text_size = 14;
constexpr float small_size = 9;
constexpr float line_height = 26;
constexpr float code_size = 84;

void keep_quiet(HPDF_STATUS, HPDF_STATUS, void*) {}  // Failures are read from the handle.

/// UTF-8 as the encoding that the font's strings have; what it lacks becomes a question mark.
std::string gbk(const std::string& text) {
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

/// A page after the other, with text flowing down.
class Sheet {
  public:
    Sheet() : document_(HPDF_New(keep_quiet, nullptr), HPDF_Free) {
        if (!document_) return;
        HPDF_SetCompressionMode(document_.get(), HPDF_COMP_ALL);
        choose_font();
        next_page();
    }
    [[nodiscard]] bool good() const {
        return document_ && font_ != nullptr && HPDF_GetError(document_.get()) == HPDF_OK;
    }

    void centred(const std::string& text, float size) {
        const float width = measure(text, size);
        write(text, (HPDF_Page_GetWidth(page_) - width) / 2, size);
        y_ -= size * 2;
    }
    void right(const std::string& text, float size) {
        write(text, HPDF_Page_GetWidth(page_) - page_margin - measure(text, size), size);
        y_ -= size * 2;
    }
    void paragraph(const std::string& text) {
        const double width = HPDF_Page_GetWidth(page_) - 2 * page_margin;
        for (const auto& line :
             wrapped(text, width, [&](const std::string& part) { return measure(part, text_size); })) {
            if (y_ < page_margin + code_size + line_height) next_page();
            write(line, page_margin, text_size);
            y_ -= line_height;
        }
    }
    void code(const std::string& content, const std::string& foot) {
        const auto code = qr::modules(content);
        if (!code) return;
        const float cell = code_size / static_cast<float>(code->side);
        const float left = HPDF_Page_GetWidth(page_) - page_margin - code_size;
        for (int row = 0; row < code->side; ++row)
            for (int column = 0; column < code->side; ++column)
                if (code->is_dark(row, column))
                    HPDF_Page_Rectangle(page_, left + static_cast<float>(column) * cell,
                                        page_margin + code_size - static_cast<float>(row + 1) * cell,
                                        cell, cell);
        HPDF_Page_Fill(page_);
        y_ = page_margin + code_size / 2;
        write(foot, page_margin, small_size);
    }
    [[nodiscard]] std::string bytes() {
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
        for (const auto& file : font_files) {
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
        // No such font here: the reader's own Song is named, not embedded.
        HPDF_UseCNSEncodings(document_.get());
        HPDF_UseCNSFonts(document_.get());
        font_ = HPDF_GetFont(document_.get(), "SimSun", "GBK-EUC-H");
        gbk_ = true;
    }
    [[nodiscard]] std::string encoded(const std::string& text) const {
        return gbk_ ? gbk(text) : text;
    }
    [[nodiscard]] float measure(const std::string& text, float size) {
        HPDF_Page_SetFontAndSize(page_, font_, size);
        return HPDF_Page_TextWidth(page_, encoded(text).c_str());
    }
    void write(const std::string& text, float x, float size) {
        HPDF_Page_SetFontAndSize(page_, font_, size);
        HPDF_Page_BeginText(page_);
        HPDF_Page_TextOut(page_, x, y_, encoded(text).c_str());
        HPDF_Page_EndText(page_);
    }
    void next_page() {
        page_ = HPDF_AddPage(document_.get());
        HPDF_Page_SetSize(page_, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
        y_ = HPDF_Page_GetHeight(page_) - page_margin - title_size;
    }

    std::unique_ptr<_HPDF_Doc_Rec, void (*)(HPDF_Doc)> document_;
    HPDF_Font font_ = nullptr;
    HPDF_Page page_ = nullptr;
    float y_ = 0;
    bool gbk_ = false;
};

/// The characters of a UTF-8 text.
std::vector<std::string> characters_of(const std::string& text) {
    std::vector<std::string> characters;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80 && !characters.empty())
            characters.back() += c;
        else
            characters.emplace_back(1, c);
    }
    return characters;
}

bool may_not_begin(const std::string& character) {
    static const std::string marks = "，。；：、！？）》】”’,.;:!?)]";
    return marks.find(character) != std::string::npos;
}

}  // namespace

std::vector<std::string> wrapped(const std::string& paragraph, double width,
                                 const std::function<double(const std::string&)>& measure) {
    std::vector<std::string> lines(1);
    double used = 0;
    for (const auto& character : characters_of(paragraph)) {
        const double wide = measure(character);
        if (used + wide > width && !lines.back().empty() && !may_not_begin(character)) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += character;
        used += wide;
    }
    return lines;
}

Result<std::string> pdf_of(const Printing& printing) {
    Sheet sheet;
    if (!sheet.good()) return refuse(print_failed);
    sheet.centred(printing.title, title_size);
    sheet.right(printing.number, text_size);
    std::string text = printing.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (!line.empty()) sheet.paragraph(line);
        at = end + 1;
    }
    sheet.code(printing.check, printing.foot);
    if (!sheet.good()) return refuse(print_failed);
    return sheet.bytes();
}

}  // namespace jianghui::cases
