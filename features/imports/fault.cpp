#include "features/imports/fault.hpp"

namespace jianghui::imports {

namespace {
constexpr std::size_t value_bytes_max = 200;

/// At most `limit` bytes of the text, cut between characters, so that a fault stays small.
std::string shortened(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "…";
}
}  // namespace

RowFault fault(const ErrorCode& code, std::string_view value, std::vector<std::string> accepted) {
    RowFault out;
    out.value = shortened(value, value_bytes_max);
    out.code = std::string(code.code);
    out.message = Text{std::string(code.zh), std::string(code.en)};
    out.accepted = std::move(accepted);
    return out;
}

}  // namespace jianghui::imports
