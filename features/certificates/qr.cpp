#include "features/certificates/qr.hpp"

#include <memory>

#include <fmt/format.h>
#include <qrencode.h>

namespace jianghui::certificates {

std::string qr_svg(const std::string& text) {
    constexpr int quiet = 4;
    if (text.empty() || text.size() > 1000) return "";
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (code == nullptr) return "";
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                path += fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet);
    const int side = code->width + 2 * quiet;
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
        R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{1}"/></svg>)",
        side, path);
}

}  // namespace jianghui::certificates
