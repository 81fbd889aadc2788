#pragma once
// A catalogue and its entries as people see them.

#include "features/codes/api.hpp"
#include "features/shortages/store.hpp"

namespace jianghui::shortages {

/// Whether the caller works in an office that the catalogue is of: the region's is everybody's.
[[nodiscard]] bool is_office_of(const app::Caller& caller, const CatalogueRow& catalogue);

/// The catalogue, when the caller may see it: published, of the caller's office, or in review and asked
/// about. Fails with not_found.
[[nodiscard]] Result<CatalogueRow> find_visible(const store::Reader& reader,
                                                const app::Caller& caller, CatalogueId catalogue);

[[nodiscard]] std::string occupation_name(const codes::Tables& tables,
                                          const OccupationCode& occupation);
/// The places with their names; "" is the region.
[[nodiscard]] std::vector<PlaceView> named_places(const codes::Tables& tables,
                                                  const std::vector<PlaceCode>& codes);
/// "2026Q4", of a quarter's number.
[[nodiscard]] std::string period_name(int period);
/// 求人倍率 in hundredths: posts for each of who is available, of whom those without a preference count
/// in parts; rounded once. Nothing where nobody is.
[[nodiscard]] std::optional<std::int64_t> ratio_of(const Facts& facts);

/// Whether the caller sees everything, with the experts' words: the office, and experts while the
/// catalogue is in review.
[[nodiscard]] bool sees_all(const store::Reader& reader, const app::Caller& caller,
                            const CatalogueRow& catalogue);

[[nodiscard]] CatalogueView view(const store::Reader& reader, const app::Services& services,
                                 const app::Caller& caller, const CatalogueRow& catalogue);
/// The entries after a line, as the caller sees them: for everybody those with a grade, and figures of
/// people only where they are many enough. Who gave an opinion always sees it.
[[nodiscard]] std::vector<EntryView> entry_views(const store::Reader& reader,
                                                 const app::Services& services,
                                                 const app::Caller& caller,
                                                 const CatalogueRow& catalogue, int after,
                                                 int limit);

}  // namespace jianghui::shortages
