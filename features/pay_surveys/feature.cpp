#include "engine/app/feature.hpp"
#include "engine/app/slow_change.hpp"

#include "features/pay_surveys/endpoints.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/events.hpp"
#include "features/pay_surveys/wall.hpp"

namespace jianghui::pay_surveys {
namespace {

constexpr std::size_t sheet_bytes_max = 5U << 20;

const app::Roles for_officials{app::Role::official};
const app::Roles for_companies{app::Role::employer, app::Role::agency};
/// Inspectors are not among them: what companies answer is walled off from enforcement.
const app::Roles for_parties{app::Role::employer, app::Role::agency, app::Role::official};

void add_guide_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::query("GET /pay-surveys", app::anybody, "pay_surveys.list",
                                {"薪酬调查和工资价位", "Pay surveys and guides"}, list_surveys));
    routes.push_back(app::query("GET /pay-surveys/{survey}", app::anybody, "pay_surveys.read",
                                {"查看薪酬调查", "Show a pay survey"}, show_survey));
    routes.push_back(app::query("GET /pay-surveys/{survey}/method", app::anybody,
                                "pay_surveys.method", {"工资价位的方法", "How a guide was made"},
                                show_method));
    routes.push_back(app::query("GET /pay-surveys/{survey}/cells", app::anybody,
                                "pay_surveys.cells", {"工资价位", "Cells of a guide"}, list_cells));
    routes.push_back(app::query("GET /pay-surveys/{survey}/costs", app::anybody,
                                "pay_surveys.costs", {"人工成本", "Labour cost by industry"},
                                list_costs));
    routes.push_back(app::query("GET /pay-surveys/{survey}/file", app::anybody,
                                "pay_surveys.download", {"下载工资价位", "Download a guide"},
                                download_guide)
                         .runs_slow()
                         .costs(25));
}

void add_survey_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::query("GET /pay-surveys/{survey}/companies", for_officials,
                                "pay_surveys.companies",
                                {"调查的企业名单和样本", "Frame and sample of a survey"},
                                list_companies));
    routes.push_back(app::command("POST /pay-surveys", for_officials, "pay_surveys.open",
                                  {"建立薪酬调查", "Open a pay survey"}, open_survey)
                         .needs_key());
    routes.push_back(app::slow_upload("POST /pay-surveys/{survey}/frame", for_officials,
                                      "pay_surveys.list_companies",
                                      {"上传企业名单", "Send in the frame"}, sheet_bytes_max, 200,
                                      send_frame));
    routes.push_back(app::slow_change("POST /pay-surveys/{survey}/draw", for_officials,
                                      "pay_surveys.draw", {"抽取样本", "Draw the sample"}, 200,
                                      draw_sample));
    routes.push_back(app::command("POST /pay-surveys/{survey}/experts", for_officials,
                                  "pay_surveys.name_expert", {"邀请专家", "Ask an expert"},
                                  name_expert)
                         .changes());
    routes.push_back(app::slow_change("POST /pay-surveys/{survey}/compute", for_officials,
                                      "pay_surveys.compute", {"计算工资价位", "Compute the guide"},
                                      200, compute_guide));
    routes.push_back(app::command("POST /pay-surveys/{survey}/publish", for_officials,
                                  "pay_surveys.publish", {"发布工资价位", "Publish the guide"},
                                  publish_guide)
                         .changes());
}

void add_answer_routes(std::vector<app::Route>& routes) {
    routes.push_back(app::query("GET /pay-answers", for_parties, "pay_answers.list",
                                {"薪酬调查答卷", "Answers"}, list_answers));
    routes.push_back(app::query("GET /pay-answers/template", for_companies, "pay_answers.template",
                                {"下载填报模板", "Download the template"}, download_template)
                         .runs_slow());
    routes.push_back(app::query("GET /pay-answers/{answer}", for_parties, "pay_answers.read",
                                {"查看答卷", "Show an answer"}, show_answer));
    routes.push_back(app::query("GET /pay-answers/{answer}/rows", for_companies, "pay_answers.rows",
                                {"本单位填报的各行", "Own rows"}, list_own_rows));
    routes.push_back(app::command("POST /pay-answers/{answer}/rows", for_companies,
                                  "pay_answers.write", {"填写各行", "Write the rows"}, write_rows)
                         .changes());
    routes.push_back(app::command("POST /pay-answers/{answer}/cost", for_companies,
                                  "pay_answers.write", {"填写人工成本", "Write the labour cost"},
                                  write_cost)
                         .changes());
    routes.push_back(app::slow_upload("POST /pay-answers/{answer}/file", for_companies,
                                      "pay_answers.write", {"上传填报表", "Send in a sheet"},
                                      sheet_bytes_max, 200, send_sheet));
    routes.push_back(app::command("POST /pay-answers/{answer}/explain", for_companies,
                                  "pay_answers.write", {"说明异常", "Explain a finding"}, explain)
                         .changes());
    routes.push_back(app::command("POST /pay-answers/{answer}/submit", for_companies,
                                  "pay_answers.submit", {"提交答卷", "Submit an answer"},
                                  submit_answer)
                         .changes());
    routes.push_back(app::slow_change("POST /pay-answers/{answer}/open", for_officials,
                                      "pay_answers.open",
                                      {"查看企业薪酬明细（留痕）", "Read the rows; recorded"}, 200,
                                      open_rows));
    routes.push_back(app::command("POST /pay-answers/{answer}/approve", for_officials,
                                  "pay_answers.review", {"审核通过", "Approve an answer"},
                                  approve_answer)
                         .changes());
    routes.push_back(app::command("POST /pay-answers/{answer}/send-back", for_officials,
                                  "pay_answers.review", {"退回答卷", "Send an answer back"},
                                  send_answer_back)
                         .changes());
}

void follow(const app::Services& services, const store::Reader& /*reader*/,
            const std::vector<journal::Event>& events) {
    services.get<Wall>().follow(services, events);
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "pay_surveys";
    add_guide_routes(feature.routes);
    add_survey_routes(feature.routes);
    add_answer_routes(feature.routes);
    feature.errors = {&pay_survey_status,    &pay_survey_elsewhere, &pay_survey_exists,
                      &pay_year_not_over,    &pay_frame_empty,      &pay_sample_too_large,
                      &pay_nothing_accepted, &pay_guide_empty,      &pay_four_eyes,
                      &pay_not_your_layer,   &pay_wall,             &pay_answer_status,
                      &pay_rows_missing,     &pay_rows_unexplained, &pay_finding_unknown,
                      &pay_file_failed,      &pay_level_unknown,    &pay_nothing_paid,
                      &pay_hours_too_many,   &pay_cost_no_wages,    &pay_company_unknown,  &pay_company_elsewhere,
                      &pay_company_twice,    &pay_industry_missing,
                      &pay_amount_unreadable, &pay_amount_negative, &pay_example_left, &pay_not_an_expert,   &pay_expert_unfit};
    feature.events = {&survey_opened,   &frame_listed,    &sample_drawn,     &guide_computed,
                      &guide_published, &answer_asked,    &answer_written,   &answer_submitted,
                      &answer_opened,   &answer_approved, &answer_returned, &expert_named};
    feature.followers = {{"pay_surveys.wall", follow}};
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<Wall>());
        return Done{};
    };
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::pay_surveys
