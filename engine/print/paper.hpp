#pragma once
// Pages of a PDF, written from the top down.

#include <memory>
#include <string>
#include <vector>

namespace jianghui::print {

/// A4 pages, upright, with a font that has Chinese letters. Lengths are points (1/72 inch), y grows
/// upwards. After a failure of the library nothing more is written, and `bytes` is "".
class Paper {
  public:
    /// The first line of a page stands at `first_line` below the upper margin.
    Paper(float margin, float first_line);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    /// Whether the library has not failed.
    [[nodiscard]] bool good() const;

    [[nodiscard]] float left() const { return margin_; }
    [[nodiscard]] float right() const;
    /// From the line to the lower margin.
    [[nodiscard]] float room() const { return y_ - margin_; }
    /// Of a page on which nothing is written yet.
    [[nodiscard]] float whole_room() const;
    void go_down(float by) { y_ -= by; }
    void next_page();

    [[nodiscard]] float measure(const std::string& text, float size);
    /// Writes on the line, beginning at x.
    void write(const std::string& text, float x, float size);
    void write_centred(const std::string& text, float size);
    /// Ends at x.
    void write_to(const std::string& text, float x, float size);
    /// Ends at the right margin.
    void write_right(const std::string& text, float size);
    /// Opens `address` where a reader of the file clicks on the line, from x over `width`.
    void link(const std::string& address, float x, float width, float size);
    /// A line from margin to margin, `above` the line; `shade` from 0 (black) to 1 (white).
    void rule(float above, float shade = 0);
    /// A filled bar that begins at x and stands on the line; `shade` from 0 (black) to 1 (white).
    void bar(float x, float width, float height, float shade);
    /// A QR code in the lower right corner, with a text beside it; of "" the text alone.
    void code(const std::string& content, float side, const std::string& beside, float size);
    /// "1 / 3" in the lower margin of every page.
    void number_pages(float size);

    /// The document; "" when the library failed.
    [[nodiscard]] std::string bytes();
    /// The same with `code` on the last page (a new one where less than the code and `above` is left)
    /// and numbered pages.
    [[nodiscard]] std::string finish(const std::string& content, float side,
                                     const std::string& beside, float size, float above);

  private:
    struct Document;
    void choose_font();

    std::unique_ptr<Document> document_;
    float margin_, first_line_;
    float y_ = 0;
};

}  // namespace jianghui::print
