#include "features/open_data/publishing.hpp"

#include <spdlog/spdlog.h>

#include "engine/journal/checkpoint.hpp"
#include "features/codes/api.hpp"
#include "features/open_data/rendering.hpp"
#include "features/open_data/sources.hpp"
#include "features/open_data/store.hpp"

namespace jianghui::open_data {
namespace {

constexpr std::string_view checkpoint_name = "open_data";
constexpr int events_looked_at = 500;

void publish(app::Command& command, const journal::Event& event) {
    Anybody anybody(command.db, command.services, command.now);
    const auto tables = published_by(anybody, event);
    if (!tables) {
        spdlog::warn("open_data: {} at position {} is no table: {}", event.kind, event.position,
                     tables.error().code);
        return;
    }
    for (const auto& content : *tables) {
        const auto newest = newest_version(command.db, table_id(content));
        if (repeats(content, newest)) continue;
        // The baton is ours: nobody else has taken the number.
        (void)insert(command.db, version_of(content, newest, event.at));
    }
}

std::chrono::hours between(const codes::Tables& tables, Often often, Instant now) {
    constexpr int daily = 24, weekly = 168;
    return std::chrono::hours(
        often == Often::daily
            ? tables.parameter_or("open_data_daily_hours", date_of(now), daily)
            : tables.parameter_or("open_data_weekly_hours", date_of(now), weekly));
}

/// Kinds to look at now. After a start the versions themselves say when it was last done.
std::vector<const TableKind*> due_kinds(const store::Reader& reader, const app::Services& services,
                                        Instant now) {
    const auto& looked = services.get<Looked>();
    std::vector<const TableKind*> due;
    for (const auto& kind : services.get<Kinds>().all) {
        if (kind.often == Often::publication) continue;
        auto last = looked.at(kind.id);
        if (!last) last = newest_of_kind(reader, kind.id);
        const auto wait = between(services.get<codes::Tables>(), kind.often, now);
        if (!last || *last + wait <= now) due.push_back(&kind);
    }
    return due;
}

/// The versions that are news, made in one snapshot.
Result<std::vector<NewVersion>> news_of(const store::Reader& reader, const app::Services& services,
                                        const std::string& kind, Instant now) {
    Anybody anybody(reader, services, now);
    TRY(const auto tables, current_tables(anybody, kind));
    std::vector<NewVersion> news;
    for (const auto& table : tables) {
        const auto newest = newest_version(reader, table_id(table));
        if (is_news(table, newest)) news.push_back(version_of(table, newest, now));
    }
    return news;
}

}  // namespace

Result<bool> publish_next(app::Command& command) {
    return journal::read_on(command.db, checkpoint_name, events_looked_at, publishes,
                            [&](const journal::Event& event) { publish(command, event); });
}

Result<bool> look_at_next(const app::Services& services) {
    auto& store = services.get<store::Store>();
    const Instant now = services.get<Clock>().now();
    bool more = false;
    std::string kind;
    const auto news = store.read([&](store::Reader& reader) -> Result<std::vector<NewVersion>> {
        const auto due = due_kinds(reader, services, now);
        if (due.empty()) return std::vector<NewVersion>{};
        more = due.size() > 1;
        kind = due.front()->id;
        return news_of(reader, services, kind, now);
    });
    if (kind.empty()) return false;
    if (!news)  // The others must not wait for it; it is looked at again when it is due.
        spdlog::warn("open_data: {} cannot be read: {}", kind, news.error().code);
    if (news && !news->empty()) {
        const auto outcome = store.write([&](store::Transaction& transaction) {
            for (const auto& version : *news) (void)insert(transaction, version);
            return true;
        });
        if (outcome != store::Work::Outcome::committed) return false;
    }
    services.get<Looked>().set(kind, now);
    return more;
}

}  // namespace jianghui::open_data
