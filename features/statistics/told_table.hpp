#pragma once
// The table behind told.hpp: rows are counties, columns are what is told of the city. Of each row and column the sum of what is hidden
// in it follows from what is told; whether a smaller sum follows is decided here. Pure.

#include <map>
#include <optional>
#include <tuple>

#include "features/statistics/told.hpp"

namespace jianghui::statistics {

/// A table while it is made: everything told at first, then less and less.
class ToldTable {
  public:
    /// Requires that all of them together are `least` at least.
    ToldTable(const std::vector<PeopleOf>& city, std::int64_t least);

    /// Hides and joins until no sum follows that is too small, and no cell or column more than that needs. Ends: each step tells less,
    /// and the sums of the counties and of the city alone are safe.
    void protect();
    [[nodiscard]] Told told() const;

  private:
    struct Cell {
        std::size_t row = 0;
        std::size_t column = 0;
        PlaceCode place;
        std::int64_t people = 0;
        bool told = true;
    };
    struct Column {
        std::string occupation;
        std::size_t group = 0;  ///< of classes
        std::int64_t people = 0;
        bool told = true;
    };
    /// What is hidden in a column that is told, or in all columns of a group that are not.
    struct Slot {
        std::int64_t hidden = 0;
        std::uint32_t rows = 0;  ///< in which, as bits
        [[nodiscard]] bool is_in(std::uint32_t some) const { return (rows & ~some) == 0; }
        [[nodiscard]] bool crosses(std::uint32_t some) const { return !is_in(some); }
    };
    /// A step that tells less: hides a cell, no longer tells a column, or joins two groups of classes.
    enum class Act : std::uint8_t { hide, untell, join };
    struct Step {
        std::int64_t cost = 0;  ///< how many people are no longer told by themselves
        Act act = Act::hide;
        std::size_t which = 0;
        std::size_t with = 0;  ///< the other group
        [[nodiscard]] auto rank() const { return std::tuple(cost, act, which, with); }
    };

    void join_small_counties(const std::vector<PeopleOf>& city);
    void hide_small_cells();
    void untell_small_columns();
    void tell_no_crossing_column();

    /// By column, then by group.
    [[nodiscard]] std::vector<Slot> slots() const;
    [[nodiscard]] std::size_t slot_of(const Column& column) const;
    [[nodiscard]] std::size_t slot_of_group(std::size_t group) const { return columns_.size() + group; }
    [[nodiscard]] bool is_small(std::int64_t people) const { return people > 0 && people < least_; }

    /// A slot in which too few are hidden.
    [[nodiscard]] std::optional<std::size_t> small_slot(const std::vector<Slot>& slots) const;
    /// Rows whose hidden people, less the slots that lie within them, are too few.
    [[nodiscard]] std::optional<std::uint32_t> small_rows(const std::vector<Slot>& slots) const;
    [[nodiscard]] std::optional<Step> step_for_slot(const std::vector<Slot>& slots, std::size_t small) const;
    [[nodiscard]] std::optional<Step> step_for_rows(const std::vector<Slot>& slots, std::uint32_t rows) const;
    /// The smallest step that there is: told columns, then groups, then told cells.
    [[nodiscard]] Step any_step() const;
    /// Nothing when no sum follows that is too small.
    [[nodiscard]] std::optional<Step> needed_step() const;
    [[nodiscard]] bool is_safe() const;
    void take(const Step& step);
    [[nodiscard]] std::int64_t people_of_group(std::size_t group) const;

    std::int64_t least_;
    std::size_t row_count_ = 0;
    std::map<PlaceCode, std::size_t> rows_;
    std::set<PlaceCode> joined_;
    std::vector<Cell> cells_;
    std::vector<Column> columns_;
    std::vector<std::set<std::string>> groups_;  ///< of classes; empty: joined with another
};

}  // namespace jianghui::statistics
