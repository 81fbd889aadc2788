// What moves a survey on: draft → collecting → computed → published.

#include <algorithm>

#include "engine/access/access.hpp"
#include "engine/app/slow_change.hpp"
#include "features/codes/api.hpp"
#include "features/draws/api.hpp"
#include "features/surveys/endpoints.hpp"
#include "features/surveys/errors.hpp"
#include "features/surveys/events.hpp"
#include "features/surveys/sealed.hpp"
#include "features/surveys/sheet.hpp"
#include "features/surveys/view.hpp"

namespace jianghui::surveys {
namespace {

constexpr std::size_t faults_shown = 200;
constexpr std::int64_t households_max = 1'000'000;  // a lottery of all of them takes a second

std::int64_t parameter(const app::Query& query, std::string_view code, std::int64_t otherwise) {
    return query.services.get<codes::Tables>().parameter_or(code, date_of(query.now), otherwise);
}

void record(app::Command& command, const journal::EventKind& kind, const SurveyRow& survey,
            std::int64_t households) {
    command.record(kind, {survey.city, "survey", survey.id.number, {}, {}, {}},
                   SurveyEvent{survey.place, survey.status, survey.version, households,
                               survey.frame_digest});
}

/// The caller's own survey when it is in one of two states. `context`: a command or a query.
template <class Context>
Result<SurveyRow> find_in(const Context& context, SurveyId id, SurveyStatus one, SurveyStatus other) {
    TRY(SurveyRow survey, find_own(context.db, context.caller, id));
    if (survey.status != one && survey.status != other) return refuse(survey_status);
    return survey;
}
Result<SurveyRow> find_draft(app::Command& command, SurveyId id) {
    return find_in(command, id, SurveyStatus::draft, SurveyStatus::draft);
}

Result<SurveyView> save(app::Command& command, const SurveyRow& survey, SurveyStatus from,
                        const journal::EventKind& kind) {
    if (!update(command.db, survey, from)) return refuse(survey_status);
    record(command, kind, survey, survey.households);
    return view(command.db, command.services, command.caller, survey);
}

std::vector<Village> frame_of(const std::vector<VillageRow>& rows) {
    std::vector<Village> frame;
    for (const auto& row : rows)
        frame.push_back({row.place.text, row.name, row.type, row.size, row.spread});
    return frame;
}

/// What nobody knew before: the secret behind the commitment, the frame, and where the journal stands when the
/// draw begins.
Result<crypto::Digest> reveal(const app::Query& query, SurveyRow& survey,
                              const crypto::Digest& frame) {
    TRY(const auto secret, open_secret(query.services, survey));
    survey.position = journal::last_position(query.db);
    const std::string bytes(frame.raw());
    const auto seed = draws::seed_of(
        secret, {bytes.substr(0, draws::nonce_size), bytes.substr(draws::nonce_size)},
        survey.position);
    survey.secret = crypto::to_hex(secret);
    survey.seed = seed.hex();
    return seed;
}

/// The sample, not yet kept: its households have no ids.
struct Sample {
    std::vector<StratumRow> strata;
    std::vector<HouseholdRow> households;
};

/// Draws the households that are asked, and those that may replace them. Takes long: not for the write lane.
Sample draw(const app::Query& query, const SurveyRow& survey, const std::vector<Village>& frame,
            const crypto::Digest& seed) {
    const auto strata = strata_of(frame);
    const auto numbers = allotted(strata, survey.allotment, survey.wanted,
                                  parameter(query, "survey_stratum_min", 2));
    const auto held = 100 + parameter(query, "survey_reserve_percent", 100);
    Sample sample;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const int stratum = static_cast<int>(i) + 1;
        sample.strata.push_back(
            {stratum, {strata[i].place}, strata[i].type, strata[i].size, numbers[i]});
        std::int64_t rank = 0;
        for (const auto& drawn : drawn_from(frame, strata[i], seed, numbers[i] * held / 100)) {
            ++rank;
            sample.households.push_back({{}, survey.city, survey.id, stratum, drawn.village + 1,
                                         drawn.ordinal, rank, rank <= numbers[i] ? 1 : 0, 0,
                                         std::nullopt, HouseholdStatus::waiting, query.now});
        }
    }
    return sample;
}

void keep(app::Command& command, const SurveyRow& survey, Sample sample) {
    for (const auto& stratum : sample.strata) insert(command.db, survey, stratum);
    for (auto& household : sample.households) household.id = command.next_id<HouseholdId>();
    insert(command.db, sample.households);
}

/// What is known of each stratum's households; opens every answer, so not for the write lane. Fails with
/// survey_conflicts_open, as crypto::open.
Result<std::vector<HeardStratum>> heard(const app::Query& query, const SurveyRow& survey) {
    std::vector<HeardStratum> strata;
    for (const auto& row : strata_of(query.db, survey))
        strata.push_back({row.place.text, row.size, {}});
    std::map<HouseholdId, AnswerRow> heads;
    for (auto& answer : heads_of(query.db, survey)) {
        const HouseholdId household = answer.household;
        heads[household] = std::move(answer);
    }
    for (const auto& household : issued_of(query.db, survey)) {
        auto& stratum = strata.at(static_cast<std::size_t>(household.stratum) - 1);
        if (household.status == HouseholdStatus::conflict) return refuse(survey_conflicts_open);
        if (household.status == HouseholdStatus::not_eligible) stratum.households.push_back({});
        if (household.status != HouseholdStatus::completed) continue;
        TRY(const auto text, open_content(query.services, heads.at(household.id)));
        TRY(auto content, codec::decode<Content>(text));
        stratum.households.push_back({std::move(content.given)});
    }
    return strata;
}

}  // namespace

