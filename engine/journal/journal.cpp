#include "engine/journal/journal.hpp"
#include "engine/journal/of_person.hpp"
#include "engine/journal/of_subject.hpp"

#include "engine/journal/queries.hpp"
#include "engine/journal/stored_event.hpp"

namespace jianghui::journal {

namespace {

struct Newest {
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Newest, (), (position))

store::Arguments row_of(const NewEvent& event) {
    return store::arguments("at", event.at, "kind", event.kind, "city", event.city, "actor",
                            event.actor, "organisation", event.organisation, "counterpart",
                            event.counterpart, "person", event.person, "subject_kind",
                            event.subject_kind, "subject", event.subject, "data", event.data);
}

}  // namespace

void append(store::Transaction& transaction, const Event& event) {
    transaction.execute(sql::append_event, store::members(event));
}

void append(store::Transaction& transaction, const NewEvent& event) {
    transaction.execute(sql::append_event, row_of(event));
}

void append_all(store::Transaction& transaction, const std::vector<NewEvent>& events) {
    std::vector<store::Arguments> rows;
    rows.reserve(events.size());
    for (const auto& event : events) rows.push_back(row_of(event));
    transaction.execute_all(sql::append_event, rows);
}

store::Change appending(std::int64_t newest, const std::vector<NewEvent>& events) {
    store::Change change{&sql::append_event_at, {}};
    change.rows.reserve(events.size());
    for (const auto& event : events) {
        change.rows.push_back(row_of(event));
        change.rows.back().emplace_back("position", store::to_value(++newest));
    }
    return change;
}

void ask_named(store::Readings& readings, std::int64_t position, int limit,
               std::function<void(Named&&)> each) {
    readings.each<Named>(sql::named_after, store::arguments("after", position, "limit", limit),
                         std::move(each));
}

void ask_newest(store::Readings& readings, std::function<void(std::int64_t)> found) {
    readings.each<Newest>(sql::newest, {},
                          [found = std::move(found)](Newest&& row) { found(row.position); });
}

std::vector<Event> after(const store::Reader& reader, std::int64_t position, int limit) {
    std::vector<Event> events;
    reader.each<StoredEvent>(sql::events_after, store::arguments("after", position, "limit", limit),
                             [&](StoredEvent&& event) { events.push_back(parsed(std::move(event))); });
    return events;
}

std::vector<Event> of_subject(const store::Reader& reader, std::int64_t subject) {
    return reader.all<Event>(sql::events_of_subject, store::arguments("subject", subject));
}

std::vector<Event> of_subject_after(const store::Reader& reader, std::int64_t subject,
                                    std::int64_t position, int limit) {
    return reader.all<Event>(sql::events_of_subject_after,
                             store::arguments("subject", subject, "after", position, "limit", limit));
}

std::vector<Event> of_person(const store::Reader& reader, PersonId person) {
    return reader.all<Event>(sql::events_of_person, store::arguments("person", person));
}

std::int64_t last_position(const store::Reader& reader) {
    return reader.value<std::int64_t>(sql::last_position).value_or(0);
}

void Bell::Entry::call() {
    const std::lock_guard lock(mutex_);
    if (listener_) listener_();
}

void Bell::Entry::silence() {
    const std::lock_guard lock(mutex_);
    listener_ = nullptr;
}

void Bell::ring() {
    for (const auto& entry : present()) entry->call();
}

std::shared_ptr<void> Bell::listen(Listener listener) {
    auto entry = std::make_shared<Entry>(std::move(listener));
    const std::lock_guard lock(mutex_);
    entries_.push_back(entry);
    // The handle also silences the listener if a ring is under way.
    return {entry.get(), [entry](void*) { entry->silence(); }};
}

Bell::Entries Bell::present() {
    Entries all;
    const std::lock_guard lock(mutex_);
    std::erase_if(entries_, [&](const auto& entry) {
        auto held = entry.lock();
        if (!held) return true;
        all.push_back(std::move(held));
        return false;
    });
    return all;
}

std::size_t Bell::count() const {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

}  // namespace jianghui::journal
