#pragma once
// What the API of registers and entries takes and shows (ui/base/api_types/registers.ts).

#include "engine/app/feature.hpp"
#include "engine/registers/registers.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::entries {

using registers::Audience;
using registers::Entry;
using registers::EntryId;
using registers::EntryReason;
using registers::EntryStatus;
using registers::EntryStep;
using registers::Register;

using RegisterName = String<1, 40>;

// What is asked.

struct FindRegister {
    RegisterName register_id;
};
BOOST_DESCRIBE_STRUCT(FindRegister, (), (register_id))

/// GET registers/{register_id}/entries and its export.
struct ListEntries {
    RegisterName register_id;
    std::optional<String<1, 100>> q;  ///< number, part of a name or text, or a credit code
    std::optional<PlaceCode> place;   ///< issued there or within
    std::optional<EntryStatus> status;
    std::optional<Date> in_force_on;
    std::optional<OrganisationId> organisation;
    std::optional<EntryId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListEntries, (),
                      (register_id, q, place, status, in_force_on, organisation, cursor, limit))

/// GET entries: of one subject over all registers, or (q) of everybody and everything so called.
struct ListSubject {
    std::optional<String<2, 100>> q;  ///< a whole number, a credit code, or part of an organisation's name
    std::optional<OrganisationId> organisation;
    std::optional<bool> mine;  ///< the caller's own: of his organisation, or of the person herself
    std::optional<EntryId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListSubject, (), (q, organisation, mine, cursor, limit))

struct FindEntry {
    EntryId entry;
};
BOOST_DESCRIBE_STRUCT(FindEntry, (), (entry))

/// GET entries/{entry}/versions/{version}/proof.
struct FindVersion {
    EntryId entry;
    Integer<1, 1'000'000'000> version;
};
BOOST_DESCRIBE_STRUCT(FindVersion, (), (entry, version))

