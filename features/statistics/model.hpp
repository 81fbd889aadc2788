#pragma once
// The vocabulary of statistics: rows, and what the API asks and answers.

#include "engine/app/feature.hpp"
#include "features/statistics/roll.hpp"

namespace jianghui::statistics {

/// A row of `statistic_spells`.
struct SpellRow {
    std::int64_t began = 0;
    std::int64_t subject = 0;
    Instant from_at;
    std::optional<Instant> to_at;
    std::int64_t amount = 0;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
};
BOOST_DESCRIBE_STRUCT(SpellRow, (),
                      (began, subject, from_at, to_at, amount, place, occupation, industry, origin))

/// A place and period, whose steps lie together, and the position of the newest of them.
struct PlacePeriod {
    PlaceCode place;
    int period = 0;
    std::int64_t position = 0;
    std::int64_t cells_to = 0;  ///< the cells hold the steps up to this position
};
BOOST_DESCRIBE_STRUCT(PlacePeriod, (), (place, period, position, cells_to))

/// Where a subject is counted, with the spell's place among others of the subject: the last one holds.
struct FactName {
    std::int64_t subject = 0;
    std::string fact;
    PlaceCode city;
    Instant from_at;
    int line = 0;
};
BOOST_DESCRIBE_STRUCT(FactName, (), (subject, fact, city, from_at, line))

/// A figure by the finest values of its dimensions.
struct Cell {
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::int64_t facts = 0;
    bool operator==(const Cell&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cell, (), (place, occupation, industry, origin, amount, facts))

/// Events that were read but not counted.
struct LeftOut {
    std::string reason;  ///< no_place, no_amount
    std::int64_t events = 0;
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (reason, events))

/// A row of the query `records`.
struct RecordRow {
    std::string fact;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::int64_t position = 0;
    std::int64_t subject = 0;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (),
                      (fact, place, occupation, industry, origin, amount, position, subject))

/// By what a table is divided.
enum class Division { place, county, occupation, occupation_class, industry, origin };
BOOST_DESCRIBE_ENUM(Division, place, county, occupation, occupation_class, industry, origin)

/// GET statistics/{measure}. `version`: an older formula; `position`: as of an older journal.
struct AskTable {
    std::string measure;
    String<4, 10> period;
    std::optional<Division> by;
    std::optional<PlaceCode> place;
    std::optional<Integer<1, 10000>> version;
    std::optional<Integer<0, 9'007'199'254'740'991>> position;
};
BOOST_DESCRIBE_STRUCT(AskTable, (), (measure, period, by, place, version, position))

struct TableRow {
    std::string code;  ///< "" for what did not say
    std::string name;
    std::optional<std::int64_t> amount;  ///< none: nothing is known there; 0 is zero
    std::int64_t facts = 0;
};
BOOST_DESCRIBE_STRUCT(TableRow, (), (code, name, amount, facts))

struct TableView {
    std::string measure;
    std::int64_t version = 1;
    Text title;
    Text unit;
    Text method;
    std::string period;
    PlaceCode place;
    Division by = Division::place;
    std::int64_t as_of_position = 0;
    bool confirmed = false;              ///< every basis is found or derived
    std::optional<std::int64_t> total;   ///< none: the journal does not cover the period
    std::vector<TableRow> rows;
    std::vector<LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(TableView, (),
                      (measure, version, title, unit, method, period, place, by, as_of_position,
                       confirmed, total, rows, left_out))

/// GET statistics/{measure}/records: what a figure was counted from.
struct AskRecords {
    std::string measure;
    String<4, 10> period;
    std::optional<PlaceCode> place;
    std::optional<String<0, 12>> occupation;  ///< any level of the tree; "": what named none
    std::optional<String<0, 6>> industry;
    std::optional<String<0, 12>> origin;
    std::optional<Integer<1, 10000>> version;
    std::optional<Integer<0, 9'007'199'254'740'991>> position;
    std::optional<Integer<1, 9'007'199'254'740'991>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(AskRecords, (),
                      (measure, period, place, occupation, industry, origin, version, position,
                       cursor, limit))

struct RecordOrder {
    OrderId id;
    std::string title;
    std::string employer;
};
BOOST_DESCRIBE_STRUCT(RecordOrder, (), (id, title, employer))

struct RecordView {
    std::int64_t position = 0;  ///< of the event that last changed it
    std::string subject;        ///< id of the order, person or seat
    PlaceCode place;
    std::string place_name;
    std::string occupation;
    std::string occupation_name;
    std::string industry;
    std::string origin;
    std::int64_t amount = 0;
    std::optional<RecordOrder> order;
};
BOOST_DESCRIBE_STRUCT(RecordView, (),
                      (position, subject, place, place_name, occupation, occupation_name, industry,
                       origin, amount, order))

struct RecordsView {
    std::int64_t amount = 0;  ///< the figure
    std::int64_t facts = 0;   ///< how many records it was counted from, also those not shown
    std::vector<RecordView> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(RecordsView, (), (amount, facts, items, next))

/// GET statistics: the measures in force, and how far each was counted.
struct MeasureView {
    std::string id;
    std::int64_t version = 1;
    std::vector<std::int64_t> versions;
    Text title;
    Text unit;
    Text method;
    PeriodKind period = PeriodKind::quarter;
    std::vector<Dimension> dimensions;
    std::vector<registers::Basis> basis;
    std::int64_t as_of_position = 0;
    std::optional<std::string> first_period;
};
BOOST_DESCRIBE_STRUCT(MeasureView, (),
                      (id, version, versions, title, unit, method, period, dimensions, basis,
                       as_of_position, first_period))

struct FindMeasure {
    std::string measure;
};
BOOST_DESCRIBE_STRUCT(FindMeasure, (), (measure))

}  // namespace jianghui::statistics
