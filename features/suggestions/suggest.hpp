#pragma once
// From a ranking to what people read: the work behind the endpoints and the command line, without
// the question who may ask.

#include "features/suggestions/model.hpp"
#include "features/suggestions/pool.hpp"

namespace jianghui::suggestions {

/// The parts of a score with their reasons.
[[nodiscard]] std::vector<PartView> parts_of(const SaidParts::Found& found,
                                             const matching::Names& names);

/// Everything of a ranking but the items, into members of these names.
template <class T>
void account(const matching::Ranking& ranking, T& said, matching::Sought sought = matching::Sought::workers) {
    const auto unless_empty = [](Text text) {
        return text.zh.empty() ? std::nullopt : std::optional(std::move(text));
    };
    said.considered = ranking.considered;
    said.counted = ranking.counted;
    said.what_counts = unless_empty(matching::what_counts(ranking, sought));
    for (const auto& [filter, count] : ranking.removed)
        said.removed.push_back({filter, count, matching::reason(filter)});
    said.last_filter = ranking.last_filter;
    said.why_empty = unless_empty(matching::why_empty(ranking, sought));
    said.advice = unless_empty(matching::advice(ranking, sought));
}

/// The names of those in the list, asked for all together, in their order; nothing for who may not be shown any more.
using NamesOf =
    std::function<std::vector<std::optional<people::Reference>>(const std::vector<PersonId>&)>;

/// The best `k` for the order among those admitted (empty: everybody). Fails with unknown_code or
/// out_of_range when the order cannot be matched.
[[nodiscard]] Result<Candidates> candidates_of(const app::Services& services,
                                               const orders::OrderRow& order, std::size_t k,
                                               Date today, const Pool::Admission& admitted,
                                               const NamesOf& names_of);

/// The best `k` open orders for the person.
[[nodiscard]] Result<Matches> matches_of(const store::Reader& reader,
                                         const app::Services& services,
                                         const people::Person& person, std::size_t k, Date today);

}  // namespace jianghui::suggestions
