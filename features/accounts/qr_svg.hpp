#pragma once
// QR codes as pictures.

#include <string>
#include <string_view>

namespace jianghui::accounts {

/// An SVG of the QR code of a text (libqrencode, level M, a margin of four modules); empty when the
/// text is too long for one.
[[nodiscard]] std::string qr_svg(const std::string& text);

}  // namespace jianghui::accounts
