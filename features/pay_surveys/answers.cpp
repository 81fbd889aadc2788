// What moves an answer on: the company writes and submits, the layers read, agree or send it back.

#include <algorithm>

#include "features/pay_surveys/checks.hpp"
#include "features/pay_surveys/endpoints.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/events.hpp"
#include "features/pay_surveys/labour_cost_sheet.hpp"
#include "features/pay_surveys/sheet.hpp"
#include "engine/app/slow_change.hpp"
#include "features/pay_surveys/view.hpp"
#include "features/pay_surveys/wall.hpp"

namespace jianghui::pay_surveys {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const AnswerRow& answer) {
    command.record(kind, {answer.city, "pay_answer", answer.id.number, answer.company, {}, {}},
                   AnswerEvent{answer.survey, answer.status, answer.layer, answer.round});
}

/// An answer with its survey, as long as that collects. `context`: a command or a query.
struct InHand {
    AnswerRow answer;
    SurveyRow survey;
};
template <class Context>
Result<InHand> find_in_hand(const Context& context, AnswerId id) {
    TRY(AnswerRow answer, find_visible(context.db, context.caller, id));
    auto survey = find(context.db, answer.survey);
    if (!survey) return refuse(not_found);
    if (survey->status != SurveyStatus::collecting) return refuse(pay_survey_status);
    return InHand{std::move(answer), std::move(*survey)};
}
/// The caller's own, while she may write.
template <class Context>
Result<InHand> find_open(const Context& context, AnswerId id) {
    TRY(InHand found, find_in_hand(context, id));
    if (found.answer.company != context.caller.organisation) return refuse(not_found);
    if (found.answer.status != AnswerStatus::open) return refuse(pay_answer_status);
    return found;
}

Result<AnswerView> save(app::Command& command, const AnswerRow& from, AnswerRow& answer,
                        const journal::EventKind& kind) {
    answer.changed_at = command.now;
    if (!update(command.db, answer, from)) return refuse(pay_answer_status);
    record(command, kind, answer);
    return view(command.db, command.services, command.caller, answer);
}

Result<AnswerView> keep_rows(app::Command& command, InHand& found,
                             const std::vector<PayRow>& rows) {
    const AnswerRow from = found.answer;
    replace_rows(command.db, found.answer, rows);
    found.answer.rows = static_cast<std::int64_t>(rows.size());
    return save(command, from, found.answer, answer_written);
}

/// One decision of the layer whose turn it is.
Result<InHand> decide(app::Command& command, AnswerId id, bool agreed, const std::string& reason) {
    TRY_DO(may_read_answers(command.caller, command.services, command.db));
    TRY(InHand found, find_in_hand(command, id));
    const auto& tables = command.services.get<codes::Tables>();
    const bool expert = judges(command.db, tables, command.caller, found.answer);
    TRY_DO(may_review(tables, command.caller, found.answer, found.survey,
                      reviews_of(command.db, found.answer), expert));
    const ReviewRow review{found.answer.round, found.answer.layer, command.caller.account,
                           agreed ? 1 : 0,     reason,             command.now,
                           expert ? 1 : 0};
    if (!insert(command.db, found.answer, review)) return refuse(pay_four_eyes);
    return found;
}

}  // namespace

Result<AnswerView> write_rows(app::Command& command, const WriteRows& input) {
    TRY(InHand found, find_open(command, input.answer));
    const auto& tables = command.services.get<codes::Tables>();
    for (std::size_t i = 0; i < input.rows.size(); ++i)
        for (const auto& fault : faults_of(input.rows[i], tables))
            return tl::unexpected<Error>(
                error(*fault.code)
                    .at("/rows/" + std::to_string(i) + "/" + fault.member)
                    .near(fault.nearest));
    return keep_rows(command, found, input.rows);
}

Result<AnswerView> write_cost(app::Command& command, const WriteCost& input) {
    TRY(InHand found, find_open(command, input.answer));
    for (const auto& fault : faults_of(input.cost))
        return tl::unexpected<Error>(error(*fault.code).at("/cost/" + fault.member));
    const AnswerRow from = found.answer;
    put_cost(command.db, found.answer, input.cost);
    return save(command, from, found.answer, answer_written);
}

