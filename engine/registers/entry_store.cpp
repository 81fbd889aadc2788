#include "engine/registers/entry_store.hpp"

#include "engine/registers/queries.hpp"

namespace jianghui::registers {

using store::arguments;
using store::members;
using store::members_and;

namespace {

void insert_version(store::Transaction& transaction, const Entry& entry, const VersionNote& note) {
    transaction.execute(sql::insert_version, members_and(entry, "reason", note.reason, "note",
                                                         note.note, "by", note.by));
}

}  // namespace

void insert(store::Transaction& transaction, const Entry& entry, const std::string& search,
            const VersionNote& note) {
    transaction.execute(sql::insert_entry, members_and(entry, "search", search));
    insert_version(transaction, entry, note);
}

Result<Done> update(store::Transaction& transaction, const Entry& entry, const std::string& search,
                    const VersionNote& note) {
    if (transaction.execute(sql::change_entry, members_and(entry, "search", search)) == 0)
        return refuse(entry_status);
    insert_version(transaction, entry, note);
    return Done{};
}

Result<Done> update_status(store::Transaction& transaction, const Entry& entry,
                           const VersionNote& note) {
    if (transaction.execute(sql::change_status, members(entry)) == 0) return refuse(entry_status);
    insert_version(transaction, entry, note);
    return Done{};
}

bool is_free(const store::Reader& reader, const Entry& entry, const EntryKey& key) {
    const auto owner = reader.value<EntryId>(
        sql::entry_of_key, arguments("register_id", entry.register_id, "field", key.field, "value",
                                     key.value));
    return !owner || *owner == entry.id;
}

bool take_key(store::Transaction& transaction, const Entry& entry, const EntryKey& key) {
    return transaction.execute(
               sql::take_key, arguments("register_id", entry.register_id, "field", key.field,
                                        "value", key.value, "entry", entry.id, "city",
                                        entry.city)) > 0;
}

void free_keys(store::Transaction& transaction, EntryId entry) {
    transaction.execute(sql::free_keys, arguments("entry", entry));
}

std::int64_t next_serial(store::Transaction& transaction, std::string_view register_id,
                         const std::string& series) {
    const auto where = arguments("register_id", register_id, "series", series);
    transaction.execute(sql::next_serial, where);
    return transaction.value<std::int64_t>(sql::last_serial, where).value_or(1);
}

void keep_facts(store::Transaction& transaction, const Entry& entry,
                const std::vector<EntryKey>& facts) {
    if (entry.version > 1) transaction.execute(sql::delete_facts, arguments("entry", entry.id));
    for (const auto& fact : facts)
        transaction.execute(sql::insert_fact,
                            arguments("entry", entry.id, "city", entry.city, "register_id",
                                      entry.register_id, "field", fact.field, "value", fact.value));
}

void insert_boxes(store::Transaction& transaction, const Entry& entry,
                  const std::vector<SealedValue>& boxes) {
    for (const auto& sealed : boxes)
        transaction.execute(sql::insert_box,
                            arguments("entry", entry.id, "city", entry.city, "field", sealed.field,
                                      "version", entry.version, "box", sealed.box));
}

std::optional<std::string> find_box(const store::Reader& reader, EntryId entry,
                                    std::string_view field) {
    return reader.value<std::string>(sql::find_box, arguments("entry", entry, "field", field));
}

std::vector<Entry> due(const store::Reader& reader, Date today, int limit) {
    return reader.all<Entry>(sql::due_entries, arguments("today", today, "limit", limit));
}

}  // namespace jianghui::registers
