#pragma once
// The target sets and inhabitants of data/: loaded once at start, read from any thread.

#include <filesystem>

#include "features/targets/model.hpp"

namespace jianghui::targets {

class Sets {
  public:
    /// Reads data/target_sets.csv and data/populations.csv. Fails with data_malformed: also when no
    /// set is adopted, or two have one id.
    [[nodiscard]] static Result<Sets> load(const std::filesystem::path& folder);

    /// By year.
    [[nodiscard]] const std::vector<TargetSet>& all() const { return sets_; }
    /// The set, or nullptr.
    [[nodiscard]] const TargetSet* find(std::string_view id) const;
    /// The adopted one with the latest year.
    [[nodiscard]] const TargetSet& newest() const;
    /// The inhabitants of a place, or nullptr.
    [[nodiscard]] const Population* population(const PlaceCode& place) const;

  private:
    std::vector<TargetSet> sets_;
    std::vector<Population> populations_;
};

}  // namespace jianghui::targets
