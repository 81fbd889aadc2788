#pragma once
// Pure decisions: how urgent a thing is, in which order things wait, who is told of an event and how.

#include <string_view>

#include "features/inbox/model.hpp"

namespace jianghui::inbox {

/// late once it is due, soon from `soon` before that on, else info.
[[nodiscard]] Level level_of(const std::optional<Instant>& due_at, Instant now, Milliseconds soon);

/// Items sort by this text: what is due first, then what waits longest. It is also the cursor.
[[nodiscard]] std::string sort_key(const InboxItem& item);

/// How one kind of event is told to one of its parties. "{order}", "{who}" and "{case}" are filled in
/// when it is read, "{subject}" and "{order}" of the link with ids.
struct NoticeRule {
    std::string_view event;
    Part part;
    std::string_view zh;
    std::string_view en;
    std::string_view link;
};
/// Whether anybody is told of events of this kind.
[[nodiscard]] bool is_told(std::string_view event);
/// The rule, or nullptr.
[[nodiscard]] const NoticeRule* find_rule(std::string_view event, Part part);

/// The notices of an event, without ids: one for each party that it has and that is told. A share
/// that ended for another reason than its hold is not told to the agency that gave it back itself.
[[nodiscard]] std::vector<NoticeRow> notices_of(const journal::Event& event);

/// What a title names, as its reader may see it.
struct Names {
    std::string order;  ///< its title
    std::string who;    ///< the other organisation
    Text procedure;     ///< of the case
};
/// The title and link of a notice.
[[nodiscard]] Text title_of(const NoticeRow& notice, const Names& names);
[[nodiscard]] std::optional<std::string> link_of(const NoticeRow& notice);

}  // namespace jianghui::inbox
