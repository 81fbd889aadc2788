#pragma once
// The figures of a measure in memory, summed as pages show them: by place and one other dimension, a
// column for each period, already summed over the periods before. So a page adds up what it shows and
// not what was ever counted. Memory grows with places, codes and periods, never with events.

#include <array>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "features/statistics/roll.hpp"

namespace jianghui::statistics {

/// How many there are of Dimension: an array by dimension is so long.
inline constexpr std::size_t dimension_count = 4;

/// Figures by a code.
using Sums = std::map<std::string, Count>;
[[nodiscard]] Count total_of(const Sums& sums);

/// The figures of one place by the codes of one dimension. A column says what holds from its period
/// until the next column's (`lasts`), or in its period alone.
class Columns {
  public:
    /// O(columns from the period on); a period's first figure also copies the column before it.
    void add(std::uint32_t code, int period, const Count& count, bool lasts);
    /// Calls `each(code, count)` for what the period says. O(codes).
    template <class F>
    void read(int period, bool lasts, F&& each) const {
        const auto* column = column_of(period, lasts);
        if (column == nullptr) return;
        for (std::size_t row = 0; row < column->size(); ++row) each(codes_[row], (*column)[row]);
    }
    /// Calls `each(code, count)` for what was added to the period itself. O(codes).
    template <class F>
    void read_added(int period, bool lasts, F&& each) const {
        const auto at = columns_.find(period);
        if (at == columns_.end()) return;
        const Column* before = lasts && at != columns_.begin() ? &std::prev(at)->second : nullptr;
        for (std::size_t row = 0; row < at->second.size(); ++row) {
            Count count = at->second[row];
            if (before != nullptr && row < before->size()) count -= (*before)[row];
            each(codes_[row], count);
        }
    }
    /// What the period says, and no other period. O(codes).
    [[nodiscard]] Columns only(int period, bool lasts) const;

  private:
    using Column = std::vector<Count>;
    [[nodiscard]] const Column* column_of(int period, bool lasts) const;
    std::size_t row_of(std::uint32_t code);

    std::unordered_map<std::uint32_t, std::size_t> rows_;
    std::vector<std::uint32_t> codes_;
    std::map<int, Column> columns_;  ///< may be shorter than codes_: no figure there
};

/// All figures of one version of a measure. Not for several threads at once (kept.hpp).
class Margins {
  public:
    explicit Margins(const Measure& measure);

    /// Adds a step or a cell.
    void add(const CellKey& cell, const Count& count);
    /// The figures of a period by the codes of the dimension as the cells carry them, of the places from
    /// `places.first` to `places.second`. What counts nothing is not listed. Requires a dimension that the
    /// measure has. O(places × codes).
    [[nodiscard]] Sums sums(int period, const std::pair<PlaceCode, PlaceCode>& places,
                            Dimension dimension) const;

    /// Adds a count by one dimension alone: whoever does adds the same by each that the measure has.
    void add(const PlaceCode& place, int period, Dimension dimension, const std::string& code, const Count& count);

    /// The figures of one period: `sums` of it are the same, of others they are not to be asked. O(places × codes).
    [[nodiscard]] Margins only(int period) const { return {*this, period}; }
    /// Takes off what was added to `all` for that place in `part`. Requires that these are `all.only(period)`. O(codes).
    void take_off(const Margins& all, const PlaceCode& place, int part, int period);

  private:
    Margins(const Margins& all, int period);

    /// Codes by number, the same for all places.
    struct Names {
        std::unordered_map<std::string, std::uint32_t> numbers;
        std::vector<std::string> texts;
    };
    std::uint32_t number_of(std::size_t dimension, const std::string& code);

    bool lasts_;
    std::array<bool, dimension_count> has_{};
    std::array<Names, dimension_count> names_;
    std::map<std::string, std::array<Columns, dimension_count>> places_;
};

}  // namespace jianghui::statistics
