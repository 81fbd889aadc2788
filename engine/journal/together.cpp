#include "engine/journal/together.hpp"

#include <map>

#include "engine/journal/queries.hpp"
#include "engine/journal/stored_event.hpp"

namespace jianghui::journal {
namespace {

Event parsed(StoredEvent&& text) {
    Event event;
    event.position = text.position;
    event.at = text.at;
    event.kind = std::move(text.kind);
    event.city = std::move(text.city);
    event.actor = text.actor;
    event.organisation = text.organisation;
    event.counterpart = text.counterpart;
    event.person = text.person;
    event.subject_kind = std::move(text.subject_kind);
    event.subject = {text.subject.number};
    boost::json::error_code failed;
    event.data = boost::json::parse(text.data, failed);
    if (failed)
        throw store::StoreFailure(store::StoreFailure::Cause::broken,
                                  "the data of an event is no JSON");
    return event;
}

struct Head {
    std::int64_t position = 0;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(Head, (), (position, kind))

/// If one in so many is wanted, reading all in their order is less work than finding each of the wanted.
constexpr std::size_t one_in_so_many_is_dense = 4;

/// Which of the kinds that there are somebody wants: asked once a kind, since an answer may take long. The heads must
/// outlive it.
class KindsWanted {
  public:
    KindsWanted(const std::vector<Head>& heads, const std::function<bool(std::string_view kind)>& wanted) {
        for (const auto& head : heads) {
            const auto [kind, is_new] = kinds_.try_emplace(head.kind, false);
            if (is_new) kind->second = wanted(head.kind);
            if (kind->second) ++events_;
        }
    }
    [[nodiscard]] bool operator()(std::string_view kind) const {
        const auto found = kinds_.find(kind);
        return found != kinds_.end() && found->second;
    }
    [[nodiscard]] std::size_t events() const { return events_; }

  private:
    std::map<std::string_view, bool> kinds_;
    std::size_t events_ = 0;
};

}  // namespace

Looked each_wanted(const store::Reader& reader, std::int64_t position, std::int64_t until, int limit,
                   const std::function<bool(std::string_view kind)>& wanted,
                   const std::function<void(Event&&)>& each) {
    const auto heads = reader.all<Head>(sql::heads_between, store::arguments("after", position, "until", until,
                                                                             "limit", limit));
    if (heads.empty()) return {position, 0};
    const Looked looked{heads.back().position, static_cast<int>(heads.size())};
    const KindsWanted is_wanted(heads, wanted);
    if (is_wanted.events() * one_in_so_many_is_dense >= heads.size()) {
        reader.each<StoredEvent>(
            sql::events_between,
            store::arguments("after", position, "until", looked.position, "limit", looked.events),
            [&](StoredEvent&& event) {
                if (is_wanted(event.kind)) each(parsed(std::move(event)));
            });
        return looked;
    }
    store::Readings readings;  // Together: one round trip for all of them where there are any.
    for (const auto& head : heads)
        if (is_wanted(head.kind))
            readings.each<StoredEvent>(sql::event_at, store::arguments("position", head.position),
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
