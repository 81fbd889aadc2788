#pragma once
// Where a place is, for distances: the county's seat (data/places.csv); where the table has none,
// its city's; outside the region the capital of its province (data/province_seats.csv), which is
// near enough to know that it is far away.

#include <filesystem>
#include <string>
#include <unordered_map>

#include "engine/matching/matching.hpp"
#include "features/codes/api.hpp"

namespace jianghui::suggestions {

class Points {
  public:
    /// Fails with data_malformed, also when a province is missing. `tables` must outlive it.
    [[nodiscard]] static Result<Points> load(const std::filesystem::path& folder,
                                             const codes::Tables& tables);
    /// The point of a place; nothing for a code that is none. O(1).
    [[nodiscard]] std::optional<matching::Point> at(const PlaceCode& place) const;

  private:
    std::unordered_map<std::string, matching::Point> points_;  ///< of every place of the tables
};

}  // namespace jianghui::suggestions
