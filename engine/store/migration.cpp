#include "engine/store/migration.hpp"

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"
#include "engine/store/store.hpp"

namespace jianghui::store {
namespace {

constexpr Statement create_record{
    "store.create_record",
    "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL, "
    "applied_at BIGINT NOT NULL)"};
constexpr Statement list_record{"store.list_record", "SELECT name, digest FROM schema_migrations"};
constexpr Statement insert_record{
    "store.insert_record",
    "INSERT INTO schema_migrations (name, digest, applied_at) VALUES (:name, :digest, :applied_at)"};

struct Applied {
    std::string name;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (name, digest))

}  // namespace

namespace {

Result<int> apply(Connection& connection, const std::vector<Migration>& migrations, Instant now) {
    connection.execute(create_record, {});
    std::map<std::string, std::string> applied;
    for (auto& row : Reader(connection).all<Applied>(list_record))
        applied.emplace(std::move(row.name), std::move(row.digest));
    int count = 0;
    for (const auto& [name, text] : migrations) {
        const std::string digest = crypto::sm3(text).hex();
        if (const auto found = applied.find(std::string(name)); found != applied.end()) {
            if (found->second != digest)
                return refuse(migration_changed,
                              Text{fmt::format("数据库结构变更 {} 与程序中的不一致。请换回原版程序。", name),
                                   fmt::format("Migration {} differs from the one applied. Use the "
                                               "program that made this database.",
                                               name)});
            applied.erase(found);
            continue;
        }
        connection.script(text);
        connection.execute(insert_record,
                           arguments("name", name, "digest", digest, "applied_at", now));
        ++count;
    }
    if (!applied.empty())
        return refuse(migration_changed,
                      Text{fmt::format("数据库由更新的程序建立（{}）。请升级程序。",
                                       applied.begin()->first),
                           fmt::format("The database was made by a newer program ({}). Upgrade.",
                                       applied.begin()->first)});
    return count;
}

}  // namespace

Result<int> migrate(Connection& connection, const std::vector<Migration>& migrations, Instant now) {
    // One transaction: on PostgreSQL two programs may start at the same time.
    connection.begin();
    try {
        auto applied = apply(connection, migrations, now);
        if (applied) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return applied;
    } catch (const StoreFailure&) {
        connection.rollback();
        throw;
    }
}

}  // namespace jianghui::store
