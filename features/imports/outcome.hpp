#pragma once
// What became of each row, and the count that cannot lose one.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/codec/codec.hpp"
#include "features/imports/fault.hpp"
#include "features/imports/lookup.hpp"
#include "features/imports/near_duplicates.hpp"
#include "features/imports/rows.hpp"

namespace jianghui::imports {

/// Exactly one of these is true of every row that was read.
enum class Outcome {
    ready,      ///< would be imported, or waits to be
    review,     ///< a person must choose the occupation first
    duplicate,  ///< repeats an earlier row or what is in the register; kept out unless told otherwise
    refused,    ///< has faults
    imported
};
BOOST_DESCRIBE_ENUM(Outcome, ready, review, duplicate, refused, imported)

/// Counts rows by outcome. A row enters once and then only moves, so the parts always add up to the
/// rows read: there is no other way to change the counts.
class Tally {
  public:
    Tally() = default;
    /// Counts of an earlier run, in the order of the enumerators. Requires none to be negative.
    explicit Tally(const std::array<std::int64_t, 5>& counts) : counts_(counts) {
        for (const auto count : counts) ASSERT(count >= 0);
    }
    /// One more row.
    void enter(Outcome outcome) { ++at(outcome); }
    /// A row that is in `from` is now in `to`. Requires that there is one in `from`.
    void move(Outcome from, Outcome to) {
        ASSERT(at(from) > 0);
        --at(from);
        ++at(to);
    }
    [[nodiscard]] std::int64_t of(Outcome outcome) const {
        return counts_[static_cast<std::size_t>(outcome)];
    }
    /// Rows read: imported + refused + duplicates + review + ready.
    [[nodiscard]] std::int64_t read() const {
        std::int64_t sum = 0;
        for (const auto count : counts_) sum += count;
        return sum;
    }
    bool operator==(const Tally&) const = default;

  private:
    std::int64_t& at(Outcome outcome) { return counts_[static_cast<std::size_t>(outcome)]; }
    std::array<std::int64_t, 5> counts_{};
};

/// A row with everything that was found out about it.
struct ReadRow {
    std::int64_t row = 0;
    Outcome outcome = Outcome::refused;
    std::vector<RowFault> faults;                ///< not empty exactly when refused
    std::vector<Text> notes;                     ///< arithmetic and conventions used
    std::vector<OccupationGuess> suggestions;    ///< for review: what the title may mean
    std::optional<DuplicateOf> duplicate_of;     ///< set exactly for duplicates of the same file
    std::optional<DemandRow> demand;             ///< set when the cells could be read
    std::optional<SupplyRow> supply;
};

}  // namespace jianghui::imports
