#pragma once
// The sets of cancellation terms that ship in data/: loaded once at start, read from any thread.

#include <filesystem>

#include "features/cancellations/model.hpp"

namespace jianghui::cancellations {

class Sets {
  public:
    /// Reads data/cancellation_sets.csv and data/cancellation_terms.csv. Fails with data_malformed:
    /// also when a set that has rows for a case has none from notice 0 on, or a row has no set.
    [[nodiscard]] static Result<Sets> load(const std::filesystem::path& folder);

    /// The set that an order may name on that day, or nullptr.
    [[nodiscard]] const TermsSet* find(int number, Date on) const;
    /// All that an order may name on that day.
    [[nodiscard]] std::vector<TermsSet> offered(Date on) const;

  private:
    struct Dated {
        TermsSet set;
        Date from;
        std::optional<Date> to;
    };
    Result<Done> load_rows(const std::filesystem::path& folder);
    std::vector<Dated> sets_;
};

}  // namespace jianghui::cancellations
