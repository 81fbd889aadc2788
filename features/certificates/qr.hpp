#pragma once
// QR codes as SVG.

#include <string>

namespace jianghui::certificates {

/// A QR code (error correction M) of at most 1,000 bytes as an SVG document, black on white with the
/// quiet zone; it scales. "" when the text is longer.
[[nodiscard]] std::string qr_svg(const std::string& text);

}  // namespace jianghui::certificates
