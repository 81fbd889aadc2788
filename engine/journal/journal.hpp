#pragma once
// The public header of engine/journal: the spine. Every change of state is one event, appended in
// the transaction that makes the change; everything else (live pages, figures, notices, the matching
// index) reads the journal from a position.

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "engine/store/store.hpp"

namespace jianghui::journal {

/// One entry of the event catalogue (docs/reference/events.md).
struct EventKind {
    std::string_view name;  ///< "share.grabbed"
    std::string_view zh;
    std::string_view en;
    /// Shown to anybody on the live feed: such events name no organisation and no person there.
    bool open = false;
};

/// What an event says. Ids, codes, amounts and keyed digests only (CORRECTIONS 2).
struct Event {
    std::int64_t position = 0;
    Instant at;
    std::string kind;
    PlaceCode city;                              ///< of the order or entry: the distribution key
    std::optional<AccountId> actor;              ///< none: a clock of the server
    std::optional<OrganisationId> organisation;  ///< whose act it was or whom it concerns first
    std::optional<OrganisationId> counterpart;   ///< the other organisation
    std::optional<PersonId> person;
    std::string subject_kind;                    ///< "order", "share" …
    Id<struct SubjectTag> subject;
    boost::json::value data;
};
BOOST_DESCRIBE_STRUCT(Event, (), (position, at, kind, city, actor, organisation, counterpart,
                                  person, subject_kind, subject, data))

/// An event on its way into the journal: `data` is the JSON text of an object.
struct NewEvent {
    Instant at;
    std::string_view kind;
    PlaceCode city;
    std::optional<AccountId> actor;
    std::optional<OrganisationId> organisation;
    std::optional<OrganisationId> counterpart;
    std::optional<PersonId> person;
    std::string_view subject_kind;
    std::int64_t subject = 0;
    std::string data = "{}";
};

/// Writes the event at the end of the journal; its position is set by the database.
void append(store::Transaction& transaction, const Event& event);
void append(store::Transaction& transaction, const NewEvent& event);
/// Writes many, in their order.
void append_all(store::Transaction& transaction, const std::vector<NewEvent>& events);
/// The same as a change that is made together with others, for who knows the newest position in its
/// transaction: the first event gets the next one.
[[nodiscard]] store::Change appending(std::int64_t newest, const std::vector<NewEvent>& events);

/// What an event names, for who only wants to know what changed.
struct Named {
    std::int64_t position = 0;
    std::string subject_kind;
    Id<struct SubjectTag> subject;
    std::optional<OrganisationId> organisation;
    std::optional<OrganisationId> counterpart;
    boost::json::value data;
};
BOOST_DESCRIBE_STRUCT(Named, (),
                      (position, subject_kind, subject, organisation, counterpart, data))
/// Asks for up to `limit` events after a position, in order, to be read together with more.
void ask_named(store::Readings& readings, std::int64_t position, int limit,
               std::function<void(Named&&)> each);

/// Asks for the newest position, 0 when the journal is empty.
void ask_newest(store::Readings& readings, std::function<void(std::int64_t)> found);

/// Up to `limit` events after a position, in order.
[[nodiscard]] std::vector<Event> after(const store::Reader& reader, std::int64_t position,
                                       int limit);
/// The history of one thing, in order, at most 1,000 events.
[[nodiscard]] std::vector<Event> of_subject(const store::Reader& reader, std::int64_t subject);
/// The newest position; 0 when the journal is empty.
[[nodiscard]] std::int64_t last_position(const store::Reader& reader);

/// Tells readers that there is something new. Thread-safe.
class Bell {
  public:
    using Listener = std::function<void()>;
    /// Calls every listener. The store's commit observer rings it.
    void ring();
    /// The listener is called on the ringing thread until the returned handle is destroyed, and never
    /// after that.
    [[nodiscard]] std::shared_ptr<void> listen(Listener listener);

    /// One who listens; `call` does nothing once its handle is destroyed.
    class Entry {
      public:
        explicit Entry(Listener listener) : listener_(std::move(listener)) {}
        void call();

      private:
        friend class Bell;
        void silence();
        std::mutex mutex_;
        Listener listener_;
    };
    using Entries = std::vector<std::shared_ptr<Entry>>;
    /// Those who listen now, for who does not call all of them at once. O(listeners).
    [[nodiscard]] Entries present();
    /// How many there are at most: who has gone is counted until the next `present` or `ring`. O(1).
    [[nodiscard]] std::size_t count() const;

  private:
    mutable std::mutex mutex_;
    std::vector<std::weak_ptr<Entry>> entries_;
};

}  // namespace jianghui::journal
