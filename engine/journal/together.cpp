#include "engine/journal/together.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/queries.hpp"
#include "engine/journal/stored_event.hpp"

namespace jianghui::journal {
namespace {

struct Head {
    std::int64_t position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Head, (), (position, kind))

/// If one in so many is wanted, reading all in their order is less work than finding each of the wanted.
constexpr std::size_t one_in_so_many_is_dense = 4;
/// So many say whether it is so.
constexpr int looked_at_first = 20;

/// Which kinds somebody wants: asked once a kind, since an answer may take long. There are few of them, so they are looked through.
class KindsWanted {
  public:
    explicit KindsWanted(const std::function<bool(std::string_view kind)>& wanted) : wanted_(wanted) {}
    [[nodiscard]] bool operator()(const std::string& kind) {
        for (const auto& [known, is_wanted] : kinds_)
            if (known == kind) return is_wanted;
        return kinds_.emplace_back(kind, wanted_(kind)).second;
    }

  private:
    const std::function<bool(std::string_view kind)>& wanted_;
    std::vector<std::pair<std::string, bool>> kinds_;
};

}  // namespace

Looked each_wanted(const store::Reader& reader, std::int64_t position, std::int64_t until, int limit,
                   const std::function<bool(std::string_view kind)>& wanted,
                   const std::function<void(Event&&)>& each) {
    Looked looked{position, 0};
    KindsWanted is_wanted(wanted);
    std::vector<std::int64_t> positions;  // of those that are wanted
    const auto look_at_heads = [&](int most) {
        reader.each<Head>(sql::heads_between, store::arguments("after", looked.position, "until", until, "limit", most),
                          [&](Head&& head) {
                              looked.position = head.position;
                              ++looked.events;
                              if (is_wanted(head.kind)) positions.push_back(head.position);
                          });
    };
    const int first = std::min(limit, looked_at_first);
    look_at_heads(first);
    if (!positions.empty() && positions.size() * one_in_so_many_is_dense >= static_cast<std::size_t>(looked.events)) {
        looked = {position, 0};
        reader.each<StoredEvent>(sql::events_between, store::arguments("after", position, "until", until, "limit", limit),
                                 [&](StoredEvent&& event) {
                                     looked.position = event.position;
                                     ++looked.events;
                                     if (is_wanted(event.kind)) each(parsed(std::move(event)));
                                 });
        return looked;
    }
    if (looked.events == first && first < limit) look_at_heads(limit - first);
    store::Readings readings;  // Together: one round trip for all of them where there are any.
    for (const auto one : positions)
        readings.each<StoredEvent>(sql::event_at, store::arguments("position", one),
                                   [&](StoredEvent&& event) { each(parsed(std::move(event))); });
    readings.run(reader);
    return looked;
}

Taken take_next(store::Transaction& transaction, std::string_view name, int limit,
                const std::function<bool(std::string_view kind)>& wanted) {
    const auto from = checkpoint(transaction, name);
    Taken taken;
    const auto looked = each_wanted(transaction, from, std::numeric_limits<std::int64_t>::max(), limit, wanted,
                                    [&](Event&& event) { taken.events.push_back(std::move(event)); });
    // Whoever moves the checkpoint has the events, also between processes.
    if (looked.events == 0 || !move_together(transaction, {std::string(name)}, from, looked.position)) return {};
    taken.may_be_more = looked.events == limit;
    return taken;
}

bool move_together(store::Transaction& transaction, const std::vector<std::string>& names,
                   std::int64_t from, std::int64_t to) {
    std::vector<store::Arguments> rows;
    for (const auto& name : names)
        rows.push_back(store::arguments("name", name, "from", from, "to", to));
    if (from == 0) transaction.execute_all(sql::begin_checkpoint, rows);
    return transaction.execute_all(sql::move_checkpoint, rows) ==
           static_cast<std::int64_t>(names.size());
}

}  // namespace jianghui::journal
