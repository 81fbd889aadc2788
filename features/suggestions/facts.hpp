#pragma once
// From the platform's rows to what matching compares. Only what fitting needs crosses here: no
// name, number, sex, ethnicity, health or household; the date of birth serves the legal age alone.

#include <string>
#include <unordered_map>
#include <vector>

#include "features/orders/api.hpp"
#include "features/people/api.hpp"
#include "features/suggestions/points.hpp"

namespace jianghui::suggestions {

/// What was looked up, by what was written: many people write the same.
struct LookedUp {
    std::unordered_map<std::string, matching::SkillId> skills;
    std::unordered_map<std::string, matching::CertificateId> certificates;
};

/// What the translation looks up.
struct Dictionary {
    const codes::Tables& tables;
    const Points& points;
    matching::Names& names;  ///< grows by the names of skills and certificates
    LookedUp* looked_up = nullptr;  ///< where it is kept, if it is: whoever translates many at once
};

/// The person as a worker; `busy` are the days her live seats take, ascending, `circle` the number of
/// who may be shown her. Skills answer to any of their names in data/skills.csv. Fails with
/// unknown_code (place) or out_of_range.
[[nodiscard]] Result<matching::Worker> worker_of(const people::Person& person,
                                                 const std::vector<Date>& busy,
                                                 const Dictionary& dictionary,
                                                 std::uint32_t circle = 0);

/// The order as matching sees it today: a first day in the past is today. Fails as worker_of.
[[nodiscard]] Result<matching::Order> order_of(const orders::OrderRow& order,
                                               std::optional<int> employer_reliability, Date today,
                                               const Dictionary& dictionary);

}  // namespace jianghui::suggestions
