#include "features/fairs/sight.hpp"

#include <algorithm>

#include "features/fairs/store.hpp"

namespace jianghui::fairs {
namespace {

int empty_seats_of(const orders::OrderRow& order, const std::vector<shares::ShareRow>& live,
                   const access::Caller& caller) {
    using orders::OrderStatus;
    int empty = 0;
    const bool all = caller.is(access::Role::official);
    for (const auto& share : live)
        if (all || share.agency == caller.organisation) empty += share.seats - share.staffed;
    const bool in_market =
        order.status == OrderStatus::open || order.status == OrderStatus::filled;
    return all && in_market ? empty + order.remaining : empty;
}

bool may_allocate(const orders::OrderRow& order) {
    using orders::OrderStatus;
    return order.status == OrderStatus::open || order.status == OrderStatus::filled ||
           order.status == OrderStatus::running;
}

std::optional<OpenOrder> open_order(const store::Reader& reader, const access::Caller& caller,
                                    orders::OrderRow&& order) {
    if (!may_allocate(order)) return std::nullopt;
    if (caller.is(access::Role::official) && !caller.acts_in(order.place)) return std::nullopt;
    const int seats = empty_seats_of(order, shares::live_of_order(reader, order.id), caller);
    return seats > 0 ? std::optional(OpenOrder{std::move(order), seats}) : std::nullopt;
}

}  // namespace

bool is_own(const access::Caller& caller, const FairRow& fair) {
    if (fair.organisation)
        return caller.is(access::Role::agency) && caller.organisation == *fair.organisation;
    return caller.acts_in(fair.place);
}

Result<FairRow> find_visible(const store::Reader& reader, const access::Caller& caller,
                             FairId id) {
    auto fair = find(reader, id);
    if (!fair) return refuse(not_found);
    const bool handed =
        caller.is(access::Role::agency) && is_handed_to(reader, *fair, caller.organisation);
    if (!is_own(caller, *fair) && !handed) return refuse(not_found);
    return std::move(*fair);
}

Result<FairRow> find_own(const store::Reader& reader, const access::Caller& caller, FairId id) {
    TRY(FairRow fair, find_visible(reader, caller, id));
    if (!is_own(caller, fair)) return refuse(not_allowed);
    return fair;
}

bool Sight::of(OrderId order) {
    if (own_) return true;
    const auto [known, fresh] = orders_.emplace(order, false);
    if (fresh)
        for (const auto& share : shares::live_of_order(reader_, order))
            known->second |= share.agency == caller_.organisation;
    return known->second;
}

bool Sight::of(PersonId person) const {
    return own_ || people::may_be_offered(reader_, caller_.organisation, person);
}

access::Caller owner_of(const FairRow& fair) {
    access::Caller owner;
    owner.account = fair.created_by;
    owner.place = fair.place;
    owner.role = fair.organisation ? access::Role::agency : access::Role::official;
    owner.organisation = fair.organisation.value_or(OrganisationId{});
    return owner;
}

std::vector<OpenOrder> open_orders(const store::Reader& reader, const access::Caller& caller) {
    std::vector<OpenOrder> found;
    for (auto& order : orders::each_open(reader))
        if (auto open = open_order(reader, caller, std::move(order)))
            found.push_back(std::move(*open));
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return a.order.id < b.order.id; });
    return found;
}

std::optional<OpenOrder> open_order(const store::Reader& reader, const access::Caller& caller,
                                    OrderId id) {
    auto order = orders::find(reader, id);
    return order ? open_order(reader, caller, std::move(*order)) : std::nullopt;
}

std::vector<shares::ShareRow> shares_with_room(const store::Reader& reader, OrderId order,
                                               OrganisationId agency) {
    auto live = shares::live_of_order(reader, order);
    live.erase(std::remove_if(live.begin(), live.end(),
                              [&](const auto& share) {
                                  return share.agency != agency || share.staffed >= share.seats;
                              }),
               live.end());
    return live;
}

}  // namespace jianghui::fairs
