#pragma once
// The vocabulary of cases as the API shows them (ui/base/api_types/cases.ts).

#include "engine/app/feature.hpp"
#include "engine/procedures/procedures.hpp"

namespace jianghui::cases {

using procedures::Actor;
using procedures::CaseAudience;
using procedures::CaseId;
using procedures::Relation;

/// GET procedures: what may be done here.
struct ProcedureSummary {
    std::string id;
    std::int64_t version = 1;
    Text title;
    std::optional<Text> about;
    List<registers::Basis, 20> basis;
    List<procedures::Opener, 6> opened_by;
    std::optional<std::string> standard_register;
    bool may_open = false;
    bool may_assist = false;
    bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(ProcedureSummary, (),
                      (id, version, title, about, basis, opened_by, standard_register, may_open,
                       may_assist, confirmed))

/// GET procedures/{procedure}: the same and its definition.
struct ProcedureView : ProcedureSummary {
    procedures::Handling handled;
    std::optional<std::string> party;
    std::optional<bool> confidential;
    List<procedures::Form, 30> forms;
    List<procedures::State, 60> states;
    List<procedures::Step, 120> steps;
    std::optional<List<procedures::CaseClock, 40>> clocks;
    std::optional<List<procedures::Document, 20>> documents;
    procedures::Form opening;
};
BOOST_DESCRIBE_STRUCT(ProcedureView, (ProcedureSummary),
                      (handled, party, confidential, forms, states, steps, clocks, documents,
                       opening))

enum class SideKind { organisation, person, office };
BOOST_DESCRIBE_ENUM(SideKind, organisation, person, office)

struct SideView {
    SideKind kind = SideKind::office;
    std::optional<std::string> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(SideView, (), (kind, id, name))

struct OfficerName {
    AccountId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OfficerName, (), (id, name))

/// A line of a list.
struct CaseSummary {
    CaseId id;
    std::string procedure;
    Text title;
    std::string state;
    Text state_title;
    std::optional<Actor> waits_for;
    bool my_turn = false;
    Relation relation = Relation::office;
    PlaceCode place;
    std::string place_name;
    SideView applicant;
    std::optional<SideView> party;
    std::optional<OfficerName> officer;
    bool mine = false;
    bool assisted = false;
    Instant opened_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
    std::optional<Date> due_on;
    std::optional<std::int64_t> days_left;
    std::optional<procedures::Days> unit;  ///< of `days_left`
    bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(CaseSummary, (),
                      (id, procedure, title, state, state_title, waits_for, my_turn, relation, place,
                       place_name, applicant, party, officer, mine, assisted, opened_at, changed_at,
                       closed_at, due_on, days_left, unit, overdue))

struct OtherOffice {
    PlaceCode place;
    std::string place_name;
};
BOOST_DESCRIBE_STRUCT(OtherOffice, (), (place, place_name))

struct ClockView {
    std::string clock;
    Text title;
    procedures::ClockStatus status = procedures::ClockStatus::running;
    Date started_on;
    Date due_on;
    std::int64_t days = 0;
    procedures::Days unit = procedures::Days::working;
    std::optional<std::int64_t> days_left;
    bool overdue = false;
    bool extended = false;
    std::vector<Date> reminds_on;  ///< by the calendar, as long as it runs; the first one first
    std::optional<std::int64_t> without_holidays;  ///< a year that it runs in whose holidays are not known
    std::optional<Text> at_end;
    List<registers::Basis, 5> basis;
};
BOOST_DESCRIBE_STRUCT(ClockView, (),
                      (clock, title, status, started_on, due_on, days, unit, days_left, overdue,
                       extended, reminds_on, without_holidays, at_end, basis))

struct StepView {
    procedures::CaseStepId id;
    std::optional<std::string> step;
    Text title;
    std::optional<std::string> from;
    std::string to;
    Text to_title;
    Instant at;
    Actor by = Actor::clock;
    std::optional<std::string> by_name;
    std::optional<std::string> for_name;  ///< the colleague for whom it was taken (代办); to offices
    bool assisted = false;
    std::optional<std::string> reason;
    std::optional<std::string> form;
    codec::json::value values;
    bool may_open = false;  ///< the caller may open its sealed values, of which there are some
    std::optional<Text> notice;
    std::vector<procedures::CaseDocumentId> documents;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (id, step, title, from, to, to_title, at, by, by_name, for_name, assisted, reason, form,
                       values, may_open, notice, documents))

struct Blocked {
    std::string code;
    Text message;
};
BOOST_DESCRIBE_STRUCT(Blocked, (), (code, message))

/// A step that the caller may take now.
struct NextStep {
    std::string step;
    Text title;
    Text to_title;
    std::optional<procedures::Form> form;
    bool reason = false;
    bool approves = false;
    bool burdens = false;
    bool publishes = false;
    std::vector<Text> documents;
    std::optional<Blocked> blocked;
    bool assisted = false;
    bool usual = false;  ///< the one that normally comes next
};
BOOST_DESCRIBE_STRUCT(NextStep, (),
                      (step, title, to_title, form, reason, approves, burdens, publishes, documents,
                       blocked, assisted, usual))

struct FileView {
    procedures::CaseFileId id;
    std::optional<CaseId> case_id;
    std::string name;
    procedures::FileType type = procedures::FileType::pdf;
    std::int64_t bytes = 0;
    std::string digest;
    std::optional<std::string> by_name;
    Instant at;
    CaseAudience audience = CaseAudience::parties;
    bool altered = false;  ///< its bytes are known not to be those that were handed in
};
BOOST_DESCRIBE_STRUCT(FileView, (),
                      (id, case_id, name, type, bytes, digest, by_name, at, audience, altered))

struct CommentView {
    procedures::CaseCommentId id;
    std::string text;
    std::optional<std::string> by_name;
    Actor by = Actor::official;
    Instant at;
    CaseAudience audience = CaseAudience::parties;
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, text, by_name, by, at, audience))

struct DocumentView {
    procedures::CaseDocumentId id;
    std::string document;
    Text title;
    std::string number;
    Instant at;
    std::string digest;
    std::string check_path;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (), (id, document, title, number, at, digest, check_path))

struct EntryView {
    procedures::EntryId id;
    std::string register_id;
    std::string number;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (id, register_id, number))

struct CaseView : CaseSummary {
    std::int64_t version = 1;
    std::optional<Text> about;
    std::optional<Text> state_hint;
    std::optional<OtherOffice> counterpart;
    std::optional<std::string> assisted_by;
    bool confirmed = false;
    bool confidential = false;
    List<registers::Basis, 20> basis;
    List<procedures::Form, 30> forms;
    std::map<std::string, std::string> names;
    std::vector<StepView> timeline;
    std::vector<NextStep> next;
    std::vector<ClockView> clocks;
    std::vector<FileView> files;
    std::vector<CommentView> comments;
    std::vector<DocumentView> documents;
    bool may_assign = false;
    std::vector<OfficerName> may_act_for;  ///< colleagues whose turn the caller may take here today
    std::vector<EntryView> entries;
};
BOOST_DESCRIBE_STRUCT(CaseView, (CaseSummary),
                      (version, about, state_hint, counterpart, assisted_by, confirmed, confidential,
                       basis, forms, names, timeline, next, clocks, files, comments, documents,
                       may_assign, may_act_for, entries))

// What comes in.
struct FindProcedure {
    String<1, 40> procedure;
    std::optional<Integer<1, 10000>> version;
};
BOOST_DESCRIBE_STRUCT(FindProcedure, (), (procedure, version))

struct OpenCase {
    String<1, 40> procedure;
    codec::json::value values;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(OpenCase, (), (procedure, values, organisation, person))

enum class CaseOrder { newest, due };
BOOST_DESCRIBE_ENUM(CaseOrder, newest, due)
struct ListCases {
    std::optional<String<2, 100>> q;  ///< part of an organisation's name, its credit code, or a case's number
    std::optional<String<1, 40>> procedure;
    std::optional<String<1, 40>> state;
    std::optional<bool> open;
    std::optional<bool> overdue;
    std::optional<bool> mine;
    std::optional<bool> my_turn;
    std::optional<PlaceCode> place;
    std::optional<CaseOrder> sort;
    std::optional<String<1, 40>> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListCases, (),
                      (q, procedure, state, open, overdue, mine, my_turn, place, sort, cursor, limit))

struct FindCase {
    CaseId case_id;
};
BOOST_DESCRIBE_STRUCT(FindCase, (), (case_id))

struct TakeStep {
    CaseId case_id;
    String<1, 40> step;
    std::optional<codec::json::value> values;
    std::optional<String<1, 2000>> reason;
    std::optional<AccountId> for_colleague;  ///< whose turn the caller takes; none: her own
};
BOOST_DESCRIBE_STRUCT(TakeStep, (), (case_id, step, values, reason, for_colleague))

/// POST cases/{case_id}/sealed-values.
struct OpenSealedValue {
    CaseId case_id;
    procedures::CaseStepId timeline;  ///< the line whose form has it
    String<1, 40> field;
    registers::SealedPurpose purpose = registers::SealedPurpose::service;
};
BOOST_DESCRIBE_STRUCT(OpenSealedValue, (), (case_id, timeline, field, purpose))
struct SealedValue {
    std::string field;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(SealedValue, (), (field, value))

struct AddComment {
    CaseId case_id;
    String<1, 2000> text;
    CaseAudience audience = CaseAudience::parties;
};
BOOST_DESCRIBE_STRUCT(AddComment, (), (case_id, text, audience))

struct AssignCase {
    CaseId case_id;
    std::optional<AccountId> account;
};
BOOST_DESCRIBE_STRUCT(AssignCase, (), (case_id, account))

struct UploadFile {
    String<1, 200> name;
    std::optional<CaseId> case_id;
    std::optional<CaseAudience> audience;
};
BOOST_DESCRIBE_STRUCT(UploadFile, (), (name, case_id, audience))

struct FindFile {
    procedures::CaseFileId file;
};
BOOST_DESCRIBE_STRUCT(FindFile, (), (file))

struct FindDocument {
    CaseId case_id;
    procedures::CaseDocumentId document;
};
BOOST_DESCRIBE_STRUCT(FindDocument, (), (case_id, document))

struct CheckDocument {
    procedures::CaseDocumentId document;
    String<64, 64> digest;
};
BOOST_DESCRIBE_STRUCT(CheckDocument, (), (document, digest))

struct DocumentCheck {
    bool genuine = false;
    std::optional<Text> title;
    std::optional<std::string> number;
    std::optional<Text> procedure;
    std::optional<std::string> authority;
    std::optional<Date> issued_on;
};
BOOST_DESCRIBE_STRUCT(DocumentCheck, (),
                      (genuine, title, number, procedure, authority, issued_on))

struct CaseOfficer {
    AccountId account;
    std::string name;
    std::int64_t open = 0;
};
BOOST_DESCRIBE_STRUCT(CaseOfficer, (), (account, name, open))

struct AskTimeliness {
    std::optional<PlaceCode> place;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<String<1, 40>> procedure;
};
BOOST_DESCRIBE_STRUCT(AskTimeliness, (), (place, from, to, procedure))

struct Timeliness {
    std::string procedure;
    Text title;
    PlaceCode place;
    std::string place_name;
    std::int64_t opened = 0;
    std::int64_t closed = 0;
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::optional<std::int64_t> median_days;
    std::optional<std::int64_t> on_time_per_mille;
};
BOOST_DESCRIBE_STRUCT(Timeliness, (),
                      (procedure, title, place, place_name, opened, closed, open, overdue,
                       median_days, on_time_per_mille))

}  // namespace jianghui::cases