Result<SurveyView> open_survey(app::Command& command, const NewSurvey& input) {
    const auto& tables = command.services.get<codes::Tables>();
    if (tables.find_place(input.place) == nullptr)
        return refuse(error(unknown_code).at("/place").near(tables.nearest_places(input.place.text)));
    if (!command.caller.acts_in(input.place)) return refuse(survey_elsewhere);
    SurveyRow survey;
    survey.id = command.next_id<SurveyId>();
    survey.city = city_of(input.place);
    survey.place = input.place;
    survey.title = input.title.text;
    auto secret = draws::new_secret(command.services, secret_place(survey.id));
    survey.commitment = std::move(secret.commitment);
    survey.secret_box = std::move(secret.box);
    survey.made_by = command.caller.account;
    survey.made_at = command.now;
    insert(command.db, survey);
    record(command, survey_opened, survey, 0);
    return view(command.db, command.services, command.caller, survey);
}

Result<SurveyView> write_questions(app::Command& command, const WriteQuestions& input) {
    TRY(SurveyRow survey, find_draft(command, input.survey));
    for (const auto& fault : faults_of(input.questions))
        return refuse(error(*fault.code).at("/questions/" + std::to_string(fault.question) + "/" +
                                            fault.member));
    survey.questions = input.questions;
    ++survey.version;
    return save(command, survey, SurveyStatus::draft, questions_written);
}

Result<FrameReport> send_frame(app::Query& query, const SendFrame& input,
                               const std::string& body) {
    TRY(const SurveyRow known,
        find_in(query, input.survey, SurveyStatus::draft, SurveyStatus::draft));
    TRY(auto read, read_frame(body, query.services.get<codes::Tables>(), known.place));
    FrameReport report;
    report.villages = static_cast<std::int64_t>(read.villages.size());
    for (const auto& village : read.villages) report.households += village.size;
    if (report.households > households_max) return refuse(survey_frame_too_large);
    report.kept = read.faults.empty() && report.villages > 0 && !input.dry_run.value_or(false);
    report.faults = std::move(read.faults);
    if (report.faults.size() > faults_shown) report.faults.resize(faults_shown);
    if (!report.kept) return report;
    const auto digest = digest_of(frame_of(read.villages)).hex();
    return app::in_lane<FrameReport>(query, [&](app::Command& command) -> Result<FrameReport> {
        TRY(SurveyRow survey, find_draft(command, input.survey));
        replace_villages(command.db, survey, read.villages);
        survey.villages = report.villages;
        survey.households = report.households;
        survey.frame_digest = digest;
        TRY_DO(save(command, survey, SurveyStatus::draft, frame_listed));
        return report;
    });
}

