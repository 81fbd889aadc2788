#include "features/open_data/store.hpp"

#include "features/open_data/queries.hpp"

namespace jianghui::open_data {
namespace {

store::Arguments named(const VersionRow& version) {
    return store::arguments("table_id", version.table_id, "number", version.number);
}

}  // namespace

bool insert(store::Transaction& transaction, const NewVersion& version) {
    if (transaction.execute(sql::insert_version, store::members(version.row)) == 0) return false;
    transaction.execute(sql::insert_file,
                        store::arguments("table_id", version.row.table_id, "number",
                                         version.row.number, "csv", version.csv, "json",
                                         version.json));
    return true;
}

std::vector<VersionRow> newest_versions(const store::Reader& reader) {
    return reader.all<VersionRow>(sql::newest_versions);
}

std::optional<VersionRow> newest_version(const store::Reader& reader, const std::string& table) {
    return reader.one<VersionRow>(sql::newest_version, store::arguments("table_id", table));
}

std::optional<VersionRow> find_version(const store::Reader& reader, const std::string& table,
                                       int number) {
    return reader.one<VersionRow>(sql::find_version,
                                  store::arguments("table_id", table, "number", number));
}

std::vector<VersionRow> versions_before(const store::Reader& reader, const std::string& table,
                                        std::optional<int> before, int limit) {
    return reader.all<VersionRow>(
        sql::versions_before,
        store::arguments("table_id", table, "before", before, "limit", limit));
}

std::string csv_bytes(const store::Reader& reader, const VersionRow& version) {
    return reader.value<std::string>(sql::csv_of, named(version)).value_or("");
}

std::string json_bytes(const store::Reader& reader, const VersionRow& version) {
    return reader.value<std::string>(sql::json_of, named(version)).value_or("");
}

std::optional<Instant> newest_of_kind(const store::Reader& reader, const std::string& kind) {
    return reader.value<Instant>(sql::newest_of_kind, store::arguments("kind", kind));
}

}  // namespace jianghui::open_data
