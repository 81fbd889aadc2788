#pragma once
// From a ranking to what people read: the work behind the endpoints and the command line, without
// the question who may ask.

#include "features/suggestions/model.hpp"
#include "features/suggestions/pool.hpp"

namespace jianghui::suggestions {

/// The names of those in the list.
using NameOf = std::function<std::string(PersonId)>;

/// The best `k` for the order among those admitted (empty: everybody). Fails with unknown_code or
/// out_of_range when the order cannot be matched.
[[nodiscard]] Result<Candidates> candidates_of(const app::Services& services,
                                               const orders::OrderRow& order, std::size_t k,
                                               Date today, const Pool::Admission& admitted,
                                               const NameOf& name_of);

/// The best `k` open orders for the person.
[[nodiscard]] Result<Matches> matches_of(const store::Reader& reader,
                                         const app::Services& services,
                                         const people::Person& person, std::size_t k, Date today);

}  // namespace jianghui::suggestions
