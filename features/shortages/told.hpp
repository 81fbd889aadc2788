#pragma once
// Whether numbers of people may be told to everybody beside all else that is published of the quarter (statistics/told.hpp).

#include "engine/app/context.hpp"
#include "features/shortages/collect.hpp"

namespace jianghui::shortages {

/// What is told of people in the cities included, as of the position that was collected.
[[nodiscard]] Result<std::shared_ptr<const statistics::ToldCities>> told_in(const app::Query& query, int period,
                                                                            const Collected& collected);

/// Whether what is said of people of an occupation in a city adds nothing to what is told: it is told by itself, and so are those without a
/// preference where they are counted in parts.
[[nodiscard]] bool adds_nothing(const statistics::ToldCities& told, const Key& key, const Facts& facts);
/// The same of all cities together.
[[nodiscard]] bool adds_nothing(const statistics::ToldCities& told, const FactsByKey& facts, const std::string& occupation);

}  // namespace jianghui::shortages
