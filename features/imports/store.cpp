#include "features/imports/store.hpp"

#include <fmt/format.h>

#include "engine/app/field_keys.hpp"
#include "engine/crypto/crypto.hpp"
#include "features/imports/queries.hpp"
#include "features/people/api.hpp"

namespace jianghui::imports {

namespace {
using store::arguments;

std::string box_place(const StoredRow& row) {
    return fmt::format("import_rows.content:{}/{}", row.import.text(), row.row);
}

std::string summary_of(const ReadRow& read) {
    if (read.demand) {
        const auto& demand = *read.demand;
        return printable(fmt::format("{} · {} · {} × {}", demand.employer, demand.title,
                                     demand.place.text, demand.headcount));
    }
    if (read.supply)
        return people::masked_name(read.supply->name) + " · " + read.supply->place.text;
    return {};
}
}  // namespace

void insert(store::Transaction& transaction, const ImportRow& import) {
    transaction.execute(sql::insert_import, store::members(import));
}

std::optional<ImportRow> find(const store::Reader& reader, ImportId import) {
    return reader.one<ImportRow>(sql::find_import, arguments("import", import));
}

std::vector<ImportRow> list(const store::Reader& reader, const app::Caller& caller,
                            std::optional<ImportId> cursor, int limit) {
    return reader.all<ImportRow>(
        sql::list_imports, arguments("account", caller.account, "organisation",
                                     caller.organisation, "cursor", cursor, "limit", limit));
}

std::vector<ImportRow> in_status(const store::Reader& reader, ImportStatus status) {
    return reader.all<ImportRow>(sql::imports_in_status, arguments("status", status));
}

std::int64_t count_busy(const store::Reader& reader, AccountId account) {
    return reader.value<std::int64_t>(sql::count_busy, arguments("account", account)).value_or(0);
}

std::optional<ImportId> same_file(const store::Reader& reader, AccountId account, ImportKind kind,
                                  const std::string& digest) {
    return reader.value<ImportId>(
        sql::same_file, arguments("account", account, "kind", kind, "digest", digest));
}

bool update(store::Transaction& transaction, const ImportRow& import, ImportStatus before) {
    return transaction.execute(sql::update_import,
                               store::members_and(import, "status_before", before)) == 1;
}

void insert_row(store::Transaction& transaction, const StoredRow& row) {
    transaction.execute(sql::insert_row, store::members(row));
}

std::optional<StoredRow> find_row(const store::Reader& reader, ImportId import, std::int64_t row) {
    return reader.one<StoredRow>(sql::find_row, arguments("import", import, "row", row));
}

std::vector<StoredRow> list_rows(const store::Reader& reader, ImportId import,
                                 std::optional<Outcome> outcome, std::int64_t after, int limit) {
    if (!outcome)
        return reader.all<StoredRow>(
            sql::list_rows, arguments("import", import, "after", after, "limit", limit));
    return reader.all<StoredRow>(sql::list_rows_of_outcome,
                                 arguments("import", import, "outcome", *outcome, "after", after,
                                           "limit", limit));
}

std::vector<StoredRow> rows_of_title(const store::Reader& reader, ImportId import,
                                     const std::string& title_key, std::int64_t after, int limit) {
    return reader.all<StoredRow>(sql::list_rows_of_title,
                                 arguments("import", import, "title_key", title_key, "after",
                                           after, "limit", limit));
}

bool update_row(store::Transaction& transaction, const StoredRow& row, Outcome before) {
    return transaction.execute(sql::update_row,
                               store::members_and(row, "outcome_before", before)) == 1;
}

Tally count_rows(const store::Reader& reader, ImportId import) {
    std::array<std::int64_t, 5> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = reader
                        .value<std::int64_t>(sql::count_rows,
                                             arguments("import", import, "outcome",
                                                       static_cast<Outcome>(i)))
                        .value_or(0);
    return Tally(counts);
}

std::int64_t forget_rows(store::Transaction& transaction, Instant before) {
    return transaction.execute(sql::forget_rows, arguments("before", before));
}

StoredRow stored(const app::Services& services, const ImportRow& import, const ReadRow& read) {
    StoredRow row;
    row.import = import.id;
    row.city = import.city;
    row.row = read.row;
    row.outcome = read.outcome;
    row.summary = summary_of(read);
    if (read.duplicate_of) row.duplicate_of.push_back(*read.duplicate_of);
    row.faults = read.faults;
    row.suggestions = read.suggestions;
    row.notes = read.notes;
    if (read.demand) row.title_key = comparable(read.demand->title);
    if (read.outcome == Outcome::refused) return row;  // nothing will be made of it
    if (read.demand) keep(row, *read.demand);
    if (read.supply) keep(services, row, *read.supply);
    return row;
}

DemandRow demand_of(const StoredRow& row) {
    auto demand = codec::decode<DemandRow>(std::string_view(row.content));
    ASSERT(demand.has_value());
    return *std::move(demand);
}

Result<SupplyRow> supply_of(const app::Services& services, const StoredRow& row) {
    TRY(const auto text, app::open_field(services, box_place(row), row.content));
    const std::string_view view(reinterpret_cast<const char*>(text.data()), text.size());
    auto supply = codec::decode<SupplyRow>(view);
    ASSERT(supply.has_value());
    return *std::move(supply);
}

void keep(StoredRow& row, const DemandRow& demand) { row.content = codec::encode(demand); }

void keep(const app::Services& services, StoredRow& row, const SupplyRow& supply) {
    row.content = app::seal_field(services, box_place(row), codec::encode(supply));
}

}  // namespace jianghui::imports
