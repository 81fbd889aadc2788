#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/access/access.hpp"
#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/imports/api.hpp"
#include "features/imports/errors.hpp"
#include "features/imports/store.hpp"
#include "features/imports/views.hpp"
#include "features/imports/work.hpp"

namespace jianghui::imports {

namespace {
constexpr int rows_between_progress = 500;

Result<std::string> file_content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return refuse(file_unreadable);
    std::ostringstream out;
    out << in.rdbuf();
    if (in.bad() || out.bad()) return refuse(file_unreadable);
    return std::move(out).str();
}

/// Who acts: the named account, or the first system administrator.
Result<access::Caller> find_importer(const app::Services& services, const std::string& name) {
    return services.get<store::Store>().read(
        [&](store::Reader& reader) -> Result<access::Caller> {
            const auto& vault = services.get<access::Vault>();
            std::optional<access::Account> account;
            if (name.empty()) {
                access::AccountFilter administrators;
                administrators.role = access::Role::system_administrator;
                auto found = access::list_accounts(reader, vault, administrators, AccountId{}, 1);
                if (!found.empty()) account = std::move(found.front());
            } else if (const auto id = access::find_account_by_login(reader, vault, name)) {
                account = access::find_account(reader, vault, *id);
            }
            if (!account) return refuse(account_unknown);
            access::Caller caller;
            caller.account = account->account;
            caller.role = account->role;
            caller.place = account->place;
            caller.organisation = account->organisation;
            caller.person = account->person;
            return caller;
        });
}

ImportReport begin_report(const ImportFile& wanted, const Reading& reading) {
    ImportReport report;
    report.kind = wanted.kind;
    report.filename = std::filesystem::path(wanted.path).filename().string();
    report.dry_run = wanted.dry_run;
    report.form = view_of(reading.form());
    report.columns = reading.mapping().columns;
    report.notes = reading.notes();
    return report;
}

void add_problem(ImportReport& report, const ImportFile& wanted, const StoredRow& row) {
    if (row.outcome == Outcome::ready || row.outcome == Outcome::imported) return;
    if (report.problems.size() < wanted.problems_max) report.problems.push_back(view_of(row));
    else report.problems_complete = false;
}

void tell(const ImportFile& wanted, bool applying, int per_mille, const Counts& counts) {
    if (wanted.progress) wanted.progress({applying, per_mille, counts});
}

/// Everything but writing: the same functions, in one snapshot.
Result<ImportReport> dry_run(const app::Services& services, const ImportFile& wanted,
                             const access::Caller& importer, Reading& reading) {
    ImportReport report = begin_report(wanted, reading);
    const Instant now = services.get<Clock>().now();
    const auto rules = reading_rules(services, date_of(now));
    LookupMemory memory;
    Tally tally;
    const auto done = services.get<store::Store>().read(
        [&](store::Reader& reader) -> Result<Done> {
            const TablesLookup lookup(services, reader, importer, memory);
            ImportRow nowhere;
            while (true) {
                TRY(auto read, reading.next(lookup, rules));
                if (!read) return Done{};
                check_against_register(reader, services, now, importer, *read);
                tally.enter(read->outcome);
                if (read->outcome != Outcome::ready)  // sealing what nobody will see takes time
                    add_problem(report, wanted, stored(services, nowhere, *read));
                if (tally.read() % rows_between_progress == 0)
                    tell(wanted, false, reading.progress_per_mille(), counts_of(tally));
            }
        });
    report.counts = counts_of(tally);
    if (!done) report.failure = FailureView{done.error().code, done.error().message};
    tell(wanted, false, 1000, report.counts);
    return report;
}

/// Runs one step in the write lane as the importer, and waits for its commit.
template <class F>
Result<ImportRow> in_lane(const app::Services& services, const access::Caller& importer, F&& step) {
    Result<ImportRow> result = refuse(internal_error);
    const auto outcome =
        services.get<store::Store>().write([&](store::Transaction& transaction) {
            app::Command command(transaction, importer, services.get<Clock>().now(), services,
                                 services.get<IdSource>());
            result = step(command);
            return result.has_value();
        });
    if (result && outcome != store::Work::Outcome::committed) return refuse(internal_error);
    return result;
}

Result<ImportReport> for_good(const app::Services& services, const ImportFile& wanted,
                              const access::Caller& importer, Reading opened,
                              const std::string& digest) {
    ImportReport report = begin_report(wanted, opened);
    Desk desk(std::move(opened));
    TRY(ImportRow import, in_lane(services, importer, [&](app::Command& command) -> Result<ImportRow> {
        if (const auto same = same_file(command.db, importer.account, wanted.kind, digest);
            same && !wanted.again)
            return refuse(error(import_repeated).with("import", same->text()));
        return begin(command, {wanted.kind, report.filename, digest}, desk.reading);
    }));
    report.import = import.id;
    while (import.status == ImportStatus::reading) {
        TRY(import, in_lane(services, importer, [&](app::Command& command) -> Result<ImportRow> {
            return read_some(command, import, desk, rows_read_at_once);
        }));
        tell(wanted, false, import.progress_per_mille, counts_of(import.tally()));
    }
    if (import.status == ImportStatus::ready) {
        TRY(import, in_lane(services, importer, [&](app::Command& command) -> Result<ImportRow> {
            import.status = ImportStatus::applying;
            import.publish = wanted.publish && wanted.kind == ImportKind::demand ? 1 : 0;
            if (!update(command.db, import, ImportStatus::ready)) return refuse(import_not_ready);
            return import;
        }));
    }
    while (import.status == ImportStatus::applying) {
        TRY(import, in_lane(services, importer, [&](app::Command& command) -> Result<ImportRow> {
            return apply_some(command, import, rows_applied_at_once);
        }));
        tell(wanted, true, import.progress_per_mille, counts_of(import.tally()));
    }
    report.counts = counts_of(import.tally());
    if (!import.failure.empty()) report.failure = import.failure.front();
    services.get<store::Store>().read([&](store::Reader& reader) {
        for (const auto outcome : {Outcome::refused, Outcome::review, Outcome::duplicate}) {
            const auto limit = static_cast<int>(wanted.problems_max) + 1;
            for (const auto& row : list_rows(reader, import.id, outcome, 0, limit))
                add_problem(report, wanted, row);
        }
    });
    return report;
}
}  // namespace

Result<ImportReport> import_file(const app::Services& services, const ImportFile& wanted) {
    TRY(const auto importer, find_importer(services, wanted.account));
    TRY(std::string bytes, file_content(wanted.path));
    const auto digest = crypto::sm3(bytes).hex();
    TableOptions options;
    options.sheet = wanted.sheet;
    TRY(Reading reading, Reading::open(std::move(bytes), wanted.kind, options));
    const bool names_employer = reading.mapping().find(Field::credit_code) != nullptr ||
                                importer.is(access::Role::employer);
    if (wanted.kind == ImportKind::demand && !names_employer)
        TRY_DO(reading.require({Field::employer}));
    if (wanted.dry_run) return dry_run(services, wanted, importer, reading);
    return for_good(services, wanted, importer, std::move(reading), digest);
}

}  // namespace jianghui::imports
