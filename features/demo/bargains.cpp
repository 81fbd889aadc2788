// Fees that are bid for and bargained over: what waits on the last day, and one opening that is over.

#include <fmt/format.h>

#include "features/counter_offers/api.hpp"
#include "features/demo/market.hpp"
#include "features/quotes/api.hpp"

namespace jianghui::demo {
namespace {

constexpr std::size_t showcase_agencies = 3;  ///< of Yibin, Luzhou and Neijiang

/// An order of the showcase's employer that is given by sealed bids within a day.
PlannedOrder by_bids(int headcount, int starts_in) {
    PlannedOrder planned;
    planned.trade = 0;
    planned.place = {"511502"};
    planned.headcount = headcount;
    planned.starts_in = starts_in;
    planned.kind = orders::OrderKind::flex;
    planned.mode = orders::GrabMode::quote;
    return planned;
}

/// A bid of so many hundredths of the order's fee.
void bid(World& world, const orders::OrderRow& order, std::size_t agency, int seats, int percent) {
    quotes::PlaceBid wanted;
    wanted.order = order.id;
    wanted.fee_fen.value = order.service_fee_fen.value * percent / 100;
    wanted.seats.value = seats;
    wanted.nonce.text = fmt::format("{:032x}", 0x5eed0000 + agency * 100 + percent);
    (void)world.attempt(world.agencies[agency].caller, [&](app::Command& command) {
        return quotes::bid(command, wanted);
    });
}

void bid_all(World& world, int headcount, int starts_in) {
    const auto order = publish(world, by_bids(headcount, starts_in));
    const int percents[showcase_agencies] = {90, 75, 75};
    for (std::size_t agency = 0; agency < showcase_agencies; ++agency)
        bid(world, order, agency, headcount / 2, percents[agency]);
}

void counter(World& world, std::size_t agency, int percent) {
    auto planned = by_bids(8, 14);
    planned.mode.reset();
    const auto order = publish(world, planned);
    counter_offers::Propose wanted;
    wanted.order = order.id;
    wanted.seats.value = 4;
    wanted.fee_fen.value = order.service_fee_fen.value * percent / 100;
    wanted.message.text = "需要从外地组织，路费较高，请考虑";
    (void)world.attempt(world.agencies[agency].caller, [&](app::Command& command) {
        return counter_offers::propose(command, wanted);
    });
}

}  // namespace

void tell_bargains(World& world) {
    const auto before_end = [&world](int hours) { return world.end - std::chrono::hours(hours); };
    world.at(before_end(40), [&world] { bid_all(world, 10, 12); });
    world.at(before_end(5), [&world] { bid_all(world, 12, 15); });
    world.at(before_end(4), [&world] { counter(world, 1, 115); });
}

}  // namespace jianghui::demo
