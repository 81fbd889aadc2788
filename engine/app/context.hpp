#pragma once
// What a handler is handed: Query for reads (one snapshot), Command for changes (one savepoint of
// the write lane). Handlers are plain functions of (context, input).

#include "engine/access/caller.hpp"
#include "engine/app/services.hpp"
#include "engine/http/http.hpp"
#include "engine/journal/journal.hpp"
#include "engine/store/store.hpp"

namespace jianghui::app {

using access::Caller;
using access::Role;

struct Query {
    const store::Reader& db;
    const Caller& caller;
    Instant now;
    const Services& services;
    const http::Request& request;
};

/// A change. What it did is kept if and only if its handler returns a value; the answer goes out
/// after the commit.
class Command {
  public:
    Command(store::Transaction& transaction, const Caller& who, Instant at,
            const Services& shared, IdSource& ids)
        : db(transaction), caller(who), now(at), services(shared), ids_(&ids) {}

    store::Transaction& db;
    const Caller& caller;
    Instant now;
    const Services& services;

    template <class I>
    [[nodiscard]] I next_id() {
        return ids_->next<I>(now);
    }

    /// Whom and what an event is about.
    struct About {
        PlaceCode city = {};
        std::string_view subject_kind = {};
        std::int64_t subject = 0;
        OrganisationId organisation = {};
        OrganisationId counterpart = {};
        PersonId person = {};
    };
    /// The event that `record` would append: for those who append many at once.
    template <class T>
    [[nodiscard]] journal::NewEvent event(const journal::EventKind& kind, const About& about,
                                          const T& data) const {
        auto event = bare_event(kind, about);
        event.data = codec::encode(data);
        return event;
    }
    /// Appends an event in this transaction. `data` is a described struct of ids, codes, amounts.
    template <class T>
    void record(const journal::EventKind& kind, const About& about, const T& data) {
        journal::append(db, event(kind, about, data));
    }
    void record(const journal::EventKind& kind, const About& about) {
        journal::append(db, bare_event(kind, about));
    }

    /// The same transaction, acting for another caller: for one of a set.
    [[nodiscard]] Command of(const Caller& who, Instant at) const {
        return {db, who, at, services, *ids_};
    }

  private:
    [[nodiscard]] journal::NewEvent bare_event(const journal::EventKind& kind,
                                               const About& about) const;
    IdSource* ids_;
};

}  // namespace jianghui::app
