#include "features/entries/import_entries.hpp"

#include <algorithm>
#include <set>

#include "engine/app/slow_change.hpp"
#include "engine/registers/checking.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/rules.hpp"

namespace jianghui::entries {
namespace {

constexpr std::size_t faults_shown = 500;

Result<Done> check_issuer(const app::Command& command, const Register& definition,
                          const PlaceCode& place) {
    if (!may_act(command.caller, place)) return refuse(not_allowed);
    const auto& levels = definition.issuer.levels;
    if (std::find(levels.begin(), levels.end(), registers::level_of(place)) != levels.end())
        return Done{};
    return refuse(error(registers::issuer_level).at("/place"));
}

/// Whether the entry says already what the row says.
bool says_the_same(const Entry& entry, const Register& definition,
                   const registers::NewEntry& wanted) {
    auto shown = registers::shown_to(definition.fields, wanted.values, Audience::officials);
    const auto& present = entry.values.as_object();
    for (const auto& field : definition.fields) {
        const auto* stays = present.if_contains(field.id.text);
        if (field.is_sealed() && stays != nullptr && !shown.contains(field.id.text))
            shown.emplace(field.id.text, *stays);
    }
    const auto last = wanted.valid_to_on
                          ? wanted.valid_to_on
                          : registers::last_day(definition.validity, wanted.valid_from_on);
    return entry.valid_to_on == last && present == shown;
}

/// The rows of one file, one after the other.
class Import {
  public:
    Import(app::Command& command, const Register& definition, ImportReport so_far)
        : report(std::move(so_far)), command_(command), definition_(definition) {}
    Result<Done> row(const SheetRow& read) {
        const auto entry = existing(read);
        auto refused = fault_of(read, entry);
        if (!refused) refused = fault_of_values(read, entry);
        if (refused) {
            report.faults.push_back(std::move(*refused));
            report.refused += 1;
            return Done{};
        }
        if (!entry) {
            report.added += 1;
            return report.dry_run ? Result<Done>(Done{})
                                  : done(read, registers::issue(command_, definition_, read.wanted));
        }
        if (says_the_same(*entry, definition_, read.wanted)) {
            report.unchanged += 1;
            return Done{};
        }
        report.changed += 1;
        if (report.dry_run) return Done{};
        return done(read, registers::change(command_, definition_, entry->id, change_of(read)));
    }

    ImportReport report;

  private:
    std::optional<Entry> existing(const SheetRow& read) const {
        return registers::find_by_number(command_.db, definition_.id.text,
                                         read.wanted.number->text);
    }
    static CellFault fault(const SheetRow& read, const ErrorCode& code) {
        const Error why = error(code);
        return {read.row, "编号", why.code, why.message, {}};
    }
    /// What keeps a row out that is whole in itself.
    std::optional<CellFault> fault_of(const SheetRow& read, const std::optional<Entry>& entry) {
        if (!numbers_.insert(read.wanted.number->text).second)
            return fault(read, row_number_twice);
        if (!check_issuer(command_, definition_, read.wanted.place))
            return fault(read, row_of_another_place);
        if (!entry) return std::nullopt;
        if (entry->place != read.wanted.place) return fault(read, row_of_another_place);
        if (entry->organisation != read.wanted.organisation ||
            entry->person != read.wanted.person ||
            entry->subject_place != read.wanted.subject_place ||
            entry->valid_from_on != read.wanted.valid_from_on)
            return fault(read, row_differs);
        if (registers::is_final(entry->status) &&
            !says_the_same(*entry, definition_, read.wanted))
            return fault(read, row_ended);
        return std::nullopt;
    }
    static registers::Change change_of(const SheetRow& read) {
        return {read.wanted.values, read.wanted.valid_to_on, EntryReason::imported, {}, {}};
    }
    /// What keeps a row out because of others: values that another entry, or a row above, has.
    std::optional<CellFault> fault_of_values(const SheetRow& read,
                                             const std::optional<Entry>& entry) {
        if (entry && says_the_same(*entry, definition_, read.wanted)) return std::nullopt;
        const auto values =
            entry ? registers::check_change(command_, definition_, entry->id, change_of(read))
                  : registers::check_issue(command_, definition_, read.wanted);
        if (!values) return fault_at(read, values.error());
        for (const auto& value : *values)
            if (taken_.count(value) > 0)
                return fault_at(read, error(registers::entry_value_taken)
                                          .at("/values/" + value.first));
        taken_.insert(values->begin(), values->end());
        return std::nullopt;
    }
    /// In the column of the field that the error points at.
    CellFault fault_at(const SheetRow& read, const Error& why) const {
        constexpr std::string_view below = "/values/";
        std::string column = "编号";
        if (why.path.rfind(below, 0) == 0)
            if (const auto* field = definition_.field(why.path.substr(below.size())))
                column = field->title.zh;
        return {read.row, std::move(column), why.code, why.message, {}};
    }
    /// Nothing of the file is kept when a row cannot be written after all.
    static Result<Done> done(const SheetRow& read, Result<Entry> written) {
        if (written) return Done{};
        Error why = error(import_row_refused).with("row", std::to_string(read.row));
        why.errors.push_back(std::move(written).error());
        return refuse(std::move(why));
    }

    app::Command& command_;
    const Register& definition_;
    std::set<std::string> numbers_;
    std::set<registers::UniqueValue> taken_;  ///< by rows above
};

/// A file as it was read before the write lane was asked.
struct ReadSheet {
    std::vector<SheetRow> rows;  ///< without faults of their own
    ImportReport report;
};

/// Unpacks the file and reads its rows. Fails as `import_entries`.
Result<ReadSheet> read_sheet(const app::Query& query, const Register& definition,
                             const ImportEntries& input, const PlaceCode& place,
                             const std::string& file) {
    imports::TableOptions options;
    options.limits.rows_max = import_rows_max + 1;
    TRY(const auto table, imports::open_table(file, options));
    TRY(const auto first, table->next());
    TRY(const SheetHeader header,
        read_header(definition, first ? first->cells : std::vector<std::string>{}));
    ReadSheet sheet;
    sheet.report.dry_run = input.dry_run.value_or(false);
    sheet.report.ignored_columns = header.ignored;
    const RowSight sight{query.db, query.services, date_of(query.now)};
    while (true) {
        TRY(const auto row, table->next());
        if (!row) break;
        sheet.report.rows += 1;
        auto read = read_row(sight, definition, header, place, *row, sheet.report.faults);
        if (read) sheet.rows.push_back(std::move(*read));
        else sheet.report.refused += 1;
    }
    return sheet;
}

}  // namespace

Result<ImportReport> import_entries(app::Query& query, const ImportEntries& input,
                                    const std::string& file) {
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().current(input.register_id.text));
    const PlaceCode place = input.place.value_or(query.caller.place);
    if (!may_act(query.caller, place)) return refuse(not_allowed);
    if (definition->bars()) return refuse(import_bars);
    TRY(const ReadSheet sheet, read_sheet(query, *definition, input, place, file));
    return app::in_lane<ImportReport>(query, [&](app::Command& command) -> Result<ImportReport> {
        Import import(command, *definition, sheet.report);
        for (const auto& row : sheet.rows) TRY_DO(import.row(row));
        auto& faults = import.report.faults;
        std::stable_sort(faults.begin(), faults.end(),
                         [](const auto& a, const auto& b) { return a.row < b.row; });
        if (faults.size() > faults_shown) faults.resize(faults_shown);
        return std::move(import.report);
    });
}

}  // namespace jianghui::entries
