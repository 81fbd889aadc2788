#pragma once
// The vocabulary of efficiency.

#include "engine/procedures/procedures.hpp"
#include "engine/procedures/reviews.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::efficiency {

using procedures::CaseId;
using procedures::ReviewOutcome;

/// A row of `efficiency_cases`: a case as far as the journal has been read.
struct CaseCount {
    CaseId case_id;
    PlaceCode city;
    std::string procedure_id;
    std::int64_t version = 1;
    std::string state;
    std::int64_t steps = 0;
    Instant opened_at;
    Instant since_at;  ///< when its last step was taken
    std::optional<Date> due_on;
    std::optional<Instant> closed_at;
    bool clocked = false;  ///< an office had a last day to keep
    bool late = false;
    bool notified = false;
    bool objected = false;
    bool burdened = false;
    std::optional<std::string> reviewed;  ///< the procedure of the decision whose review the case records …
    std::optional<ReviewOutcome> review_outcome;  ///< … and what became of it
};
BOOST_DESCRIBE_STRUCT(CaseCount, (), (case_id, city, procedure_id, version, state, steps, opened_at,
                                      since_at, due_on, closed_at, clocked, late, notified, objected,
                                      burdened, reviewed, review_outcome))

/// Whose turn a wait was: `office` of the place that handles the case, `counterpart` of the other place.
enum class Turn { office, side, clock, counterpart };
BOOST_DESCRIBE_ENUM(Turn, office, side, clock, counterpart)

/// A row of `efficiency_waits`: a stretch of time that a step ended.
struct Wait {
    CaseId case_id;
    PlaceCode city;
    std::int64_t ordinal = 0;
    std::string procedure_id;
    std::string step;
    Turn waits_for = Turn::office;
    Instant began_at;
    Instant ended_at;
    std::optional<Date> due_on;

    /// Whether the office that handles it had a last day to keep.
    [[nodiscard]] bool clocked() const { return waits_for == Turn::office && due_on.has_value(); }
};
BOOST_DESCRIBE_STRUCT(Wait, (), (case_id, city, ordinal, procedure_id, step, waits_for, began_at,
                                 ended_at, due_on))

enum class TryKind { race, draw, quote };
BOOST_DESCRIBE_ENUM(TryKind, race, draw, quote)

/// A row of `efficiency_tries`.
struct Try {
    PlaceCode city;  ///< of the order
    TryKind kind = TryKind::race;
    Id<struct TrySubjectTag> subject;  ///< share, application or bid
    OrderId order_id;
    OrganisationId agency;
    PlaceCode home;  ///< the agency's city
    Instant began_at;
    std::optional<Instant> ended_at;
    bool won = false;

    [[nodiscard]] bool outside() const { return home != city; }
    /// Whole minutes that it took. Requires that it is decided.
    [[nodiscard]] std::int64_t minutes() const { return (*ended_at - began_at).count() / 60'000; }
};
BOOST_DESCRIBE_STRUCT(Try, (),
                      (city, kind, subject, order_id, agency, home, began_at, ended_at, won))

/// Why an agency got no seat of a race: others were faster, or a rule about itself.
enum class RefusedFor { no_room, gate };
BOOST_DESCRIBE_ENUM(RefusedFor, no_room, gate)

/// A row of `efficiency_refusals`.
struct Refusal {
    PlaceCode city;  ///< of the order
    OrderId order_id;
    OrganisationId agency;
    PlaceCode home;
    Instant began_at;  ///< when the order was opened
    Instant ended_at;  ///< when the refusal was told
    RefusedFor why = RefusedFor::no_room;

