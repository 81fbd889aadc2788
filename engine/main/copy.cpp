// `jianghui copy`: moves a deployment from one database to another.

#include <fmt/format.h>

#include <filesystem>

#include "engine/main/commands.hpp"
#include "engine/main/composition.hpp"
#include "engine/main/failure.hpp"
#include "engine/store/copy.hpp"

namespace jianghui::main {
namespace {

namespace fs = std::filesystem;

inline constexpr ErrorCode copy_address_wrong{
    "copy_address_wrong", Kind::malformed,
    "数据库应写作 sqlite:文件路径 或 postgresql://用户@主机/数据库（不含密码）。",
    "A database is written sqlite:PATH or postgresql://user@host/database (without a password)."};

/// One side of the copy, as it was typed.
struct Side {
    std::string where;
    bool postgres = false;
};

Result<Side> side_of(const std::string& typed) {
    constexpr std::string_view file = "sqlite:";
    if (typed.starts_with(file) && typed.size() > file.size())
        return Side{typed.substr(file.size()), false};
    if (store::is_postgres_url(typed) && !store::url_has_password(typed)) return Side{typed, true};
    return refuse(copy_address_wrong);
}

/// No server may write to a file while it is copied; a backup lies in no data folder.
Result<std::optional<FolderLock>> lock_of(const Side& side) {
    const fs::path file = side.where;
    if (side.postgres || file.filename() != "jianghui.sqlite")
        return std::optional<FolderLock>();
    TRY(auto lock, FolderLock::take(DataFolder(fs::absolute(file).parent_path().string())));
    return std::optional<FolderLock>(std::move(lock));
}

Result<std::vector<store::CopiedTable>> run(const Side& from, const Side& to, bool quiet) {
    if (!from.postgres && !fs::is_regular_file(from.where))
        return refuse(error(database_missing).with("file", from.where));
    if (!to.postgres && fs::exists(to.where))
        return refuse(error(file_exists).with("file", to.where));
    TRY(const auto source_lock, lock_of(from));
    TRY(const auto target_lock, lock_of(to));
    try {
        const auto source = store::open_database(from.where);
        const auto target = store::open_database(to.where);
        const auto writer = target->connect(store::Database::Use::write);
        TRY_DO(store::migrate(*writer, store::all_migrations(), SystemClock().now()));
        // A writer's session on PostgreSQL holds the baton: servers that still run wait.
        const auto reader = source->connect(from.postgres ? store::Database::Use::write
                                                          : store::Database::Use::read);
        return store::copy_database(
            *reader, from.postgres, *writer, to.postgres, [&](const store::CopiedTable& table) {
                if (!quiet)
                    fmt::print("{:<28} {:>12}  {}\n", table.name, table.rows, table.digest);
            });
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
}

}  // namespace

int copy(const Common& common, const CopyOptions& options) {
    const auto copied = [&]() -> Result<std::vector<store::CopiedTable>> {
        TRY(const auto from, side_of(options.from));
        TRY(const auto to, side_of(options.to));
        return run(from, to, common.json);
    }();
    if (!copied) return tell(common, copied.error());
    std::int64_t rows = 0;
    std::string tables;
    for (const auto& table : *copied) {
        rows += table.rows;
        tables += fmt::format("{}{{\"name\":\"{}\",\"rows\":{},\"digest\":\"{}\"}}",
                              tables.empty() ? "" : ",", table.name, table.rows, table.digest);
    }
    if (common.json) {
        fmt::print("{{\"rows\":{},\"tables\":[{}]}}\n", rows, tables);
    } else {
        fmt::print(
            "{} rows of {} tables copied, read back and compared.\nGive every server that will use "
            "the new database the same key file (keys, mode 600).\n",
            rows, copied->size());
    }
    return Exit::done;
}

}  // namespace jianghui::main
