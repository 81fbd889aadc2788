#pragma once
// The vocabulary of the inbox and of notices (ui/base/api_types/inbox.ts).

#include "engine/app/feature.hpp"

namespace jianghui::inbox {

enum class Level { info, soon, late };
BOOST_DESCRIBE_ENUM(Level, info, soon, late)

using SubjectId = decltype(journal::Event::subject);

struct InboxItem {
    std::string id;  ///< kind and subject: the same as long as it waits
    std::string kind;
    Text title;
    std::string subject_kind;
    SubjectId subject;
    std::optional<Instant> due_at;
    Instant waiting_since_at;
    Level level = Level::info;
    std::string link;
};
BOOST_DESCRIBE_STRUCT(InboxItem, (),
                      (id, kind, title, subject_kind, subject, due_at, waiting_since_at, level,
                       link))

/// GET inbox.
struct ListInbox {
    std::optional<String<1, 200>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListInbox, (), (cursor, limit))

/// As whom somebody is told: the event's person, its first or second organisation, the office that
/// supervises its city, the office or the account that its data names (`office`: that very place, none
/// above it).
enum class Part { person, organisation, counterpart, office, desk, account };
BOOST_DESCRIBE_ENUM(Part, person, organisation, counterpart, office, desk, account)

/// A row of `notices`, with when the reader's account has read it.
struct NoticeRow {
    NoticeId id;
    PlaceCode city;
    std::string kind;
    Part part = Part::person;
    std::optional<PersonId> person;
    std::optional<OrganisationId> organisation;
    std::optional<PlaceCode> office;
    std::optional<PlaceCode> desk;
    std::optional<AccountId> account;
    Instant at;
    std::int64_t position = 0;
    SubjectId subject;
    std::optional<OrderId> order_id;
    std::optional<OrganisationId> other;  ///< the other organisation, named in the title
    std::string level;                    ///< of an overdue payment: yellow, orange, red; or ""
    std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (),
                      (id, city, kind, part, person, organisation, office, desk, account, at, position,
                       subject, order_id, other, level, read_at))

struct NoticeView {
    NoticeId id;
    std::string kind;
    Text title;
    Instant at;
    std::optional<Instant> read_at;
    std::optional<std::string> link;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (id, kind, title, at, read_at, link))

/// GET notices.
struct ListNotices {
    std::optional<bool> unread;
    std::optional<NoticeId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListNotices, (), (unread, cursor, limit))

struct FindNotice {
    NoticeId notice;
};
BOOST_DESCRIBE_STRUCT(FindNotice, (), (notice))

}  // namespace jianghui::inbox
