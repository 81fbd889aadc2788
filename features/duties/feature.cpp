#include "engine/app/feature.hpp"

#include "engine/app/reference_data.hpp"
#include "engine/app/slow_change.hpp"
#include "features/duties/endpoints.hpp"
#include "features/duties/errors.hpp"
#include "features/duties/events.hpp"
#include "features/duties/score_rules.hpp"
#include "features/duties/sheet.hpp"

namespace jianghui::duties {
namespace {

using app::Role;

constexpr std::size_t sheet_bytes_max = 5U << 20;

std::vector<app::Route> duty_routes() {
    const app::Roles officials{Role::official};
    const app::Roles office{Role::official, Role::inspector};
    return {
        app::query("GET /duties", office, "duties.read", {"责任清单", "Duties"}, list_duties),
        app::query("GET /duties/{duty}", office, "duties.read", {"查看责任事项", "Show a duty"},
                   show_duty),
        app::command("POST /duties", officials, "duties.set", {"下达责任事项", "Set a duty"}, set_duty)
            .needs_key(),
        app::slow_upload("POST /duties/file", officials, "duties.set", {"批量下达责任事项", "Set duties from a table"},
                         sheet_bytes_max, 200, send_duties),
        app::command("POST /duties/{duty}/reports", officials, "duties.report",
                     {"报告进展", "Report progress"}, report_progress)
            .needs_key(),
        app::command("POST /duties/{duty}/confirm", officials, "duties.confirm",
                     {"核实完成", "Confirm a duty"}, confirm_duty)
            .changes(),
        app::command("POST /duties/{duty}/send-back", officials, "duties.confirm",
                     {"退回", "Send a duty back"}, send_duty_back)
            .changes(),
        app::command("POST /duties/{duty}/withdraw", officials, "duties.set",
                     {"撤销责任事项", "Withdraw a duty"}, withdraw_duty)
            .changes(),
        app::command("POST /duties/{duty}/findings", officials, "duties.visit",
                     {"登记督导检查发现的问题", "Record a finding of a visit"}, record_visit)
            .needs_key(),
        app::command("POST /duties/{duty}/visits", officials, "duties.visit",
                     {"登记未发现问题的督导检查", "Record a visit without a finding"}, record_clean_visit)
            .needs_key(),
        app::command("POST /duty-findings/{finding}/remedy", officials, "duties.report",
                     {"报告整改", "Report a remedy"}, remedy_finding)
            .changes(),
        app::command("POST /duty-findings/{finding}/close", officials, "duties.visit",
                     {"整改销号", "Close a finding"}, close_finding)
            .changes(),
    };
}

std::vector<app::Route> assessment_routes() {
    const app::Roles officials{Role::official};
    return {
        app::query("GET /duty-assessments", app::anybody, "duties.assessments",
                   {"年度考核", "Yearly assessments"}, list_assessments),
        app::query("GET /duty-assessments/{assessment}", app::anybody, "duties.assessments",
                   {"查看年度考核", "Show an assessment"}, show_assessment),
        app::query("GET /duty-assessments/{assessment}/sheet", app::anybody, "duties.assessment_sheet",
                   {"下载考核评分表", "Download a score sheet"}, download_sheet)
            .runs_slow(),
        app::command("POST /duty-assessments", officials, "duties.assess",
                     {"计算年度考核评分", "Compute an assessment"}, assess)
            .needs_key(),
        app::command("POST /duty-assessments/{assessment}/agree", officials, "duties.assess",
                     {"同意并告知", "Agree and tell"}, agree)
            .changes(),
        app::command("POST /duty-assessments/{assessment}/appeal", officials, "duties.appeal",
                     {"申诉", "Appeal"}, appeal)
            .changes(),
        app::command("POST /duty-assessments/{assessment}/decide", officials, "duties.assess",
                     {"处理申诉", "Decide an appeal"}, decide)
            .changes(),
        app::command("POST /duty-assessments/{assessment}/publish", officials, "duties.assess",
                     {"公布考核", "Publish an assessment"}, publish)
            .changes(),
    };
}

Result<Done> start(app::Services& services) {
    TRY(auto rules, ScoreRules::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<ScoreRules>(std::move(rules)));
    return Done{};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "duties";
    feature.routes = duty_routes();
    for (auto& route : assessment_routes()) feature.routes.push_back(std::move(route));
    feature.errors = {&duty_elsewhere,   &duty_not_yours,    &duty_period,
                      &duty_status_conflict, &duty_needs_proof, &duty_four_eyes,
                      &visit_date,       &assessment_exists, &assessment_empty,
                      &assessment_window, &assessment_points, &sheet_failed,      &duty_twice};
    feature.events = {&duty_set,            &duty_reported,       &duty_confirmed,
                      &duty_returned,       &duty_withdrawn,      &duty_visited,        &duty_looked_at,
                      &duty_remedied,       &duty_finding_closed, &assessment_proposed,
                      &assessment_told,     &assessment_appealed, &assessment_decided,
                      &assessment_published};
    feature.inbox = inbox_sources();
    feature.start = start;
    return feature;
}

}  // namespace jianghui::duties
