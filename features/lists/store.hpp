#pragma once
// The rows of lists and their lines.

#include "engine/app/context.hpp"
#include "features/lists/model.hpp"

namespace jianghui::lists {

[[nodiscard]] std::optional<ListRow> find(const store::Reader& reader, ListId list);
/// False when such a list is being made.
[[nodiscard]] bool insert(store::Transaction& transaction, const ListRow& list);
/// False when it is no longer in state `from`.
[[nodiscard]] bool update(store::Transaction& transaction, const ListRow& list, ListStatus from);

/// Puts these lines in the place of all that it has.
void replace_lines(store::Transaction& transaction, const ListRow& list,
                   const std::vector<Line>& office, const std::vector<Line>& everybody);
/// At most `limit` lines after the one with that number, within a place where one is given.
[[nodiscard]] std::vector<Line> lines(const store::Reader& reader, const ListRow& list,
                                      Audience audience, int after, int limit,
                                      const std::optional<PlaceCode>& place = {});
[[nodiscard]] std::vector<Line> all_lines(const store::Reader& reader, const ListRow& list,
                                          Audience audience);
[[nodiscard]] std::optional<Line> find_line(const store::Reader& reader, const ListRow& list,
                                            Audience audience, int line);

/// The list that this one is compared with: the version before it of the same quarter, else the newest one of the
/// newest quarter before. Nothing when none had been published before this one was (or is to be).
[[nodiscard]] std::optional<ListRow> before(const store::Reader& reader, const ListRow& list);
/// The lists of its kind, place and quarter that were frozen, published or not.
[[nodiscard]] std::vector<ListRow> versions(const store::Reader& reader, const ListRow& list);
/// Whether some list of its kind and quarter, of whatever place, was frozen that was counted by another formula or up to another
/// position, or told people in another way: what follows from both together is not known.
[[nodiscard]] bool is_frozen_otherwise(const store::Reader& reader, const ListRow& list);
/// The version that the next list of its kind, place and quarter gets.
[[nodiscard]] int next_version(const store::Reader& reader, const ListRow& list);

}  // namespace jianghui::lists
