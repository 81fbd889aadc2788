#include "engine/app/feature.hpp"

#include "features/statistics/ahead.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/endpoints.hpp"
#include "features/statistics/events.hpp"
#include "features/statistics/kept.hpp"
#include "features/statistics/pace.hpp"
#include "features/statistics/publication.hpp"
#include "features/statistics/strangers.hpp"
#include "features/statistics/table.hpp"
#include "features/statistics/told_kept.hpp"
#include "features/statistics/verification.hpp"
#include "features/statistics/verify_command.hpp"
#include "features/statistics/versions.hpp"

namespace jianghui::statistics {
namespace {

Result<bool> read_files(const app::Services& services) {
    TRY_DO(registers::load_changed(services, measure_source(services), services.get<Measures>()));
    return false;
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    registers::follow(reader, events, measure_source(services), services.get<Measures>());
}

/// Counting a journal anew is not slowed down by figures that nobody may ask for before it is done.
constexpr std::int64_t events_far_behind = 100'000;

/// Brings what is kept in memory forward, so that hardly a page has to.
Result<bool> keep_figures(const app::Services& services) {
    auto& kept = services.get<KeptFigures>();
    for (const auto& measure : services.get<Measures>().every_version())
        services.get<store::Store>().read([&](store::Reader& reader) {
            if (journal::last_position(reader) - counted_to(reader, *measure) < events_far_behind)
                (void)kept.hold(reader, *measure);
        });
    return false;
}

Result<Done> start(app::Services& services) {
    services.provide(std::make_shared<Measures>());
    services.provide(std::make_shared<KeptFigures>());
    services.provide(std::make_shared<KeptTold>());
    services.provide(std::make_shared<Pace>());
    services.provide(std::make_shared<Ahead>());
    services.provide(std::make_shared<OlderForStrangers>());
    services.provide(std::make_shared<OneAtATime>());
    TRY_DO(read_files(services));
    return Done{};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "statistics";
    feature.routes = {
        app::query("GET /statistics", app::anybody, "statistics.list",
                   {"统计指标", "Measures"}, list_measures),
        app::query("GET /statistics/market", {app::Role::official, app::Role::inspector},
                   "statistics.market", {"市场供求分析", "Market analysis"}, show_market)
            .runs_slow(),
        app::query("GET /statistics/{measure}", app::anybody, "statistics.read",
                   {"统计表", "A statistical table"}, show_table)
            .runs_slow(),
        app::query("GET /statistics/{measure}/records", app::anybody, "statistics.records",
                   {"统计数字的明细", "What a figure was counted from"}, list_records)
            .runs_slow(),
        app::query("GET /statistics/{measure}/versions", app::anybody, "statistics.read",
                   {"口径各版本对照", "Versions of a formula side by side"}, show_versions)
            .runs_slow(),
        app::query("GET /statistics/{measure}/verification",
                   {app::Role::official, app::Role::inspector, app::Role::system_administrator,
                    app::Role::audit_administrator},
                   "statistics.verify", {"由流水重新计算并核对", "Compute a measure anew and compare"},
                   show_verification)
            .runs_slow()
            .costs(20),
        app::command("POST /statistics/{measure}/recount", {app::Role::system_administrator},
                     "statistics.recount", {"从流水重新统计", "Count a measure anew"}, recount)
            .changes(),
    };
    feature.start = start;
    feature.tasks = {{"statistics.read_measures", std::chrono::seconds(5), read_files},
                     {"statistics.keep_figures", Milliseconds(500), keep_figures}};
    feature.followers = {{"statistics.measures_in_force", follow}};
    feature.jobs = {{"statistics.count", Milliseconds(500), count_next}};
    feature.commands = {definitions::check_command("measures", check_measures), verify_command()};
    feature.errors = {&measure_unknown, &period_malformed, &not_counted_yet, &division_missing,
                      &too_much_to_add, &for_the_office, &figures_differ, &verification_running,
                      &publication_too_early, &publication_too_small, &publication_differs_little};
    feature.events = {&recount_begun};
    return feature;
}

}  // namespace jianghui::statistics
