#pragma once
// The vocabulary of the quarter report (季度市场供求分析报告): its rows, and what the API asks and says.

#include "engine/access/covering.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::quarter_reports {

using ReportId = Id<struct QuarterReportTag>;

enum class ReportStatus {
    draft,
    review,    ///< somebody else looks at it
    published  ///< nothing changes any more
};
BOOST_DESCRIBE_ENUM(ReportStatus, draft, review, published)

/// What is done to a report.
enum class ReportAct { compile, submit, send_back, publish };
BOOST_DESCRIBE_ENUM(ReportAct, compile, submit, send_back, publish)

/// The standard tables. Their order and titles are data (data/code_tables.csv, list quarter_tables).
enum class TableName {
    overall,
    sector,
    industry,
    employer_kind,
    occupation_class,
    gaps,       ///< occupations that miss most people
    surpluses,  ///< occupations that have most people too many
    seeker_kind,
    sex,
    age,
    schooling,
    skill_level,
    city
};
BOOST_DESCRIBE_ENUM(TableName, overall, sector, industry, employer_kind, occupation_class, gaps,
                    surpluses, seeker_kind, sex, age, schooling, skill_level, city)

/// Codes of rows that no code table has.
inline constexpr const char* any_code = "any";            ///< 无要求: has no preference
inline constexpr const char* unstated_code = "unstated";  ///< 未登记: not registered

/// For whom a row is.
enum class Audience { office, everybody };
BOOST_DESCRIBE_ENUM(Audience, office, everybody)

