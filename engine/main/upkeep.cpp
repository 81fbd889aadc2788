// Subcommands for the operator: migrate, openapi, backup, restore, check.

#include <fmt/format.h>

#include <filesystem>

#include "engine/main/commands.hpp"
#include "engine/main/composition.hpp"
#include "engine/main/failure.hpp"
#include "engine/main/queries.hpp"

namespace jianghui::main {
namespace {

namespace fs = std::filesystem;

/// A line of the integrity check.
struct IntegrityRow {
    std::string integrity_check;
};
BOOST_DESCRIBE_STRUCT(IntegrityRow, (), (integrity_check))

void find_faults_of_sqlite(const store::Reader& reader, std::vector<std::string>& faults) {
    for (const auto& row : reader.all<IntegrityRow>(sql::integrity))
        if (row.integrity_check != "ok") faults.push_back(row.integrity_check);
    if (const auto dangling = reader.value<std::string>(sql::dangling))
        faults.push_back("a row of table " + *dangling + " points to a row that is not there");
}

Result<std::vector<std::string>> find_faults(const DataFolder& folder) {
    std::vector<std::string> faults;
    try {
        if (!folder.has_database())
            return refuse(error(database_missing).with("folder", folder.path()));
        if (const auto keys = crypto::Keyring::load(folder.keys()); !keys)
            faults.push_back(keys.error().message.en);
        const auto connection =
            store::open_database(folder.database())->connect(store::Database::Use::read);
        const store::Reader reader(*connection);
        // PostgreSQL keeps its keys by itself; its pages are pg_amcheck's to check.
        if (!folder.is_postgres()) find_faults_of_sqlite(reader, faults);
        if (const auto gaps = reader.value<std::int64_t>(sql::journal_gaps); gaps.value_or(0) != 0)
            faults.push_back(fmt::format("{} positions of the journal are missing", *gaps));
    } catch (const store::StoreFailure& failure) {
        if (failure.cause() == store::StoreFailure::Cause::busy) return refuse(error_of(failure));
        faults.emplace_back(failure.what());
    }
    return faults;
}

Result<Done> copy_out(const DataFolder& folder, const std::string& to) {
    if (folder.is_postgres()) return refuse(error(not_for_postgres));
    if (!folder.has_database())
        return refuse(error(database_missing).with("folder", folder.path()));
    if (fs::exists(to)) return refuse(error(file_exists).with("file", to));
    try {
        const auto database = store::open_sqlite(folder.database());
        database->connect(store::Database::Use::read)->backup_to(to);
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
    return Done{};
}

Result<Done> copy_in(const DataFolder& folder, const std::string& from) {
    if (folder.is_postgres()) return refuse(error(not_for_postgres));
    TRY(const auto lock, FolderLock::take(folder));
    if (folder.has_database()) return refuse(error(file_exists).with("file", folder.database()));
    if (!fs::is_regular_file(from)) return refuse(error(database_missing).with("file", from));
    try {
        // Through SQLite, so that a file which is no whole database is not taken over.
        const auto database = store::open_sqlite(from);
        database->connect(store::Database::Use::read)->backup_to(folder.database());
    } catch (const store::StoreFailure& failure) {
        return refuse(error_of(failure));
    }
    return Done{};
}

}  // namespace

int migrate(const Common& common) {
    const DataFolder folder(common.data, common.database);
    const auto outcome = [&]() -> Result<int> {
        TRY(const auto lock, FolderLock::take(folder));
        TRY_DO(load_keys(folder));
        return migrate_database(folder, SystemClock().now());
    }();
    if (!outcome) return tell(common, outcome.error());
    if (common.json) {
        fmt::print("{{\"applied\":{}}}\n", *outcome);
    } else {
        fmt::print("{} migrations applied\n", *outcome);
    }
    return Exit::done;
}

int openapi(const Common& common) {
    // The document does not depend on data: an empty folder of its own, gone afterwards.
    const fs::path folder =
        fs::temp_directory_path() / fmt::format("jianghui-openapi-{:016x}", system_seed());
    int code = Exit::done;
    {
        const auto program =
            Composition::open({.folder = folder, .durability = store::Durability::none});
        if (program) {
            fmt::print("{}\n", (*program)->app().openapi());
        } else {
            code = tell(common, program.error());
        }
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return code;
}

int backup(const Common& common, const std::string& to) {
    const auto outcome = copy_out(DataFolder(common.data, common.database), to);
    if (!outcome) return tell(common, outcome.error());
    if (common.json) {
        fmt::print("{{\"file\":\"{}\",\"bytes\":{}}}\n", to, fs::file_size(to));
    } else {
        fmt::print(
            "{} written ({} bytes).\nKeep the key file {} as well, in another place: without "
            "it encrypted data cannot be read.\n",
            to, fs::file_size(to), DataFolder(common.data).keys());
    }
    return Exit::done;
}

int restore(const Common& common, const std::string& from) {
    const DataFolder folder(common.data, common.database);
    const auto outcome = copy_in(folder, from);
    if (!outcome) return tell(common, outcome.error());
    if (common.json) {
        fmt::print("{{\"restored\":true}}\n");
    } else {
        fmt::print("{} restored to {}.\nPut its key file at {} (mode 600) before the start.\n",
                   from, folder.database(), folder.keys());
    }
    return Exit::done;
}

int check(const Common& common) {
    const auto faults = find_faults(DataFolder(common.data, common.database));
    if (!faults) return tell(common, faults.error());
    if (common.json) {
        fmt::print("{{\"faults\":{}}}\n", codec::encode(*faults));
    } else if (faults->empty()) {
        fmt::print("no faults found\n");
    }
    if (!common.json)
        for (const auto& fault : *faults) fmt::print("fault: {}\n", fault);
    return faults->empty() ? Exit::done : Exit::faults_found;
}

}  // namespace jianghui::main
