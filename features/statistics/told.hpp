#pragma once
// How the people of a city are told in everything that is published of one cut-off, so that no small group follows from any
// number of publications together. Pure.
//
// The people of a city are counted in cells: a county and an occupation. Some cells are told by themselves; what is left of a county
// is told as one sum. Some occupations are told by themselves for the city; what is left of a class of occupations is told as one sum, some
// classes together. Everything published of the cut-off is a sum of such numbers, whoever publishes what first, since they follow
// from the cells alone. What an outsider can add up and subtract from *all* of them is decided exactly, and they are chosen such that
// each group of people that follows counts nobody or `least`. Proof: docs/adr/0019-insight.md, "One division of each cut-off".

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/base.hpp"

namespace jianghui::statistics {

/// The version of the way from cells to what is told: raise it with every change of it, since what is published of a cut-off by two
/// ways may be subtracted.
inline constexpr int told_by = 1;

/// A cell: of a county and an occupation, "" for those without a preference. Each once.
struct PeopleOf {
    PlaceCode place;
    std::string occupation;
    std::int64_t people = 0;
};

/// What of a city is told.
struct Told {
    bool anybody = false;        ///< false: the city has fewer than `least` people; nothing is
    std::set<PlaceCode> joined;  ///< counties with too few and those that they are told with, as one place and never apart
    std::set<std::pair<PlaceCode, std::string>> of_county;  ///< cells told by themselves
    std::set<std::string> of_city;                          ///< occupations told by themselves for the whole city
    std::set<std::string> others;                           ///< the other occupations that somebody has
    std::vector<std::set<std::string>> classes;             ///< every class of occupations, some of them together
    [[nodiscard]] bool tells(const PlaceCode& place, const std::string& occupation) const {
        return of_county.count({place, occupation}) != 0;
    }
};

/// "6-02-06-03" → "6", "" → "".
[[nodiscard]] std::string class_of_occupation(const std::string& occupation);

/// A city of more counties than this tells no occupation of which its counties hide something: all sums of counties are gone through.
inline constexpr std::size_t told_counties_max = 16;

/// What is told of a city with these cells. The same cells, in any order, have the same answer. O(steps · cells + 2^counties · counties).
[[nodiscard]] Told told(const std::vector<PeopleOf>& city, std::int64_t least);

}  // namespace jianghui::statistics