    [[nodiscard]] bool outside() const { return home != city; }
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (city, order_id, agency, home, began_at, ended_at, why))

// What the API says and asks.

/// How long things took: percentiles by nearest rank; nothing when there are none.
struct Spans {
    std::int64_t count = 0;
    std::optional<std::int64_t> working_minutes_50;
    std::optional<std::int64_t> working_minutes_90;
    std::optional<std::int64_t> working_days_50;
    std::optional<std::int64_t> working_days_90;
    std::optional<std::int64_t> natural_days_50;
    std::optional<std::int64_t> natural_days_90;
    bool operator==(const Spans&) const = default;
};
BOOST_DESCRIBE_STRUCT(Spans, (), (count, working_minutes_50, working_minutes_90, working_days_50,
                                  working_days_90, natural_days_50, natural_days_90))

/// A share with its interval of 95 %, in per mille.
struct Proportion {
    std::int64_t of = 0;
    std::int64_t hits = 0;
    std::optional<int> per_mille;
    std::optional<int> low;
    std::optional<int> high;
    bool operator==(const Proportion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Proportion, (), (of, hits, per_mille, low, high))

struct StepSpans {
    std::string step;
    Text title;
    Turn turn = Turn::office;
    Spans spans;
    Proportion within_clock;
};
BOOST_DESCRIBE_STRUCT(StepSpans, (), (step, title, turn, spans, within_clock))

/// How a closed case ended: its final state, such as granted, denied, withdrawn.
struct Outcome {
    std::string state;
    Text title;
    Proportion share;  ///< of the closed cases
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (state, title, share))

/// What became of decisions that went to review or to court and came back in the period.
struct Reviews {
    std::int64_t upheld = 0;
    std::int64_t changed = 0;
    std::int64_t overturned = 0;
    std::int64_t ended = 0;  ///< withdrawn or ended without a decision
    Proportion corrected;    ///< changed or overturned, of those that were decided
    bool operator==(const Reviews&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reviews, (), (upheld, changed, overturned, ended, corrected))

struct ProcedureSpans {
    std::string procedure;
    Text title;
    PlaceCode city;
    std::string city_name;
    Spans spans;
    Proportion within_clock;
    Proportion objected;  ///< of those told what is intended
    Proportion changed;   ///< of those that objected: closed without a burden
    Reviews reviews;      ///< of decisions of this procedure, whatever the period in which they were made
    std::vector<Outcome> outcomes;  ///< by state
    std::vector<StepSpans> steps;
};
BOOST_DESCRIBE_STRUCT(ProcedureSpans, (), (procedure, title, city, city_name, spans, within_clock,
                                           objected, changed, reviews, outcomes, steps))

/// The version of the way of counting cases and tries: raise it with every change of it.
inline constexpr std::int64_t efficiency_formula = 1;

struct ProceduresView {
    Date from;
    Date to;
    std::int64_t minutes_a_day = 0;  ///< of office hours
    std::int64_t as_of_position = 0;
    std::vector<ProcedureSpans> items;
    std::int64_t formula = efficiency_formula;
};
BOOST_DESCRIBE_STRUCT(ProceduresView, (), (from, to, minutes_a_day, as_of_position, items, formula))

/// GET efficiency/procedures. Without dates: this year so far.
struct AskProcedures {
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<PlaceCode> place;
    std::optional<String<1, 40>> procedure;
};
BOOST_DESCRIBE_STRUCT(AskProcedures, (), (from, to, place, procedure))

/// GET efficiency/cases: what a figure was counted from.
struct AskCases {
    PlaceCode city;
    String<1, 40> procedure;
    std::optional<String<1, 40>> step;
    std::optional<Turn> turn;  ///< of a step: whose turn it ended, as a row says; without it all
    std::optional<bool> reviewed;  ///< true: the cases that recorded reviews of its decisions, not its own
    std::optional<Date> from;
    std::optional<Date> to;
};
BOOST_DESCRIBE_STRUCT(AskCases, (), (city, procedure, step, turn, reviewed, from, to))

struct CaseSpan {
    CaseId case_id;
    Instant began_at;
    Instant ended_at;
    std::int64_t working_minutes = 0;
    std::int64_t working_days = 0;
    std::int64_t natural_days = 0;
    std::optional<Date> due_on;
    bool late = false;
    std::optional<ReviewOutcome> outcome;  ///< of a case that recorded a review
};
BOOST_DESCRIBE_STRUCT(CaseSpan, (), (case_id, began_at, ended_at, working_minutes, working_days,
                                     natural_days, due_on, late, outcome))

/// A median of minutes with its interval of 95 %.
struct MedianMinutes {
    std::int64_t count = 0;
    std::optional<std::int64_t> median;
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    bool operator==(const MedianMinutes&) const = default;
};
BOOST_DESCRIBE_STRUCT(MedianMinutes, (), (count, median, low, high))

/// How agencies of one kind of home fared in one kind of grab.
struct TreatmentRow {
    TryKind kind = TryKind::race;
    PlaceCode home;  ///< "" for all of them
    std::string home_name;
    bool outside = false;
    Proportion success;  ///< of a race: of the agencies that asked for seats of an order, each once an order
    std::int64_t barred = 0;  ///< of a race: agencies that the gate refused, each once an order; not in `success`
    MedianMinutes waiting;
};
BOOST_DESCRIBE_STRUCT(TreatmentRow, (), (kind, home, home_name, outside, success, barred, waiting))

/// By how much agencies from outside succeed more often (less often: below 0) than those of the place, in per mille
/// points with the interval of 95 %: they fare alike only as far as it holds 0.
struct SuccessDifference {
    TryKind kind = TryKind::race;
    int per_mille = 0;
    int low = 0;
    int high = 0;
    bool operator==(const SuccessDifference&) const = default;
};
BOOST_DESCRIBE_STRUCT(SuccessDifference, (), (kind, per_mille, low, high))

struct TreatmentView {
    Date from;
    Date to;
    std::int64_t as_of_position = 0;
    std::vector<TreatmentRow> items;  ///< by kind: all of the place, all from outside, each home
    std::vector<SuccessDifference> differences;  ///< of kinds in which both sides tried
    std::int64_t formula = efficiency_formula;
};
BOOST_DESCRIBE_STRUCT(TreatmentView, (), (from, to, as_of_position, items, differences, formula))

/// GET efficiency/treatment.
struct AskTreatment {
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<PlaceCode> place;  ///< of the orders
};
BOOST_DESCRIBE_STRUCT(AskTreatment, (), (from, to, place))

/// GET efficiency/tries: what a row was counted from.
struct AskTries {
    TryKind kind = TryKind::race;
    std::optional<bool> outside;
    std::optional<PlaceCode> home;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(AskTries, (), (kind, outside, home, from, to, place))

struct TryView {
    OrderId order_id;
    std::string order_title;
    std::optional<organisations::Reference> agency;
    PlaceCode home;
    std::string home_name;
    Instant began_at;
    Instant ended_at;
    std::int64_t minutes = 0;
    bool won = false;
    std::optional<RefusedFor> why;  ///< of a race that was not won
};
BOOST_DESCRIBE_STRUCT(TryView, (), (order_id, order_title, agency, home, home_name, began_at,
                                    ended_at, minutes, won, why))

}  // namespace jianghui::efficiency
