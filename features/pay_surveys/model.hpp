#pragma once
// The vocabulary of pay surveys (企业薪酬调查): survey, frame, answer, guide (工资价位).

#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/imports/api.hpp"
#include "features/pay_surveys/labour_cost.hpp"

namespace jianghui::pay_surveys {

/// The version of the way from rows to published cells: raise it with every change of it.
inline constexpr int guide_formula = 1;

using SurveyId = Id<struct PaySurveyTag>;
using AnswerId = Id<struct PayAnswerTag>;

enum class SurveyStatus {
    frame,       ///< its companies are being listed
    collecting,  ///< the sample is drawn, companies answer, offices review
    computed,    ///< the guide is there for the office
    published
};
BOOST_DESCRIBE_ENUM(SurveyStatus, frame, collecting, computed, published)

/// What the office of the survey does to it.
enum class SurveyAct { list, draw, name_expert, compute, publish };
BOOST_DESCRIBE_ENUM(SurveyAct, list, draw, name_expert, compute, publish)

enum class AnswerStatus {
    open,      ///< the company writes
    review,    ///< an office looks at it
    accepted   ///< all layers have agreed
};
BOOST_DESCRIBE_ENUM(AnswerStatus, open, review, accepted)

enum class Sex { male, female };
BOOST_DESCRIBE_ENUM(Sex, male, female)

/// A number that decided, as it was in force when the guide was computed.
struct UsedParameter {
    std::string code;
    Text name;
    std::int64_t value = 0;
    std::string unit;
    std::string mark;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(UsedParameter, (), (code, name, value, unit, mark, source))

/// A row of `pay_surveys`.
struct SurveyRow {
    SurveyId id;
    PlaceCode city;
    PlaceCode place;
    int year = 0;  ///< the year whose pay is asked
    SurveyStatus status = SurveyStatus::frame;
    std::int64_t wanted = 0;  ///< companies to draw
    std::string commitment;   ///< SM3 of the secret; "" when it was opened before there was one
    std::string secret_box;   ///< the secret, sealed; "" once the sample is drawn
    std::string secret;       ///< hexadecimal; "" until the sample is drawn
    std::int64_t position = 0;  ///< of the journal, when the sample was drawn
    std::string seed;
    std::string frame_digest;
    std::int64_t listed = 0;   ///< companies of the frame
    std::int64_t sampled = 0;  ///< companies that are asked
    std::int64_t counted = 0;  ///< companies whose answers are in the guide
    std::int64_t persons = 0;  ///< persons in the published cells
    std::int64_t short_year = 0;  ///< rows left out: not employed all year
    std::int64_t outliers = 0;    ///< rows left out: far above all others
    std::int64_t formula = 0;     ///< guide_formula when it was computed; 0: it was not
    std::vector<UsedParameter> parameters;
    AccountId made_by;
    Instant made_at;
    std::optional<Instant> drawn_at;
    std::optional<AccountId> computed_by;
    std::optional<Instant> computed_at;
    std::optional<AccountId> published_by;
    std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(SurveyRow, (),
                      (id, city, place, year, status, wanted, commitment, secret_box, secret,
                       position, seed, frame_digest, listed, sampled, counted, persons, short_year, outliers, formula, parameters, made_by, made_at,
                       drawn_at, computed_by, computed_at, published_by, published_at))

/// A company of the frame: a row of `pay_frame` without its survey.
struct FrameRow {
    OrganisationId company;
    std::string industry;
    PlaceCode place;
    std::int64_t size = 0;
    std::int64_t weight = 0;  ///< 1 ÷ probability in millionths; 0: not asked
};
BOOST_DESCRIBE_STRUCT(FrameRow, (), (company, industry, place, size, weight))

/// A row of `pay_answers`.
struct AnswerRow {
    AnswerId id;
    PlaceCode city;
    SurveyId survey;
    OrganisationId company;
    PlaceCode place;
    std::int64_t size = 0;  ///< staff by the frame
    AnswerStatus status = AnswerStatus::open;
    int layer = 0;  ///< whose turn it is: an index into pay_review_layers; 0 is the company
    int round = 0;  ///< how often it was submitted
    std::int64_t rows = 0;
    std::string note;  ///< why it was returned, and not yet submitted again
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (),
                      (id, city, survey, company, place, size, status, layer, round, rows, note,
                       changed_at))

/// The pay of one person in the year: no name, no number. Amounts in fen.
struct PayRow {
    OccupationCode occupation;
    String<1, 40> level;
    std::optional<Sex> sex;
    Integer<1, 12> months;
    Integer<0, 8784> hours;  ///< paid hours of the year
    Integer<0, 10'000'000'000> base;
    Integer<0, 10'000'000'000> bonus;
    Integer<0, 10'000'000'000> allowance;
    Integer<0, 10'000'000'000> overtime;
    Integer<0, 10'000'000'000> special;
    [[nodiscard]] std::int64_t total() const { return base + bonus + allowance + overtime + special; }
    bool operator==(const PayRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(PayRow, (),
                      (occupation, level, sex, months, hours, base, bonus, allowance, overtime,
                       special))

/// What is unusual and must be explained in words before the answer is submitted.
enum class Finding {
    below_minimum_wage,
    very_high,
    no_base_pay,
    long_hours,
    staff_differs,
    // of labour cost
    cost_missing,
    cost_pay_differs,   ///< its pay is far from the sum of the rows
    cost_staff_differs,
    cost_no_insurance,
    cost_above_costs,   ///< labour cost more than everything
    cost_above_revenue
};
BOOST_DESCRIBE_ENUM(Finding, below_minimum_wage, very_high, no_base_pay, long_hours, staff_differs,
                    cost_missing, cost_pay_differs, cost_staff_differs, cost_no_insurance,
                    cost_above_costs, cost_above_revenue)

/// A finding with the rows that show it (the first 20) and the company's words.
struct FindingView {
    Finding finding = Finding::below_minimum_wage;
    Text message;
    std::int64_t rows = 0;
    std::vector<std::int64_t> first_rows;
    std::string explanation;  ///< "" while there is none
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (finding, message, rows, first_rows, explanation))

/// One decision of a layer.
struct ReviewRow {
    int round = 0;
    int layer = 0;
    AccountId account;
    int agreed = 1;
    std::string reason;
    Instant at;
    int as_expert = 0;  ///< whom the survey's office asked, not an office
};
BOOST_DESCRIBE_STRUCT(ReviewRow, (), (round, layer, account, agreed, reason, at, as_expert))

/// A cell of the guide: a row of `pay_cells` without its survey. Codes that stand together are joined
/// by '+'; level "" is all levels, place "" all places. A hidden cell has no numbers.
struct CellRow {
    int line = 0;
    std::string occupation;
    int pooled = 0;  ///< the occupation is a class, of which those with few answers are counted together
    std::string level;
    std::string place;
    int hidden = 0;
    std::int64_t persons = 0;
    std::int64_t companies = 0;
    std::int64_t p10 = 0;
    std::int64_t p25 = 0;
    std::int64_t p50 = 0;
    std::int64_t p75 = 0;
    std::int64_t p90 = 0;
    std::int64_t mean = 0;
};
BOOST_DESCRIBE_STRUCT(CellRow, (),
                      (line, occupation, pooled, level, place, hidden, persons, companies, p10, p25,
                       p50, p75, p90, mean))

// What the API says and asks.

struct SurveyView {
    SurveyId id;
    PlaceCode place;
    std::string place_name;
    int year = 0;
    SurveyStatus status = SurveyStatus::frame;
    std::int64_t listed = 0;
    std::int64_t sampled = 0;
    std::int64_t answered = 0;  ///< accepted answers
    std::int64_t counted = 0;
    std::int64_t persons = 0;
    std::optional<Instant> drawn_at;
    std::optional<Instant> computed_at;
    std::optional<Instant> published_at;
    std::vector<SurveyAct> acts;  ///< what the caller may do now
    std::vector<std::string> experts;  ///< names of whom the office asked; for it alone
};
BOOST_DESCRIBE_STRUCT(SurveyView, (),
                      (id, place, place_name, year, status, listed, sampled, answered, counted,
                       persons, drawn_at, computed_at, published_at, acts, experts))

/// How the guide was made: for everybody.
struct MethodView {
    Text sampling;
    Text percentiles;
    Text protection;
    std::string commitment;
    std::string secret;  ///< as the seed: "" until the sample is drawn
    std::int64_t position = 0;
    std::string seed;
    std::string frame_digest;
    std::int64_t short_year = 0;
    std::int64_t outliers = 0;
    std::int64_t formula = 0;  ///< version of the method; 0: nothing is computed yet
    std::vector<UsedParameter> parameters;
};
BOOST_DESCRIBE_STRUCT(MethodView, (),
                      (sampling, percentiles, protection, commitment, secret, position, seed,
                       frame_digest, short_year, outliers, formula, parameters))

struct CellView {
    int line = 0;
    std::string occupation;
    std::string occupation_name;
    bool pooled = false;
    std::string level;
    Text level_name;
    std::string place;
    std::string place_name;
    bool hidden = false;
    std::optional<std::int64_t> persons;
    std::optional<std::int64_t> companies;
    std::optional<std::int64_t> p10;
    std::optional<std::int64_t> p25;
    std::optional<std::int64_t> p50;
    std::optional<std::int64_t> p75;
    std::optional<std::int64_t> p90;
    std::optional<std::int64_t> mean;
};
BOOST_DESCRIBE_STRUCT(CellView, (),
                      (line, occupation, occupation_name, pooled, level, level_name, place,
                       place_name, hidden, persons, companies, p10, p25, p50, p75, p90, mean))

/// The whole guide as the files say it.
struct GuideDocument {
    SurveyView survey;
    MethodView method;
    std::vector<CellView> cells;
    std::vector<CostView> costs;
};
BOOST_DESCRIBE_STRUCT(GuideDocument, (), (survey, method, cells, costs))

/// A company of the frame as the survey's office sees it.
struct CompanyView {
    OrganisationId id;
    std::string name;
    std::string industry;
    PlaceCode place;
    std::int64_t size = 0;
    std::int64_t weight = 0;
    std::optional<AnswerId> answer;
    std::optional<AnswerStatus> status;
    Text layer;  ///< whose turn it is
};
BOOST_DESCRIBE_STRUCT(CompanyView, (),
                      (id, name, industry, place, size, weight, answer, status, layer))

struct ReviewView {
    int round = 0;
    Text layer;
    bool agreed = true;
    std::string reason;
    Instant at;
    bool as_expert = false;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (), (round, layer, agreed, reason, at, as_expert))

/// When an official read the rows, and what for.
struct ReadingView {
    Instant at;
    std::string purpose;
};
BOOST_DESCRIBE_STRUCT(ReadingView, (), (at, purpose))

/// What is done with an answer.
enum class AnswerAct { write, submit, open, approve, send_back };
BOOST_DESCRIBE_ENUM(AnswerAct, write, submit, open, approve, send_back)

struct AnswerView {
    AnswerId id;
    SurveyId survey;
    int year = 0;
    std::string place_name;  ///< of the survey
    OrganisationId company;
    std::string company_name;
    PlaceCode place;
    std::int64_t size = 0;
    AnswerStatus status = AnswerStatus::open;
    int layer = 0;
    std::vector<Text> layers;
    std::int64_t rows = 0;
    bool cost = false;  ///< labour cost was filled in; in the answer about one alone
    std::string note;
    std::vector<FindingView> findings;
    std::vector<ReviewView> reviews;
    std::vector<ReadingView> readings;  ///< the newest 50
    Instant changed_at;
    std::vector<AnswerAct> acts;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (id, survey, year, place_name, company, company_name, place, size, status,
                       layer, layers, rows, cost, note, findings, reviews, readings, changed_at, acts))

/// What became of a table that was sent in. With faults nothing is kept.
struct SheetReport {
    std::int64_t rows = 0;  ///< without fault
    bool kept = false;
    bool cost = false;  ///< labour cost was in it, without fault
    std::vector<imports::RowFault> faults;  ///< the first 200
    std::vector<FindingView> findings;
};
BOOST_DESCRIBE_STRUCT(SheetReport, (), (rows, kept, cost, faults, findings))

struct RowsView {
    std::vector<PayRow> items;
    std::optional<LabourCost> cost;
};
BOOST_DESCRIBE_STRUCT(RowsView, (), (items, cost))

struct NewSurvey {
    PlaceCode place;
    Integer<2000, 2100> year;
};
BOOST_DESCRIBE_STRUCT(NewSurvey, (), (place, year))

struct FindSurvey {
    SurveyId survey;
};
BOOST_DESCRIBE_STRUCT(FindSurvey, (), (survey))

struct FindSurveys {
    std::optional<SurveyId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindSurveys, (), (cursor, limit))

struct SendFrame {
    SurveyId survey;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendFrame, (), (survey, dry_run))

struct FindCompanies {
    SurveyId survey;
    std::optional<bool> asked;  ///< only those of the sample
    std::optional<OrganisationId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindCompanies, (), (survey, asked, cursor, limit))

struct DrawSample {
    SurveyId survey;
    Integer<1, 100'000> companies;
};
BOOST_DESCRIBE_STRUCT(DrawSample, (), (survey, companies))

struct NameExpert {
    SurveyId survey;
    String<1, 60> login;
};
BOOST_DESCRIBE_STRUCT(NameExpert, (), (survey, login))

struct FindCells {
    SurveyId survey;
    std::optional<String<1, 20>> occupation;  ///< cells of this code and what is below it
    std::optional<bool> totals;               ///< only all levels and all places
    std::optional<Integer<0, 1'000'000>> cursor;
    std::optional<Integer<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(FindCells, (), (survey, occupation, totals, cursor, limit))

enum class FileForm { xlsx, pdf, json };
BOOST_DESCRIBE_ENUM(FileForm, xlsx, pdf, json)
struct FindFile {
    SurveyId survey;
    FileForm form = FileForm::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindFile, (), (survey, form))

struct FindAnswers {
    std::optional<SurveyId> survey;
    std::optional<AnswerId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindAnswers, (), (survey, cursor, limit))

struct FindAnswer {
    AnswerId answer;
};
BOOST_DESCRIBE_STRUCT(FindAnswer, (), (answer))

struct WriteRows {
    AnswerId answer;
    List<PayRow, 2000> rows;
};
BOOST_DESCRIBE_STRUCT(WriteRows, (), (answer, rows))

struct WriteCost {
    AnswerId answer;
    LabourCost cost;
};
BOOST_DESCRIBE_STRUCT(WriteCost, (), (answer, cost))

struct SendSheet {
    AnswerId answer;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(SendSheet, (), (answer, dry_run))

struct Explain {
    AnswerId answer;
    Finding finding = Finding::below_minimum_wage;
    Sentence words;
};
BOOST_DESCRIBE_STRUCT(Explain, (), (answer, finding, words))

struct OpenRows {
    AnswerId answer;
    Sentence purpose;
};
BOOST_DESCRIBE_STRUCT(OpenRows, (), (answer, purpose))

struct SendBack {
    AnswerId answer;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(SendBack, (), (answer, reason))

/// What the events of a survey say.
struct SurveyEvent {
    PlaceCode place;
    int year = 0;
    SurveyStatus status = SurveyStatus::frame;
    std::int64_t companies = 0;
    std::int64_t persons = 0;
    std::string digest;
    std::string commitment;
};
BOOST_DESCRIBE_STRUCT(SurveyEvent, (),
                      (place, year, status, companies, persons, digest, commitment))

/// What the events of an answer say.
struct AnswerEvent {
    SurveyId survey;
    AnswerStatus status = AnswerStatus::open;
    int layer = 0;
    int round = 0;
};
BOOST_DESCRIBE_STRUCT(AnswerEvent, (), (survey, status, layer, round))

}  // namespace jianghui::pay_surveys
