#pragma once
// Text files arrive in UTF-8, in UTF-16 ("Unicode text" of Excel) or in GB18030 (what a Chinese
// Excel writes as CSV). Everything behind this header is UTF-8.

#include <string>

#include "engine/base/base.hpp"

namespace jianghui::imports {

/// Valid UTF-8 without a byte-order mark, and what it was before.
struct DecodedText {
    std::string text;
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030"
};

/// Finds the encoding (byte-order mark, else valid UTF-8, else GB18030) and converts strictly: no
/// replacement characters are invented. Fails with unknown_encoding when nothing fits or the file
/// holds NUL bytes, and with damaged_utf8 when most of it is UTF-8. O(bytes).
[[nodiscard]] Result<DecodedText> decode_text(std::string bytes);

inline constexpr ErrorCode unknown_encoding{
    "unknown_encoding", Kind::invalid,
    "文件既不是 UTF-8 也不是 GB18030 文本。请用 Excel 或 WPS 另存为 .xlsx 或 CSV UTF-8。",
    "The file is neither UTF-8 nor GB18030 text. Save it as .xlsx or as CSV UTF-8."};
inline constexpr ErrorCode damaged_utf8{
    "damaged_utf8", Kind::invalid, "文件是 UTF-8 文本，但有损坏的字节。请重新保存后上传。",
    "The file is UTF-8 text with damaged bytes. Save it again and send that."};

}  // namespace jianghui::imports