Result<SheetReport> send_sheet(app::Query& query, const SendSheet& input,
                               const std::string& body) {
    TRY(const InHand known, find_open(query, input.answer));
    const auto& tables = query.services.get<codes::Tables>();
    TRY(auto read, read_rows(body, tables));
    TRY(auto cost, read_cost(body, read.form));
    read.faults.insert(read.faults.end(), cost.faults.begin(), cost.faults.end());
    SheetReport report;
    report.rows = static_cast<std::int64_t>(read.rows.size());
    report.cost = cost.cost.has_value();
    report.kept = read.faults.empty() && !read.rows.empty() && !input.dry_run.value_or(false);
    report.faults = first_faults(std::move(read.faults));
    report.findings =
        findings_of(read.rows, cost.cost ? cost.cost : cost_of(query.db, known.answer),
                    {known.answer.place, known.answer.size, known.survey.year}, tables);
    if (!report.kept) return report;
    return app::in_lane<SheetReport>(query, [&](app::Command& command) -> Result<SheetReport> {
        TRY(InHand found, find_open(command, input.answer));
        if (cost.cost) put_cost(command.db, found.answer, *cost.cost);
        TRY_DO(keep_rows(command, found, read.rows));
        return report;
    });
}

Result<AnswerView> explain(app::Command& command, const Explain& input) {
    TRY(InHand found, find_open(command, input.answer));
    const auto findings =
        findings_in(command.db, command.services.get<codes::Tables>(), found.answer, found.survey,
                    cost_of(command.db, found.answer));
    const bool is_there = std::any_of(findings.begin(), findings.end(), [&](const auto& one) {
        return one.finding == input.finding;
    });
    if (!is_there) return refuse(error(pay_finding_unknown).at("/finding"));
    put_explanation(command.db, found.answer, {input.finding, input.words.text});
    const AnswerRow from = found.answer;
    return save(command, from, found.answer, answer_written);
}

Result<AnswerView> submit_answer(app::Command& command, const FindAnswer& input) {
    TRY(InHand found, find_open(command, input.answer));
    if (found.answer.rows == 0) return refuse(pay_rows_missing);
    for (const auto& finding :
         findings_in(command.db, command.services.get<codes::Tables>(), found.answer, found.survey,
                     cost_of(command.db, found.answer)))
        if (finding.explanation.empty())
            return refuse(error(pay_rows_unexplained)
                              .with("finding", std::string(codec::enum_text(finding.finding))));
    const AnswerRow from = found.answer;
    found.answer.status = AnswerStatus::review;
    found.answer.layer = 1;
    ++found.answer.round;
    found.answer.note.clear();
    return save(command, from, found.answer, answer_submitted);
}

// The rows are not kept under the caller's Idempotency-Key: each reading is one, and is recorded.
Result<RowsView> open_rows(app::Query& query, const OpenRows& input) {
    return app::in_lane<RowsView>(query, [&](app::Command& command) -> Result<RowsView> {
        TRY_DO(may_read_answers(command.caller, command.services, command.db));
        TRY(const InHand found, find_in_hand(command, input.answer));
        if (found.answer.status == AnswerStatus::open) return refuse(pay_answer_status);
        insert_reading(command.db, found.answer, command.caller.account, command.now,
                       input.purpose.text);
        record(command, answer_opened, found.answer);
        return RowsView{rows_of(command.db, found.answer), cost_of(command.db, found.answer)};
    });
}

Result<AnswerView> approve_answer(app::Command& command, const FindAnswer& input) {
    TRY(InHand found, decide(command, input.answer, true, ""));
    const AnswerRow from = found.answer;
    const auto last = static_cast<int>(layers(command.services.get<codes::Tables>()).size());
    if (++found.answer.layer == last) found.answer.status = AnswerStatus::accepted;
    return save(command, from, found.answer, answer_approved);
}

Result<AnswerView> send_answer_back(app::Command& command, const SendBack& input) {
    TRY(InHand found, decide(command, input.answer, false, input.reason.text));
    const AnswerRow from = found.answer;
    found.answer.status = AnswerStatus::open;
    found.answer.layer = 0;
    found.answer.note = input.reason.text;
    return save(command, from, found.answer, answer_returned);
}

}  // namespace jianghui::pay_surveys
