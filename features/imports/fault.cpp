#include "features/imports/fault.hpp"

namespace jianghui::imports {

std::string printable(std::string_view text, std::size_t bytes_max, bool lines) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\r') continue;
        const bool control = byte < 0x20 || byte == 0x7F;
        out += control && !(lines && c == '\n') ? ' ' : c;
    }
    if (out.size() <= bytes_max) return out;
    std::size_t end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    out.resize(end);
    return out + "…";
}

RowFault fault(const ErrorCode& code, std::string_view value, std::vector<std::string> accepted) {
    RowFault out;
    out.value = printable(value);
    out.code = std::string(code.code);
    out.message = Text{std::string(code.zh), std::string(code.en)};
    out.accepted = std::move(accepted);
    return out;
}

}  // namespace jianghui::imports
