#include "engine/app/event_catalogue.hpp"
#include "engine/app/feature.hpp"
#include "features/live/endpoints.hpp"
#include "features/live/tail.hpp"

namespace jianghui::live {
namespace {

Result<Done> start(app::Services& services) {
    const auto& catalogue = services.get<app::EventCatalogue>();
    services.provide(std::make_shared<Tail>([&catalogue](std::string_view kind) {
        const auto* known = catalogue.find(kind);
        return known != nullptr && known->open;
    }));
    return Done{};
}

void follow(const app::Services& services, const store::Reader& /*reader*/,
            const std::vector<journal::Event>& events) {
    services.get<Tail>().follow(events);
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "live";
    feature.routes = {
        app::query("GET /journal", app::signed_in, "journal.read",
                   {"读取流水（与我有关或我监管的）", "Read the journal"}, read_journal)
            .runs_slow(),
        app::query("GET /events/recent", app::anybody, "events.recent",
                   {"刚刚发生的公开事件", "What has just happened"}, read_recent)
            .runs_slow(),
        app::query("GET /events", app::anybody, "events.stream",
                   {"实时事件流", "Stream of events"}, open_events),
    };
    feature.followers = {{"live.tail", follow}};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::live
