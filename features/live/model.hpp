#pragma once
// The vocabulary of the journal as people read it.

#include <optional>
#include <string>
#include <vector>

#include "engine/app/feature.hpp"

namespace jianghui::live {

/// An event as the API shows it (ui/base/api_types/journal.ts). Parties are not named: who may see
/// it knows them. `actor` is for those who supervise.
struct EventView {
    std::int64_t position = 0;
    Instant at;
    std::string kind;
    PlaceCode city;
    std::string subject_kind;
    decltype(journal::Event::subject) subject;
    std::optional<AccountId> actor;
    boost::json::value data;
};
BOOST_DESCRIBE_STRUCT(EventView, (),
                      (position, at, kind, city, subject_kind, subject, actor, data))

/// GET journal. Go on with after=`last`; when nothing is left, `last` is the journal's end. A page
/// may be empty before the end is reached: then none of what was looked at is for the caller.
struct JournalPage {
    std::vector<EventView> items;
    std::int64_t last = 0;
    std::int64_t end = 0;  ///< the journal's last position: where reading backwards begins
};
BOOST_DESCRIBE_STRUCT(JournalPage, (), (items, last, end))

using Position = Integer<0, 9'007'199'254'740'991>;

struct ReadJournal {
    std::optional<Position> after;
    std::optional<Integer<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(ReadJournal, (), (after, limit))

/// GET events/recent.
struct ReadRecent {
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ReadRecent, (), (limit))

/// The newest events that everybody may see, in order.
struct RecentEvents {
    std::vector<EventView> items;
};
BOOST_DESCRIBE_STRUCT(RecentEvents, (), (items))

/// GET events; the header Last-Event-ID wins over `after`.
struct OpenEvents {
    std::optional<Position> after;
};
BOOST_DESCRIBE_STRUCT(OpenEvents, (), (after))

}  // namespace jianghui::live
