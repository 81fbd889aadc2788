#include "features/suggestions/suggest.hpp"

#include "features/seats/api.hpp"

namespace jianghui::suggestions {

std::vector<PartView> parts_of(const matching::Ranked& item, const matching::Names& names) {
    std::vector<PartView> parts;
    parts.reserve(item.parts.size());
    for (const auto& part : item.parts)
        parts.push_back(
            {part.code, part.points, part.points_max, matching::reason(part, names)});
    return parts;
}

Result<Candidates> candidates_of(const app::Services& services, const orders::OrderRow& row,
                                 std::size_t k, Date today, const Pool::Admission& admitted,
                                 const NamesOf& names_of) {
    const auto& pool = services.get<Pool>();
    TRY(const auto order, order_of(row, {}, today, pool.dictionary(services)));
    TRY(const auto ranking, pool.rank_workers(order, k, today, admitted));
    Candidates said;
    said.position = ranking.position;
    account(ranking, said);
    std::vector<PersonId> people;
    for (const auto& item : ranking.items) people.push_back({item.id});
    auto named = names_of(people);
    said.items.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        // Who was erased within the last second is left out: the index learns it a moment later.
        if (named[i])
            said.items.push_back({*std::move(named[i]), ranking.items[i].score,
                                  parts_of(ranking.items[i], pool.index().names())});
    }
    return said;
}

Result<Matches> matches_of(const store::Reader& reader, const app::Services& services,
                           const people::Person& person, std::size_t k, Date today) {
    const auto& pool = services.get<Pool>();
    const auto busy = seats::busy_days(reader, person.city, person.id, today);
    TRY(const auto worker, worker_of(person, busy, pool.dictionary(services)));
    TRY(const auto ranking, pool.rank_orders(worker, k, today));
    Matches said;
    said.position = ranking.position;
    account(ranking, said);
    for (const auto& item : ranking.items)
        // An order that was closed within the last second is left out.
        if (const auto order = orders::find(reader, OrderId{item.id}))
            said.items.push_back({orders::view(reader, services, *order), item.score,
                                  parts_of(item, pool.index().names())});
    return said;
}

}  // namespace jianghui::suggestions
