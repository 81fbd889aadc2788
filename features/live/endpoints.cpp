#include "features/live/endpoints.hpp"

#include <algorithm>
#include <charconv>

#include "engine/app/page.hpp"
#include "features/live/event_stream.hpp"
#include "features/live/rules.hpp"
#include "features/live/tail.hpp"

namespace jianghui::live {
namespace {

constexpr int batch = 500;
constexpr int looked_at_max = 10'000;
constexpr std::int64_t recent_looked_at = 2'000;

/// The header's number; nothing when there is none or it is not one.
std::optional<std::int64_t> last_event_id(const http::Request& request) {
    const std::string_view text = request.header("last-event-id");
    std::int64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc() || end != text.data() + text.size() || position < 0)
        return std::nullopt;
    return position;
}

}  // namespace

Result<JournalPage> read_journal(app::Query& query, const ReadJournal& input) {
    const std::size_t limit = app::limit_of(input.limit, 100);
    JournalPage page;
    page.last = input.after ? input.after->value : 0;
    page.end = journal::last_position(query.db);
    for (int looked_at = 0; looked_at < looked_at_max; looked_at += batch) {
        const auto events = journal::after(query.db, page.last, batch);
        for (const auto& event : events) {
            page.last = event.position;
            const Sight sight = sight_of(query.caller, event, false);
            if (sight == Sight::nothing) continue;
            page.items.push_back(view(event, sight));
            if (page.items.size() == limit) return page;
        }
        if (static_cast<int>(events.size()) < batch) break;
    }
    return page;
}

Result<RecentEvents> read_recent(app::Query& query, const ReadRecent& input) {
    const auto& tail = query.services.get<Tail>();
    const std::size_t limit = app::limit_of(input.limit, 50);
    std::vector<EventView> newest;  // the newest first
    auto to = journal::last_position(query.db);
    const auto from = std::max<std::int64_t>(0, to - recent_looked_at);
    while (to > from && newest.size() < limit) {
        const auto before = std::max(from, to - batch);
        const auto events = journal::after(query.db, before, batch);
        for (auto event = events.rbegin(); event != events.rend() && newest.size() < limit; ++event)
            if (event->position <= to && tail.is_open(event->kind))
                newest.push_back(view(*event, Sight::open));
        to = before;
    }
    std::reverse(newest.begin(), newest.end());
    return RecentEvents{std::move(newest)};
}

Result<http::Reply> open_events(app::Query& query, const OpenEvents& input) {
    auto after = last_event_id(query.request);
    if (!after && input.after) after = input.after->value;
    http::Reply reply;
    reply.content_type = "text/event-stream; charset=utf-8";
    // Proxies that collect replies would keep the events back.
    reply.headers.emplace_back("x-accel-buffering", "no");
    reply.stream = std::make_shared<EventStream>(query.services, query.caller, after,
                                                 journal::last_position(query.db));
    return reply;
}

}  // namespace jianghui::live
