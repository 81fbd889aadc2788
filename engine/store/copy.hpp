#pragma once
// Moves everything from one database to another, whatever their engines, and compares what arrived.

#include <functional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::store {

class Connection;

inline constexpr ErrorCode copy_of_other_program{
    "copy_of_other_program", Kind::conflict,
    "源数据库的结构与本程序不同，未复制任何内容。请先用本程序执行 jianghui migrate。",
    "The source database has another schema than this program; nothing was copied. Run `jianghui "
    "migrate` of this program on it first."};
inline constexpr ErrorCode copy_target_used{
    "copy_target_used", Kind::conflict, "目标数据库里已有数据，未做改动。请换一个空的数据库。",
    "The target database holds data and was left as it was. Choose an empty one."};
inline constexpr ErrorCode copy_differs{
    "copy_differs", Kind::internal, "复制后核对不一致，目标已恢复原状。请检查磁盘后重试。",
    "What arrived differs from what was sent; the target was left as it was. Check the disks and "
    "try again."};

/// A table that was copied. `digest`: the sum of the SM3 digests of its rows as 256-bit numbers,
/// which does not depend on their order, in hexadecimal.
struct CopiedTable {
    std::string name;
    std::int64_t rows = 0;
    std::string digest;
};

/// Copies every row of every table (the record of migrations apart), reads it back and compares
/// counts and digests table by table; all or nothing. Both sides are read in one transaction each;
/// `to` is a writer's connection, `each` hears of every table. Fails with copy_of_other_program,
/// copy_target_used, copy_differs; throws StoreFailure. Memory: 2,000 rows at a time. The
/// connections are not to be used for anything else afterwards.
[[nodiscard]] Result<std::vector<CopiedTable>> copy_database(
    Connection& from, bool from_postgres, Connection& to, bool to_postgres,
    const std::function<void(const CopiedTable&)>& each);

}  // namespace jianghui::store
