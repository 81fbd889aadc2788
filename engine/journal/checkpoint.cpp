#include "engine/journal/checkpoint.hpp"

#include <limits>

#include "engine/journal/queries.hpp"
#include "engine/journal/together.hpp"

namespace jianghui::journal {
namespace {

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
    std::vector<Event> events;
    const auto looked = each_wanted(transaction, from, std::numeric_limits<std::int64_t>::max(), limit, wanted,
                                    [&](Event&& event) { events.push_back(std::move(event)); });
    // Whoever moves the checkpoint has the events, also between processes.
    if (looked.events == 0 || !move(transaction, name, from, looked.position)) return false;
    for (const auto& event : events) each(event);
    return looked.events == limit;
}

void rewind(store::Transaction& transaction, std::string_view name) {
    const auto from = checkpoint(transaction, name);
    if (from > 0) (void)move(transaction, name, from, 0);
}

}  // namespace jianghui::journal
