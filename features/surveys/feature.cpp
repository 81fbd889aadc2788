#include "engine/app/feature.hpp"
#include "engine/app/slow_change.hpp"

#include "features/surveys/endpoints.hpp"
#include "features/surveys/errors.hpp"
#include "features/surveys/events.hpp"
#include "features/surveys/personal_data.hpp"

namespace jianghui::surveys {
namespace {

constexpr std::size_t frame_bytes_max = 5U << 20;

const app::Roles for_officials{app::Role::official};
const app::Roles for_collectors{app::Role::official, app::Role::agency};

void add_public_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::query("GET /surveys", app::anybody, "surveys.list",
                                {"农村劳动力调查", "Rural labour surveys"}, list_surveys));
    routes.push_back(app::query("GET /surveys/{survey}", app::anybody, "surveys.read",
                                {"查看调查", "Show a survey"}, show_survey));
    routes.push_back(app::query("GET /surveys/{survey}/questions", app::anybody, "surveys.questions",
                                {"查看问卷", "Questions of a survey"}, show_questions));
    routes.push_back(app::query("GET /surveys/{survey}/results", app::anybody, "surveys.results",
                                {"查看调查结果", "Results of a survey"}, show_results));
    routes.push_back(app::query("GET /surveys/{survey}/method", app::anybody, "surveys.method",
                                {"调查方法和样本", "Method and sample of a survey"}, show_method));
    routes.push_back(app::query("GET /surveys/{survey}/file", app::anybody, "surveys.download",
                                {"下载调查结果", "Download results"}, download_results)
                         .runs_slow());
}

void add_office_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::command("POST /surveys", for_officials, "surveys.open",
                                  {"建立调查", "Open a survey"}, open_survey)
                         .needs_key());
    routes.push_back(app::command("POST /surveys/{survey}/questions", for_officials, "surveys.write",
                                  {"编写问卷", "Write the questionnaire"}, write_questions)
                         .changes());
    routes.push_back(app::slow_upload("POST /surveys/{survey}/frame", for_officials,
                                      "surveys.list_villages", {"上传村名单", "Send in the frame"},
                                      frame_bytes_max, 200, send_frame));
    routes.push_back(app::query("GET /surveys/{survey}/villages", for_officials, "surveys.villages",
                                {"查看村名单", "Villages of a survey"}, list_villages));
    routes.push_back(app::slow_change("POST /surveys/{survey}/start", for_officials, "surveys.start",
                                      {"抽样并开始", "Draw the sample and start"}, 200, start_survey));
    routes.push_back(app::command("POST /surveys/{survey}/collectors", for_officials,
                                  "surveys.name_collector", {"指定调查员", "Name a collector"},
                                  name_collector)
                         .changes());
    routes.push_back(app::slow_change("POST /surveys/{survey}/compute", for_officials,
                                      "surveys.compute", {"计算结果", "Compute results"}, 200,
                                      compute_results));
    routes.push_back(app::command("POST /surveys/{survey}/publish", for_officials, "surveys.publish",
                                  {"发布结果", "Publish results"}, publish_results)
                         .changes());
}

void add_household_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::query("GET /surveys/{survey}/households", for_officials,
                                "surveys.households", {"样本农户", "Households of the sample"},
                                list_households));
    routes.push_back(app::query("GET /survey-households/{household}", for_officials,
                                "survey_households.read", {"查看一户", "Show a household"},
                                show_household));
    routes.push_back(app::slow_change("POST /survey-households/{household}/open", for_officials,
                                      "survey_households.open",
                                      {"查看答卷内容（留痕）", "Read answers; recorded"}, 200,
                                      open_household));
    routes.push_back(app::command("POST /survey-households/{household}/settle", for_officials,
                                  "survey_households.settle",
                                  {"裁定不一致的答卷", "Settle differing answers"}, settle_household)
                         .changes());
    routes.push_back(app::command("POST /survey-households/{household}/replace", for_officials,
                                  "survey_households.replace", {"替换一户", "Replace a household"},
                                  replace_household)
                         .changes());
    routes.push_back(app::command("POST /survey-households/{household}/empty", for_officials,
                                  "survey_households.empty",
                                  {"按受访人要求删除答卷", "Delete answers on request"},
                                  empty_household)
                         .changes());
    routes.push_back(app::query("GET /survey-visits", for_collectors, "survey_visits.list",
                                {"我的入户任务", "Households to visit"}, list_visits));
    routes.push_back(app::command("POST /survey-visits", for_collectors, "survey_visits.send",
                                  {"上传入户答卷", "Send answers"}, send_answers)
                         .changes());
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "surveys";
    add_public_routes(feature.routes);
    add_office_routes(feature.routes);
    add_household_routes(feature.routes);
    feature.errors = {&survey_status,         &survey_elsewhere,
                      &survey_not_ready,      &survey_sample_too_large,
                      &survey_collector_unfit, &survey_conflicts_open,
                      &survey_nothing_known,  &survey_four_eyes,
                      &survey_no_conflict,    &survey_no_replacement,
                      &survey_file_failed,    &survey_question_code,
                      &survey_options,        &survey_range,
                      &survey_condition_not_earlier, &survey_condition_of_member,
                      &survey_condition_never, &survey_value_missing,
                      &survey_value,          &survey_not_asked,
                      &survey_consent_missing, &survey_household_unknown,
                      &survey_version_reused, &survey_over,
                      &survey_place_unknown,  &survey_village_twice,
                      &survey_frame_too_large};
    feature.events = {&survey_opened,      &questions_written,  &frame_listed,
                      &survey_started,     &collector_named,    &survey_computed,
                      &survey_published,   &household_answered, &household_settled,
                      &household_replaced, &household_opened,   &household_emptied};
    feature.personal_data = personal_data();
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::surveys
