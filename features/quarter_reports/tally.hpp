#pragma once
// The facts of a quarter put into the groups of the standard tables. Pure but for the code tables, which
// say which groups there are (data/code_tables.csv, lists quarter_*).

#include <map>
#include <set>

#include "features/codes/api.hpp"
#include "features/quarter_reports/api.hpp"
#include "features/quarter_reports/model.hpp"

namespace jianghui::quarter_reports {

/// A post as it was counted, with what its order and its employer say.
struct Post {
    OrganisationId employer;
    CreditCode employer_code;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::int64_t amount = 0;
    std::string education;  ///< the code asked for; "": any
    int skill_level = 0;    ///< the highest asked for, 1 … 5; 0: any
};
/// A person as she was counted, with what is registered of her.
struct Seeker {
    PlaceCode place;
    std::string occupation;  ///< first choice; "": any
    PersonTraits traits;
};

/// What is together in a group.
struct Bag {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::set<OrganisationId> firms;
    void add(const Bag& other);
    bool operator==(const Bag&) const = default;
};
/// By code; `any_code` and `unstated_code` are groups, too.
using Bags = std::map<std::string, Bag>;

struct Tally {
    std::map<TableName, Bags> tables;  ///< all but gaps and surpluses
    Bags occupations;                  ///< by the code that was counted, for gaps and surpluses
    [[nodiscard]] Bag total() const;
};

/// The group of that list whose matches have the value; `unstated_code` when none has.
[[nodiscard]] std::string group_of(const codes::Tables& tables, std::string_view list,
                                   std::string_view value);
/// The age band ("16-24", "45-") of that list in which the age lies; `unstated_code` when none.
[[nodiscard]] std::string band_of(const codes::Tables& tables, int age);
/// The list of code_tables.csv that says which groups a table has; "" where other codes do.
[[nodiscard]] std::string_view list_of(TableName table);

/// Every table adds up to the same total on each side that it has (industries have no people, kinds of
/// seekers no posts). Ages are those on `aged_on`. A region's places are its cities,
/// a city's its counties. Groups that data names are there with zeros, too. O(facts · groups).
[[nodiscard]] Tally tally(const codes::Tables& tables, const std::vector<Post>& posts,
                          const std::vector<Seeker>& seekers, bool of_region, Date aged_on);

}  // namespace jianghui::quarter_reports
