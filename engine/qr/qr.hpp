#pragma once
// The public header of engine/qr: QR codes (ISO/IEC 18004, error correction M) by libqrencode, as values that a page
// or a printed document draws.

#include <optional>
#include <string>
#include <vector>

namespace jianghui::qr {

/// The code's modules, row by row, without the quiet zone.
struct Modules {
    int side = 0;
    std::vector<bool> dark;  ///< side × side

    [[nodiscard]] bool is_dark(int row, int column) const {
        return dark[static_cast<std::size_t>(row * side + column)];
    }
};

/// Nothing when the text is empty or too long for a code.
[[nodiscard]] std::optional<Modules> modules(const std::string& text);

/// The same as an SVG document, black on white with the quiet zone of four modules; it scales. "" when
/// there is no code.
[[nodiscard]] std::string svg(const std::string& text);

}  // namespace jianghui::qr
