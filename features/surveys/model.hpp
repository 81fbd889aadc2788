#pragma once
// The vocabulary of surveys (农村劳动力调查): survey, frame, household, answer, result.

#include <optional>
#include <string>
#include <vector>

#include "features/imports/api.hpp"
#include "features/surveys/merge.hpp"
#include "features/surveys/questionnaire.hpp"
#include "features/surveys/results.hpp"
#include "features/surveys/sample.hpp"

namespace jianghui::surveys {

/// The version of the way from answers to estimates: raise it with every change of it.
inline constexpr int estimate_formula = 1;

using SurveyId = Id<struct SurveyTag>;
using HouseholdId = Id<struct SurveyHouseholdTag>;
using AnswerId = Id<struct SurveyAnswerTag>;

enum class SurveyStatus {
    draft,       ///< questionnaire and frame are written
    collecting,  ///< both are frozen, the sample is drawn
    computed,    ///< the office sees results; late answers still come in
    published
};
BOOST_DESCRIBE_ENUM(SurveyStatus, draft, collecting, computed, published)

enum class SurveyAct { write, list, start, name_collector, compute, publish };
BOOST_DESCRIBE_ENUM(SurveyAct, write, list, start, name_collector, compute, publish)

/// How a visit ended.
enum class Outcome { completed, refused, not_reached, not_eligible };
BOOST_DESCRIBE_ENUM(Outcome, completed, refused, not_reached, not_eligible)

enum class HouseholdStatus { waiting, completed, refused, not_reached, not_eligible, conflict };
BOOST_DESCRIBE_ENUM(HouseholdStatus, waiting, completed, refused, not_reached, not_eligible, conflict)

/// A row of `surveys`.
struct SurveyRow {
    SurveyId id;
    PlaceCode city;
    PlaceCode place;
    std::string title;
    SurveyStatus status = SurveyStatus::draft;
    Questions questions;
    int version = 0;  ///< how often the questionnaire was written
    std::string commitment;
    std::string secret_box;
    std::string secret;  ///< hexadecimal; "" until the sample is drawn
    std::int64_t position = 0;
    std::string seed;
    std::string frame_digest;
    Allotment allotment = Allotment::proportional;
    std::int64_t wanted = 0;
    std::int64_t villages = 0;
    std::int64_t households = 0;  ///< of the frame
    std::int64_t cell_min = 0;    ///< as it was in force when computed
    std::int64_t formula = 0;     ///< estimate_formula when computed; 0: not computed
    AccountId made_by;
    Instant made_at;
    std::optional<Instant> started_at;
    std::optional<AccountId> computed_by;
    std::optional<Instant> computed_at;
    std::optional<AccountId> published_by;
    std::optional<Instant> published_at;
    std::optional<Instant> emptied_at;  ///< contents were deleted because their time was over
};
BOOST_DESCRIBE_STRUCT(SurveyRow, (),
                      (id, city, place, title, status, questions, version, commitment, secret_box,
                       secret, position, seed, frame_digest, allotment, wanted, villages, households,
                       cell_min, formula, made_by, made_at, started_at, computed_by, computed_at,
                       published_by, published_at, emptied_at))

/// A row of `survey_villages` without its survey.
struct VillageRow {
    int village = 0;  ///< from 1, in the order of the frame
    PlaceCode place;
    std::string name;
    std::string type;
    std::int64_t size = 0;
    std::int64_t spread = 1;
};
BOOST_DESCRIBE_STRUCT(VillageRow, (), (village, place, name, type, size, spread))

/// A row of `survey_strata` without its survey.
struct StratumRow {
    int stratum = 0;  ///< from 1
    PlaceCode place;
    std::string type;
    std::int64_t size = 0;
    std::int64_t drawn = 0;
};
BOOST_DESCRIBE_STRUCT(StratumRow, (), (stratum, place, type, size, drawn))

/// A row of `survey_households`: drawn, or held to replace one.
struct HouseholdRow {
    HouseholdId id;
    PlaceCode city;
    SurveyId survey;
    int stratum = 0;
    int village = 0;
    std::int64_t ordinal = 0;
    std::int64_t rank = 0;  ///< in the lottery of its stratum, from 1
    int issued = 0;         ///< it is asked
    int replaced = 0;       ///< another one is asked in its place
    std::optional<AccountId> collector;
    HouseholdStatus status = HouseholdStatus::waiting;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(HouseholdRow, (),
                      (id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector,
                       status, changed_at))

/// A row of `survey_answers`: one version from one phone. `box` is empty when it was deleted.
struct AnswerRow {
    AnswerId id;
    PlaceCode city;
    SurveyId survey;
    HouseholdId household;
    std::string client;
    std::int64_t version = 0;
    AccountId account;
    Outcome outcome = Outcome::completed;
    int consented = 0;
    Standing standing = Standing::head;
    std::string box;
    Instant made_at;  ///< by the phone's clock
    Instant received_at;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (),
                      (id, city, survey, household, client, version, account, outcome, consented,
                       standing, box, made_at, received_at))

/// What lies in the box, and what two phones must say alike.
struct Content {
    Outcome outcome = Outcome::completed;
    int members = 0;
    std::vector<Given> given;
};
BOOST_DESCRIBE_STRUCT(Content, (), (outcome, members, given))

// What the API says and asks.

/// How the households that were asked stand.
struct Response {
    std::int64_t issued = 0;
    std::int64_t completed = 0;
    std::int64_t refused = 0;
    std::int64_t not_reached = 0;
    std::int64_t not_eligible = 0;
    std::int64_t waiting = 0;
    std::int64_t conflict = 0;
    std::int64_t rate = 0;  ///< completed ÷ (issued − not eligible), per mille
};
BOOST_DESCRIBE_STRUCT(Response, (),
                      (issued, completed, refused, not_reached, not_eligible, waiting, conflict, rate))

struct SurveyView {
    SurveyId id;
    PlaceCode place;
    std::string place_name;
    std::string title;
    SurveyStatus status = SurveyStatus::draft;
    int version = 0;
    std::int64_t questions = 0;
    std::int64_t villages = 0;
    std::int64_t households = 0;
    Response response;
    std::string commitment;
    Instant made_at;
    std::optional<Instant> started_at;
    std::optional<Instant> computed_at;
    std::optional<Instant> published_at;
    std::vector<SurveyAct> acts;  ///< what the caller may do now
};
BOOST_DESCRIBE_STRUCT(SurveyView, (),
                      (id, place, place_name, title, status, version, questions, villages, households,
                       response, commitment, made_at, started_at, computed_at, published_at, acts))

struct QuestionsView {
    int version = 0;
    Questions questions;
};
BOOST_DESCRIBE_STRUCT(QuestionsView, (), (version, questions))

struct VillageView : VillageRow {
    std::string place_name;
};
BOOST_DESCRIBE_STRUCT(VillageView, (VillageRow), (place_name))

/// A stratum with its sample and weights (in millionths: N ÷ m, m ÷ r).
struct StratumView {
    int stratum = 0;
    PlaceCode place;
    std::string place_name;
    std::string type;
    std::int64_t size = 0;
    Response response;
    std::int64_t design_weight = 0;
    std::int64_t adjustment = 0;  ///< 0: nobody's state is known
};
BOOST_DESCRIBE_STRUCT(StratumView, (),
                      (stratum, place, place_name, type, size, response, design_weight, adjustment))

/// How the sample was drawn and the figures were made: for everybody who sees the survey.
struct MethodView {
    Text sampling;
    Text weights;
    Text protection;
    Allotment allotment = Allotment::proportional;
    std::int64_t wanted = 0;
    std::string commitment;
    std::string secret;
    std::int64_t position = 0;
    std::string seed;
    std::string frame_digest;
    std::int64_t cell_min = 0;
    std::int64_t formula = 0;  ///< version of the method; 0: nothing is computed yet
    std::vector<StratumView> strata;
};
BOOST_DESCRIBE_STRUCT(MethodView, (),
                      (sampling, weights, protection, allotment, wanted, commitment, secret, position,
                       seed, frame_digest, cell_min, formula, strata))

/// A line of the table as people see it. Hidden: no number at all. Nobody of the sample was asked this and answered: `answered`
/// is 0 and there is no estimate.
struct ResultView {
    int line = 0;
    std::string place;
    std::string place_name;
    std::string question;
    std::string question_title;
    std::string choice;
    std::string choice_title;
    std::string unit;
    bool of_member = false;
    int hidden = 0;
    std::optional<std::int64_t> answered;
    std::optional<std::int64_t> value;  ///< these and what follows in thousandths
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    std::optional<std::int64_t> total;
    std::optional<std::int64_t> total_low;
    std::optional<std::int64_t> total_high;
};
BOOST_DESCRIBE_STRUCT(ResultView, (),
                      (line, place, place_name, question, question_title, choice, choice_title, unit, of_member, hidden,
                       answered, value, low, high, total, total_low, total_high))
struct ResultsView {
    std::vector<ResultView> items;
};
BOOST_DESCRIBE_STRUCT(ResultsView, (), (items))

struct ResultDocument {
    SurveyView survey;
    MethodView method;
    std::vector<ResultView> results;
};
BOOST_DESCRIBE_STRUCT(ResultDocument, (), (survey, method, results))

/// A household as its office sees it: where it stands, not what it said.
struct HouseholdView {
    HouseholdId id;
    std::string number;  ///< "003-0127": village and ordinal
    std::string village;
    std::string place_name;
    std::string type;
    std::int64_t rank = 0;
    bool issued = false;
    bool replaced = false;
    std::string collector;  ///< her name; "" while nobody is named
    HouseholdStatus status = HouseholdStatus::waiting;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(HouseholdView, (),
                      (id, number, village, place_name, type, rank, issued, replaced, collector, status,
                       changed_at))

/// A version of an answer; `content` only when it was opened with a purpose.
struct AnswerView {
    AnswerId id;
    std::string collector;
    std::int64_t version = 0;
    Outcome outcome = Outcome::completed;
    bool consented = false;
    Standing standing = Standing::head;
    Instant made_at;
    Instant received_at;
    std::optional<Content> content;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (id, collector, version, outcome, consented, standing, made_at, received_at,
                       content))
struct ReadingView {
    Instant at;
    std::string purpose;
};
BOOST_DESCRIBE_STRUCT(ReadingView, (), (at, purpose))
struct HouseholdDetail {
    HouseholdView household;
    std::vector<AnswerView> answers;
    std::vector<ReadingView> readings;  ///< the newest 50
};
BOOST_DESCRIBE_STRUCT(HouseholdDetail, (), (household, answers, readings))

/// What a collector's phone loads: questionnaires and households.
struct VisitView {
    HouseholdId id;
    std::string number;
    std::string village;
    HouseholdStatus status = HouseholdStatus::waiting;
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (id, number, village, status))
struct VisitSurvey {
    SurveyId id;
    std::string title;
    std::string place_name;
    int version = 0;
    Questions questions;
    Text notice;  ///< what is read to the respondent before she agrees
    std::vector<VisitView> households;
};
BOOST_DESCRIBE_STRUCT(VisitSurvey, (),
                      (id, title, place_name, version, questions, notice, households))
struct VisitsView {
    std::vector<VisitSurvey> items;
};
BOOST_DESCRIBE_STRUCT(VisitsView, (), (items))

/// One answer as a phone sends it.
struct SentAnswer {
    HouseholdId household;
    String<8, 64> client;
    Integer<1, 1'000'000> version;
    Outcome outcome = Outcome::completed;
    bool consented = false;
    Integer<0, members_max> members;
    List<Given, 1000> given;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(SentAnswer, (),
                      (household, client, version, outcome, consented, members, given, made_at))
struct SendAnswers {
    List<SentAnswer, 50> answers;
};
BOOST_DESCRIBE_STRUCT(SendAnswers, (), (answers))

/// Why one answer was not taken; the phone keeps it.
struct AnswerFault {
    std::string code;
    Text message;
    std::string question;
    int member = 0;
};
BOOST_DESCRIBE_STRUCT(AnswerFault, (), (code, message, question, member))
struct SentView {
    HouseholdId household;
    std::string client;
    std::int64_t version = 0;
    std::optional<Merged> merged;  ///< none: it was not taken
    std::optional<HouseholdStatus> status;
    std::vector<AnswerFault> faults;
};
BOOST_DESCRIBE_STRUCT(SentView, (), (household, client, version, merged, status, faults))
struct SentAnswers {
    std::vector<SentView> items;
};
BOOST_DESCRIBE_STRUCT(SentAnswers, (), (items))

struct FrameReport {
    std::int64_t villages = 0;
    std::int64_t households = 0;
    bool kept = false;
    std::vector<imports::RowFault> faults;  ///< the first 200
};
BOOST_DESCRIBE_STRUCT(FrameReport, (), (villages, households, kept, faults))

struct NewSurvey {
    PlaceCode place;
    Sentence title;
};
BOOST_DESCRIBE_STRUCT(NewSurvey, (), (place, title))
struct FindSurvey {
    SurveyId survey;
};
BOOST_DESCRIBE_STRUCT(FindSurvey, (), (survey))
struct FindSurveys {
    std::optional<SurveyId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindSurveys, (), (cursor, limit))
struct WriteQuestions {
    SurveyId survey;
    List<Question, 100> questions;
};
BOOST_DESCRIBE_STRUCT(WriteQuestions, (), (survey, questions))
struct SendFrame {
    SurveyId survey;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendFrame, (), (survey, dry_run))
struct StartSurvey {
    SurveyId survey;
    Integer<1, 20'000> households;
    Allotment allotment = Allotment::proportional;
};
BOOST_DESCRIBE_STRUCT(StartSurvey, (), (survey, households, allotment))
struct NameCollector {
    SurveyId survey;
    String<1, 100> login;
    std::optional<Integer<1, 100'000>> village;  ///< only the households of this one
};
BOOST_DESCRIBE_STRUCT(NameCollector, (), (survey, login, village))
struct FindHouseholds {
    SurveyId survey;
    std::optional<HouseholdStatus> status;
    std::optional<HouseholdId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindHouseholds, (), (survey, status, cursor, limit))
struct FindHousehold {
    HouseholdId household;
};
BOOST_DESCRIBE_STRUCT(FindHousehold, (), (household))
struct OpenHousehold {
    HouseholdId household;
    Sentence purpose;
};
BOOST_DESCRIBE_STRUCT(OpenHousehold, (), (household, purpose))
struct SettleHousehold {
    HouseholdId household;
    AnswerId answer;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(SettleHousehold, (), (household, answer, reason))
enum class FileForm { xlsx, json };
BOOST_DESCRIBE_ENUM(FileForm, xlsx, json)
struct FindFile {
    SurveyId survey;
    FileForm form = FileForm::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindFile, (), (survey, form))

/// What the events of a survey say.
struct SurveyEvent {
    PlaceCode place;
    SurveyStatus status = SurveyStatus::draft;
    int version = 0;
    std::int64_t households = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(SurveyEvent, (), (place, status, version, households, digest))
/// What the events of a household say: never what it answered.
struct HouseholdEvent {
    SurveyId survey;
    HouseholdStatus status = HouseholdStatus::waiting;
    std::int64_t answer = 0;
};
BOOST_DESCRIBE_STRUCT(HouseholdEvent, (), (survey, status, answer))

}  // namespace jianghui::surveys
