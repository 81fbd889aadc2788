#include "features/certificates/status.hpp"

#include <algorithm>

#include "engine/crypto/secrets.hpp"
#include "features/certificates/bitstring.hpp"
#include "features/certificates/queries.hpp"
#include "features/papers/api.hpp"

namespace jianghui::certificates {
namespace {

using registers::EntryStatus;
using registers::EntryVersion;

/// Half full: drawing an index stays quick, and the gaps tell nobody how many there are.
constexpr std::int64_t list_taken_max = status_bits / 2;

bool is_set(Purpose purpose, const EntryVersion& version, std::int64_t newest_content,
            std::int64_t content) {
    switch (purpose) {
        case Purpose::revocation:
            return version.status == EntryStatus::revoked ||
                   version.status == EntryStatus::withdrawn ||
                   version.status == EntryStatus::ended;
        case Purpose::suspension: return version.status == EntryStatus::suspended;
        case Purpose::refresh: break;
    }
    return newest_content > content;
}

StatusList open_list(store::Transaction& transaction, const PlaceCode& place,
                     std::int64_t number, const std::string& address, Instant now) {
    StatusList list{place, number, list_base(address, place, number), 0};
    (void)transaction.execute(sql::insert_list,
                              store::arguments("city", city_of(place), "place", place, "number",
                                               number, "base", list.base, "opened_at", now));
    return list;
}

/// The list that takes new certificates: a new one when the newest is half full or has another
/// address.
StatusList list_with_room(store::Transaction& transaction, const PlaceCode& place, Instant now) {
    const std::string address = papers::public_address(transaction);
    const auto newest = transaction.one<StatusList>(
        sql::newest_list, store::arguments("city", city_of(place), "place", place));
    if (newest && newest->taken < list_taken_max &&
        newest->base == list_base(address, place, newest->number))
        return *newest;
    return open_list(transaction, place, newest ? newest->number + 1 : 1, address, now);
}

std::int64_t random_index() {
    const auto bytes = crypto::random_bytes(crypto::system_secrets(), 4);
    std::uint32_t drawn = 0;
    for (const char byte : bytes) drawn = drawn << 8U | static_cast<unsigned char>(byte);
    return drawn % status_bits;
}

}  // namespace

std::vector<std::int64_t> contents_of(const std::vector<EntryVersion>& history) {
    std::vector<std::int64_t> contents;
    const EntryVersion* before = nullptr;
    for (const auto& version : history) {
        if (before == nullptr || before->status == version.status)
            contents.push_back(version.version);
        before = &version;
    }
    return contents;
}

std::vector<StatusChange> changes_of(const std::vector<EntryVersion>& history,
                                     std::int64_t content, std::int64_t index, Purpose purpose) {
    const auto contents = contents_of(history);
    std::vector<StatusChange> changes;
    std::int64_t newest = 0;
    bool value = false;
    for (const auto& version : history) {
        if (std::find(contents.begin(), contents.end(), version.version) != contents.end())
            newest = version.version;
        const bool now = is_set(purpose, version, newest, content);
        if (now != value) changes.push_back({index, version.at, now});
        value = now;
    }
    return changes;
}

std::optional<StatusPlaceRow> find_status_place(const store::Reader& reader,
                                                const registers::Entry& entry,
                                                std::int64_t content) {
    return reader.one<StatusPlaceRow>(
        sql::find_status_place, store::arguments("city", city_of(entry.place), "entry", entry.id,
                                                 "content", content));
}

StatusPlaceRow given_status_place(store::Transaction& transaction, const registers::Entry& entry,
                                  std::int64_t content, Instant now) {
    for (;;) {
        if (auto found = find_status_place(transaction, entry, content)) return *found;
        const auto list = list_with_room(transaction, entry.place, now);
        (void)transaction.execute(
            sql::insert_status_place,
            store::arguments("entry", entry.id, "content", content, "city", city_of(entry.place),
                             "place", entry.place, "list", list.number, "list_index",
                             random_index(), "given_at", now));
    }
}

std::optional<StatusList> find_list(const store::Reader& reader, const PlaceCode& place,
                                    std::int64_t number) {
    return reader.one<StatusList>(sql::find_list, store::arguments("city", city_of(place), "place",
                                                                   place, "number", number));
}

std::vector<StatusList> lists_of_place(const store::Reader& reader, const PlaceCode& place) {
    return reader.all<StatusList>(sql::lists_of_place,
                                  store::arguments("city", city_of(place), "place", place));
}

std::vector<StatusChange> changes_of_list(const store::Reader& reader, const StatusList& list,
                                          Purpose purpose) {
    std::vector<StatusChange> changes;
    const auto rows = reader.all<StatusPlaceRow>(
        sql::status_places_of_list,
        store::arguments("city", city_of(list.place), "place", list.place, "list", list.number));
    for (const auto& row : rows)
        for (const auto& change : changes_of(registers::history(reader, row.entry), row.content,
                                             row.list_index, purpose))
            changes.push_back(change);
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& one, const auto& other) { return one.at < other.at; });
    return changes;
}

}  // namespace jianghui::certificates
