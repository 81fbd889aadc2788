#pragma once
// The acts on entries and the questions about them. Acts take a Command: they write rows, a version
// and one event each (entry.issued, entry.changed, entry.suspended …), or fail and change nothing.
// Who may act is for the caller to check: these functions guarantee what must always hold.

#include "engine/app/context.hpp"
#include "engine/registers/catalogue.hpp"
#include "engine/registers/entry.hpp"
#include "engine/registers/events.hpp"

namespace jianghui::registers {

/// What is needed to issue an entry.
struct NewEntry {
    PlaceCode place;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<PlaceCode> subject_place;
    std::optional<String<1, 80>> number;  ///< none: given by the definition's pattern
    Date valid_from_on;
    std::optional<Date> valid_to_on;      ///< none: by the definition's validity
    codec::json::object values;
    std::optional<CaseId> case_id;
    EntryReason reason = EntryReason::granted;
};

/// Issues an entry, records entry.issued; ends what the definition says it `ends` about the same organisation
/// (entry.ended, reason violation). Fails with unknown_code (a place that there is not),
/// issuer_level, entry_subject, entry_period, out_of_range, entry_number_taken, entry_value_taken, and as
/// `check_values` (pointers below /values). A number is taken for ever, a unique value until the
/// entry's end.
[[nodiscard]] Result<Entry> issue(app::Command& command, const Register& definition,
                                  const NewEntry& wanted);

/// New content (and dates) as a new version under the given definition; records entry.changed. All
/// values are handed in, but a sealed one may be left out or stand masked: then it stays. Fails as
/// `issue`, with not_found, and with entry_status when the entry has come to its end.
struct Change {
    codec::json::object values;
    std::optional<Date> valid_to_on = {};  ///< none: as it is, or, with `no_end`, none any more
    EntryReason reason = EntryReason::changed;
    std::optional<std::string> note = {};  ///< a sentence; stays in the row
    std::optional<CaseId> case_id = {};
    /// Takes the last day away. Fails with entry_needs_end where one is given, or the definition says for how long entries hold.
    bool no_end = false;
};
[[nodiscard]] Result<Entry> change(app::Command& command, const Register& definition,
                                   EntryId entry, const Change& change);

/// A step of its status machine; records entry.suspended, .restored, .revoked, .withdrawn, .ended or
/// .expired. Fails with not_found, entry_status.
/// The sentence stays in the row.
struct StepTaken {
    EntryStep step = EntryStep::suspend;
    EntryReason reason = EntryReason::other;
    std::optional<std::string> note = {};
    std::optional<CaseId> case_id = {};
};
[[nodiscard]] Result<Entry> take(app::Command& command, EntryId entry, const StepTaken& step);

/// The entry, or nothing. One look-up by key.
[[nodiscard]] std::optional<Entry> find(const store::Reader& reader, EntryId entry);
/// The entry of a register with that number, or nothing. One look-up by key.
[[nodiscard]] std::optional<Entry> find_by_number(const store::Reader& reader,
                                                  std::string_view register_id,
                                                  std::string_view number);
/// All entries about an organisation, by id; of one register when it is named. O(entries of it).
[[nodiscard]] std::vector<Entry> about(const store::Reader& reader, OrganisationId organisation,
                                       std::optional<std::string_view> register_id = std::nullopt);
[[nodiscard]] std::vector<Entry> about(const store::Reader& reader, PersonId person,
                                       std::optional<std::string_view> register_id = std::nullopt);
/// Those about an organisation that the market's gate reads, whatever their status; by id. One
/// look-up in an index of such entries alone: on the path of every grab.
[[nodiscard]] std::vector<Entry> at_gate(const store::Reader& reader, OrganisationId organisation);
/// The same, to be read together with more.
void ask_at_gate(store::Readings& readings, OrganisationId organisation,
                 std::function<void(Entry&&)> each);

/// Which entries a list shows.
struct EntryFilter {
    std::optional<std::string> register_id;
    std::optional<PlaceCode> place;       ///< issued there or within
    std::optional<EntryStatus> status;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<std::string> q;         ///< part of the number or of a text open to everybody
    std::optional<EntryId> cursor;        ///< the last one of the page before
    std::int64_t limit = 50;
};
/// One page, newest first.
[[nodiscard]] std::vector<Entry> list(const store::Reader& reader, const EntryFilter& filter);

/// How many entries of a register have a value of a field that its definition names in `statistics`.
struct ValueCount {
    std::string value;
    EntryStatus status = EntryStatus::valid;
    std::int64_t entries = 0;
};
BOOST_DESCRIBE_STRUCT(ValueCount, (), (value, status, entries))
/// By value and status, within a place when one is named. O(entries of the register there).
[[nodiscard]] std::vector<ValueCount> count_values(const store::Reader& reader,
                                                   std::string_view register_id,
                                                   std::string_view field,
                                                   const std::optional<PlaceCode>& place);
/// How many entries of a register there are by issuing place (`value`) and status.
[[nodiscard]] std::vector<ValueCount> count_places(const store::Reader& reader,
                                                   std::string_view register_id);

/// One version of an entry as history shows it.
struct EntryVersion {
    std::int64_t version = 1;
    std::int64_t definition_version = 1;
    EntryStatus status = EntryStatus::valid;
    EntryReason reason = EntryReason::granted;
    std::optional<std::string> note;
    std::optional<AccountId> by;  ///< none: a clock
    std::optional<CaseId> case_id;
    Instant at;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    codec::json::value values;
};
BOOST_DESCRIBE_STRUCT(EntryVersion, (),
                      (version, definition_version, status, reason, note, by, case_id, at,
                       valid_from_on, valid_to_on, values))
/// Oldest first.
[[nodiscard]] std::vector<EntryVersion> history(const store::Reader& reader, EntryId entry);

/// Why somebody opens a sealed value, of an entry or of a case.
enum class SealedPurpose { own_data, verification, inspection, coordination, service };
BOOST_DESCRIBE_ENUM(SealedPurpose, own_data, verification, inspection, coordination, service)

/// A sealed value in the clear. The reading becomes an event with its purpose (a code):
/// person.sensitive_read when the entry is about a person, else entry.sealed_read. Fails with
/// not_found.
[[nodiscard]] Result<std::string> open_sealed(app::Command& command, EntryId entry,
                                              std::string_view field, std::string_view purpose);

/// The register whose entries are recognitions: fields `register`, `origin`, `counts_in` (places),
/// `entry_number`.
inline constexpr std::string_view recognition_register = "recognition";

/// Recognitions in force on that day that name the register: one for each place that they count in.
[[nodiscard]] std::vector<Recognition> recognitions_of(const store::Reader& reader,
                                                       std::string_view register_id, Date day);

/// Whether the entry is in force on that day and counts in the place: reads the recognitions when it
/// needs them.
[[nodiscard]] bool counts_now(const store::Reader& reader, const Entry& entry,
                              const PlaceCode& place, Date day);

/// Entries whose last day has passed become `expired`, at most `limit` a call; whether there may be
/// more. For the clock.
[[nodiscard]] Result<bool> expire_due(app::Command& command, int limit);

}  // namespace jianghui::registers
