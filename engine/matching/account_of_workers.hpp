#pragma once
// What became of the workers who are not in the list (engine/matching only).

#include "engine/matching/account.hpp"
#include "engine/matching/wanted.hpp"

namespace jianghui::matching {

/// Everybody who takes part, counted by the first filter that removes her, when they are `most` at most. Of more,
/// blocks spread evenly over those of the order's occupations stand for them, others for all others: about `enough`
/// rows of each, and of the others as many more within `most` as it takes to see enough who would pass without
/// the filter of the occupation.
[[nodiscard]] Tally account_of(const Version& version, const OrderRow& order, const Worths& worths,
                               const Scoring& scoring, const Admitted& admitted,
                               std::int64_t most, std::int64_t enough);

}  // namespace jianghui::matching
