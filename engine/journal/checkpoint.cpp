#include "engine/journal/checkpoint.hpp"

#include "engine/journal/queries.hpp"

namespace jianghui::journal {
namespace {

struct Head {
    std::int64_t position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Head, (), (position, kind))

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
    // Together: one round trip for all of them where there are any.
    store::Readings readings;
    std::vector<Event> events;
    std::size_t asked = 0;
    for (const auto& head : heads) {
        if (!wanted(head.kind)) continue;
        ++asked;
        readings.each<Event>(sql::event_at, store::arguments("position", head.position),
                             [&](Event&& event) { events.push_back(std::move(event)); });
    }
    readings.run(transaction);
    ASSERT(events.size() == asked);
    for (const auto& event : events) each(event);
    return static_cast<int>(heads.size()) == limit;
}

void rewind(store::Transaction& transaction, std::string_view name) {
    const auto from = checkpoint(transaction, name);
    if (from > 0) (void)move(transaction, name, from, 0);
}

}  // namespace jianghui::journal
