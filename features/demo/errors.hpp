#pragma once
#include "engine/base/base.hpp"

namespace jianghui::demo {

inline constexpr ErrorCode demo_not_empty{
    "demo_not_empty", Kind::conflict, "数据库里已经有数据，演示数据只能装入空库。没有任何改动。",
    "The database has data already; the demo fills only an empty one. Nothing was changed."};
inline constexpr ErrorCode demo_refused{
    "demo_refused", Kind::conflict, "装入演示数据时有一步被拒绝，数据不完整，请删除数据目录后重试。",
    "A step of the demo was refused and its data is incomplete: delete the data folder and retry."};
inline constexpr ErrorCode demo_accounts_unwritten{
    "demo_accounts_unwritten", Kind::unavailable, "无法写入演示账号文件。",
    "The file of demo accounts could not be written."};

}  // namespace jianghui::demo
