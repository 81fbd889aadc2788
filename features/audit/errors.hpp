#pragma once
// What can be wrong with the journal as a whole.

#include "engine/base/result.hpp"

namespace jianghui::audit {

inline constexpr ErrorCode journal_damaged{
    "journal_damaged", Kind::internal,
    "流水与封存不符（见 fault）：有人改过数据库，或恢复了不完整的备份。请保留现场并通知审计管理员。",
    "The journal does not match its seals (see fault): the database was changed, or an incomplete "
    "backup was restored. Keep everything as it is and tell the auditor."};

}  // namespace jianghui::audit
