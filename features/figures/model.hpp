#pragma once
// The vocabulary of figures.

#include "engine/app/feature.hpp"
#include "features/orders/api.hpp"

namespace jianghui::figures {

/// 营业收入（总额、净额）、就业和流动、服务用人单位、引进培养人才 (domain.md 3.5).
enum class Measure { revenue, revenue_net, employment, employers, talent };
BOOST_DESCRIBE_ENUM(Measure, revenue, revenue_net, employment, employers, talent)

/// Whether one side has said so, or everybody who must.
enum class State { provisional, verified };
BOOST_DESCRIBE_ENUM(State, provisional, verified)

/// A row of `figure_records`: one fact, and what it counts for. `measure` is never revenue_net: that
/// is the `net` of revenue.
struct Record {
    PlaceCode city;
    Measure measure = Measure::employment;
    std::string fact;  ///< what makes it one: the seat, the statement, employer–agency–kind–year
    int year = 0;
    PlaceCode place;
    State state = State::provisional;
    std::int64_t amount = 0;
    std::int64_t net = 0;
    Instant at;
    Instant counts_for_at;      ///< lies in the month and year for which it counts, whatever its state
    std::int64_t position = 0;  ///< of the event that last changed it
    std::string kind;           ///< of that event
    decltype(journal::Event::subject) subject;
    OrderId order_id;
    orders::OrderKind order_kind = orders::OrderKind::recruit;
    std::optional<OrganisationId> employer;
    std::optional<OrganisationId> agency;
    std::optional<PersonId> person;
    bool operator==(const Record&) const = default;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (city, measure, fact, year, place, state, amount, net, at, counts_for_at,
                       position, kind, subject, order_id, order_kind, employer, agency, person))

/// A row of `figure_totals` as it is read.
struct Total {
    PlaceCode place;
    Measure measure = Measure::employment;
    std::int64_t verified = 0;
    std::int64_t provisional = 0;
};
BOOST_DESCRIBE_STRUCT(Total, (), (place, measure, verified, provisional))

/// GET figures. Without a place: the whole region.
struct FindFigures {
    std::optional<String<1, 20>> place;
    std::optional<Integer<2000, 2100>> year;
};
BOOST_DESCRIBE_STRUCT(FindFigures, (), (place, year))

struct FigureView {
    std::string id;
    Measure measure = Measure::revenue;
    Text unit;
    std::int64_t verified = 0;
    std::int64_t provisional = 0;
    bool has_data = false;
    std::optional<std::int64_t> target;
    std::optional<Text> target_unit;
    std::optional<std::int64_t> progress_per_mille;
    Text method;
    std::int64_t as_of_position = 0;
    std::int64_t formula = 0;  ///< version of the way of counting
};
BOOST_DESCRIBE_STRUCT(FigureView, (),
                      (id, measure, unit, verified, provisional, has_data, target, target_unit,
                       progress_per_mille, method, as_of_position, formula))

struct FiguresView {
    PlaceCode place;  ///< "" for the whole region
    std::string place_name;
    int year = 0;
    std::vector<FigureView> items;
};
BOOST_DESCRIBE_STRUCT(FiguresView, (), (place, place_name, year, items))

/// GET figures/{figure}/records.
struct ListRecords {
    std::string figure;
    std::optional<Integer<1, 9'007'199'254'740'991>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListRecords, (), (figure, cursor, limit))

struct RecordOrder {
    OrderId id;
    std::string title;
};
BOOST_DESCRIBE_STRUCT(RecordOrder, (), (id, title))

struct RecordView {
    Instant at;
    std::string kind;
    decltype(journal::Event::subject) subject;
    State state = State::provisional;
    std::int64_t amount = 0;
    std::optional<RecordOrder> order;
    std::optional<organisations::Reference> organisation;
};
BOOST_DESCRIBE_STRUCT(RecordView, (), (at, kind, subject, state, amount, order, organisation))

/// GET figures/map: the seven places, or the counties of one of them.
struct FindMap {
    std::optional<Integer<2000, 2100>> year;
    Measure measure = Measure::employment;
    std::optional<String<1, 20>> place;
};
BOOST_DESCRIBE_STRUCT(FindMap, (), (year, measure, place))

struct MapRow {
    PlaceCode place;
    std::string place_name;
    std::int64_t verified = 0;
    std::int64_t provisional = 0;
};
BOOST_DESCRIBE_STRUCT(MapRow, (), (place, place_name, verified, provisional))

}  // namespace jianghui::figures
