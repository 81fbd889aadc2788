#pragma once
// A case: one run of a procedure, as rows.

#include "engine/procedures/clock_rules.hpp"
#include "engine/registers/entry.hpp"

namespace jianghui::procedures {

using registers::CaseId;
using registers::EntryId;
using CaseStepId = Id<struct CaseStepTag>;
using CaseClockId = Id<struct CaseClockTag>;
using CaseFileId = Id<struct CaseFileTag>;
using CaseCommentId = Id<struct CaseCommentTag>;
using CaseDocumentId = Id<struct CaseDocumentTag>;

/// A row of `cases`. The applicant is an organisation, a person or an office (its place); the party is
/// the applicant when neither party member is set.
struct CaseRow {
    CaseId id;
    PlaceCode city;
    std::string procedure_id;
    std::int64_t definition_version = 1;
    PlaceCode place;  ///< that handles it
    std::optional<PlaceCode> counterpart;
    std::optional<OrganisationId> applicant_organisation;
    std::optional<PersonId> applicant_person;
    std::optional<PlaceCode> applicant_place;
    std::optional<OrganisationId> party_organisation;
    std::optional<PersonId> party_person;
    std::optional<PlaceCode> assisted_place;  ///< the office that opened it for the applicant
    std::optional<AccountId> opened_by;       ///< none: an effect of another case
    std::optional<AccountId> officer;         ///< who looks after it
    std::optional<CaseId> origin;             ///< the case whose effect opened it
    std::string state;
    std::optional<Actor> waits_for;  ///< none: closed
    std::int64_t steps = 0;          ///< ordinal of the last step
    bool confidential = false;       ///< of its procedure: the party waits until she is told
    bool told = false;               ///< a step that notifies was taken
    bool late = false;               ///< the office that handles it let a clock run out
    bool counterpart_late = false;   ///< the counterpart did
    std::optional<Instant> published_at;
    std::optional<Date> due_on;  ///< of the running clock that ends first
    Instant opened_at;
    Instant changed_at;
    std::optional<Instant> closed_at;

    /// Whom it is about: the party, else the applicant.
    [[nodiscard]] std::optional<OrganisationId> subject_organisation() const {
        return party_organisation || party_person ? party_organisation : applicant_organisation;
    }
    [[nodiscard]] std::optional<PersonId> subject_person() const {
        return party_organisation || party_person ? party_person : applicant_person;
    }
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, city, procedure_id, definition_version, place, counterpart,
                       applicant_organisation, applicant_person, applicant_place,
                       party_organisation, party_person, assisted_place, opened_by, officer, origin,
                       state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
                       opened_at, changed_at, closed_at))

/// A row of `case_steps`: what was decided then, frozen.
struct StepRow {
    CaseStepId id;
    PlaceCode city;
    CaseId case_id;
    std::int64_t ordinal = 0;
    std::optional<std::string> step;  ///< none: the opening
    std::optional<std::string> from_state;
    std::string to_state;
    Actor actor = Actor::clock;
    std::optional<AccountId> account;
    std::optional<AccountId> on_behalf_of;  ///< the colleague whose turn it was (delegation.hpp)
    std::optional<PlaceCode> account_place;
    bool assisted = false;
    std::optional<std::string> reason;
    std::optional<std::string> form;
    codec::json::value form_values;  ///< an object; sealed values masked
    std::map<std::string, std::string> sealed;  ///< the boxes of sealed values
    std::optional<Text> notice;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(StepRow, (),
                      (id, city, case_id, ordinal, step, from_state, to_state, actor, account,
                       on_behalf_of, account_place, assisted, reason, form, form_values, sealed, notice, at))

/// A row of `case_clocks`.
struct ClockRow {
    CaseClockId id;
    PlaceCode city;
    CaseId case_id;
    std::string clock;
    Days unit = Days::working;
    Date started_on;
    std::int64_t days = 0;
    std::int64_t paused_days = 0;
    std::optional<Date> paused_on;
    bool rolls = false;
    ClockStatus status = ClockStatus::running;
    bool extended = false;
    std::int64_t rung = 0;  ///< reminders that have rung
    Date due_on;            ///< as of the last change
    std::optional<Instant> rings_at;
    std::optional<Instant> overdue_at;

    [[nodiscard]] RunningClock running() const {
        return {unit, started_on, days, paused_days, paused_on, rolls, status};
    }
    [[nodiscard]] bool live() const {
        return status == ClockStatus::running || status == ClockStatus::paused;
    }
};
BOOST_DESCRIBE_STRUCT(ClockRow, (),
                      (id, city, case_id, clock, unit, started_on, days, paused_days, paused_on,
                       rolls, status, extended, rung, due_on, rings_at, overdue_at))

/// Who reads a comment or a file: the sides too, or offices only.
enum class CaseAudience { parties, officials };
BOOST_DESCRIBE_ENUM(CaseAudience, parties, officials)

enum class FileType { pdf, png, jpeg, docx, xlsx, text };
BOOST_DESCRIBE_ENUM(FileType, pdf, png, jpeg, docx, xlsx, text)
/// "application/pdf" …: how such a file is handed out.
[[nodiscard]] std::string content_type_of(FileType type);

struct FileRow {
    CaseFileId id;
    PlaceCode city;
    std::optional<CaseId> case_id;
    AccountId account;
    std::optional<Actor> actor;
    std::string name;
    FileType type = FileType::pdf;
    std::int64_t bytes = 0;
    std::string digest;
    CaseAudience audience = CaseAudience::parties;
    Instant at;
    std::optional<Instant> altered_at;  ///< since when its bytes are known not to be those handed in
};
BOOST_DESCRIBE_STRUCT(FileRow, (),
                      (id, city, case_id, account, actor, name, type, bytes, digest, audience, at,
                       altered_at))

struct CommentRow {
    CaseCommentId id;
    PlaceCode city;
    CaseId case_id;
    AccountId account;
    Actor actor = Actor::official;
    CaseAudience audience = CaseAudience::officials;
    std::string text;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (id, city, case_id, account, actor, audience, text, at))

struct DocumentRow {
    CaseDocumentId id;
    PlaceCode city;
    CaseId case_id;
    CaseStepId step_id;
    std::string document;
    std::string title_zh;
    std::string title_en;
    std::string number;
    std::string authority;
    std::string text;
    std::string digest;  ///< SM3 of number and text, hexadecimal
    Instant at;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (),
                      (id, city, case_id, step_id, document, title_zh, title_en, number, authority,
                       text, digest, at))

struct CaseEntryRow {
    PlaceCode city;
    CaseId case_id;
    EntryId entry_id;
    std::string register_id;
    std::string number;
};
BOOST_DESCRIBE_STRUCT(CaseEntryRow, (), (city, case_id, entry_id, register_id, number))

}  // namespace jianghui::procedures
