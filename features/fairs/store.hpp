#pragma once
// Typed calls of queries.sql.

#include "features/fairs/model.hpp"

namespace jianghui::fairs {

[[nodiscard]] std::optional<FairRow> find(const store::Reader& reader, FairId fair);
/// The oldest that is to be computed.
[[nodiscard]] std::optional<FairRow> next_to_run(const store::Reader& reader);
[[nodiscard]] std::vector<FairOrderRow> orders_of(const store::Reader& reader, const FairRow& fair);
[[nodiscard]] std::vector<FairPairRow> pairs_of(const store::Reader& reader, const FairRow& fair);
/// The text of a file; "" when the fair has none of that name.
[[nodiscard]] std::string file_of(const store::Reader& reader, const FairRow& fair,
                                  std::string_view name);
[[nodiscard]] bool is_handed_to(const store::Reader& reader, const FairRow& fair,
                                OrganisationId agency);

/// Writes what may change of a fair whose status was `seen`; false when it is another by now.
bool update(store::Transaction& transaction, const FairRow& fair, FairStatus seen);

}  // namespace jianghui::fairs
