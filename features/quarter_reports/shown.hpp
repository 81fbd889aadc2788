#pragma once
// The rows of the tables: for the office all, for everybody what may be published. Pure.
//
// For everybody no row counts fewer people or companies than the limits say (nobody at all is no secret).
// Smaller groups of a table are one row together, which larger ones join until it is enough; so nothing is
// blank, every total stays, and whatever is computed from totals and rows is a sum of such rows. Tables that
// refine another are made within its rows: industries within sectors, and of the occupations that are listed
// what their class has beside them is enough, too. Beside what else is published of the quarter they say nothing
// new of people: places and classes that are told together elsewhere are so here. Proof: README.md.

#include <set>

#include "features/quarter_reports/tally.hpp"

namespace jianghui::quarter_reports {

/// What a row for everybody must count at least. Parameters published_people_min, quarter_firms_min.
struct Limits {
    std::int64_t persons = 10;
    std::int64_t firms = 3;
};
[[nodiscard]] bool is_safe(const Bag& bag, const Limits& limits);

/// Groups that are shown as one row.
struct Pool {
    std::vector<std::string> codes;  ///< one: the group itself
    Bag bag;
};
/// What is told of people in everything that is published of the quarter (statistics::Told), as it binds the tables of a place.
struct Together {
    std::set<std::string> places;                ///< told as one, if any
    std::vector<std::set<std::string>> classes;  ///< of occupations, each set told as one; `any_code` is one
    std::set<std::string> unlisted;              ///< occupations whose people are not told by themselves
};
/// Of the places of a report: its city's counties, or the classes and occupations that all cities have in common.
[[nodiscard]] Together together_in(const statistics::ToldCities& cities, bool of_region);

/// In the order given; the pool of the small ones last, with those of several codes. Nothing when all together are too few.
[[nodiscard]] std::vector<Pool> pooled(const std::vector<Pool>& groups, const Limits& limits);

/// All rows by table in their order. O(groups · log).
[[nodiscard]] std::vector<TableRow> office_rows(const codes::Tables& tables, const Tally& tally);
/// What may be published; nothing when even the totals may not.
[[nodiscard]] std::vector<TableRow> public_rows(const codes::Tables& tables, const Tally& tally,
                                                const Limits& limits, const Together& together);

/// How many occupations the two tables of the largest gaps and surpluses list.
inline constexpr std::size_t listed_occupations = 10;

}  // namespace jianghui::quarter_reports
