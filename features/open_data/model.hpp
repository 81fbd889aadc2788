#pragma once
// The vocabulary of open data (开放数据): tables, their columns and versions.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/app/feature.hpp"

namespace jianghui::open_data {

/// What the values of a column are. `code` is a text out of a code table; `date` is YYYY-MM-DD, `instant`
/// RFC 3339.
enum class ColumnType { text, code, integer, boolean, date, instant };
BOOST_DESCRIBE_ENUM(ColumnType, text, code, integer, boolean, date, instant)

struct Column {
    std::string id;  ///< the header of the CSV column and the member of the JSON row
    Text title;
    ColumnType type = ColumnType::text;
    Text unit;   ///< "" where there is none
    Text about;  ///< "" where the title says it all
    bool operator==(const Column&) const = default;
};
BOOST_DESCRIBE_STRUCT(Column, (), (id, title, type, unit, about))

/// A value. Nothing: not known, not applicable or hidden; an empty cell, never 0.
using Cell = std::variant<std::monostate, std::string, std::int64_t, bool>;
using Row = std::vector<Cell>;

/// A place that a table covers, or leaves out: then `reason` says why.
struct CoveredPlace {
    PlaceCode code;
    std::string name;
    std::string reason;  ///< "" for a place that is covered
    bool operator==(const CoveredPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoveredPlace, (), (code, name, reason))

/// A table as it is public now: what a version is made of.
struct Content {
    std::string kind;   ///< a row of data/open_tables.csv
    std::string part;   ///< which one of the kind: a place, "region", a register; "" for the only one
    PlaceCode place;    ///< who publishes it; "" is the region
    std::string label;  ///< what it covers: "2026Q4"; "" for the present
    std::int64_t position = 0;  ///< the cut-off: the journal up to there
    std::string formula;        ///< the formulas with their versions; "" for records
    std::int64_t left_out = 0;  ///< rows that are no open data, because one person stands behind them
    std::vector<CoveredPlace> places;  ///< none where places are no matter
    std::vector<Column> columns;
    std::vector<Row> rows;  ///< each with a cell for every column
};

/// The first rows as texts, for a page.
using Preview = std::vector<std::vector<std::optional<std::string>>>;

/// A row of `open_versions`.
struct VersionRow {
    std::string table_id;
    int number = 1;
    std::string kind;
    std::string part;
    PlaceCode place;
    std::string label;
    Instant published_at;
    std::int64_t position = 0;
    std::string formula;
    std::int64_t rows = 0;
    std::int64_t left_out = 0;
    std::string digest;  ///< SHA-256 of the CSV bytes
    std::int64_t csv_bytes = 0;
    std::string json_digest;
    std::int64_t json_bytes = 0;
    std::vector<Column> columns;
    Preview preview;
    std::vector<CoveredPlace> places;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (),
                      (table_id, number, kind, part, place, label, published_at, position, formula,
                       rows, left_out, digest, csv_bytes, json_digest, json_bytes, columns, preview, places))

/// A version and its files.
struct NewVersion {
    VersionRow row;
    std::string csv;
    std::string json;
};

/// By what people look for a table.
enum class Theme { market, shortages, pay, targets, registers };
BOOST_DESCRIBE_ENUM(Theme, market, shortages, pay, targets, registers)

/// When a new version comes: with a publication, or looked for daily or weekly.
enum class Often { publication, daily, weekly };
BOOST_DESCRIBE_ENUM(Often, publication, daily, weekly)

// What the API says and asks.

struct VersionView {
    int number = 1;
    std::string label;
    Instant published_at;
    std::int64_t position = 0;
    std::string formula;
    std::int64_t rows = 0;
    std::int64_t left_out = 0;
    std::string digest;
    std::int64_t csv_bytes = 0;
    std::string json_digest;
    std::int64_t json_bytes = 0;
    std::string csv;   ///< links below the server's address
    std::string json;
    std::vector<CoveredPlace> places;
};
BOOST_DESCRIBE_STRUCT(VersionView, (),
                      (number, label, published_at, position, formula, rows, left_out, digest,
                       csv_bytes, json_digest, json_bytes, csv, json, places))

struct TableView {
    std::string id;
    Theme theme = Theme::market;
    Text title;
    Text about;
    PlaceCode place;  ///< who publishes it; "" is the region
    std::string place_name;
    Text often;
    std::optional<VersionView> newest;  ///< none: no versions are kept of it, see `live`
    std::string live;                   ///< link to the table as it is now; "" where versions are kept
};
BOOST_DESCRIBE_STRUCT(TableView, (),
                      (id, theme, title, about, place, place_name, often, newest, live))

/// Under what terms the data may be used.
struct Licence {
    std::string id;
    Text title;
    Text terms;
    bool confirmed = false;  ///< otherwise an official has still to confirm it
    std::string source;
    bool operator==(const Licence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Licence, (), (id, title, terms, confirmed, source))

struct TableDetail : TableView {
    Licence licence;
    Text missing;  ///< how "not known" and 0 are told apart
    std::vector<Column> columns;
    Preview preview;  ///< of the newest version
    std::vector<VersionView> versions;  ///< the newest first, at most 50
};
BOOST_DESCRIBE_STRUCT(TableDetail, (TableView), (licence, missing, columns, preview, versions))

struct TableList {
    std::vector<TableView> items;
    Licence licence;
};
BOOST_DESCRIBE_STRUCT(TableList, (), (items, licence))

/// GET open-data.
struct FindTables {
    std::optional<String<1, 60>> q;
    std::optional<Theme> theme;
};
BOOST_DESCRIBE_STRUCT(FindTables, (), (q, theme))

struct FindTable {
    String<1, 100> table;
};
BOOST_DESCRIBE_STRUCT(FindTable, (), (table))

/// GET open-data/{table}/versions.
struct FindVersions {
    String<1, 100> table;
    std::optional<Integer<1, 1'000'000>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindVersions, (), (table, cursor, limit))

struct FindVersion {
    String<1, 100> table;
    Integer<1, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(FindVersion, (), (table, version))

}  // namespace jianghui::open_data
