#pragma once
// What of the answers may be published so that nobody computes a hidden cell. Pure.
//
// The published cells are those of tables that share no sum with each other, one for each occupation; an
// occupation with too few is pooled with others of its 小类, 中类, 大类, and what is too few even then is
// not published at all. In a table, levels and places that are too few in total are pooled, so every
// margin is safe and is shown. Inside, unsafe cells are hidden, and others with them until
//   (1) every sum of hidden cells that follows from what is shown is itself safe, and
//   (2) every hidden cell's number of persons and sum of pay, as far as it follows from what is shown,
//       is an interval at least as wide as the limits say.
// Both are decided exactly (README.md, "Why nothing can be computed"); a table in which that cannot be had
// loses levels until it can.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "features/pay_surveys/percentile.hpp"

namespace jianghui::pay_surveys {

/// What a published number must keep to. All are parameters (data/parameters.csv).
struct Limits {
    std::int64_t companies = 3;      ///< at least so many
    std::int64_t persons = 10;       ///< at least so many
    std::int64_t largest = 60;       ///< the largest company has at most this percent of the pay
    std::int64_t two_largest = 85;   ///< the two largest together
    std::int64_t hidden_persons = 3;   ///< width of what can be known of a hidden number
    std::int64_t hidden_percent = 20;  ///< width of what can be known of a hidden sum, in percent of it
};

/// One person of the answers.
struct Answered {
    std::string occupation;
    std::string level;
    std::string place;
    OrganisationId company;
    Paid paid;
};

/// Persons taken together: how many, and whose pay.
struct Bag {
    std::int64_t persons = 0;
    Wide pay = 0;  ///< Σ weight · fen
    std::map<OrganisationId, Wide> companies;
    void add(const Answered& one);
    void add(const Bag& other);
    [[nodiscard]] bool empty() const { return persons == 0; }
};
/// Whether the bag may be published: enough companies and persons, nobody dominates.
[[nodiscard]] bool is_safe(const Bag& bag, const Limits& limits);

/// Levels or places (or one of them) that are shown as one.
using Group = std::vector<std::string>;
/// Its codes joined by '+', as the published rows name it.
[[nodiscard]] std::string joined(const Group& group);

/// The groups in the order of their first code: those that are safe stand alone; the others are one group,
/// which the next larger ones join until it is safe. Nothing when all together are not.
[[nodiscard]] std::vector<Group> pooled(const std::map<std::string, Bag>& bags,
                                        const Limits& limits);

/// The table of one occupation. `hidden[r][c]` of the cells that are not empty; all margins are shown.
struct Table {
    std::string occupation;            ///< the code, of 小类, 中类 or 大类 for a pool, "" for all that is left
    std::vector<std::string> members;  ///< the occupations that it is of
    std::vector<Group> levels;
    std::vector<Group> places;
    std::vector<std::vector<Bag>> cells;
    std::vector<std::vector<bool>> hidden;
};

/// The tables that may be published, by occupation.
[[nodiscard]] std::vector<Table> protect(const std::vector<Answered>& answers,
                                         const Limits& limits);

/// The least and the most that a hidden number can be for who knows all margins and the shown cells,
/// and that no cell is negative. Exact. Requires at most 12 rows.
struct Interval {
    Wide least = 0;
    Wide most = 0;
};
[[nodiscard]] Interval interval_of(const std::vector<std::vector<Wide>>& cells,
                                   const std::vector<std::vector<bool>>& hidden, std::size_t row,
                                   std::size_t column);

}  // namespace jianghui::pay_surveys
