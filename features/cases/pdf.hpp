#pragma once
// A printed document as PDF: title, number, paragraphs, and a QR code that says where it is checked.

#include <string>

#include "engine/procedures/case.hpp"

namespace jianghui::cases {

/// What is printed. The same content gives the same bytes.
struct Printing {
    std::string title;
    std::string number;
    std::string text;   ///< paragraphs parted by empty lines
    std::string check;  ///< content of the QR code
    std::string foot;   ///< one line beside it
};

/// Fails with print_failed when the library refuses (never for what a definition may say).
[[nodiscard]] Result<std::string> pdf_of(const Printing& printing);

inline constexpr ErrorCode print_failed{"print_failed", Kind::internal,
                                        "文书未能生成。请稍后重试，或联系管理员。",
                                        "The document could not be made. Retry, or tell the operator."};

}  // namespace jianghui::cases
