#include "engine/journal/together.hpp"

#include <utility>

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
    reader.each<Head>(sql::heads_between, store::arguments("after", position, "until", until, "limit", limit),
                      [&](Head&& head) {
                          looked.position = head.position;
                          ++looked.events;
                          if (is_wanted(head.kind)) positions.push_back(head.position);
                      });
    if (positions.empty()) return looked;
    if (positions.size() * one_in_so_many_is_dense >= static_cast<std::size_t>(looked.events)) {
        reader.each<StoredEvent>(
            sql::events_between,
            store::arguments("after", position, "until", looked.position, "limit", looked.events),
            [&](StoredEvent&& event) {
                if (is_wanted(event.kind)) each(parsed(std::move(event)));
            });
        return looked;
    }
    store::Readings readings;  // Together: one round trip for all of them where there are any.
    for (const auto one : positions)
        readings.each<StoredEvent>(sql::event_at, store::arguments("position", one),
                                   [&](StoredEvent&& event) { each(parsed(std::move(event))); });
    readings.run(reader);
    return looked;
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
