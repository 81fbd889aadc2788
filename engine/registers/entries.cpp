// The acts on entries.

#include "engine/registers/entries.hpp"

#include <algorithm>

#include "engine/access/vault.hpp"
#include "engine/registers/checking.hpp"
#include "engine/registers/content.hpp"
#include "engine/registers/number_pattern.hpp"

namespace jianghui::registers {
namespace {

namespace json = codec::json;

app::Command::About about_event(const Entry& entry) {
    return {entry.city, "entry", entry.id.number, entry.organisation.value_or(OrganisationId{}), {},
            entry.person.value_or(PersonId{})};
}

void tell(app::Command& command, const journal::EventKind& kind, const Entry& entry,
          EntryReason reason) {
    command.record(kind, about_event(entry),
                   EntryEvent{entry.register_id, entry.definition_version, entry.version, entry.place,
                              entry.subject_place, entry.status, reason, entry.gate,
                              entry.valid_from_on, entry.valid_to_on, entry.case_id});
}

VersionNote note_of(const app::Command& command, EntryReason reason, std::optional<std::string> note) {
    VersionNote made{reason, std::move(note), std::nullopt};
    if (command.caller.account) made.by = command.caller.account;
    return made;
}

Result<Done> check_place(const app::Command& command, const PlaceCode& place,
                         std::string_view path) {
    const auto& codes = command.services.get<CodeBook>();
    if (codes.has("places", place.text)) return Done{};
    return refuse(error(unknown_code).at(std::string(path)).near(codes.nearest("places", place.text)));
}

/// Exactly the subject that the register is about.
Result<Done> check_subject(const app::Command& command, const Register& definition,
                           const NewEntry& wanted) {
    const Subject subject = definition.subject;
    if (wanted.organisation.has_value() != (subject == Subject::organisation) ||
        wanted.person.has_value() != (subject == Subject::person) ||
        wanted.subject_place.has_value() != (subject == Subject::place))
        return refuse(entry_subject);
    return wanted.subject_place ? check_place(command, *wanted.subject_place, "/subject_place")
                                : Result<Done>(Done{});
}

Result<Done> check_issuer(const app::Command& command, const Register& definition,
                          const PlaceCode& place) {
    TRY_DO(check_place(command, place, "/place"));
    const auto& levels = definition.issuer.levels;
    if (std::find(levels.begin(), levels.end(), level_of(place)) == levels.end())
        return refuse(error(issuer_level).at("/place"));
    return Done{};
}

Result<Done> check_period(const Entry& entry) {
    if (entry.valid_to_on &&
        std::chrono::sys_days(*entry.valid_to_on) < std::chrono::sys_days(entry.valid_from_on))
        return refuse(error(entry_period).at("/valid_to_on"));
    // Days are kept as texts of ten characters: a later one could not be read again.
    if (entry.valid_to_on && entry.valid_to_on->year() > std::chrono::year(9999))
        return refuse(error(out_of_range).at("/valid_from_on"));
    return Done{};
}

/// What an entry takes from the definition that its version runs under.
void put_under(Entry& entry, const Register& definition) {
    entry.definition_version = definition.version.value;
    entry.counts = definition.counts;
    entry.gate = definition.gate_effect();
    entry.standard.reset();
    if (definition.standard) entry.standard = definition.standard->text;
}

std::optional<NumberPattern> pattern_of(const Register& definition) {
    return definition.number ? NumberPattern::read(definition.number->text) : std::nullopt;
}

/// Before anything is written: whether the number and the unique values can be had.
Result<Done> check_keys(const app::Command& command, const Entry& entry, const Content& content) {
    if (!entry.number.empty() &&
        !is_free(command.db, entry, {std::string(number_field), entry.number}))
        return refuse(error(entry_number_taken).at("/number"));
    for (const auto& key : content.keys)
        if (!is_free(command.db, entry, key))
            return refuse(error(entry_value_taken).at("/values/" + key.field));
    return Done{};
}

/// Takes what `check_keys` found free.
void take_keys(app::Command& command, const Entry& entry, const Content& content) {
    for (const auto& key : content.keys) ASSERT(take_key(command.db, entry, key));
}

/// The number that was asked for, or the next free one of the register's pattern.
void take_number(app::Command& command, const std::optional<NumberPattern>& pattern, Entry& entry) {
    const std::string field(number_field);
    if (!entry.number.empty()) {
        ASSERT(take_key(command.db, entry, {field, entry.number}));
        return;
    }
    const int year = static_cast<int>(date_of(command.now).year());
    do {
        const auto serial = next_serial(command.db, entry.register_id,
                                        pattern->series(entry.place, year));
        entry.number = pattern->write(entry.place, year, serial);
    } while (!take_key(command.db, entry, {field, entry.number}));
}

/// An entry with its content, found whole, before anything is written.
struct Drafted {
    Entry entry;
    Content content;
};

Result<Drafted> draft_issue(app::Command& command, const Register& definition,
                            const NewEntry& wanted) {
    TRY_DO(check_issuer(command, definition, wanted.place));
    TRY_DO(check_subject(command, definition, wanted));
    Entry entry;
    entry.id = command.next_id<EntryId>();
    entry.city = city_of(wanted.place);
    entry.register_id = definition.id.text;
    put_under(entry, definition);
    entry.place = wanted.place;
    entry.organisation = wanted.organisation;
    entry.person = wanted.person;
    entry.subject_place = wanted.subject_place;
    entry.valid_from_on = wanted.valid_from_on;
    entry.valid_to_on = wanted.valid_to_on ? wanted.valid_to_on
                                           : last_day(definition.validity, wanted.valid_from_on);
    entry.case_id = wanted.case_id;
    entry.issued_at = entry.changed_at = command.now;
    TRY_DO(check_period(entry));
    TRY(Content content, make_content(command, definition, entry.id, wanted.values, nullptr));
    if (wanted.number) entry.number = wanted.number->text;
    if (entry.number.empty() && !pattern_of(definition))
        return refuse(error(codec::missing_field).at("/number"));
    TRY_DO(check_keys(command, entry, content));
    return Drafted{std::move(entry), std::move(content)};
}

Result<Drafted> draft_change(app::Command& command, const Register& definition, EntryId id,
                             const Change& change) {
    auto entry = find(command.db, id);
    if (!entry || entry->register_id != definition.id.text) return refuse(not_found);
    if (is_final(entry->status))
        return refuse(error(entry_status)
                          .with("status", std::string(codec::enum_text(entry->status))));
    TRY(Content content,
        make_content(command, definition, id, change.values, &entry->values.as_object()));
    if (change.no_end && (change.valid_to_on || last_day(definition.validity, entry->valid_from_on)))
        return refuse(error(entry_needs_end).at("/no_end"));
    if (change.valid_to_on || change.no_end) entry->valid_to_on = change.valid_to_on;
    TRY_DO(check_period(*entry));
    put_under(*entry, definition);
    entry->version += 1;
    entry->case_id = change.case_id;
    entry->changed_at = command.now;
    TRY_DO(check_keys(command, *entry, content));
    return Drafted{*std::move(entry), std::move(content)};
}

/// Entries of other registers do not stand beside this one.
Result<Done> end_others(app::Command& command, const Register& definition, const Entry& issued) {
    if (!definition.ends || !issued.organisation) return Done{};
    for (const auto& name : *definition.ends)
        for (const auto& other : about(command.db, *issued.organisation, name.text)) {
            if (is_final(other.status)) continue;
            TRY_DO(take(command, other.id,
                        {EntryStep::end, EntryReason::violation,
                         definition.title.zh + "：" + issued.number, issued.case_id}));
        }
    return Done{};
}

std::vector<UniqueValue> unique_values(const Drafted& drafted) {
    std::vector<UniqueValue> values;
    if (!drafted.entry.number.empty())
        values.emplace_back(std::string(number_field), drafted.entry.number);
    for (const auto& key : drafted.content.keys) values.emplace_back(key.field, key.value);
    return values;
}

}  // namespace

Result<std::vector<UniqueValue>> check_issue(app::Command& command, const Register& definition,
                                             const NewEntry& wanted) {
    return draft_issue(command, definition, wanted).map(unique_values);
}

Result<std::vector<UniqueValue>> check_change(app::Command& command, const Register& definition,
                                              EntryId entry, const Change& change) {
    return draft_change(command, definition, entry, change).map(unique_values);
}

Result<Entry> issue(app::Command& command, const Register& definition, const NewEntry& wanted) {
    TRY(Drafted drafted, draft_issue(command, definition, wanted));
    auto& [entry, content] = drafted;
    take_number(command, pattern_of(definition), entry);
    take_keys(command, entry, content);
    entry.values = std::move(content.values);
    insert(command.db, entry, folded(entry.number) + content.search,
           note_of(command, wanted.reason, std::nullopt));
    insert_boxes(command.db, entry, content.boxes);
    keep_facts(command.db, entry, content.facts);
    tell(command, entry_issued, entry, wanted.reason);
    TRY_DO(end_others(command, definition, entry));
    return std::move(entry);
}

Result<Entry> change(app::Command& command, const Register& definition, EntryId id,
                     const Change& change) {
    TRY(Drafted drafted, draft_change(command, definition, id, change));
    auto& [entry, content] = drafted;
    entry.values = std::move(content.values);
    TRY_DO(update(command.db, entry, folded(entry.number) + content.search,
                  note_of(command, change.reason, change.note)));
    free_keys(command.db, id);
    take_keys(command, entry, content);
    insert_boxes(command.db, entry, content.boxes);
    keep_facts(command.db, entry, content.facts);
    tell(command, entry_changed, entry, change.reason);
    return std::move(entry);
}

Result<Entry> take(app::Command& command, EntryId id, const StepTaken& step) {
    auto entry = find(command.db, id);
    if (!entry) return refuse(not_found);
    TRY(entry->status, status_after(entry->status, step.step));
    entry->version += 1;
    entry->case_id = step.case_id;
    entry->changed_at = command.now;
    TRY_DO(update_status(command.db, *entry, note_of(command, step.reason, step.note)));
    if (is_final(entry->status)) free_keys(command.db, id);
    tell(command, event_of(step.step), *entry, step.reason);
    return std::move(*entry);
}

Result<std::string> open_sealed(app::Command& command, EntryId id, std::string_view field,
                                std::string_view purpose) {
    const auto entry = find(command.db, id);
    if (!entry) return refuse(not_found);
    TRY(const auto definition, command.services.get<Catalogue>().version(
                                   entry->register_id, entry->definition_version));
    const Field* described = definition->field(field);
    const auto box = find_box(command.db, id, field);
    if (!box || described == nullptr) return refuse(not_found);
    TRY(std::string open,
        command.services.get<access::Vault>().open(
            {box_place, codec::enum_text(described->type)}, id.number, *box));
    if (entry->person) {
        access::record_sensitive_read(command.db, {command.caller, command.now}, entry->city,
                                      *entry->person, {entry->register_id + "." + std::string(field)},
                                      purpose);
    } else {
        command.record(entry_sealed_read, about_event(*entry),
                       SealedRead{entry->register_id, std::string(field), std::string(purpose)});
    }
    return open;
}

Result<bool> expire_due(app::Command& command, int limit) {
    const auto entries = due(command.db, date_of(command.now), limit);
    for (const auto& entry : entries)
        TRY_DO(take(command, entry.id, {EntryStep::expire, EntryReason::lapsed}));
    return static_cast<int>(entries.size()) == limit;
}

}  // namespace jianghui::registers
