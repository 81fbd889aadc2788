#pragma once
// The SQL that this feature owns.

#include <optional>
#include <string>
#include <vector>

#include "engine/app/context.hpp"
#include "features/imports/model.hpp"

namespace jianghui::imports {

void insert(store::Transaction& transaction, const ImportRow& import);
/// The list, or nothing.
[[nodiscard]] std::optional<ImportRow> find(const store::Reader& reader, ImportId import);
/// Lists of the caller's account or organisation, newest first.
[[nodiscard]] std::vector<ImportRow> list(const store::Reader& reader, const app::Caller& caller,
                                          std::optional<ImportId> cursor, int limit);
/// The 20 oldest lists in a status.
[[nodiscard]] std::vector<ImportRow> in_status(const store::Reader& reader, ImportStatus status);
/// How many lists of the account are being read or applied.
[[nodiscard]] std::int64_t count_busy(const store::Reader& reader, AccountId account);
/// The newest list that this account made of the same file.
[[nodiscard]] std::optional<ImportId> same_file(const store::Reader& reader, AccountId account,
                                                ImportKind kind, const std::string& digest);
/// Keeps status, progress and counts; false when the status is no longer `before`.
[[nodiscard]] bool update(store::Transaction& transaction, const ImportRow& import,
                          ImportStatus before);

void insert_row(store::Transaction& transaction, const StoredRow& row);
/// The row, or nothing.
[[nodiscard]] std::optional<StoredRow> find_row(const store::Reader& reader, ImportId import,
                                                std::int64_t row);
/// Rows after a row number, in order; of one outcome when given.
[[nodiscard]] std::vector<StoredRow> list_rows(const store::Reader& reader, ImportId import,
                                               std::optional<Outcome> outcome, std::int64_t after,
                                               int limit);
/// Rows in review that have this title, in order.
[[nodiscard]] std::vector<StoredRow> rows_of_title(const store::Reader& reader, ImportId import,
                                                   const std::string& title_key,
                                                   std::int64_t after, int limit);
/// Keeps what the row has become; false when its outcome is no longer `before`.
[[nodiscard]] bool update_row(store::Transaction& transaction, const StoredRow& row,
                              Outcome before);
/// The rows of a list counted one by one: what its counts must agree with. O(rows).
[[nodiscard]] Tally count_rows(const store::Reader& reader, ImportId import);
/// Removes the rows of up to five lists that have not changed since; how many rows went.
std::int64_t forget_rows(store::Transaction& transaction, Instant before);

/// Puts a read row into the form in which it is kept; what holds identity numbers is sealed for its
/// place.
[[nodiscard]] StoredRow stored(const app::Services& services, const ImportRow& import,
                               const ReadRow& read);
/// The demand that was kept in a row. Requires a row of a demand list with content.
[[nodiscard]] DemandRow demand_of(const StoredRow& row);
/// The person that was kept in a row. Fails as crypto::open does.
[[nodiscard]] Result<SupplyRow> supply_of(const app::Services& services, const StoredRow& row);
/// Keeps them anew.
void keep(StoredRow& row, const DemandRow& demand);
void keep(const app::Services& services, StoredRow& row, const SupplyRow& supply);

}  // namespace jianghui::imports
