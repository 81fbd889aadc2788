#pragma once
// The vocabulary of the supply list and the demand list (供给清单、需求清单).

#include "engine/access/covering.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::lists {

using ListId = Id<struct ListTag>;

enum class ListKind { demand, supply };
BOOST_DESCRIBE_ENUM(ListKind, demand, supply)

enum class ListStatus {
    draft,
    review,    ///< somebody else looks at it
    frozen,    ///< its lines never change again
    published
};
BOOST_DESCRIBE_ENUM(ListStatus, draft, review, frozen, published)

/// What is done to a list.
enum class ListAct { compile, submit, send_back, freeze, publish };
BOOST_DESCRIBE_ENUM(ListAct, compile, submit, send_back, freeze, publish)

/// A place whose figures are not in the list.
struct Excluded {
    PlaceCode place;
    Sentence reason;
    bool operator==(const Excluded&) const = default;
};
BOOST_DESCRIBE_STRUCT(Excluded, (), (place, reason))
using Exclusions = List<Excluded, 20>;

/// A row of `lists`. `place` "" is the region.
struct ListRow {
    ListId id;
    PlaceCode city;
    PlaceCode place;
    ListKind kind = ListKind::demand;
    std::string period;
    ListStatus status = ListStatus::draft;
    int version = 0;     ///< of the lists of that kind, place and period; 0: not published
    std::string number;  ///< "" before it is frozen
    std::int64_t formula = 1;   ///< version of the measure
    std::int64_t position = 0;  ///< the cut-off: the journal up to there
    std::int64_t total = 0;
    std::int64_t left_out = 0;  ///< events that could not be counted
    std::int64_t published_min = 0;  ///< how many people a line for everybody counts at least; 0: it counts none
    int told_by = 0;  ///< the way in which people are told (statistics::told_by); 0: none are
    std::vector<PlaceCode> included;
    Exclusions excluded;
    std::string digest;  ///< SM3 of the lines as everybody sees them; "" before it is frozen
    std::string note;    ///< why it was sent back
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> submitted_by;
    std::optional<AccountId> frozen_by;
    std::optional<Instant> frozen_at;
    std::optional<Instant> published_at;
    std::int64_t published_position = 0;  ///< in whose order lists were published
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (id, city, place, kind, period, status, version, number, formula, position,
                       total, left_out, published_min, told_by, included, excluded, digest, note,
                       made_by, made_at, submitted_by, frozen_by, frozen_at, published_at, published_position,
                       changed_at))

/// For whom a line is.
enum class Audience { office, everybody };
BOOST_DESCRIBE_ENUM(Audience, office, everybody)

/// A line: a row of `list_lines` without its list. Occupation "*": whoever of the place is not told by occupation;
/// of no place: counties that are told as one.
struct Line {
    int line = 0;
    PlaceCode place;
    std::string industry;  ///< class, "" for people
    std::string occupation;
    std::int64_t amount = 0;
    std::int64_t facts = 0;
    bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (line, place, industry, occupation, amount, facts))

/// Why a list has no number for what the other one has a line of. What was counted and not found is 0.
enum class Absence {
    merged,          ///< stands in a line "*" with others, or is none: the list does not say
    place_left_out,  ///< its place is not in the list
    none_merged      ///< of a line "*": that list has none there
};
BOOST_DESCRIBE_ENUM(Absence, merged, place_left_out, none_merged)

/// A list as it is compared: its lines, and which places they are of.
struct Compared {
    std::vector<Line> lines;
    std::vector<PlaceCode> included;
    Exclusions excluded;
};

/// What is different from the list before. A side without a number says why; then, and between lines "*", whose
/// people are never the same ones, there is no difference.
struct Change {
    PlaceCode place;
    std::string industry;
    std::string occupation;
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> now;
    std::optional<Absence> before_absent;
    std::optional<Absence> now_absent;
    std::optional<std::int64_t> difference;
    bool operator==(const Change&) const = default;
};

/// Both lists over the places that both are of. Nothing where a line "*" of no place may hold them.
struct Panel {
    std::vector<PlaceCode> only_before;  ///< places of one list alone
    std::vector<PlaceCode> only_now;
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> now;
    bool operator==(const Panel&) const = default;
};

// What the API says and asks.

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

