// What moves a survey on: frame → collecting → computed → published.

#include "engine/access/access.hpp"
#include "engine/app/slow_change.hpp"
#include "features/pay_surveys/endpoints.hpp"
#include "features/pay_surveys/errors.hpp"
#include "features/pay_surveys/events.hpp"
#include "features/pay_surveys/guide.hpp"
#include "features/pay_surveys/sample.hpp"
#include "features/pay_surveys/secret.hpp"
#include "features/pay_surveys/sheet.hpp"
#include "features/pay_surveys/view.hpp"
#include "features/pay_surveys/wall.hpp"

namespace jianghui::pay_surveys {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const SurveyRow& survey) {
    command.record(kind, {survey.city, "pay_survey", survey.id.number, {}, {}, {}},
                   SurveyEvent{survey.place, survey.year, survey.status,
                               survey.counted > 0 ? survey.counted : survey.sampled, survey.persons,
                               survey.frame_digest, survey.commitment});
}

/// The survey, when the caller is of its office and it is in one of two states. `context`: a command or a query.
template <class Context>
Result<SurveyRow> find_own(const Context& context, SurveyId id, SurveyStatus one,
                           SurveyStatus other) {
    TRY(SurveyRow survey, find_visible(context.db, context.caller, id));
    if (!context.caller.acts_in(survey.place)) return refuse(pay_survey_elsewhere);
    if (survey.status != one && survey.status != other) return refuse(pay_survey_status);
    return survey;
}

Result<SurveyView> save(app::Command& command, const SurveyRow& survey, SurveyStatus from,
                        const journal::EventKind& kind) {
    if (!update(command.db, survey, from)) return refuse(pay_survey_status);
    record(command, kind, survey);
    return view(command.db, command.services, command.caller, survey);
}

/// Everybody drawn is asked: her weight in the frame, an answer to fill in, an event.
void ask(app::Command& command, const SurveyRow& survey, const std::vector<FrameRow>& frame,
         const std::vector<Sampled>& sampled) {
    std::map<OrganisationId, std::int64_t> weights;
    for (const auto& one : sampled) weights[one.company] = one.weight;
    for (const auto& company : frame) {
        if (weights.count(company.company) == 0) continue;
        AnswerRow answer;
        answer.id = command.next_id<AnswerId>();
        answer.city = survey.city;
        answer.survey = survey.id;
        answer.company = company.company;
        answer.place = company.place;
        answer.size = company.size;
        answer.changed_at = command.now;
        insert(command.db, answer);
        command.record(answer_asked,
                       {survey.city, "pay_answer", answer.id.number, answer.company, {}, {}},
                       AnswerEvent{survey.id, answer.status, 0, 0});
    }
    set_weights(command.db, survey, weights);
}

/// A frame in the order in which it is drawn from, and its digest.
struct OrderedFrame {
    std::vector<FrameRow> rows;
    std::vector<FrameUnit> units;
    std::string digest;
};
OrderedFrame ordered(std::vector<FrameRow> rows) {
    OrderedFrame frame{std::move(rows), {}, {}};
    for (const auto& one : frame.rows)
        frame.units.push_back({one.company, one.industry, one.place.text, one.size});
    put_in_order(frame.units);
    frame.digest = digest_of(frame.units);
    return frame;
}

/// Draws and asks: in the write lane, because the seed is of the journal's last position there.
Result<SurveyView> draw_now(app::Command& command, const DrawSample& input, SurveyRow survey,
                            const OrderedFrame& frame) {
    survey.frame_digest = frame.digest;
    TRY_DO(reveal_seed(command.services, survey, journal::last_position(command.db)));
    const auto least = command.services.get<codes::Tables>().parameter_or(
        "pay_industry_companies_min", date_of(command.now), 3);
    const auto sampled = sample(frame.units, input.companies, least, survey.seed);
    survey.wanted = input.companies;
    survey.sampled = static_cast<std::int64_t>(sampled.size());
    survey.status = SurveyStatus::collecting;
    survey.drawn_at = command.now;
    ask(command, survey, frame.rows, sampled);
    return save(command, survey, SurveyStatus::frame, sample_drawn);
}

