#include "engine/print/paper.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <hpdf.h>
#include <iconv.h>

#include "engine/qr/qr.hpp"

namespace jianghui::print {
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

void keep_quiet(HPDF_STATUS, HPDF_STATUS, void*) {}  // Failures are read from the handle.

/// UTF-8 as the encoding that the named font's strings have; what it lacks becomes a question mark.
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

}  // namespace

struct Paper::Document {
    std::unique_ptr<_HPDF_Doc_Rec, void (*)(HPDF_Doc)> handle{HPDF_New(keep_quiet, nullptr), HPDF_Free};
    HPDF_Font font = nullptr;
    HPDF_Page page = nullptr;
    std::vector<HPDF_Page> pages;
    bool is_gbk = false;

    [[nodiscard]] std::string encoded(const std::string& text) const {
        return is_gbk ? gbk(text) : text;
    }
};

Paper::Paper(float margin, float first_line)
    : document_(std::make_unique<Document>()), margin_(margin), first_line_(first_line) {
    if (!document_->handle) return;
    HPDF_SetCompressionMode(document_->handle.get(), HPDF_COMP_ALL);
    choose_font();
    next_page();
}

Paper::~Paper() = default;

bool Paper::good() const {
    return document_->handle && document_->font != nullptr &&
           HPDF_GetError(document_->handle.get()) == HPDF_OK;
}

void Paper::choose_font() {
    const HPDF_Doc handle = document_->handle.get();
    HPDF_UseUTFEncodings(handle);
    for (const auto& file : font_files) {
        std::error_code missing;
        if (!std::filesystem::exists(file.path, missing)) continue;
        const char* name =
            file.index < 0 ? HPDF_LoadTTFontFromFile(handle, file.path, HPDF_TRUE)
                           : HPDF_LoadTTFontFromFile2(handle, file.path,
                                                      static_cast<HPDF_UINT>(file.index), HPDF_TRUE);
        if (name != nullptr) {
            document_->font = HPDF_GetFont(handle, name, "UTF-8");
            return;
        }
        HPDF_ResetError(handle);
    }
    // No such font here: the reader's own Song is named, not embedded.
    HPDF_UseCNSEncodings(handle);
    HPDF_UseCNSFonts(handle);
    document_->font = HPDF_GetFont(handle, "SimSun", "GBK-EUC-H");
    document_->is_gbk = true;
}

void Paper::next_page() {
    document_->page = HPDF_AddPage(document_->handle.get());
    document_->pages.push_back(document_->page);
    HPDF_Page_SetSize(document_->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    y_ = HPDF_Page_GetHeight(document_->page) - margin_ - first_line_;
}

float Paper::whole_room() const {
    return HPDF_Page_GetHeight(document_->page) - 2 * margin_ - first_line_;
}

float Paper::right() const { return HPDF_Page_GetWidth(document_->page) - margin_; }

float Paper::measure(const std::string& text, float size) {
    HPDF_Page_SetFontAndSize(document_->page, document_->font, size);
    return HPDF_Page_TextWidth(document_->page, document_->encoded(text).c_str());
}

void Paper::write(const std::string& text, float x, float size) {
    HPDF_Page_SetFontAndSize(document_->page, document_->font, size);
    HPDF_Page_BeginText(document_->page);
    HPDF_Page_TextOut(document_->page, x, y_, document_->encoded(text).c_str());
    HPDF_Page_EndText(document_->page);
}

void Paper::write_centred(const std::string& text, float size) {
    write(text, (left() + right() - measure(text, size)) / 2, size);
}

void Paper::write_to(const std::string& text, float x, float size) {
    write(text, x - measure(text, size), size);
}

void Paper::write_right(const std::string& text, float size) { write_to(text, right(), size); }

void Paper::link(const std::string& address, float x, float width, float size) {
    const HPDF_Annotation annotation = HPDF_Page_CreateURILinkAnnot(
        document_->page, HPDF_Rect{x, y_ - size / 4, x + width, y_ + size}, address.c_str());
    if (annotation != nullptr) HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
}

void Paper::rule(float above, float shade) {
    HPDF_Page_SetLineWidth(document_->page, 0.5F);
    HPDF_Page_SetGrayStroke(document_->page, shade);
    HPDF_Page_MoveTo(document_->page, left(), y_ + above);
    HPDF_Page_LineTo(document_->page, right(), y_ + above);
    HPDF_Page_Stroke(document_->page);
}

void Paper::bar(float x, float width, float height, float shade) {
    HPDF_Page_SetGrayFill(document_->page, shade);
    HPDF_Page_Rectangle(document_->page, x, y_, width, height);
    HPDF_Page_Fill(document_->page);
    HPDF_Page_SetGrayFill(document_->page, 0);
}

void Paper::code(const std::string& content, float side, const std::string& beside, float size) {
    const auto beside_it = [&] {
        y_ = margin_ + side / 2;
        write(beside, left(), size);
    };
    if (content.empty()) return beside_it();
    const auto code = qr::modules(content);
    if (!code) return;
    const float cell = side / static_cast<float>(code->side);
    for (int row = 0; row < code->side; ++row)
        for (int column = 0; column < code->side; ++column)
            if (code->is_dark(row, column))
                HPDF_Page_Rectangle(document_->page,
                                    right() - side + static_cast<float>(column) * cell,
                                    margin_ + side - static_cast<float>(row + 1) * cell, cell, cell);
    HPDF_Page_Fill(document_->page);
    beside_it();
}

void Paper::number_pages(float size) {
    const auto& pages = document_->pages;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        document_->page = pages[i];
        y_ = margin_ / 2;
        write_centred(fmt::format("{} / {}", i + 1, pages.size()), size);
    }
}

std::string Paper::bytes() {
    const HPDF_Doc handle = document_->handle.get();
    if (!good() || HPDF_SaveToStream(handle) != HPDF_OK) return {};
    HPDF_UINT32 size = HPDF_GetStreamSize(handle);
    std::string out(size, '\0');
    HPDF_ReadFromStream(handle, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
    out.resize(size);
    return out;
}

std::string Paper::finish(const std::string& content, float side, const std::string& beside,
                          float size, float above) {
    if (room() < side + above) next_page();
    code(content, side, beside, size);
    number_pages(size);
    return bytes();
}

}  // namespace jianghui::print
