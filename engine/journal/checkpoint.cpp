#include "engine/journal/checkpoint.hpp"

#include <map>

#include "engine/journal/queries.hpp"
#include "engine/journal/together.hpp"

namespace jianghui::journal {
namespace {

struct Head {
    std::int64_t position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Head, (), (position, kind))

/// So many of those that were looked at are wanted: then reading all of them in their order is less work than finding
/// each of the wanted.
constexpr std::size_t one_in_so_many_is_dense = 4;

/// The events behind `from` that `heads` tells of and somebody wants, in their order.
std::vector<Event> wanted_of(const store::Reader& reader, std::int64_t from, const std::vector<Head>& heads,
                             const std::function<bool(std::string_view kind)>& wanted) {
    std::map<std::string_view, bool> kinds;  // Asked once a kind: there are few, and an answer may take long.
    const auto is_wanted = [&](std::string_view kind) {
        const auto found = kinds.find(kind);
        return found != kinds.end() && found->second;
    };
    std::vector<std::int64_t> positions;
    for (const auto& head : heads) {
        const auto [kind, is_new] = kinds.try_emplace(head.kind, false);
        if (is_new) kind->second = wanted(head.kind);
        if (kind->second) positions.push_back(head.position);
    }
    std::vector<Event> events;
    events.reserve(positions.size());
    const auto take = [&](Event&& event) { events.push_back(std::move(event)); };
    if (positions.size() * one_in_so_many_is_dense >= heads.size()) {
        (void)each_wanted(reader, from, heads.back().position, static_cast<int>(heads.size()), is_wanted, take);
    } else {  // Together: one round trip for all of them where there are any.
        store::Readings readings;
        for (const auto position : positions)
            readings.each<Event>(sql::event_at, store::arguments("position", position), take);
        readings.run(reader);
    }
    ASSERT(events.size() == positions.size());
    return events;
}

bool move(store::Transaction& transaction, std::string_view name, std::int64_t from,
          std::int64_t to) {
    if (from == 0) transaction.execute(sql::begin_checkpoint, store::arguments("name", name));
    return transaction.execute(sql::move_checkpoint,
                               store::arguments("name", name, "from", from, "to", to)) == 1;
}

}  // namespace

std::int64_t checkpoint(const store::Reader& reader, std::string_view name) {
    return reader.value<std::int64_t>(sql::find_checkpoint, store::arguments("name", name))
        .value_or(0);
}

bool read_on(store::Transaction& transaction, std::string_view name, int limit,
             const std::function<bool(std::string_view kind)>& wanted,
             const std::function<void(const Event&)>& each) {
    const auto from = checkpoint(transaction, name);
    const auto heads = transaction.all<Head>(sql::event_heads,
                                             store::arguments("after", from, "limit", limit));
    if (heads.empty()) return false;
    // The checkpoint first: whoever moves it has the events, also between processes.
    if (!move(transaction, name, from, heads.back().position)) return false;
    for (const auto& event : wanted_of(transaction, from, heads, wanted)) each(event);
    return static_cast<int>(heads.size()) == limit;
}

void rewind(store::Transaction& transaction, std::string_view name) {
    const auto from = checkpoint(transaction, name);
    if (from > 0) (void)move(transaction, name, from, 0);
}

}  // namespace jianghui::journal
