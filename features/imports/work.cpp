#include "features/imports/work.hpp"

#include "features/codes/api.hpp"
#include "features/imports/apply.hpp"
#include "features/imports/errors.hpp"
#include "features/imports/events.hpp"
#include "features/imports/store.hpp"
#include "features/imports/views.hpp"

namespace jianghui::imports {

namespace {
constexpr auto desk_lost_after = std::chrono::seconds(60);

app::Command::About about(const ImportRow& import) {
    return {import.city, "import", import.id.number,
            import.organisation.value_or(OrganisationId{}), {}, {}};
}

ImportFacts facts_of(const ImportRow& import) {
    return {import.kind, import.form.format, counts_of(import.tally())};
}

/// Keeps the list with its new counts; nobody else works on it meanwhile.
void keep(app::Command& command, ImportRow& import, ImportStatus before) {
    import.changed_at = command.now;
    const bool kept = update(command.db, import, before);
    ASSERT(kept);
}
}  // namespace

ReadingRules reading_rules(const app::Services& services, Date today) {
    ReadingRules rules;
    rules.today = today;
    const auto& tables = services.get<codes::Tables>();
    rules.sure_per_mille = static_cast<int>(
        tables.parameter_or("occupation_sure_per_mille", today, rules.sure_per_mille));
    return rules;
}

ImportRow begin(app::Command& command, const NewImport& wanted, const Reading& reading) {
    ImportRow import;
    import.id = command.next_id<ImportId>();
    import.city = city_of(command.caller.place);
    import.kind = wanted.kind;
    import.filename = wanted.filename;
    import.digest = wanted.digest;
    import.account = command.caller.account;
    import.role = command.caller.role;
    import.place = command.caller.place;
    if (command.caller.organisation) import.organisation = command.caller.organisation;
    import.form = view_of(reading.form());
    import.columns = reading.mapping().columns;
    import.notes = reading.notes();
    import.created_at = command.now;
    import.changed_at = command.now;
    insert(command.db, import);
    command.record(import_uploaded, about(import), facts_of(import));
    return import;
}

ImportRow fail(app::Command& command, ImportRow import, const Error& error) {
    import.status = ImportStatus::failed;
    import.failure = {{error.code, error.message}};
    import.finished_at = command.now;
    keep(command, import, ImportStatus::reading);
    return import;
}

void check_against_register(const store::Reader& reader, const app::Services& services,
                            Instant now, const access::Caller& importer, ReadRow& read) {
    const bool asks = read.outcome == Outcome::ready || read.outcome == Outcome::review;
    if (!read.supply || !asks) return;
    const auto checked =
        people::check_person(reader, services, now, person_of(*read.supply, importer));
    if (!checked) {
        read.outcome = Outcome::refused;
        read.faults.push_back(fault_of(checked.error(), read.row));
        read.suggestions.clear();
    } else if (*checked == people::Upserted::unchanged) {
        read.outcome = Outcome::duplicate;
        read.duplicate_of = DuplicateOf{0, DuplicateReason::known_already, 1000};
    }
}

ImportRow read_some(app::Command& command, ImportRow import, Desk& desk, int rows) {
    Tally tally = import.tally();
    // A chunk whose commit failed has left the desk ahead of the database: rows would be lost.
    if (tally.read() != desk.reading.rows_read()) return fail(command, import, error(reading_interrupted));
    const auto importer = import.importer();
    const TablesLookup lookup(command.services, command.db, importer, desk.memory);
    const auto rules = reading_rules(command.services, date_of(import.created_at));
    for (int i = 0; i < rows; ++i) {
        auto next = desk.reading.next(lookup, rules);
        if (!next) return fail(command, import, next.error());
        if (!*next) {
            import.status = ImportStatus::ready;
            break;
        }
        check_against_register(command.db, command.services, command.now, importer, **next);
        insert_row(command.db, stored(command.services, import, **next));
        tally.enter((*next)->outcome);
    }
    import.set(tally);
    import.progress_per_mille = desk.reading.progress_per_mille();
    if (import.status == ImportStatus::ready) {
        import.progress_per_mille = 1000;
        import.finished_at = command.now;
        ASSERT(count_rows(command.db, import.id) == tally);
        command.record(import_read, about(import), facts_of(import));
    }
    keep(command, import, ImportStatus::reading);
    return import;
}

namespace {
/// Does what the row says, as the importer.
Applied apply_row(app::Command& importer, const StoredRow& row, const ImportRow& import) {
    if (import.kind == ImportKind::demand)
        return apply_demand(importer, row.row, demand_of(row), import.publish != 0);
    const auto supply = supply_of(importer.services, row);
    if (supply) return apply_supply(importer, row.row, *supply);
    Applied applied;
    applied.faults.push_back(fault_of(supply.error(), row.row));
    return applied;
}

void keep_applied(app::Command& command, StoredRow& row, Applied applied) {
    row.outcome = applied.outcome;
    row.result = applied.result;
    row.faults = std::move(applied.faults);
    row.notes.insert(row.notes.end(), applied.notes.begin(), applied.notes.end());
    if (row.outcome == Outcome::duplicate)
        row.duplicate_of = {{0, DuplicateReason::known_already, 1000}};
    row.content.clear();
    const bool kept = update_row(command.db, row, Outcome::ready);
    ASSERT(kept);
}
}  // namespace

ImportRow apply_some(app::Command& command, ImportRow import, int rows) {
    const auto caller = import.importer();
    app::Command importer(command.db, caller, command.now, command.services,
                          command.services.get<IdSource>());
    Tally tally = import.tally();
    auto ready = list_rows(command.db, import.id, Outcome::ready, 0, rows);
    for (auto& row : ready) {
        Applied applied = apply_row(importer, row, import);
        tally.move(Outcome::ready, applied.outcome);
        keep_applied(command, row, std::move(applied));
    }
    import.set(tally);
    const auto left = tally.of(Outcome::ready);
    const auto done = tally.of(Outcome::imported);
    import.progress_per_mille =
        left + done == 0 ? 1000 : static_cast<int>(1000 * done / (left + done));
    if (left == 0) {
        import.status = ImportStatus::done;
        import.progress_per_mille = 1000;
        import.finished_at = command.now;
        importer.record(import_applied, about(import), facts_of(import));
    }
    keep(command, import, ImportStatus::applying);
    return import;
}

Result<bool> read_lists(app::Command& command) {
    auto& bench = command.services.get<Workbench>();
    const auto waiting = in_status(command.db, ImportStatus::reading);
    std::vector<ImportId> ids;
    for (const auto& import : waiting) ids.push_back(import.id);
    bench.keep_only(ids);
    for (const auto& import : waiting) {
        if (const auto desk = bench.find(import.id)) {
            if (read_some(command, import, *desk, rows_read_at_once).status != ImportStatus::reading)
                bench.remove(import.id);
            break;
        }
        if (command.now - import.changed_at > desk_lost_after)
            fail(command, import, error(reading_interrupted));
    }
    return false;
}

Result<bool> apply_lists(app::Command& command) {
    const auto waiting = in_status(command.db, ImportStatus::applying);
    if (!waiting.empty()) (void)apply_some(command, waiting.front(), rows_applied_at_once);
    return false;
}

Result<bool> forget_old_rows(app::Command& command) {
    const auto days = command.services.get<codes::Tables>().parameter_or(
        "import_rows_days", date_of(command.now), 30);
    return forget_rows(command.db, command.now - std::chrono::hours(24 * days)) > 0;
}

}  // namespace jianghui::imports
