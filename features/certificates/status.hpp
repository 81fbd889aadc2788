#pragma once
// Where the status of certificates stands, and the status lists: computed from the entries' history
// in the snapshot that answers, never stored.

#include "engine/app/context.hpp"
#include "engine/registers/entries.hpp"
#include "features/certificates/credential.hpp"

namespace jianghui::certificates {

/// A list of a place.
struct StatusList {
    PlaceCode place;
    std::int64_t number = 0;
    std::string base;
    std::int64_t taken = 0;  ///< indexes given
};
BOOST_DESCRIBE_STRUCT(StatusList, (), (place, number, base, taken))

/// An index of a list: one content of an entry.
struct StatusPlaceRow {
    registers::EntryId entry;
    std::int64_t content = 1;
    std::int64_t list = 1;
    std::int64_t list_index = 0;
    std::string base;
};
BOOST_DESCRIBE_STRUCT(StatusPlaceRow, (), (entry, content, list, list_index, base))

/// The versions of an entry that brought new content, oldest first: the first one, and every one
/// that left the status as it was. Pure.
[[nodiscard]] std::vector<std::int64_t> contents_of(
    const std::vector<registers::EntryVersion>& history);

/// What became of one content of an entry, for one purpose: each change of its bit. Pure.
[[nodiscard]] std::vector<StatusChange> changes_of(
    const std::vector<registers::EntryVersion>& history, std::int64_t content,
    std::int64_t index, Purpose purpose);

/// The index of a content; nothing when no certificate of it was ever asked for.
[[nodiscard]] std::optional<StatusPlaceRow> find_status_place(const store::Reader& reader,
                                                              const registers::Entry& entry,
                                                              std::int64_t content);
/// The same, drawn when there is none.
[[nodiscard]] StatusPlaceRow given_status_place(store::Transaction& transaction,
                                                const registers::Entry& entry,
                                                std::int64_t content, Instant now);

[[nodiscard]] std::optional<StatusList> find_list(const store::Reader& reader,
                                                  const PlaceCode& place, std::int64_t number);
[[nodiscard]] std::vector<StatusList> lists_of_place(const store::Reader& reader,
                                                     const PlaceCode& place);

/// All changes of a list for a purpose, in order of time. O(certificates of the list).
[[nodiscard]] std::vector<StatusChange> changes_of_list(const store::Reader& reader,
                                                        const StatusList& list, Purpose purpose);

}  // namespace jianghui::certificates
