#pragma once
// XLSX and ODS files are ZIP archives. They are unpacked here, under limits, and only the parts that
// hold cells: no bombs, no pictures, pivots or macros.

#include <string>
#include <string_view>
#include <vector>

#include "features/imports/table.hpp"

namespace jianghui::imports {

/// One unpacked file of an archive.
struct ArchivePart {
    std::string name;
    std::string content;
};

/// Unpacks the parts whose name `wanted` accepts. Sizes are judged twice: as declared in the central
/// directory, over all parts, before anything is unpacked; and as they really turn out, while
/// unpacking. Fails with archive_damaged, archive_encrypted, archive_too_large (sum of the parts or
/// their number) or archive_ratio. O(archive + unpacked bytes).
[[nodiscard]] Result<std::vector<ArchivePart>> unpack(std::string_view archive,
                                                      const TableLimits& limits,
                                                      bool (*wanted)(std::string_view name));

inline constexpr ErrorCode archive_damaged{"archive_damaged", Kind::invalid,
                                           "文件已损坏，无法解开。请重新保存后上传。",
                                           "The file is damaged. Save it again and send that."};
inline constexpr ErrorCode archive_encrypted{"archive_encrypted", Kind::invalid,
                                             "文件有密码。请去掉密码后上传。",
                                             "The file has a password. Remove it and send again."};
inline constexpr ErrorCode archive_too_large{
    "archive_too_large", Kind::too_large, "文件解开后超过上限。请删去图片和多余的表，或拆成几个文件。",
    "The file is too large once unpacked. Remove pictures and extra sheets, or split it."};
inline constexpr ErrorCode archive_ratio{
    "archive_ratio", Kind::too_large, "文件的压缩比异常，为安全起见不予读取。请另存为 CSV 后上传。",
    "The file is packed suspiciously tight and is not read. Save it as CSV and send that."};

}  // namespace jianghui::imports
