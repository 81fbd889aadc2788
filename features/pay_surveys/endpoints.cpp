// What is asked about surveys, answers and guides.

#include "features/pay_surveys/endpoints.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "engine/access/covering.hpp"
#include "engine/app/page.hpp"
#include "engine/print/print.hpp"
#include "features/organisations/api.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/files.hpp"
#include "features/pay_surveys/queries.hpp"
#include "features/pay_surveys/sheet.hpp"
#include "features/pay_surveys/view.hpp"
#include "features/pay_surveys/wall.hpp"

namespace jianghui::pay_surveys {
namespace {

const codes::Tables& tables_of(const app::Query& query) {
    return query.services.get<codes::Tables>();
}

CompanyView company_view(const app::Query& query, const SurveyRow& survey, const FrameRow& row) {
    CompanyView shown{row.company, "", row.industry, row.place, row.size, row.weight, {}, {}, {}};
    if (const auto company = organisations::find_reference(query.db, row.company))
        shown.name = company->name;
    if (row.weight == 0) return shown;
    if (const auto answer = answer_of(query.db, survey, row.company)) {
        shown.answer = answer->id;
        shown.status = answer->status;
        shown.layer = layer_name(tables_of(query), answer->layer);
    }
    return shown;
}

}  // namespace

Result<app::Page<SurveyView>> list_surveys(app::Query& query, const FindSurveys& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<SurveyRow>(
        sql::list_surveys, store::members_and(access::sight_of_official(query.caller), "cursor",
                                              input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const SurveyRow& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<SurveyView> show_survey(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return view(query.db, query.services, query.caller, survey);
}

Result<MethodView> show_method(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return method_of(survey);
}

Result<app::Page<CellView>> list_cells(app::Query& query, const FindCells& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    const int limit = app::limit_of(input.limit);
    std::optional<std::string> occupation;
    if (input.occupation) occupation = input.occupation->text;
    app::Page<CellView> page;
    for (const auto& cell :
         cells_of(query.db, survey, input.cursor ? static_cast<int>(input.cursor->value) : 0,
                  limit + 1, occupation, input.totals.value_or(false))) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = std::to_string(page.items.back().line);
            break;
        }
        page.items.push_back(view(tables_of(query), cell));
    }
    return page;
}

Result<CostsView> list_costs(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    return costs_view(tables_of(query), costs_of(query.db, survey));
}

Result<http::Reply> download_guide(app::Query& query, const FindFile& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    GuideDocument document{view(query.db, query.services, query.caller, survey),
                           method_of(survey),
                           {}};
    document.survey.acts.clear();
    for (const auto& cell :
         cells_of(query.db, survey, 0, std::numeric_limits<int>::max(), {}, false))
        document.cells.push_back(view(tables_of(query), cell));
    document.costs = costs_view(tables_of(query), costs_of(query.db, survey)).items;
    return file_of(document, input.form, query.db);
}

Result<app::Page<CompanyView>> list_companies(app::Query& query, const FindCompanies& input) {
    TRY(const SurveyRow survey, find_visible(query.db, query.caller, input.survey));
    if (!query.caller.acts_in(survey.place)) return refuse(pay_survey_elsewhere);
    TRY_DO(may_read_answers(query.caller, query.services, query.db));
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<FrameRow>(
        sql::frame_page,
        store::arguments("city", survey.city, "survey", survey.id, "cursor", input.cursor,
                         "weight_min", input.asked.value_or(false) ? 1 : 0, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const FrameRow& row) {
        return company_view(query, survey, row);
    });
}

namespace {

/// Answers of the caller's company or places, in that status or any, newest first.
std::vector<AnswerRow> answers_for(const app::Query& query, const FindAnswers& input, int limit,
                                   std::optional<AnswerStatus> status = {}) {
    std::optional<PlaceCode> seen_from, seen_to;
    std::optional<OrganisationId> company;
    if (query.caller.is(app::Role::official)) {
        if (!query.caller.place) return {};
        std::tie(seen_from, seen_to) = codes_within(query.caller.place);
    } else {
        if (!query.caller.organisation) return {};
        company = query.caller.organisation;
    }
    return query.db.all<AnswerRow>(
        sql::list_answers,
        store::arguments("cursor", input.cursor, "survey", input.survey, "company", company,
                         "status", status, "seen_from", seen_from, "seen_to", seen_to, "account",
                         query.caller.account, "limit", limit));
}

/// The surveys of answers, each read once.
class SurveysOf {
  public:
    explicit SurveysOf(const store::Reader& reader) : reader_(&reader) {}
    const SurveyRow& operator()(const AnswerRow& answer) {
        const auto known = surveys_.find(answer.survey);
        if (known != surveys_.end()) return known->second;
        auto survey = find(*reader_, answer.survey);
        ASSERT(survey.has_value());
        return surveys_.emplace(answer.survey, std::move(*survey)).first->second;
    }

  private:
    const store::Reader* reader_;
    std::map<SurveyId, SurveyRow> surveys_;
};

}  // namespace

Result<app::Page<AnswerView>> list_answers(app::Query& query, const FindAnswers& input) {
    TRY_DO(may_read_answers(query.caller, query.services, query.db));
    const int limit = app::limit_of(input.limit);
    SurveysOf survey_of(query.db);
    return app::page_of(answers_for(query, input, limit + 1), limit, [&](const AnswerRow& row) {
        return brief_view(query.db, query.services, query.caller, row, survey_of(row));
    });
}

Result<AnswerView> show_answer(app::Query& query, const FindAnswer& input) {
    TRY_DO(may_read_answers(query.caller, query.services, query.db));
    TRY(const AnswerRow answer, find_visible(query.db, query.caller, input.answer));
    return view(query.db, query.services, query.caller, answer);
}

Result<RowsView> list_own_rows(app::Query& query, const FindAnswer& input) {
    TRY(const AnswerRow answer, find_visible(query.db, query.caller, input.answer));
    if (answer.company != query.caller.organisation) return refuse(not_found);
    return RowsView{rows_of(query.db, answer), cost_of(query.db, answer)};
}

Result<http::Reply> download_template(app::Query& query, const app::Empty& /*input*/) {
    TRY(auto bytes, template_of(tables_of(query)));
    return http::attachment(std::move(bytes), print::workbook_type, "企业薪酬调查填报表.xlsx");
}

namespace {

constexpr int answers_searched = 200;  // the newest that wait for somebody

/// What the caller is to do with the answer: submit, approve, or nothing.
std::optional<AnswerAct> act_due(const app::Query& query, const AnswerRow& answer,
                                 const SurveyRow& survey) {
    const bool expert = judges(query.db, tables_of(query), query.caller, answer);
    const auto may = [&](AnswerAct act, const std::vector<ReviewRow>& reviews) {
        const auto acts = acts_of(tables_of(query), query.caller, answer, survey, reviews, expert);
        return std::count(acts.begin(), acts.end(), act) > 0;
    };
    if (may(AnswerAct::submit, {})) return AnswerAct::submit;
    // Reviews are read only where one can decide: they take acts away.
    if (may(AnswerAct::approve, {}) && may(AnswerAct::approve, reviews_of(query.db, answer)))
        return AnswerAct::approve;
    return std::nullopt;
}

app::Waiting waiting_of(const AnswerRow& answer, const SurveyRow& survey, AnswerAct due) {
    const bool write = due == AnswerAct::submit;
    const std::string year = std::to_string(survey.year);
    return {write ? "pay_answer.write" : "pay_answer.review",
            {(write ? "待填报：" : "待审核：") + year + " 年度企业薪酬调查",
             (write ? "Pay survey to answer: " : "Pay answer to review: ") + year},
            "pay_answer",
            answer.id.number,
            std::nullopt,
            answer.changed_at,
            "/desk/pay-answers/" + answer.id.text()};
}

/// Answers that wait for the caller: a company's open ones, an office's whose layer it is.
std::vector<app::Waiting> waiting(const app::Query& query, int limit) {
    std::vector<app::Waiting> items;
    if (!may_read_answers(query.caller, query.services, query.db)) return items;
    const auto status =
        query.caller.is(app::Role::official) ? AnswerStatus::review : AnswerStatus::open;
    SurveysOf survey_of(query.db);
    for (const auto& row : answers_for(query, {}, answers_searched, status)) {
        if (static_cast<int>(items.size()) == limit) break;
        const SurveyRow& survey = survey_of(row);
        if (const auto due = act_due(query, row, survey))
            items.push_back(waiting_of(row, survey, *due));
    }
    return items;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"pay_surveys.answers",
             {app::Role::employer, app::Role::agency, app::Role::official},
             waiting}};
}

}  // namespace jianghui::pay_surveys
