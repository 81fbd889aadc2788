#include "features/accounts/qr_svg.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace jianghui::accounts {

std::string qr_svg(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return "";
    constexpr int margin = 4;
    std::string path;
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if ((code->data[row * code->width + column] & 1U) != 0)
                path += fmt::format("M{} {}h1v1h-1z", column + margin, row + margin);
    const int size = code->width + 2 * margin;
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" )"
                       R"(shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>)"
                       R"(<path d="{1}" fill="#000"/></svg>)",
                       size, path);
}

}  // namespace jianghui::accounts