std::vector<AnswerRow> accepted_of(std::vector<AnswerRow> answers) {
    std::erase_if(answers,
                  [](const AnswerRow& one) { return one.status != AnswerStatus::accepted; });
    return answers;
}
/// Which answers these are, and since when they are as they are.
std::vector<std::pair<AnswerId, Instant>> versions_of(const std::vector<AnswerRow>& answers) {
    std::vector<std::pair<AnswerId, Instant>> versions;
    for (const auto& one : answers) versions.emplace_back(one.id, one.changed_at);
    return versions;
}

/// The survey with the parameters in force, by which its guide is computed.
SurveyRow with_guide_numbers(const app::Query& query, SurveyRow survey, std::size_t counted) {
    survey.parameters =
        parameters_on(query.services.get<codes::Tables>(), date_of(query.now));
    survey.counted = static_cast<std::int64_t>(counted);
    return survey;
}

/// Reads every accepted row: not for the write lane.
Guide guide_from(const app::Query& query, const SurveyRow& survey,
                 const std::vector<AnswerRow>& accepted) {
    std::map<OrganisationId, FrameRow> companies;
    std::map<std::string, std::int64_t> asked;
    for (const auto& one : whole_frame(query.db, survey)) {
        if (one.weight == 0) continue;
        ++asked[one.industry];
        companies[one.company] = one;
    }
    auto rows = accepted_rows(query.db, survey);
    const auto costs = accepted_costs(query.db, survey);
    std::vector<Accepted> answers;
    for (const auto& answer : accepted) {
        const auto cost = costs.find(answer.id);
        answers.push_back({answer, companies.at(answer.company), std::move(rows[answer.id]),
                           cost != costs.end() ? std::optional(cost->second) : std::nullopt});
    }
    return guide_of(survey, answers, asked, query.services.get<codes::Tables>());
}

}  // namespace

