#include "engine/qr/qr.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace jianghui::qr {

std::optional<Modules> modules(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return std::nullopt;
    Modules made{code->width, {}};
    const int count = code->width * code->width;
    made.dark.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) made.dark.push_back((code->data[i] & 1U) != 0);
    return made;
}

std::string svg(const std::string& text) {
    constexpr int quiet = 4;
    const auto code = modules(text);
    if (!code) return "";
    std::string path;
    for (int row = 0; row < code->side; ++row)
        for (int column = 0; column < code->side; ++column)
            if (code->is_dark(row, column))
                path += fmt::format("M{} {}h1v1h-1z", column + quiet, row + quiet);
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" )"
                       R"(shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"/>)"
                       R"(<path d="{1}" fill="#000"/></svg>)",
                       code->side + 2 * quiet, path);
}

}  // namespace jianghui::qr