struct AskStatistics {
    RegisterName register_id;
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(AskStatistics, (), (register_id, place))

/// POST registers/{register_id}/entries.
struct IssueEntry {
    RegisterName register_id;
    PlaceCode place;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<PlaceCode> subject_place;
    std::optional<String<1, 80>> number;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    codec::json::value values;  ///< an object
};
BOOST_DESCRIBE_STRUCT(IssueEntry, (),
                      (register_id, place, organisation, person, subject_place, number,
                       valid_from_on, valid_to_on, values))

/// POST entries/{entry}/change.
struct ChangeEntry {
    EntryId entry;
    codec::json::value values;  ///< an object
    std::optional<Date> valid_to_on;
    std::optional<bool> no_end;  ///< true: it has no last day any more
    EntryReason reason = EntryReason::changed;
    std::optional<Sentence> note;
};
BOOST_DESCRIBE_STRUCT(ChangeEntry, (), (entry, values, valid_to_on, no_end, reason, note))

/// POST entries/{entry}/suspend, restore, revoke, withdraw, end.
struct StepOfEntry {
    EntryId entry;
    EntryReason reason = EntryReason::other;
    std::optional<Sentence> note;
};
BOOST_DESCRIBE_STRUCT(StepOfEntry, (), (entry, reason, note))

using registers::SealedPurpose;

/// POST entries/{entry}/open.
struct OpenSealed {
    EntryId entry;
    String<1, 40> field;
    SealedPurpose purpose = SealedPurpose::verification;
};
BOOST_DESCRIBE_STRUCT(OpenSealed, (), (entry, field, purpose))
struct OpenedValue {
    std::string field;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(OpenedValue, (), (field, value))

// What is shown.

/// A register in the list of registers.
struct RegisterView {
    std::string id;
    std::int64_t version = 1;
    Text title;
    std::optional<Text> about;
    registers::Subject subject = registers::Subject::organisation;
    registers::Counts counts = registers::Counts::issuing_place;
    registers::GateEffect gate = registers::GateEffect::none;
    std::vector<registers::Level> levels;  ///< that issue
    std::optional<std::string> standard;
    bool published = false;
    bool certificate = false;
    bool direct = false;     ///< officials issue entries themselves
    bool confirmed = false;  ///< otherwise: to be confirmed before use
    std::int64_t valid = 0;  ///< entries in status valid; 0 where the reader may not know
    std::int64_t total = 0;
    std::vector<Text> public_fields;  ///< what everybody sees of an entry
};
BOOST_DESCRIBE_STRUCT(RegisterView, (),
                      (id, version, title, about, subject, counts, gate, levels, standard, published,
                       certificate, direct, confirmed, valid, total, public_fields))

/// A version that is or was in force.
struct VersionView {
    std::int64_t version = 1;
    std::string digest;
    Instant since_at;
    std::optional<Instant> confirmed_at;
    std::optional<std::string> confirmed_by;  ///< a name; to officials and administrators
};
BOOST_DESCRIBE_STRUCT(VersionView, (), (version, digest, since_at, confirmed_at, confirmed_by))

struct RegisterDetail : RegisterView {
    Register definition;
    std::vector<VersionView> versions;  ///< newest first
    bool may_issue = false;
    bool may_import = false;
    std::string text;  ///< the file as it is in force
};
BOOST_DESCRIBE_STRUCT(RegisterDetail, (RegisterView),
                      (definition, versions, may_issue, may_import, text))

/// Whom or what an entry is about.
struct SubjectView {
    registers::Subject kind = registers::Subject::none;
    std::string name;
    std::optional<OrganisationId> organisation;
    std::optional<CreditCode> credit_code;  ///< null for sole traders to strangers
    std::optional<PersonId> person;         ///< null to strangers
    std::optional<PlaceCode> place;
};
BOOST_DESCRIBE_STRUCT(SubjectView, (), (kind, name, organisation, credit_code, person, place))

/// An entry in a list.
struct EntryView {
    EntryId id;
    std::string register_id;
    Text register_title;
    std::int64_t version = 1;
    std::string number;
    PlaceCode place;
    std::string place_name;
    SubjectView subject;
    EntryStatus status = EntryStatus::valid;
    bool in_force = false;  ///< today
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    Audience audience = Audience::everybody;  ///< as whom the reader sees it
    codec::json::value values;                ///< what that reader may see
    codec::json::value names;                 ///< of codes and ids among the values
    Instant issued_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(EntryView, (),
                      (id, register_id, register_title, version, number, place, place_name, subject,
                       status, in_force, valid_from_on, valid_to_on, audience, values, names,
                       issued_at, changed_at))

/// One version as the reader may see it.
struct HistoryView {
    std::int64_t version = 1;
    EntryStatus status = EntryStatus::valid;
    EntryReason reason = EntryReason::granted;
    Instant at;
    bool by_clock = false;
    std::optional<std::string> by;    ///< the official's name; to authorities
    std::optional<std::string> note;  ///< to the parties
    std::optional<registers::CaseId> case_id;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    std::vector<std::string> changed;  ///< ids of the fields that have another value than before
};
BOOST_DESCRIBE_STRUCT(HistoryView, (),
                      (version, status, reason, at, by_clock, by, note, case_id, valid_from_on,
                       valid_to_on, changed))

/// Why an entry counts in a place, or does not.
enum class CountsWhy { everywhere, issuing_place, recognised, not_recognised, not_in_force };
BOOST_DESCRIBE_ENUM(CountsWhy, everywhere, issuing_place, recognised, not_recognised, not_in_force)

struct CountsIn {
    PlaceCode place;
    std::string place_name;
    bool counts = false;
    CountsWhy why = CountsWhy::not_recognised;
    std::optional<EntryId> recognition;  ///< the entry that says so
};
BOOST_DESCRIBE_STRUCT(CountsIn, (), (place, place_name, counts, why, recognition))

/// What waits for a second official; to those who may act on the entry.
struct ProposalView {
    registers::ProposedAct act = registers::ProposedAct::revoke;
    std::optional<Date> valid_to_on;  ///< of a change: the last day as it would be
    codec::json::value values;        ///< of a change: the content as it would be, else empty
    codec::json::value names;         ///< of codes and ids among the values
    EntryReason reason = EntryReason::other;
    std::optional<std::string> note;
    Instant at;
    std::optional<std::string> by;  ///< a name
    bool mine = false;              ///< the reader's own: a colleague decides
};
BOOST_DESCRIBE_STRUCT(ProposalView, (), (act, valid_to_on, values, names, reason, note, at, by, mine))

struct EntryDetail : EntryView {
    std::int64_t definition_version = 1;
    registers::Fields fields;  ///< of that version, those that the reader may see
    registers::Subject about = registers::Subject::none;
    registers::GateEffect gate = registers::GateEffect::none;
    registers::Counts counts = registers::Counts::issuing_place;
    std::optional<std::string> standard;
    bool confirmed = false;  ///< the definition's version
    bool certificate = false;
    std::optional<registers::CaseId> case_id;  ///< to the parties
    std::vector<HistoryView> history;          ///< oldest first
    std::vector<CountsIn> counts_in;           ///< the cities of the region
    std::vector<EntryStep> may;                ///< what the reader may do to it now
    bool may_change = false;
    bool may_open = false;
    std::optional<ProposalView> proposal;
};
BOOST_DESCRIBE_STRUCT(EntryDetail, (EntryView),
                      (definition_version, fields, about, gate, counts, standard, confirmed,
                       certificate, case_id, history, counts_in, may, may_change, may_open,
                       proposal))

/// A count of entries by a value.
struct CountView {
    std::string value;
    Text title;
    std::int64_t valid = 0;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(CountView, (), (value, title, valid, total))
struct FieldCounts {
    std::string field;
    Text title;
    std::vector<CountView> values;
};
BOOST_DESCRIBE_STRUCT(FieldCounts, (), (field, title, values))
struct StatisticsView {
    std::int64_t total = 0;
    std::vector<CountView> by_status;
    std::vector<CountView> by_place;  ///< issuing places
    std::vector<FieldCounts> fields;
    Instant as_of;
};
BOOST_DESCRIBE_STRUCT(StatisticsView, (), (total, by_status, by_place, fields, as_of))

}  // namespace jianghui::entries
