#include "features/fairs/view.hpp"

#include <algorithm>
#include <set>

#include "features/codes/api.hpp"
#include "features/fairs/plan.hpp"
#include "features/fairs/sight.hpp"
#include "features/fairs/store.hpp"
#include "features/seats/api.hpp"

namespace jianghui::fairs {
namespace {

/// What the refusal of an offer says; codes that the catalogue of seats does not have stand alone.
Text refusal_text(std::string_view code) {
    if (code.empty()) return {};
    for (const auto* known :
         {&seats::share_full, &seats::share_not_live, &seats::order_incomplete,
          &seats::person_overlap, &seats::person_has_seat, &seats::seat_person_too_young,
          &seats::certificate_invalid, &seats::seat_consent_missing, &seats::pay_outside_order,
          &fair_without_share})
        if (known->code == code) return {std::string(known->zh), std::string(known->en)};
    return {"机构资质不满足：" + std::string(code), "The agency's gate: " + std::string(code)};
}

void add_orders(const store::Reader& reader, const app::Services& services,
                const access::Caller& caller, const FairRow& fair, Sight& sight,
                const std::vector<FairPairRow>& pairs, FairDetail& detail) {
    std::map<OrderId, int> filled;
    for (const auto& pair : pairs) ++filled[pair.order_id];
    for (const auto& row : orders_of(reader, fair)) {
        const auto order = orders::find(reader, row.order_id);
        if (!order || !sight.of(row.order_id)) continue;
        FairOrderView shown;
        static_cast<OpenOrderView&>(shown) = view(reader, services, *order, row.seats);
        shown.filled = filled[row.order_id];
        shown.considered = row.considered;
        shown.qualified = row.qualified;
        for (const auto& [filter, count] : row.removed)
            shown.removed.push_back({filter, count, matching::reason(filter)});
        if (has_plan(fair.status) && shown.filled < row.seats) {
            shown.reason = row.reason.empty() ? "by_hand" : row.reason;
            shown.price = row.price;
            shown.reason_text = reason_text(shown.reason, row.filter, row.price);
            shown.advice = relaxing_text(row);
            if (row.nearest && sight.of(*row.nearest))
                shown.nearest = named(reader, services, caller, *row.nearest);
        }
        detail.order_list.push_back(std::move(shown));
    }
}

/// How the seats spread over agencies and counties, where the fair asked for floors.
void add_spread(const store::Reader& reader, const app::Services& services, const FairRow& fair,
                const std::vector<FairPairRow>& pairs, FairDetail& detail) {
    if (fair.agency_floor == 0 && fair.place_floor == 0) return;
    const auto known = known_problem(reader, fair);
    if (!known) return;
    const auto& problem = known->named.problem;
    const auto& tables = services.get<codes::Tables>();
    std::vector<SpreadView> agencies;
    std::vector<SpreadView> places;
    for (std::size_t g = 0; g < problem.worker_groups.size(); ++g) {
        const auto agency = organisations::find_reference(
            reader, *OrganisationId::parse(known->named.worker_groups[g]));
        agencies.push_back({SpreadKind::agency, agency ? agency->name : "", 0, 0,
                            static_cast<int>(problem.worker_groups[g].least)});
    }
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        places.push_back({SpreadKind::place, tables.place_name({known->named.groups[g]}), 0, 0,
                          static_cast<int>(problem.groups[g].least)});
    for (const auto& worker : problem.workers)
        if (worker.group >= 0) ++agencies[static_cast<std::size_t>(worker.group)].whole;
    for (const auto& order : problem.orders)
        if (order.group >= 0) places[static_cast<std::size_t>(order.group)].whole += order.most;
    for (const auto& pair : pairs) {
        const auto worker = known->worker(pair.person);
        const auto order = known->order(pair.order_id);
        const auto agency = worker ? problem.workers[static_cast<std::size_t>(*worker)].group : -1;
        const auto place = order ? problem.orders[static_cast<std::size_t>(*order)].group : -1;
        if (agency >= 0) ++agencies[static_cast<std::size_t>(agency)].filled;
        if (place >= 0) ++places[static_cast<std::size_t>(place)].filled;
    }
    detail.spread = std::move(agencies);
    detail.spread.insert(detail.spread.end(), places.begin(), places.end());
}

}  // namespace

people::Reference named(const store::Reader& reader, const app::Services& services,
                        const access::Caller& caller, PersonId person) {
    auto found = people::find_reference(reader, services, caller, person);
    return found ? std::move(*found) : people::Reference{person, ""};
}

OpenOrderView view(const store::Reader& reader, const app::Services& services,
                   const orders::OrderRow& order, int seats) {
    auto employer = organisations::find_reference(reader, order.employer);
    return {{order.id, order.title},
            employer ? std::move(*employer) : organisations::Reference{order.employer, ""},
            order.place,
            services.get<codes::Tables>().place_name(order.place),
            seats,
            order.starts_on,
            order.ends_on};
}

FairPairView view(const store::Reader& reader, const app::Services& services,
                  const access::Caller& caller, const FairPairRow& pair) {
    return {named(reader, services, caller, pair.person),
            pair.order_id,
            pair.score,
            pair.by_hand,
            pair.seat_id,
            pair.refusal,
            refusal_text(pair.refusal)};
}

FairView view(const store::Reader& reader, const app::Services& services,
              const access::Caller& caller, const FairRow& fair) {
    FairView shown;
    shown.id = fair.id;
    shown.title = fair.title;
    if (fair.organisation)
        shown.organisation = organisations::find_reference(reader, *fair.organisation);
    shown.place = fair.place;
    shown.place_name = services.get<codes::Tables>().place_name(fair.place);
    shown.pool = fair.pool;
    shown.several = fair.several;
    shown.agency_floor = fair.agency_floor;
    shown.place_floor = fair.place_floor;
    shown.seconds = fair.seconds;
    shown.status = fair.status;
    shown.failure = fair.failure;
    shown.mine = is_own(caller, fair);
    shown.orders = fair.orders;
    shown.seats = fair.seats;
    shown.ranked = fair.ranked;
    shown.people = fair.people;
    shown.pairs = fair.pairs;
    shown.steps = fair.steps;
    shown.stage = fair.stage;
    shown.stop_asked = fair.stop_asked;
    shown.spent_seconds = fair.spent_seconds;
    shown.best_so_far = fair.best_so_far;
    shown.bound_so_far = fair.bound_so_far;
    shown.filled = fair.filled;
    shown.total = fair.total;
    shown.optimum = fair.optimum;
    shown.bound = fair.bound;
    shown.feasible_percent = fair.feasible_percent;
    shown.input_digest = fair.input_digest;
    shown.created_at = fair.created_at;
    shown.decided_at = fair.decided_at;
    shown.handed_over_at = fair.handed_over_at;
    return shown;
}

FairDetail detail(const store::Reader& reader, const app::Services& services,
                  const access::Caller& caller, const FairRow& fair) {
    FairDetail shown;
    static_cast<FairView&>(shown) = view(reader, services, caller, fair);
    Sight sight(reader, caller, fair);
    const auto pairs = pairs_of(reader, fair);
    add_orders(reader, services, caller, fair, sight, pairs, shown);
    for (const auto& pair : pairs) {
        if (!sight.of(pair.order_id)) continue;
        if (sight.of(pair.person))
            shown.pair_list.push_back(view(reader, services, caller, pair));
        else
            ++shown.hidden;
    }
    if (sight.own()) add_spread(reader, services, fair, pairs, shown);
    return shown;
}

}  // namespace jianghui::fairs
