#pragma once
// The vocabulary of the shortage catalogue (急需紧缺人才目录).

#include "engine/access/covering.hpp"
#include "features/shortages/flows.hpp"
#include "features/shortages/levels.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::shortages {

using CatalogueId = Id<struct ShortageCatalogueTag>;

enum class CatalogueStatus {
    draft,
    review,    ///< experts give opinions, somebody else looks at it
    published  ///< never changes again
};
BOOST_DESCRIBE_ENUM(CatalogueStatus, draft, review, published)

/// What is done to a catalogue.
enum class CatalogueAct { compile, name_expert, submit, send_back, publish };
BOOST_DESCRIBE_ENUM(CatalogueAct, compile, name_expert, submit, send_back, publish)

/// A row of `shortage_catalogues`. `place` "" is the region.
struct CatalogueRow {
    CatalogueId id;
    PlaceCode city;
    PlaceCode place;
    std::string period;
    CatalogueStatus status = CatalogueStatus::draft;
    int version = 0;     ///< 0: not published
    std::string number;  ///< "" before it is published
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
    std::int64_t position = 0;  ///< the cut-off: the journal up to there
    std::optional<Date> rules_on;  ///< whose weights and limits; none: those of the day it was made (from before this was kept)
    int too_few = 0;            ///< occupations with too few posts to be assessed
    std::vector<PlaceCode> included;
    std::vector<PlaceCode> excluded;  ///< places in which nothing was ever counted
    std::string digest;               ///< SM3 of the entries as everybody sees them
    std::string note;                 ///< why it was sent back
    AccountId made_by;
    Instant made_at;
    std::optional<AccountId> submitted_by;
    std::optional<AccountId> published_by;
    std::optional<Instant> published_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(CatalogueRow, (),
                      (id, city, place, period, status, version, number, demand_formula,
                       supply_formula, position, rules_on, too_few, included, excluded, digest, note, made_by,
                       made_at, submitted_by, published_by, published_at, changed_at))

/// A row of `shortage_entries` without its catalogue. `place` is a city.
struct Entry {
    int line = 0;
    PlaceCode place;
    OccupationCode occupation;
    Facts facts;
    Score score;
    Grade grade = Grade::none;
    Cause cause = Cause::few_people;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (line, place, occupation, facts, score, grade, cause))

/// What an expert says of an entry; another grade than the computed one is a dissent.
struct Opinion {
    int line = 0;
    AccountId account;
    Grade grade = Grade::none;
    bool dissents = false;
    std::string reason;
    Instant given_at;
};
BOOST_DESCRIBE_STRUCT(Opinion, (), (line, account, grade, dissents, reason, given_at))

struct Expert {
    AccountId account;
};
BOOST_DESCRIBE_STRUCT(Expert, (), (account))

// What the API says and asks.

struct PlaceView {
    PlaceCode code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (code, name))

struct ExpertView {
    std::string name;
    int opinions = 0;
    int dissents = 0;
};
BOOST_DESCRIBE_STRUCT(ExpertView, (), (name, opinions, dissents))

struct CatalogueView {
    CatalogueId id;
    PlaceCode place;
    std::string place_name;
    std::string period;
    CatalogueStatus status = CatalogueStatus::draft;
    int version = 0;
    std::string number;
    std::int64_t demand_formula = 1;
    std::int64_t supply_formula = 1;
    std::int64_t position = 0;
    Date rules_on;  ///< whose weights and limits
    int too_few = 0;
    std::vector<PlaceView> included;
    std::vector<PlaceView> excluded;
    std::string digest;
    std::string note;
    Instant made_at;
    std::optional<Instant> published_at;
    std::vector<CatalogueAct> acts;   ///< what the caller may do now
    /// Of an official who may not act on it: whose office has to.
    std::optional<access::OfficeNeeded> needs_office;
    bool asked = false;               ///< the caller is an expert of it
    std::vector<ExpertView> experts;  ///< for the office and the experts
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (),
                      (id, place, place_name, period, status, version, number, demand_formula,
                       supply_formula, position, rules_on, too_few, included, excluded, digest, note, made_at,
                       published_at, acts, needs_office, asked, experts))

struct OpinionView {
    std::string expert;
    Grade grade = Grade::none;
    bool dissents = false;
    std::string reason;
    Instant given_at;
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(OpinionView, (), (expert, grade, dissents, reason, given_at, mine))

/// An entry as it is shown. `withheld`: figures of people are not public, too few would be told apart.
struct EntryView {
    int line = 0;
    PlaceCode place;
    std::string place_name;
    OccupationCode occupation;
    std::string occupation_name;
    Grade grade = Grade::none;
    Cause cause = Cause::few_people;
    std::int64_t demand = 0;
    std::optional<std::int64_t> demand_before;
    std::optional<std::int64_t> available;
    std::optional<std::int64_t> ratio;  ///< hundredths
    std::optional<std::int64_t> days;
    std::optional<std::int64_t> pay_fen;
    std::optional<std::int64_t> points;  ///< per mille
    std::int64_t known_weight = 0;
    std::vector<PartScore> parts;
    bool withheld = false;
    int dissents = 0;
    std::vector<OpinionView> opinions;  ///< for the office and the experts
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (line, place, place_name, occupation, occupation_name, grade, cause, demand,
                       demand_before, available, ratio, days, pay_fen, points, known_weight, parts,
                       withheld, dissents, opinions))

/// POST shortages. Without a place: the whole region.
struct CompileCatalogue {
    String<6, 6> period;  ///< "2026Q4"
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(CompileCatalogue, (), (period, place))

struct FindCatalogue {
    CatalogueId catalogue;
};
BOOST_DESCRIBE_STRUCT(FindCatalogue, (), (catalogue))

enum class FileForm { xlsx, pdf, json };
BOOST_DESCRIBE_ENUM(FileForm, xlsx, pdf, json)
struct FindCatalogueFile {
    CatalogueId catalogue;
    FileForm form = FileForm::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindCatalogueFile, (), (catalogue, form))

struct SendCatalogueBack {
    CatalogueId catalogue;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(SendCatalogueBack, (), (catalogue, reason))

struct NameExpert {
    CatalogueId catalogue;
    String<1, 60> login;
};
BOOST_DESCRIBE_STRUCT(NameExpert, (), (catalogue, login))

/// POST shortages/{catalogue}/entries/{line}/opinion.
struct GiveOpinion {
    CatalogueId catalogue;
    Integer<1, 1'000'000> line;
    Grade grade = Grade::none;
    std::optional<Sentence> reason;
};
BOOST_DESCRIBE_STRUCT(GiveOpinion, (), (catalogue, line, grade, reason))

/// GET shortages.
struct FindCatalogues {
    std::optional<String<6, 6>> period;
    std::optional<PlaceCode> place;
    std::optional<CatalogueId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(FindCatalogues, (), (period, place, cursor, limit))

struct FindEntries {
    CatalogueId catalogue;
    std::optional<Integer<0, 1'000'000>> cursor;
    std::optional<Integer<1, 500>> limit;
};
BOOST_DESCRIBE_STRUCT(FindEntries, (), (catalogue, cursor, limit))

/// What the events of a catalogue say.
struct CatalogueEvent {
    std::string period;
    PlaceCode place;
    CatalogueStatus status = CatalogueStatus::draft;
    int version = 0;
    std::int64_t position = 0;
    int line = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(CatalogueEvent, (),
                      (period, place, status, version, position, line, digest))

}  // namespace jianghui::shortages
