#include "engine/journal/together.hpp"

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

}  // namespace

Looked each_wanted(const store::Reader& reader, std::int64_t position, std::int64_t until, int limit,
                   const std::function<bool(std::string_view kind)>& wanted,
                   const std::function<void(Event&&)>& each) {
    Looked looked{position, 0};
    reader.each<StoredEvent>(
        sql::events_between,
        store::arguments("after", position, "until", until, "limit", limit), [&](StoredEvent&& event) {
            looked.position = event.position;
            ++looked.events;
            if (wanted(event.kind)) each(parsed(std::move(event)));
        });
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