Result<SurveyView> start_survey(app::Query& query, const StartSurvey& input) {
    TRY(SurveyRow survey,
        find_in(query, input.survey, SurveyStatus::draft, SurveyStatus::draft));
    if (survey.questions.empty() || survey.villages == 0) return refuse(survey_not_ready);
    if (input.households > survey.households)
        return refuse(error(survey_sample_too_large).at("/households"));
    const auto frame = frame_of(villages_of(query.db, survey));
    survey.status = SurveyStatus::collecting;
    survey.allotment = input.allotment;
    survey.wanted = input.households;
    survey.started_at = query.now;
    TRY(const auto seed, reveal(query, survey, digest_of(frame)));
    const Sample sample = draw(query, survey, frame, seed);
    return app::in_lane<SurveyView>(query, [&](app::Command& command) -> Result<SurveyView> {
        TRY(const SurveyRow now, find_draft(command, input.survey));
        // Drawn from a frame or for questions that were changed meanwhile: nothing was shown, so once more.
        if (now.frame_digest != survey.frame_digest || now.version != survey.version)
            return refuse(survey_status);
        record(command, survey_started, survey, survey.wanted);
        keep(command, survey, sample);
        if (!update(command.db, survey, SurveyStatus::draft)) return refuse(survey_status);
        return view(command.db, command.services, command.caller, survey);
    });
}

Result<SurveyView> name_collector(app::Command& command, const NameCollector& input) {
    TRY(const SurveyRow survey, find_in(command, input.survey, SurveyStatus::collecting,
                                        SurveyStatus::computed));
    const auto account = access::find_active_account(
        command.db, command.services.get<access::Vault>(), input.login.text);
    const bool fit = account &&
                     (account->role == app::Role::official || account->role == app::Role::agency);
    if (!fit) return refuse(error(survey_collector_unfit).at("/login"));
    std::optional<int> village;
    if (input.village) village = static_cast<int>(input.village->value);
    const auto households = name_collector(command.db, survey, account->account, village);
    if (households == 0) return refuse(error(not_found).at("/village"));
    record(command, collector_named, survey, households);
    return view(command.db, command.services, command.caller, survey);
}

Result<SurveyView> compute_results(app::Query& query, const FindSurvey& input) {
    TRY(const SurveyRow known, find_in(query, input.survey, SurveyStatus::collecting,
                                       SurveyStatus::computed));
    if (known.emptied_at) return refuse(survey_over);
    TRY(const auto strata, heard(query, known));
    const bool any = std::any_of(strata.begin(), strata.end(), [](const HeardStratum& stratum) {
        return !stratum.households.empty();
    });
    if (!any) return refuse(survey_nothing_known);
    const auto cell_min = query.services.get<codes::Tables>().parameter_or("survey_cell_min",
                                                                           date_of(query.now), 5);
    const auto results = results_of(known.questions, strata, cell_min);
    // Answers that come in meanwhile are in the next computing, as all late ones.
    return app::in_lane<SurveyView>(query, [&](app::Command& command) -> Result<SurveyView> {
        TRY(SurveyRow survey, find_in(command, input.survey, SurveyStatus::collecting,
                                      SurveyStatus::computed));
        const SurveyStatus from = survey.status;
        survey.cell_min = cell_min;
        replace_results(command.db, survey, results);
        survey.status = SurveyStatus::computed;
        survey.formula = estimate_formula;
        survey.computed_by = command.caller.account;
        survey.computed_at = command.now;
        return save(command, survey, from, survey_computed);
    });
}

Result<SurveyView> publish_results(app::Command& command, const FindSurvey& input) {
    TRY(SurveyRow survey,
        find_in(command, input.survey, SurveyStatus::computed, SurveyStatus::computed));
    if (survey.computed_by == command.caller.account) return refuse(survey_four_eyes);
    survey.status = SurveyStatus::published;
    survey.published_by = command.caller.account;
    survey.published_at = command.now;
    return save(command, survey, SurveyStatus::computed, survey_published);
}

}  // namespace jianghui::surveys
