#pragma once
// What can go wrong before a single request is served, in words for the operator.

#include "engine/base/base.hpp"
#include "engine/store/connection.hpp"

namespace jianghui::main {

inline constexpr ErrorCode data_folder_unusable{
    "data_folder_unusable", Kind::internal, "数据文件夹无法使用。请检查路径和写权限（--data）。",
    "The data folder cannot be used. Check its path and that you may write there (--data)."};
inline constexpr ErrorCode data_folder_in_use{
    "data_folder_in_use", Kind::conflict,
    "另一个 jianghui 程序正在使用此数据文件夹。请先停止它，或换一个 --data。",
    "Another jianghui server uses this data folder. Stop it first, or choose another --data."};
inline constexpr ErrorCode output_unwritable{
    "output_unwritable", Kind::internal, "结果没有完整写出：标准输出写入失败（磁盘已满或已关闭）。",
    "The answer was not written whole: standard output failed (is the disk full, or the output closed?)."};
inline constexpr ErrorCode database_full{"database_full", Kind::unavailable,
                                         "磁盘已满，数据库未做改动。请腾出空间后重试。",
                                         "The disk is full and the database was left as it was. "
                                         "Make room and try again."};
inline constexpr ErrorCode database_unusable{
    "database_unusable", Kind::internal, "数据库文件无法打开或已损坏。请从备份恢复。",
    "The database file cannot be opened, or is damaged. Restore it from a backup."};
inline constexpr ErrorCode database_unreachable{
    "database_unreachable", Kind::unavailable,
    "无法连接 PostgreSQL 数据库。请检查 --db（或 JIANGHUI_DB）、网络、密码（PGPASSFILE）以及数据库是否在运行。",
    "The PostgreSQL database cannot be reached. Check --db (or JIANGHUI_DB), the network, the "
    "password (PGPASSFILE) and whether the database runs."};
inline constexpr ErrorCode database_url_wrong{
    "database_url_wrong", Kind::malformed,
    "--db 应为 postgresql://用户@主机/数据库，且不得含密码（其他用户可在 ps 中看到）。"
    "密码请放在 PGPASSFILE 文件或环境变量 JIANGHUI_DB 中。",
    "--db is written like postgresql://user@host/database, without a password (others could see it "
    "in `ps`). Put the password into a PGPASSFILE or the environment variable JIANGHUI_DB."};
inline constexpr ErrorCode not_for_postgres{
    "not_for_postgres", Kind::conflict,
    "此命令只用于 SQLite 文件。PostgreSQL 数据库请用 pg_dump 备份、pg_restore 恢复。",
    "This command is for SQLite files. A PostgreSQL database is backed up with pg_dump and brought "
    "back with pg_restore."};
inline constexpr ErrorCode database_missing{"database_missing", Kind::not_found,
                                            "此文件夹中没有数据库。请检查 --data。",
                                            "There is no database in this folder. Check --data."};
inline constexpr ErrorCode file_exists{"file_exists", Kind::conflict,
                                       "目标文件已存在，未做改动。请换一个名字。",
                                       "The target file exists already and was left as it is. "
                                       "Choose another name."};
inline constexpr ErrorCode keys_missing{
    "keys_missing", Kind::internal,
    "数据库存在，但密钥文件 keys 不见了。请从备份恢复密钥文件；没有它，加密的数据无法读取。",
    "The database is there but its key file `keys` is not. Restore the key file from your backup: "
    "without it encrypted data cannot be read."};

/// The store's failure as an error of the program.
[[nodiscard]] Error error_of(const store::StoreFailure& failure);

}  // namespace jianghui::main
