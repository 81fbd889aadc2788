#pragma once
// The criteria that tiers may name: data/tier_criteria.csv.

#include <filesystem>

#include "features/tiers/model.hpp"

namespace jianghui::tiers {

class CriteriaList {
  public:
    /// Reads the table. Fails with data_malformed, also when a row would judge a place: a head start
    /// for local agencies is what the fair competition review forbids.
    [[nodiscard]] static Result<CriteriaList> load(const std::filesystem::path& folder);
    /// The same of the table's text.
    [[nodiscard]] static Result<CriteriaList> parse(std::string_view text);

    /// The criterion of that code, or nullptr.
    [[nodiscard]] const Criterion* find(std::string_view code) const;
    [[nodiscard]] const std::vector<Criterion>& all() const { return criteria_; }
    [[nodiscard]] std::vector<std::string> codes() const;

  private:
    static Result<CriteriaList> of_rows(std::vector<codes::DataRow> rows);
    std::vector<Criterion> criteria_;
};

}  // namespace jianghui::tiers
