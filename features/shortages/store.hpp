#pragma once
// The rows of catalogues, their entries, experts and opinions; of warnings and levels; of flows.

#include "engine/app/context.hpp"
#include "features/shortages/warnings.hpp"

namespace jianghui::shortages {

[[nodiscard]] std::optional<CatalogueRow> find(const store::Reader& reader, CatalogueId catalogue);
/// False when such a catalogue is being made.
[[nodiscard]] bool insert(store::Transaction& transaction, const CatalogueRow& catalogue);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const CatalogueRow& catalogue,
                          CatalogueStatus from);
/// The version that the next catalogue of its place and quarter gets.
[[nodiscard]] int next_version(const store::Reader& reader, const CatalogueRow& catalogue);

/// Puts these entries in the place of all that it has, and drops what experts said of those.
void replace_entries(store::Transaction& transaction, const CatalogueRow& catalogue,
                     const std::vector<Entry>& entries);
/// At most `limit` entries after the one with that line.
[[nodiscard]] std::vector<Entry> entries(const store::Reader& reader, const CatalogueRow& catalogue,
                                         int after, int limit);
[[nodiscard]] std::vector<Entry> all_entries(const store::Reader& reader,
                                             const CatalogueRow& catalogue);
/// Keeps their scores and grades.
void update_entries(store::Transaction& transaction, const CatalogueRow& catalogue,
                    const std::vector<Entry>& entries);

/// False when the expert is asked already.
[[nodiscard]] bool insert_expert(store::Transaction& transaction, const CatalogueRow& catalogue,
                                 AccountId account, AccountId named_by, Instant at);
[[nodiscard]] std::vector<Expert> experts(const store::Reader& reader,
                                          const CatalogueRow& catalogue);
/// Whether the account is asked about the catalogue.
[[nodiscard]] bool is_expert(const store::Reader& reader, const CatalogueRow& catalogue,
                             AccountId account);
/// In the place of what the expert said of that entry before.
void put_opinion(store::Transaction& transaction, const CatalogueRow& catalogue,
                 const Opinion& opinion);
[[nodiscard]] std::vector<Opinion> opinions(const store::Reader& reader,
                                            const CatalogueRow& catalogue);

[[nodiscard]] std::optional<WarningRow> find(const store::Reader& reader, WarningId warning);
/// What nobody had decided or answered about that occupation and city is overtaken.
void insert(store::Transaction& transaction, const WarningRow& warning);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const WarningRow& warning,
                          WarningStatus from);

}  // namespace jianghui::shortages
