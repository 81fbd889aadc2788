#pragma once
// What can be refused about an import as a whole. Faults of rows: fault.hpp; of files: table.hpp,
// archive.hpp, text_encoding.hpp, xlsx.hpp, header_mapping.hpp.

#include "engine/base/result.hpp"

namespace jianghui::imports {

inline constexpr ErrorCode import_repeated{
    "import_repeated", Kind::conflict,
    "这个文件已经导入过。如确需再次导入，请加参数 again=true。",
    "This file was imported before. To import it once more, add again=true."};
inline constexpr ErrorCode too_many_imports{
    "too_many_imports", Kind::too_many, "正在处理的导入太多。请等前一个完成后再上传。",
    "Too many imports are being processed. Wait for one to end, then send again."};
inline constexpr ErrorCode import_not_ready{
    "import_not_ready", Kind::conflict, "导入当前状态不能这样办理。请等读取完成，或刷新页面。",
    "The import's present status does not allow this. Wait until it is read, or reload."};
inline constexpr ErrorCode row_not_open{
    "row_not_open", Kind::conflict, "这一行不需要选择。只有待选职业和重复的行可以选择。",
    "There is nothing to choose for this row: only rows in review and duplicates have a choice."};
inline constexpr ErrorCode choice_missing{
    "choice_missing", Kind::malformed, "请给出职业编码（occupation），重复行请给出 keep=true。",
    "Give the occupation, or keep=true for a duplicate."};
inline constexpr ErrorCode reading_interrupted{
    "reading_interrupted", Kind::unavailable, "读取中断（服务器重新启动过）。没有导入任何内容，请重新上传。",
    "Reading was interrupted (the server was restarted). Nothing was imported; send the file again."};

}  // namespace jianghui::imports
