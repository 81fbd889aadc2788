#pragma once
// The vocabulary of duties.

#include "features/codes/api.hpp"
#include "features/proofs/api.hpp"

namespace jianghui::duties {

/// The version of the way from duties to points: raise it with every change of it.
inline constexpr int assessment_formula = 1;

using DutyId = Id<struct DutyTag>;
using DutyReportId = Id<struct DutyReportTag>;
using FindingId = Id<struct FindingTag>;
using VisitId = Id<struct VisitTag>;
using AssessmentId = Id<struct AssessmentTag>;

enum class DutyStatus { open, reported, confirmed, withdrawn };
BOOST_DESCRIBE_ENUM(DutyStatus, open, reported, confirmed, withdrawn)
enum class DutyAct { report, confirm, send_back, withdraw, visit };
BOOST_DESCRIBE_ENUM(DutyAct, report, confirm, send_back, withdraw, visit)

enum class Light { none, green, yellow, red };
BOOST_DESCRIBE_ENUM(Light, none, green, yellow, red)
/// Why a light is not green.
enum class LightReason { overdue, finding_overdue, far_behind, due_soon, behind, silent, finding_open };
BOOST_DESCRIBE_ENUM(LightReason, overdue, finding_overdue, far_behind, due_soon, behind, silent,
                    finding_open)

/// The plan's targets that a duty may serve.
enum class Serves { revenue, employment, employers, talent };
BOOST_DESCRIBE_ENUM(Serves, revenue, employment, employers, talent)

/// A row of `duties`.
struct Duty {
    DutyId id;
    PlaceCode city;
    PlaceCode place;  ///< whose it is
    std::string office;
    PlaceCode set_place;  ///< of the office that set it
    std::string title;
    std::string what;
    std::string plan_row;
    std::optional<Serves> measure;
    bool proof_asked = true;
    Date starts_on;
    Date due_on;
    DutyStatus status = DutyStatus::open;
    int progress = 0;  ///< per mille
    std::string note;  ///< why it was sent back or withdrawn
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> reported_by;  ///< of the last report
    std::optional<Instant> reported_at;
    bool proved = false;  ///< the last report has a proof and was not sent back
    std::optional<AccountId> confirmed_by;
    std::optional<Instant> confirmed_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Duty, (), (id, city, place, office, set_place, title, what, plan_row, measure,
                                 proof_asked, starts_on, due_on, status, progress, note, made_by,
                                 made_at, reported_by, reported_at, proved, confirmed_by,
                                 confirmed_at, changed_at))

/// A row of `duty_reports`.
struct DutyReport {
    DutyReportId id;
    PlaceCode city;
    DutyId duty_id;
    int progress = 0;
    std::string said;
    std::optional<proofs::ProofId> proof;
    std::string digest;
    AccountId account;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(DutyReport, (),
                      (id, city, duty_id, progress, said, proof, digest, account, at))

enum class FindingStatus { open, remedied, closed };
BOOST_DESCRIBE_ENUM(FindingStatus, open, remedied, closed)

/// A row of `duty_findings`.
struct Finding {
    FindingId id;
    PlaceCode city;
    DutyId duty_id;
    Date visited_on;
    std::string found;
    Date due_on;
    FindingStatus status = FindingStatus::open;
    std::string remedy;
    std::optional<proofs::ProofId> proof;
    std::string digest;
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> remedied_by;
    std::optional<Instant> remedied_at;
    std::optional<AccountId> closed_by;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (id, city, duty_id, visited_on, found, due_on, status, remedy,
                                    proof, digest, made_by, made_at, remedied_by, remedied_at,
                                    closed_by, closed_at))

/// A row of `duty_visits`: a visit that found nothing to remedy.
struct Visit {
    VisitId id;
    PlaceCode city;
    DutyId duty_id;
    Date visited_on;
    std::string saw;
    AccountId made_by;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Visit, (), (id, city, duty_id, visited_on, saw, made_by, made_at))

enum class AssessmentStatus { proposed, told, appealed, decided, published };
BOOST_DESCRIBE_ENUM(AssessmentStatus, proposed, told, appealed, decided, published)
enum class AssessmentAct { agree, appeal, decide, publish };
BOOST_DESCRIBE_ENUM(AssessmentAct, agree, appeal, decide, publish)

/// What a line of the score sheet counts.
enum class Counts { in_time, progress, proved, remedied };
BOOST_DESCRIBE_ENUM(Counts, in_time, progress, proved, remedied)

/// A line of data/duty_scores.csv.
struct ScoreRule {
    Counts counts = Counts::in_time;
    Text title;
    int weight = 0;
    std::string source;
    std::string mark;
};

/// A line of a score sheet as it was computed.
struct ScoreLine {
    Counts counts = Counts::in_time;
    Text title;
    int weight = 0;                   ///< of 100
    std::int64_t of = 0;              ///< how many were counted
    std::optional<int> per_mille;     ///< none: nothing to count
    bool operator==(const ScoreLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScoreLine, (), (counts, title, weight, of, per_mille))

/// A row of `duty_assessments`.
struct Assessment {
    AssessmentId id;
    PlaceCode city;
    PlaceCode place;
    int year = 0;
    PlaceCode set_place;
    AssessmentStatus status = AssessmentStatus::proposed;
    std::vector<ScoreLine> score_lines;
    int points = 0;    ///< per mille
    int adjusted = 0;  ///< by the decision on an appeal
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> agreed_by;
    std::optional<Instant> told_at;
    std::optional<Date> appeal_until;
    std::string appeal;
    std::string decision;
    std::optional<AccountId> decided_by;
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Assessment, (), (id, city, place, year, set_place, status, score_lines, points,
                                       adjusted, made_by, made_at, agreed_by, told_at, appeal_until,
                                       appeal, decision, decided_by, published_at, changed_at))

// What the API says and asks.

struct DutyView {
    DutyId id;
    PlaceCode place;
    std::string place_name;
    std::string office;
    PlaceCode set_place;
    std::string set_place_name;
    std::string title;
    std::string what;
    std::string plan_row;
    std::optional<Serves> measure;
    bool proof_asked = true;
    Date starts_on;
    Date due_on;
    DutyStatus status = DutyStatus::open;
    int progress = 0;
    int expected = 0;  ///< per mille of the time that is gone
    std::string note;
    Light light = Light::none;
    std::vector<LightReason> reasons;
    std::optional<Instant> reported_at;
    std::optional<Instant> confirmed_at;
    std::vector<DutyAct> acts;  ///< what the caller may do now
};
BOOST_DESCRIBE_STRUCT(DutyView, (), (id, place, place_name, office, set_place, set_place_name, title,
                                     what, plan_row, measure, proof_asked, starts_on, due_on, status,
                                     progress, expected, note, light, reasons, reported_at,
                                     confirmed_at, acts))

struct DutyReportView {
    DutyReportId id;
    int progress = 0;
    std::string said;
    std::optional<proofs::ProofView> proof;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(DutyReportView, (), (id, progress, said, proof, at))

struct FindingView {
    FindingId id;
    Date visited_on;
    std::string found;
    Date due_on;
    FindingStatus status = FindingStatus::open;
    bool overdue = false;
    std::string remedy;
    std::optional<proofs::ProofView> proof;
    bool may_remedy = false;
    bool may_close = false;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (id, visited_on, found, due_on, status, overdue, remedy, proof,
                                        may_remedy, may_close))

struct VisitView {
    VisitId id;
    Date visited_on;
    std::string saw;
};
BOOST_DESCRIBE_STRUCT(VisitView, (), (id, visited_on, saw))

struct DutyDetail {
    DutyView duty;
    std::vector<DutyReportView> reports;
    std::vector<FindingView> findings;
    std::vector<VisitView> visits;  ///< that found nothing to remedy
};
BOOST_DESCRIBE_STRUCT(DutyDetail, (), (duty, reports, findings, visits))

struct DutyList {
    std::vector<DutyView> items;
    std::optional<std::string> next;  ///< cursor of the next page
    int total = 0;                    ///< of all that fit the filters
    int red = 0;                      ///< of all that fit the other filters
    int yellow = 0;
    int green = 0;
    std::vector<PlaceCode> setting;  ///< places for which the caller may set duties, of the region's cities
};
BOOST_DESCRIBE_STRUCT(DutyList, (), (items, next, total, red, yellow, green, setting))

/// GET duties.
struct FindDuties {
    std::optional<PlaceCode> place;
    std::optional<DutyStatus> status;
    std::optional<Light> light;
    std::optional<Integer<2000, 2100>> year;  ///< of the last day
    std::optional<DutyId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindDuties, (), (place, status, light, year, cursor, limit))

/// POST duties.
struct SetDuty {
    PlaceCode place;
    String<1, 100> office;
    String<2, 100> title;
    String<2, 1000> what;
    String<0, 40> plan_row;
    std::optional<Serves> measure;
    bool proof_asked = true;
    Date starts_on;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(SetDuty, (), (place, office, title, what, plan_row, measure, proof_asked,
                                    starts_on, due_on))

struct FindDuty {
    DutyId duty;
};
BOOST_DESCRIBE_STRUCT(FindDuty, (), (duty))

struct ReportProgress {
    DutyId duty;
    Integer<0, 1000> progress;
    String<2, 1000> said;
    std::optional<proofs::ProofId> proof;
};
BOOST_DESCRIBE_STRUCT(ReportProgress, (), (duty, progress, said, proof))

struct DutyReason {
    DutyId duty;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DutyReason, (), (duty, reason))

struct RecordVisit {
    DutyId duty;
    Date visited_on;
    String<2, 1000> found;
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(RecordVisit, (), (duty, visited_on, found, due_on))

/// POST duties/{duty}/visits: nothing was found that is to be remedied.
struct RecordCleanVisit {
    DutyId duty;
    Date visited_on;
    String<2, 1000> saw;
};
BOOST_DESCRIBE_STRUCT(RecordCleanVisit, (), (duty, visited_on, saw))

struct Remedy {
    FindingId finding;
    String<2, 1000> remedy;
    std::optional<proofs::ProofId> proof;
};
BOOST_DESCRIBE_STRUCT(Remedy, (), (finding, remedy, proof))

struct FindFinding {
    FindingId finding;
};
BOOST_DESCRIBE_STRUCT(FindFinding, (), (finding))

struct AssessmentView {
    AssessmentId id;
    PlaceCode place;
    std::string place_name;
    int year = 0;
    AssessmentStatus status = AssessmentStatus::proposed;
    std::vector<ScoreLine> lines;
    int points = 0;
    int adjusted = 0;
    std::optional<Date> appeal_until;
    std::string appeal;
    std::string decision;
    std::optional<Instant> published_at;
    std::vector<AssessmentAct> acts;
};
BOOST_DESCRIBE_STRUCT(AssessmentView, (), (id, place, place_name, year, status, lines, points,
                                           adjusted, appeal_until, appeal, decision, published_at,
                                           acts))

struct FindAssessments {
    std::optional<Integer<2000, 2100>> year;
    std::optional<AssessmentId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindAssessments, (), (year, cursor, limit))

/// POST duty-assessments.
struct Assess {
    PlaceCode place;
    Integer<2000, 2100> year;
};
BOOST_DESCRIBE_STRUCT(Assess, (), (place, year))

struct FindAssessment {
    AssessmentId assessment;
};
BOOST_DESCRIBE_STRUCT(FindAssessment, (), (assessment))

struct Appeal {
    AssessmentId assessment;
    String<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(Appeal, (), (assessment, reason))

struct Decide {
    AssessmentId assessment;
    Integer<-1000, 1000> adjusted;
    String<2, 1000> reason;
};
BOOST_DESCRIBE_STRUCT(Decide, (), (assessment, adjusted, reason))

/// What the events of a duty and its findings say.
struct DutyEvent {
    PlaceCode place;
    DutyStatus status = DutyStatus::open;
    int progress = 0;
    std::optional<FindingId> finding;
    std::string digest;  ///< of the proof
};
BOOST_DESCRIBE_STRUCT(DutyEvent, (), (place, status, progress, finding, digest))

/// What the events of an assessment say.
struct AssessmentEvent {
    PlaceCode place;
    int year = 0;
    AssessmentStatus status = AssessmentStatus::proposed;
    int points = 0;
    int adjusted = 0;
};
BOOST_DESCRIBE_STRUCT(AssessmentEvent, (), (place, year, status, points, adjusted))

}  // namespace jianghui::duties
