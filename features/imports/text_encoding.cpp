#include "features/imports/text_encoding.hpp"

#include <memory>

#include <fmt/format.h>
#include <unicode/ucnv.h>

namespace jianghui::imports {

namespace {
struct Survey {
    std::size_t valid_sequences = 0;  ///< well-formed sequences of two to four bytes
    std::size_t invalid_bytes = 0;
    std::size_t first_invalid_line = 0;
    bool has_nul = false;
};

/// Length of the well-formed UTF-8 sequence at `at`, or 0 (RFC 3629, table of section 4).
std::size_t sequence_length(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < s.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return tail(at + 1, low, high) && tail(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return tail(at + 1, low, high) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

Survey survey(std::string_view bytes) {
    Survey out;
    std::size_t line = 1;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = sequence_length(bytes, at);
        if (bytes[at] == '\n') ++line;
        if (bytes[at] == '\0') out.has_nul = true;
        if (length > 1) ++out.valid_sequences;
        if (length == 0) {
            if (out.invalid_bytes++ == 0) out.first_invalid_line = line;
        }
        at += length == 0 ? 1 : length;
    }
    return out;
}

/// Strict conversion to UTF-8 by ICU; nothing when a byte sequence means nothing.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &status),
                                                                  ucnv_close);
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &status),
                                                                ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string out;
    out.resize(bytes.size() * 3 + 16);  // two bytes of GB18030 or UTF-16 give at most three
    char* target = out.data();
    const char* source = bytes.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                   bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true,
                   &status);
    if (U_FAILURE(status)) return std::nullopt;
    out.resize(static_cast<std::size_t>(target - out.data()));
    if (out.find('\0') != std::string::npos) return std::nullopt;
    return out;
}

Result<DecodedText> convert(std::string_view bytes, const char* encoding) {
    if (auto text = converted(bytes, encoding)) return DecodedText{*std::move(text), encoding};
    return refuse(unknown_encoding);
}
}  // namespace

Result<DecodedText> decode_text(std::string bytes) {
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE")) return convert(view.substr(2), "UTF-16LE");
    if (view.starts_with("\xFE\xFF")) return convert(view.substr(2), "UTF-16BE");
    if (view.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    const Survey found = survey(bytes);
    if (found.has_nul) return refuse(unknown_encoding);
    if (found.invalid_bytes == 0) return DecodedText{std::move(bytes), "UTF-8"};
    // GB18030 text is hardly ever well-formed UTF-8 by chance: its second bytes mostly lie above
    // 0xBF. So a file that is nearly all UTF-8 is a damaged one, not another encoding.
    if (found.valid_sequences > 10 * found.invalid_bytes) {
        const auto line = found.first_invalid_line;
        return refuse(damaged_utf8,
                      Text{fmt::format("文件是 UTF-8 文本，但第 {} 行有损坏的字节。请重新保存后上传。", line),
                           fmt::format("The file is UTF-8 text with damaged bytes in line {}. "
                                       "Save it again and send that.", line)});
    }
    return convert(bytes, "GB18030");
}

}  // namespace jianghui::imports
