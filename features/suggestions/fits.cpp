// The face of this feature to others.

#include <algorithm>

#include "features/organisations/api.hpp"
#include "features/suggestions/api.hpp"
#include "features/suggestions/suggest.hpp"

namespace jianghui::suggestions {
namespace {

bool wanted(const access::Caller& caller, PoolKind pool, bool active, const Circle& circle) {
    if (!may_suggest(caller, active, circle)) return false;
    switch (pool) {
        case PoolKind::open: return circle.public_pool;
        case PoolKind::all: return true;
        case PoolKind::own: break;
    }
    if (!caller.is(access::Role::agency)) return caller.acts_in(circle.place);
    return std::find(circle.agencies.begin(), circle.agencies.end(), caller.organisation) !=
           circle.agencies.end();
}

bool is_active(const store::Reader& reader, const access::Caller& caller, Date today) {
    if (!caller.organisation) return false;
    const auto organisation = organisations::find(reader, caller.organisation);
    return organisation && organisations::may_act_on(*organisation, today);
}

}  // namespace

Result<Fits> fits(const store::Reader& reader, const app::Services& services,
                  const access::Caller& caller, PoolKind pool, const orders::OrderRow& row,
                  std::size_t most, Instant now) {
    const Date today = date_of(now);
    const auto& people = services.get<Pool>();
    TRY(const auto order, order_of(row, {}, today, people.dictionary(services)));
    const bool active = is_active(reader, caller, today);
    TRY(auto ranking, people.rank_workers(order, most, today, [&](const Circle& circle) {
        return wanted(caller, pool, active, circle);
    }, false, true));
    Fits found{ranking.position, {}, ranking.considered, std::move(ranking.removed), ranking.relaxation};
    found.people.reserve(ranking.items.size());
    for (const auto& item : ranking.items)
        found.people.push_back({PersonId{item.id}, item.score});
    return found;
}

Result<Fitness> fitness(const app::Services& services, const orders::OrderRow& row,
                        PersonId person, Instant now) {
    const Date today = date_of(now);
    const auto& people = services.get<Pool>();
    TRY(const auto order, order_of(row, {}, today, people.dictionary(services)));
    TRY(auto verdict, people.index().judge(order, person.number, today));
    return Fitness{verdict.score, parts_of(verdict.parts, people.index().names()),
                   std::move(verdict.failed)};
}

}  // namespace jianghui::suggestions