Result<SurveyView> open_survey(app::Command& command, const NewSurvey& input) {
    const auto& tables = command.services.get<codes::Tables>();
    if (tables.find_place(input.place) == nullptr)
        return refuse(error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
    if (!command.caller.acts_in(input.place)) return refuse(pay_survey_elsewhere);
    if (input.year >= static_cast<int>(date_of(command.now).year()))
        return refuse(error(pay_year_not_over).at("/year"));
    SurveyRow survey;
    survey.id = command.next_id<SurveyId>();
    survey.city = city_of(input.place);
    survey.place = input.place;
    survey.year = static_cast<int>(input.year.value);
    survey.made_by = command.caller.account;
    survey.made_at = command.now;
    commit_to_secret(command.services, survey);
    if (!insert(command.db, survey)) return refuse(pay_survey_exists);
    record(command, survey_opened, survey);
    return view(command.db, command.services, command.caller, survey);
}

Result<SheetReport> send_frame(app::Query& query, const SendFrame& input,
                               const std::string& body) {
    TRY(const SurveyRow known,
        find_own(query, input.survey, SurveyStatus::frame, SurveyStatus::frame));
    TRY(auto read, read_frame(body, query.db, known.place));
    SheetReport report;
    report.rows = static_cast<std::int64_t>(read.rows.size());
    report.kept = read.faults.empty() && !read.rows.empty() && !input.dry_run.value_or(false);
    report.faults = first_faults(std::move(read.faults));
    if (!report.kept) return report;
    const auto digest = ordered(read.rows).digest;
    return app::in_lane<SheetReport>(query, [&](app::Command& command) -> Result<SheetReport> {
        TRY(SurveyRow survey,
            find_own(command, input.survey, SurveyStatus::frame, SurveyStatus::frame));
        replace_frame(command.db, survey, read.rows);
        survey.listed = report.rows;
        survey.frame_digest = digest;
        TRY_DO(save(command, survey, SurveyStatus::frame, frame_listed));
        return report;
    });
}

Result<SurveyView> draw_sample(app::Query& query, const DrawSample& input) {
    TRY(const SurveyRow known,
        find_own(query, input.survey, SurveyStatus::frame, SurveyStatus::frame));
    const auto frame = ordered(whole_frame(query.db, known));
    if (frame.rows.empty()) return refuse(pay_frame_empty);
    if (input.companies > static_cast<std::int64_t>(frame.rows.size()))
        return refuse(error(pay_sample_too_large).at("/companies"));
    return app::in_lane<SurveyView>(query, [&](app::Command& command) -> Result<SurveyView> {
        TRY(SurveyRow survey,
            find_own(command, input.survey, SurveyStatus::frame, SurveyStatus::frame));
        // Another frame was sent in while this one was read: what was looked at is not what would be drawn from.
        if (survey.frame_digest != known.frame_digest) return refuse(pay_survey_status);
        return draw_now(command, input, std::move(survey), frame);
    });
}

Result<SurveyView> name_expert(app::Command& command, const NameExpert& input) {
    TRY(const SurveyRow survey,
        find_own(command, input.survey, SurveyStatus::collecting, SurveyStatus::collecting));
    const auto account = access::find_active_account(
        command.db, command.services.get<access::Vault>(), input.login.text);
    const bool fit = account && account->role == access::Role::official &&
                     account->account != command.caller.account &&
                     !command.services.get<Wall>().stands_before(account->account, command.services,
                                                                 command.db);
    if (!fit || !insert_expert(command.db, survey, account->account, command.caller.account, command.now))
        return refuse(error(pay_expert_unfit).at("/login"));
    record(command, expert_named, survey);
    return view(command.db, command.services, command.caller, survey);
}

Result<SurveyView> compute_guide(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow known,
        find_own(query, input.survey, SurveyStatus::collecting, SurveyStatus::computed));
    const auto accepted = accepted_of(answers_of(query.db, known));
    if (accepted.empty()) return refuse(pay_nothing_accepted);
    const SurveyRow computed = with_guide_numbers(query, known, accepted.size());
    const Guide guide = guide_from(query, computed, accepted);
    return app::in_lane<SurveyView>(query, [&](app::Command& command) -> Result<SurveyView> {
        TRY(SurveyRow survey,
            find_own(command, input.survey, SurveyStatus::collecting, SurveyStatus::computed));
        // An answer that was accepted while this was computed would be in no guide.
        if (versions_of(accepted) != versions_of(accepted_of(answers_of(command.db, survey))))
            return refuse(pay_survey_status);
        const SurveyStatus from = survey.status;
        survey.parameters = computed.parameters;
        survey.formula = guide_formula;
        survey.counted = computed.counted;
        survey.persons = guide.persons;
        survey.short_year = guide.short_year;
        survey.outliers = guide.outliers;
        survey.status = SurveyStatus::computed;
        survey.computed_by = command.caller.account;
        survey.computed_at = command.now;
        replace_cells(command.db, survey, guide.cells);
        replace_costs(command.db, survey, guide.costs);
        return save(command, survey, from, guide_computed);
    });
}

Result<SurveyView> publish_guide(app::Command& command, const FindSurvey& input) {
    TRY(SurveyRow survey,
        find_own(command, input.survey, SurveyStatus::computed, SurveyStatus::computed));
    if (survey.computed_by == command.caller.account) return refuse(pay_four_eyes);
    if (survey.persons == 0) return refuse(pay_guide_empty);
    survey.status = SurveyStatus::published;
    survey.published_by = command.caller.account;
    survey.published_at = command.now;
    return save(command, survey, SurveyStatus::computed, guide_published);
}

}  // namespace jianghui::pay_surveys
