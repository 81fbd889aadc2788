#pragma once
// The SQL of entries as typed calls, nothing else. For entries.cpp alone.

#include "engine/registers/entries.hpp"

namespace jianghui::registers {

/// A value that no other entry of the register may have: of a field, or the number ("#").
struct EntryKey {
    std::string field;
    std::string value;
};
inline constexpr std::string_view number_field = "#";

/// A sealed value on its way into the table.
struct SealedValue {
    std::string field;
    std::string box;
};

/// Why and by whom a version was made.
struct VersionNote {
    EntryReason reason = EntryReason::granted;
    std::optional<std::string> note;
    std::optional<AccountId> by;
};
BOOST_DESCRIBE_STRUCT(VersionNote, (), (reason, note, by))

/// Adds the entry and its first version.
void insert(store::Transaction& transaction, const Entry& entry, const std::string& search,
            const VersionNote& note);
/// Keeps a version of new content. Fails with entry_status when somebody changed it first.
[[nodiscard]] Result<Done> update(store::Transaction& transaction, const Entry& entry,
                                  const std::string& search, const VersionNote& note);
/// Keeps a version of new status. Fails with entry_status when somebody changed it first.
[[nodiscard]] Result<Done> update_status(store::Transaction& transaction, const Entry& entry,
                                         const VersionNote& note);

/// Whether nobody has the key, or the entry itself.
[[nodiscard]] bool is_free(const store::Reader& reader, const Entry& entry, const EntryKey& key);
/// Whether the key was free and is now the entry's.
[[nodiscard]] bool take_key(store::Transaction& transaction, const Entry& entry, const EntryKey& key);
void free_keys(store::Transaction& transaction, EntryId entry);
/// The next number of a series, beginning with 1.
[[nodiscard]] std::int64_t next_serial(store::Transaction& transaction,
                                       std::string_view register_id, const std::string& series);

/// Takes the place of the entry's facts.
void keep_facts(store::Transaction& transaction, const Entry& entry,
                const std::vector<EntryKey>& facts);
void insert_boxes(store::Transaction& transaction, const Entry& entry,
                  const std::vector<SealedValue>& boxes);
[[nodiscard]] std::optional<std::string> find_box(const store::Reader& reader, EntryId entry,
                                                  std::string_view field);
/// The first `limit` entries whose last day lies before `today`.
[[nodiscard]] std::vector<Entry> due(const store::Reader& reader, Date today, int limit);

}  // namespace jianghui::registers
