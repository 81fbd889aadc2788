#pragma once
// The newest records of a figure, found from the newest steps backwards: a page is then as much work as it is long,
// and not as the figure is large.

#include <optional>
#include <vector>

#include "features/statistics/measure.hpp"
#include "features/statistics/model.hpp"

namespace jianghui::statistics {

/// The page that the query `records` gives with the same arguments (measure, version, periods, places, what is
/// selected, who reads, cursor, position), at most `limit` rows; nothing when it was not found within bounds: few of
/// the newest facts are in the figure or the reader's. Then that query has to be asked. `rounds`: so many times it looks back.
[[nodiscard]] std::optional<std::vector<RecordRow>> newest_records(
    const store::Reader& reader, const store::Arguments& arguments, std::int64_t before, int limit, int rounds = 30);

/// Of a figure of more facts the newest are found by walking back.
inline constexpr std::int64_t facts_found_by_their_end = 1000;

/// The same page of a figure of `facts` facts, found from where they end, behind the figure's period: few of many that lasted so long.
/// Nothing when they are not all found within bounds: some do not end, or many ended later.
[[nodiscard]] std::optional<std::vector<RecordRow>> records_by_their_end(const store::Reader& reader, const store::Arguments& arguments,
                                                                        std::int64_t before, int period, std::int64_t facts,
                                                                        std::optional<std::int64_t> cursor, int limit);

}  // namespace jianghui::statistics