struct ListView {
    ListId id;
    ListKind kind = ListKind::demand;
    PlaceCode place;
    std::string place_name;
    std::string period;
    ListStatus status = ListStatus::draft;
    int version = 0;
    std::string number;
    std::int64_t formula = 1;
    Text method;
    Text unit;
    std::int64_t position = 0;
    std::int64_t total = 0;
    std::int64_t left_out = 0;
    std::vector<PlaceView> included;
    std::vector<ExcludedView> excluded;
    std::string digest;
    std::string note;
    Instant made_at;
    std::optional<Instant> frozen_at;
    std::optional<Instant> published_at;
    std::vector<ListAct> acts;  ///< what the caller may do now
    /// Of an official who may not act on it: whose office has to.
    std::optional<access::OfficeNeeded> needs_office;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (id, kind, place, place_name, period, status, version, number, formula,
                       method, unit, position, total, left_out, included, excluded, digest, note,
                       made_at, frozen_at, published_at, acts,
                       needs_office))

struct LineView {
    int line = 0;
    PlaceCode place;
    std::string place_name;
    std::string industry;
    std::string industry_name;
    std::string occupation;
    std::string occupation_name;
    std::int64_t amount = 0;
    bool merged = false;
};
BOOST_DESCRIBE_STRUCT(LineView, (),
                      (line, place, place_name, industry, industry_name, occupation,
                       occupation_name, amount, merged))

struct ChangeView {
    PlaceCode place;
    std::string place_name;
    std::string industry_name;
    std::string occupation;
    std::string occupation_name;
    std::optional<std::int64_t> before;
    std::optional<std::int64_t> now;
    std::optional<Absence> before_absent;
    std::optional<Absence> now_absent;
    std::optional<std::int64_t> difference;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (),
                      (place, place_name, industry_name, occupation, occupation_name, before, now,
                       before_absent, now_absent, difference))

/// `total_before` and `total_now` are of the places that both lists are of.
struct ChangesView {
    std::optional<ListId> since;  ///< the list that it is compared with; none: it is the first
    std::string since_number;
    std::int64_t since_formula = 0;  ///< another than the list's: differences are of the formula, too
    std::vector<PlaceView> only_before;
    std::vector<PlaceView> only_now;
    std::optional<std::int64_t> total_before;
    std::optional<std::int64_t> total_now;
    std::vector<ChangeView> items;
};
BOOST_DESCRIBE_STRUCT(ChangesView, (), (since, since_number, since_formula, only_before, only_now,
                                        total_before, total_now, items))

/// POST lists. Without a place: the whole region.
struct CompileList {
    ListKind kind = ListKind::demand;
    String<6, 6> period;  ///< "2026Q4"
    std::optional<PlaceCode> place;
    std::optional<Exclusions> excluded;
};
BOOST_DESCRIBE_STRUCT(CompileList, (), (kind, period, place, excluded))

struct FindList {
    ListId list;
};
BOOST_DESCRIBE_STRUCT(FindList, (), (list))

struct SendBack {
    ListId list;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(SendBack, (), (list, reason))

/// GET lists.
struct FindLists {
    std::optional<ListKind> kind;
    std::optional<String<6, 6>> period;
    std::optional<ListStatus> status;
    std::optional<ListId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindLists, (), (kind, period, status, cursor, limit))

/// GET lists/published: in the order of publication, to be read on from where one was.
struct FollowLists {
    std::optional<Integer<0, 9'007'199'254'740'991>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FollowLists, (), (cursor, limit))

struct FindLines {
    ListId list;
    std::optional<PlaceCode> place;
    std::optional<Integer<0, 1'000'000>> cursor;
    std::optional<Integer<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(FindLines, (), (list, place, cursor, limit))

/// GET lists/{list}/lines/{line}/records.
struct FindLineRecords {
    ListId list;
    Integer<1, 1'000'000> line;
    std::optional<Integer<1, 9'007'199'254'740'991>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindLineRecords, (), (list, line, cursor, limit))

enum class FileForm { xlsx, pdf, json };
BOOST_DESCRIBE_ENUM(FileForm, xlsx, pdf, json)
struct FindFile {
    ListId list;
    FileForm form = FileForm::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindFile, (), (list, form))

/// A whole list as the JSON file says it.
struct ListDocument {
    ListView list;
    std::vector<LineView> lines;
    ChangesView changes;
};
BOOST_DESCRIBE_STRUCT(ListDocument, (), (list, lines, changes))

/// What the events of a list say.
struct ListEvent {
    ListKind kind = ListKind::demand;
    std::string period;
    PlaceCode place;
    ListStatus status = ListStatus::draft;
    int version = 0;
    std::int64_t position = 0;
    std::int64_t total = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(ListEvent, (),
                      (kind, period, place, status, version, position, total, digest))

}  // namespace jianghui::lists
