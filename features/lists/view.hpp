#pragma once
// A list and its lines as people see them.

#include "features/lists/store.hpp"

namespace jianghui::lists {

/// Whether the caller works in an office that the list is of: the region's is everybody's.
[[nodiscard]] bool is_office_of(const app::Caller& caller, const ListRow& list);
/// Which lines the caller sees.
[[nodiscard]] Audience audience_of(const app::Caller& caller, const ListRow& list);

/// The list, when the caller may see it: published, or of the caller's office. Fails with not_found.
[[nodiscard]] Result<ListRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                           ListId list);

/// The measure that it was counted by, in that version. Fails with measure_unknown.
[[nodiscard]] Result<std::shared_ptr<const statistics::Measure>> measure_of(
    const app::Services& services, const ListRow& list);
/// The figures that the list was compiled from: of its period and place, as of its cut-off.
[[nodiscard]] statistics::Slice slice_of(const statistics::Measure& measure, const ListRow& list);


[[nodiscard]] ListView view(const app::Services& services, const app::Caller& caller,
                            const ListRow& list);
[[nodiscard]] LineView view(const codes::Tables& tables, const Line& line);
/// What is different from the list that was published before, as its reader sees both.
[[nodiscard]] ChangesView changes_of(const store::Reader& reader, const codes::Tables& tables,
                                     const ListRow& list, Audience audience);

}  // namespace jianghui::lists
