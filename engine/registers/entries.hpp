#pragma once
// The acts on entries and the questions about them. Acts take a Command: they write rows, a version
// and one event each (entry.issued, entry.changed, entry.suspended …), or fail and change nothing.
// Who may act is for the caller to check: these functions guarantee what must always hold.

#include "engine/app/context.hpp"
#include "engine/registers/catalogue.hpp"
#include "engine/registers/entry.hpp"

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

/// Issues an entry, records entry.issued. Fails with issuer_level, entry_period, entry_number_taken,
/// entry_value_taken, and as `check_values` (pointers below /values).
[[nodiscard]] Result<Entry> issue(app::Command& command, const Register& definition,
                                  const NewEntry& wanted);

/// New content (and dates) as a new version; records entry.changed. Fails as `issue`, and with
/// entry_status when the entry has come to its end.
struct Change {
    codec::json::object values;
    std::optional<Date> valid_to_on;
    EntryReason reason = EntryReason::changed;
    std::optional<std::string> note;  ///< a sentence; stays in the row
    std::optional<CaseId> case_id;
};
[[nodiscard]] Result<Entry> change(app::Command& command, const Register& definition,
                                   EntryId entry, const Change& change);

/// A step of its status machine; records entry.suspended, .restored, .revoked, .withdrawn, .ended or
/// .expired. Fails with not_found, entry_status.
struct StepTaken {
    EntryStep step = EntryStep::suspend;
    EntryReason reason = EntryReason::other;
    std::optional<std::string> note;
    std::optional<CaseId> case_id;
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
    codec::json::value values;
};
BOOST_DESCRIBE_STRUCT(EntryVersion, (),
                      (version, definition_version, status, reason, note, by, case_id, at, values))
/// Oldest first.
[[nodiscard]] std::vector<EntryVersion> history(const store::Reader& reader, EntryId entry);

/// A sealed value in the clear; the reading becomes an event with its purpose when it is a person's.
/// Fails with not_found.
[[nodiscard]] Result<std::string> open_sealed(app::Command& command, EntryId entry,
                                              std::string_view field, std::string_view purpose);

/// Recognitions in force on that day that name the register (entries of the register "recognition").
[[nodiscard]] std::vector<Recognition> recognitions_of(const store::Reader& reader,
                                                       std::string_view register_id, Date day);

/// Entries whose last day has passed become `expired`, at most `limit` a call; whether there may be
/// more. For the clock.
[[nodiscard]] Result<bool> expire_due(app::Command& command, int limit);

}  // namespace jianghui::registers
