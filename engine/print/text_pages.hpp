#pragma once
// A document of headings and paragraphs that flows over as many pages as it needs.

#include "engine/print/lines.hpp"
#include "engine/print/paper.hpp"

namespace jianghui::print {

/// How a document looks; lengths are points.
struct TextStyle {
    float edge = 56;  ///< the margin
    float title_size = 18;
    float head_size = 13;
    float small_size = 8;  ///< of what stands beside the QR code, and of page numbers
    float code_side = 72;
};

class TextPages {
  public:
    explicit TextPages(const TextStyle& style);
    TextPages(const TextPages&) = delete;
    TextPages& operator=(const TextPages&) = delete;

    [[nodiscard]] bool good() const { return paper_.good(); }
    void title(const std::string& text);
    void heading(const std::string& text);
    /// Over as many lines as it needs; opens `address` where it is clicked on, unless that is "".
    void paragraph(const std::string& words, float size, const std::string& address = "");
    /// Begins a page where less than this is left: for what must not be cut in two.
    void need(float height);
    /// For what is neither heading nor paragraph.
    [[nodiscard]] Paper& paper() { return paper_; }
    /// The document with a QR code of `address`, a text beside it, and numbered pages; "" when the
    /// library failed.
    [[nodiscard]] std::string finish(const std::string& address, const std::string& beside);

  private:
    TextStyle style_;
    Paper paper_;
};

}  // namespace jianghui::print
