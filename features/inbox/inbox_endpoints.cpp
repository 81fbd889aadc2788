// What waits: collected from the features at each call, kept nowhere.

#include <algorithm>

#include "features/codes/api.hpp"
#include "engine/app/page.hpp"
#include "features/inbox/endpoints.hpp"
#include "features/inbox/rules.hpp"

namespace jianghui::inbox {
namespace {

/// Items of one source: nobody works through more in one sitting.
constexpr int per_source = 200;

std::vector<app::Waiting> collect(const app::Query& query) {
    std::vector<app::Waiting> all;
    for (const auto& source : query.services.get<app::InboxSources>().sources) {
        if (std::find(source.roles.begin(), source.roles.end(), query.caller.role) ==
            source.roles.end())
            continue;
        auto some = source.list(query, per_source);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

InboxItem item_of(app::Waiting&& waiting, Instant now, Milliseconds soon) {
    InboxItem item;
    item.kind = std::move(waiting.kind);
    item.title = std::move(waiting.title);
    item.subject_kind = std::move(waiting.subject_kind);
    item.subject = {waiting.subject};
    item.id = item.kind + "." + item.subject.text();
    item.due_at = waiting.due_at;
    item.waiting_since_at = waiting.since;
    item.level = level_of(item.due_at, now, soon);
    item.link = std::move(waiting.link);
    return item;
}

}  // namespace

Result<app::Page<InboxItem>> list_inbox(app::Query& query, const ListInbox& input) {
    const auto soon = std::chrono::hours(query.services.get<codes::Tables>().parameter_or(
        "inbox_soon_hours", date_of(query.now), 24));
    std::vector<std::pair<std::string, InboxItem>> items;
    for (auto& waiting : collect(query)) {
        InboxItem item = item_of(std::move(waiting), query.now, soon);
        std::string key = sort_key(item);
        if (!input.cursor || key > input.cursor->text)
            items.emplace_back(std::move(key), std::move(item));
    }
    std::sort(items.begin(), items.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::size_t limit = app::limit_of(input.limit);
    app::Page<InboxItem> page;
    for (auto& [key, item] : items) {
        if (page.items.size() == limit) {
            page.next = items[limit - 1].first;
            break;
        }
        page.items.push_back(std::move(item));
    }
    return page;
}

}  // namespace jianghui::inbox
