#pragma once
// What is told of the people of cities in a quarter, by the figures that this process keeps in memory (kept.hpp): for whoever publishes
// numbers of people that are not made from cells.

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "engine/app/context.hpp"
#include "features/statistics/measure.hpp"
#include "features/statistics/told.hpp"

namespace jianghui::statistics {

using ToldCities = std::map<PlaceCode, Told>;

/// Of which figures. Requires that the position is counted. Of a measure that does not divide by occupation nothing is told.
struct ToldOf {
    const Measure& measure;
    int period = 0;
    std::int64_t position = 0;
    std::vector<PlaceCode> cities;
    std::int64_t least = 0;
};

/// The service: the last few answers are kept. May be used by any thread.
class KeptTold {
  public:
    /// Of each city that was asked for, and has anybody. O(1) for the last few, else as KeptFigures::hold_at and `told`.
    [[nodiscard]] std::shared_ptr<const ToldCities> of(const store::Reader& reader, const app::Services& services,
                                                       const ToldOf& wanted);

  private:
    std::mutex mutex_;
    std::vector<std::pair<std::string, std::shared_ptr<const ToldCities>>> kept_;  ///< the last asked first
};

/// Whether people of an occupation may be told in that city.
[[nodiscard]] bool tells(const ToldCities& cities, const PlaceCode& city, const std::string& occupation);

}  // namespace jianghui::statistics