/// A row of `quarter_report_rows` without its report. `members`: several small groups together.
struct TableRow {
    TableName table_name = TableName::overall;
    int line = 0;
    std::string code;
    std::int64_t demand = 0;
    std::int64_t firms = 0;  ///< that ask for them
    std::int64_t supply = 0;
    std::vector<std::string> members;
    bool operator==(const TableRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(TableRow, (), (table_name, line, code, demand, firms, supply, members))

/// A place whose figures are not in the report.
struct Excluded {
    PlaceCode place;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(Excluded, (), (place, reason))
using Exclusions = List<Excluded, 20>;

/// A row of `quarter_reports`. `place` "" is the region.
struct ReportRow {
    ReportId id;
    PlaceCode city;
    PlaceCode place;
    std::string period;
    ReportStatus status = ReportStatus::draft;
    int version = 0;     ///< 0: not published
    std::string number;  ///< "" before it is published
    std::int64_t demand_formula = 1;  ///< versions of the measures
    std::int64_t supply_formula = 1;
    std::int64_t position = 0;  ///< the cut-off: the journal up to there
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::int64_t left_out = 0;  ///< events that could not be counted
    std::int64_t persons_min = 0;  ///< what a row for everybody must count at least
    std::int64_t firms_min = 0;
    std::vector<PlaceCode> included;
    Exclusions excluded;
    std::optional<ReportId> quarter_before;  ///< published reports that it is compared with
    std::optional<ReportId> year_before;
    std::string digest;  ///< SM3 of the rows as everybody sees them; "" before it is published
    std::string note;    ///< why it was sent back
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> submitted_by;
    std::optional<AccountId> published_by;
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ReportRow, (),
                      (id, city, place, period, status, version, number, demand_formula,
                       supply_formula, position, demand, supply, left_out, persons_min, firms_min,
                       included, excluded, quarter_before, year_before, digest, note, made_by,
                       made_at, submitted_by, published_by, published_at, changed_at))

// What the API says and asks. Shares and their changes are hundredths of a percent (point), growth
// hundredths of a percent, ratios hundredths.

struct PlaceView {
    PlaceCode code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (code, name))
struct ExcludedView {
    PlaceCode code;
    std::string name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ExcludedView, (), (code, name, reason))

/// An earlier report that this one is compared with.
struct EarlierView {
    ReportId id;
    std::string number;
    std::string period;
    bool same_panel = false;  ///< of the same places by the same formula: groups are compared
    int places = 0;           ///< in both
};
BOOST_DESCRIBE_STRUCT(EarlierView, (), (id, number, period, same_panel, places))

struct ReportView {
    ReportId id;
    PlaceCode place;
    std::string place_name;
    std::string period;
    ReportStatus status = ReportStatus::draft;
    int version = 0;
    std::string number;
    std::string title;
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
    std::int64_t position = 0;
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::optional<std::int64_t> ratio;
    std::int64_t left_out = 0;
    std::int64_t persons_min = 0;
    std::int64_t firms_min = 0;
    bool groups_confirmed = false;  ///< every group and title is found in a law or standard
    std::vector<PlaceView> included;
    std::vector<ExcludedView> excluded;
    std::optional<EarlierView> quarter_before;
    std::optional<EarlierView> year_before;
    std::string digest;
    std::string note;
    Audience audience = Audience::everybody;  ///< whose rows the reader sees
    Instant made_at;
    std::optional<Instant> published_at;
    std::vector<ReportAct> acts;  ///< what the caller may do now
    /// Of an official who may not act on it: whose office has to.
    std::optional<access::OfficeNeeded> needs_office;
};
BOOST_DESCRIBE_STRUCT(ReportView, (),
                      (id, place, place_name, period, status, version, number, title,
                       demand_formula, supply_formula, position, demand, supply, ratio, left_out,
                       persons_min, firms_min, groups_confirmed, included, excluded, quarter_before,
                       year_before, digest, note, audience, made_at, published_at, acts,
                       needs_office))

/// One side of a row and how it stands to the earlier reports.
struct SideView {
    std::int64_t amount = 0;
    std::optional<std::int64_t> share;
    std::optional<std::int64_t> share_quarter;  ///< change in points since the quarter before
    std::optional<std::int64_t> share_year;
    std::optional<std::int64_t> growth_quarter;  ///< of the amount
    std::optional<std::int64_t> growth_year;
};
BOOST_DESCRIBE_STRUCT(SideView, (),
                      (amount, share, share_quarter, share_year, growth_quarter, growth_year))

struct RowView {
    std::string code;
    std::string name;
    bool merged = false;  ///< several small groups together
    SideView demand;
    SideView supply;
    std::optional<std::int64_t> ratio;
    std::optional<std::int64_t> ratio_quarter;
    std::optional<std::int64_t> ratio_year;
};
BOOST_DESCRIBE_STRUCT(RowView, (),
                      (code, name, merged, demand, supply, ratio, ratio_quarter, ratio_year))

/// A table with the columns of domain.md 3.1.
struct TableView {
    TableName table = TableName::overall;
    std::string number;  ///< "表1"
    Text title;
    bool has_demand = true;
    bool has_supply = true;
    bool shows_growth = false;  ///< growth of amounts instead of changes of shares
    bool is_whole = true;       ///< its rows add up to the total; not those of the largest ten
    bool opens = false;         ///< its rows open to records
    std::vector<Text> notes;
    std::vector<RowView> rows;
    RowView total;
};
BOOST_DESCRIBE_STRUCT(TableView, (),
                      (table, number, title, has_demand, has_supply, shows_growth, is_whole, opens,
                       notes, rows, total))
struct TablesView {
    std::vector<TableView> items;
};
BOOST_DESCRIBE_STRUCT(TablesView, (), (items))

/// Which number of which table a figure of the document is.
enum class Column {
    demand,
    demand_share,
    demand_growth_quarter,
    demand_growth_year,
    supply,
    supply_share,
    supply_growth_quarter,
    supply_growth_year,
    gap,  ///< demand less supply
    surplus,
    ratio,
    ratio_quarter,
    ratio_year
};
BOOST_DESCRIBE_ENUM(Column, demand, demand_share, demand_growth_quarter, demand_growth_year, supply,
                    supply_share, supply_growth_quarter, supply_growth_year, gap, surplus, ratio,
                    ratio_quarter, ratio_year)
struct FigureView {
    TableName table = TableName::overall;
    std::string code;  ///< of the row; "total"
    Column column = Column::demand;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (table, code, column))
/// Words, or a number that is a cell.
struct PartView {
    std::string text;
    std::optional<FigureView> figure;
};
BOOST_DESCRIBE_STRUCT(PartView, (), (text, figure))
struct SentenceView {
    std::vector<PartView> parts;
};
BOOST_DESCRIBE_STRUCT(SentenceView, (), (parts))
struct SectionView {
    std::string title;
    std::vector<SentenceView> sentences;
    std::optional<TableName> chart;  ///< the table that is drawn below
};
BOOST_DESCRIBE_STRUCT(SectionView, (), (title, sentences, chart))
struct DocumentView {
    std::string title;
    std::vector<SectionView> sections;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (), (title, sections))

/// POST quarter-reports. Without a place: the whole region.
struct CompileReport {
    String<6, 6> period;  ///< "2026Q4"
    std::optional<PlaceCode> place;
    std::optional<Exclusions> excluded;
};
BOOST_DESCRIBE_STRUCT(CompileReport, (), (period, place, excluded))
struct FindReport {
    ReportId report;
};
BOOST_DESCRIBE_STRUCT(FindReport, (), (report))
struct SendReportBack {
    ReportId report;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(SendReportBack, (), (report, reason))

/// GET quarter-reports.
struct FindReports {
    std::optional<String<6, 6>> period;
    std::optional<ReportStatus> status;
    std::optional<ReportId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindReports, (), (period, status, cursor, limit))

enum class Side { demand, supply };
BOOST_DESCRIBE_ENUM(Side, demand, supply)

/// GET quarter-reports/{report}/tables/{table}/records.
struct FindRowRecords {
    ReportId report;
    TableName table = TableName::overall;
    String<1, 40> row;
    Side side = Side::demand;
    std::optional<Integer<1, 9'007'199'254'740'991>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindRowRecords, (), (report, table, row, side, cursor, limit))

enum class FileForm { xlsx, pdf, json };
BOOST_DESCRIBE_ENUM(FileForm, xlsx, pdf, json)
struct FindFile {
    ReportId report;
    FileForm form = FileForm::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindFile, (), (report, form))

/// A whole report as the JSON file says it.
struct WholeReport {
    ReportView report;
    DocumentView document;
    std::vector<TableView> tables;
};
BOOST_DESCRIBE_STRUCT(WholeReport, (), (report, document, tables))

/// What the events of a report say.
struct ReportEvent {
    std::string period;
    PlaceCode place;
    ReportStatus status = ReportStatus::draft;
    int version = 0;
    std::int64_t position = 0;
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(ReportEvent, (),
                      (period, place, status, version, position, demand, supply, digest))

}  // namespace jianghui::quarter_reports
