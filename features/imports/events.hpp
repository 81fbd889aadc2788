#pragma once
// What this feature writes into the journal: counts only.

#include "engine/journal/journal.hpp"

namespace jianghui::imports {

inline constexpr journal::EventKind import_uploaded{"import.uploaded", "已上传导入文件",
                                                    "A list was sent in"};
inline constexpr journal::EventKind import_read{"import.read", "导入文件已读取", "A list was read"};
inline constexpr journal::EventKind import_applied{"import.applied", "导入已完成",
                                                   "A list was imported"};

}  // namespace jianghui::imports
