#include "engine/app/slow_change.hpp"

#include "features/shortages/endpoints.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/following.hpp"
#include "features/shortages/hindsight.hpp"
#include "features/shortages/personal_data.hpp"
#include "features/shortages/ranking_view.hpp"
#include "features/shortages/watching.hpp"

namespace jianghui::shortages {
namespace {

std::vector<app::Route> queries() {
    return {
        app::query("GET /shortages", app::anybody, "shortages.list",
                   {"急需紧缺人才目录", "Shortage catalogues"}, list_catalogues),
        app::query("GET /shortages/{catalogue}", app::anybody, "shortages.read",
                   {"查看紧缺目录", "Show a shortage catalogue"}, show_catalogue),
        app::query("GET /shortages/{catalogue}/entries", app::anybody, "shortages.entries",
                   {"紧缺目录的条目", "Entries of a shortage catalogue"}, list_entries),
        app::query("GET /shortages/{catalogue}/file", app::anybody, "shortages.download",
                   {"下载紧缺目录", "Download a shortage catalogue"}, download_catalogue)
            .runs_slow()
            .costs(25),
        app::query("GET /shortages/{catalogue}/guide", app::anybody, "shortages.guide",
                   {"人才开发指引", "Development guide"}, show_guide)
            .runs_slow(),
        app::query("GET /shortages/{catalogue}/guide/file", app::anybody, "shortages.guide_file",
                   {"下载人才开发指引", "Download the development guide"}, download_guide)
            .runs_slow()
            .costs(25),
        app::query("GET /shortage-warnings", app::anybody, "shortages.warnings",
                   {"紧缺预警", "Shortage warnings"}, list_warnings),
        app::query("GET /shortage-warnings/{warning}", app::anybody, "shortages.warning",
                   {"查看紧缺预警", "Show a shortage warning"}, show_warning),
        app::query("GET /shortage-hindsight", app::anybody, "shortages.hindsight",
                   {"预警回看", "How often warnings were right"}, show_hindsight)
            .runs_slow(),
        app::query("GET /shortage-ranking", app::anybody, "shortages.ranking",
                   {"最缺工职业排行", "Ranking of what lacks people most"}, show_ranking)
            .runs_slow(),
        app::query("GET /talent-flows", app::anybody, "shortages.flows",
                   {"人才流动", "Talent flows"}, show_flows),
        app::query("GET /talent-flows/records", {app::Role::official, app::Role::inspector},
                   "shortages.flow_records", {"人才流动的明细", "Who was counted in a flow"},
                   list_flow_records)
            .runs_slow(),
    };
}

std::vector<app::Route> commands() {
    const app::Roles officials{app::Role::official};
    const app::Roles experts{app::Role::employer, app::Role::agency, app::Role::worker,
                             app::Role::official, app::Role::inspector};
    return {
        app::slow_change("POST /shortages", officials, "shortages.compile",
                         {"编制紧缺目录", "Compile a shortage catalogue"}, 201, compile_catalogue),
        app::slow_change("POST /shortages/{catalogue}/compile", officials, "shortages.compile",
                         {"重新编制紧缺目录", "Compile a shortage catalogue anew"}, 200,
                         compile_catalogue_anew),
        app::command("POST /shortages/{catalogue}/submit", officials, "shortages.submit",
                     {"紧缺目录送审", "Submit a shortage catalogue"}, submit_catalogue)
            .changes(),
        app::command("POST /shortages/{catalogue}/send-back", officials, "shortages.publish",
                     {"退回紧缺目录", "Send a shortage catalogue back"}, send_catalogue_back)
            .changes(),
        app::command("POST /shortages/{catalogue}/publish", officials, "shortages.publish",
                     {"发布紧缺目录", "Publish a shortage catalogue"}, publish_catalogue)
            .changes(),
        app::command("POST /shortages/{catalogue}/experts", officials, "shortages.name_expert",
                     {"邀请专家", "Ask an expert"}, name_expert)
            .changes(),
        app::command("POST /shortages/{catalogue}/entries/{line}/opinion", experts,
                     "shortages.opinion", {"专家意见", "Give an opinion"}, give_opinion)
            .changes(),
        app::command("POST /shortage-warnings/{warning}/issue", officials, "shortages.issue",
                     {"签发预警", "Issue a warning"}, issue_warning)
            .changes(),
        app::command("POST /shortage-warnings/{warning}/dismiss", officials, "shortages.issue",
                     {"不签发预警", "Dismiss a warning"}, dismiss_warning)
            .changes(),
        app::command("POST /shortage-warnings/{warning}/answer", officials, "shortages.answer",
                     {"登记预警处置", "Say what is done about a warning"}, answer_warning)
            .changes(),
    };
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "shortages";
    feature.routes = queries();
    for (auto& route : commands()) feature.routes.push_back(std::move(route));
    feature.jobs = {{"shortages.follow", Milliseconds(500), follow_next}};
    feature.tasks = {{"shortages.watch", Milliseconds(5000),
                      [](const app::Services& services) { return assess_next(services); }}};
    feature.errors = {&catalogue_status_conflict, &catalogue_four_eyes, &catalogue_open_already,
                      &catalogue_elsewhere, &catalogue_period_not_begun, &catalogue_empty,
                      &expert_unfit, &not_an_expert, &dissent_without_reason,
                      &warning_status_conflict, &flow_period_open, &guide_failed,
                      &catalogue_file_failed};
    feature.events = {&catalogue_compiled, &catalogue_submitted, &catalogue_returned,
                      &catalogue_published, &expert_named, &opinion_given, &quarter_assessed,
                      &warning_computed, &warning_issued, &warning_dismissed, &warning_answered};
    feature.inbox = inbox_sources();
    feature.personal_data = personal_data();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<KeptHindsight>());
        services.provide(std::make_shared<FollowedNext>());
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::shortages
