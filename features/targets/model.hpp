#pragma once
// The vocabulary of targets.

#include "features/codes/api.hpp"
#include "features/figures/api.hpp"
#include "features/proofs/api.hpp"

namespace jianghui::targets {

using figures::Measure;
using ReportId = Id<struct TargetReportTag>;

/// A set of targets (data/target_sets.csv). Not adopted: it has no figures yet.
struct TargetSet {
    std::string id;
    int year = 0;
    Text title;
    bool adopted = false;
    std::string source;
    std::string mark;
};
BOOST_DESCRIBE_STRUCT(TargetSet, (), (id, year, title, adopted, source, mark))

/// Inhabitants of a place (data/populations.csv).
struct Population {
    PlaceCode place;
    int year = 0;
    std::int64_t people = 0;
    std::string source;
    std::string mark;
};

/// A row of `target_reports`.
struct Report {
    ReportId id;
    PlaceCode city;
    int year = 0;
    Measure measure = Measure::talent;
    int version = 1;
    std::int64_t amount = 0;
    proofs::ProofId proof;
    std::string digest;  ///< of the proof
    AccountId account;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Report, (),
                      (id, city, year, measure, version, amount, proof, digest, account, at))

enum class Method { linear, seasonal };
BOOST_DESCRIBE_ENUM(Method, linear, seasonal)

/// Why there is no forecast.
enum class NoForecast { not_counted, year_over, year_ahead, history_short };
BOOST_DESCRIBE_ENUM(NoForecast, not_counted, year_over, year_ahead, history_short)

/// Where the year ends if it goes on: `value` ± `error`, the mean absolute error of `tests` back-tests.
struct Forecast {
    Method method = Method::linear;
    std::int64_t value = 0;
    std::int64_t error = 0;
    int tests = 0;
    int months = 0;  ///< whole months that it rests on
    bool operator==(const Forecast&) const = default;
};
BOOST_DESCRIBE_STRUCT(Forecast, (), (method, value, error, tests, months))

// What the API says and asks.

struct Computed {
    std::string figure;  ///< its id in features/figures: opens to the records
    std::int64_t verified = 0;
    std::int64_t provisional = 0;
};
BOOST_DESCRIBE_STRUCT(Computed, (), (figure, verified, provisional))

struct Reported {
    std::int64_t amount = 0;
    int version = 1;
    std::string digest;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Reported, (), (amount, version, digest, at))

struct GoalView {
    Measure measure = Measure::revenue;
    Text unit;
    std::optional<std::int64_t> target;
    std::optional<Computed> computed;  ///< none: the platform has no data
    std::optional<std::int64_t> computed_per_mille;  ///< verified ÷ target
    std::optional<Reported> reported;
    std::optional<std::int64_t> reported_per_mille;
    std::optional<Forecast> forecast;
    std::optional<NoForecast> no_forecast;
};
BOOST_DESCRIBE_STRUCT(GoalView, (), (measure, unit, target, computed, computed_per_mille, reported,
                                     reported_per_mille, forecast, no_forecast))

struct PlaceGoals {
    PlaceCode place;  ///< "": all cities of the set together
    std::string place_name;
    std::vector<GoalView> items;
};
BOOST_DESCRIBE_STRUCT(PlaceGoals, (), (place, place_name, items))

struct BoardView {
    TargetSet set;
    int year = 0;
    std::int64_t as_of_position = 0;
    std::vector<PlaceGoals> places;
    PlaceGoals together;
    std::vector<PlaceCode> reporting;  ///< cities for which the caller may report
    std::int64_t formula = 0;          ///< by which the figures were counted
};
BOOST_DESCRIBE_STRUCT(BoardView, (), (set, year, as_of_position, places, together, reporting, formula))

/// GET targets. Without a set: the newest adopted one; without a year: this one.
struct FindBoard {
    std::optional<String<1, 40>> set;
    std::optional<Integer<2000, 2100>> year;
};
BOOST_DESCRIBE_STRUCT(FindBoard, (), (set, year))

/// GET targets/comparison.
struct FindComparison {
    Measure measure = Measure::employment;
    std::optional<Integer<2000, 2100>> year;
};
BOOST_DESCRIBE_STRUCT(FindComparison, (), (measure, year))

struct ComparedPlace {
    PlaceCode place;
    std::string place_name;
    std::int64_t amount = 0;  ///< verified and provisional
    int rank = 0;             ///< 1 is the most; equal amounts have equal ranks
    std::optional<std::int64_t> people;
    std::optional<std::int64_t> per_million;
    std::optional<int> per_million_rank;
    /// That the amount was counted from; none: fewer than are told to everybody.
    std::optional<std::int64_t> agencies;
    std::optional<std::int64_t> per_agency_thousandths;
    std::optional<int> per_agency_rank;
};
BOOST_DESCRIBE_STRUCT(ComparedPlace, (),
                      (place, place_name, amount, rank, people, per_million, per_million_rank,
                       agencies, per_agency_thousandths, per_agency_rank))

struct ComparisonView {
    Measure measure = Measure::employment;
    int year = 0;
    Text unit;
    bool has_data = false;
    std::string people_source;
    std::string people_mark;
    int people_year = 0;
    std::vector<ComparedPlace> items;
};
BOOST_DESCRIBE_STRUCT(ComparisonView, (), (measure, year, unit, has_data, people_source, people_mark,
                                           people_year, items))

/// POST target-reports.
struct ReportTarget {
    PlaceCode place;
    Integer<2000, 2100> year;
    Measure measure = Measure::talent;
    Integer<0, 1'000'000'000'000'000> amount;  ///< fen for revenue
    proofs::ProofId proof;
};
BOOST_DESCRIBE_STRUCT(ReportTarget, (), (place, year, measure, amount, proof))

struct ReportView {
    ReportId id;
    PlaceCode place;
    std::string place_name;
    int year = 0;
    Measure measure = Measure::talent;
    Text unit;
    int version = 1;
    std::int64_t amount = 0;
    std::string digest;
    Instant at;
    std::optional<proofs::ProofView> proof;  ///< for the offices that may read it
};
BOOST_DESCRIBE_STRUCT(ReportView, (), (id, place, place_name, year, measure, unit, version, amount,
                                       digest, at, proof))

struct FindReports {
    std::optional<PlaceCode> place;
    std::optional<Integer<2000, 2100>> year;
    std::optional<Measure> measure;
    std::optional<ReportId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindReports, (), (place, year, measure, cursor, limit))

/// What the event of a report says.
struct ReportEvent {
    PlaceCode place;
    int year = 0;
    Measure measure = Measure::talent;
    int version = 1;
    std::int64_t amount = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(ReportEvent, (), (place, year, measure, version, amount, digest))

}  // namespace jianghui::targets
