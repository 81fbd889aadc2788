#pragma once
// Members of AllocationRepair: who of an order's workers can leave without loss. Where prices stand well hardly anybody
// can, and searches along ties pass over all others without a look at their pairs.
#include "engine/matching/allocation_repair.hpp"

#include <algorithm>

namespace jianghui::matching {

/// Till now prices may have moved either way. Where many will look for a seat, and few of those whom they meet can
/// leave without loss, all pairs are read once, one after the other: far quicker than to wait for the pairs of each.
template <class Cost>
void AllocationRepair<Cost>::begin_stays() {
    few_may_leave_ = many_seek() && few_may_leave();
    for (std::int32_t w = 0; at(w) < seat_.size(); ++w) {
        auto& seat = seat_[at(w)];
        seat.stays = unknown;
        if (few_may_leave_ && seat.edge != none)
            seat.stays = static_cast<Cost>(pairs_[seat.edge].score) - best_besides(w, seat.edge);
    }
}

/// Asks some of the workers.
template <class Cost>
bool AllocationRepair<Cost>::few_may_leave() const {
    const auto step = std::max<std::size_t>(1, seat_.size() / 64);
    int asked = 0;
    int may_leave = 0;
    for (std::size_t w = 0; w < seat_.size(); w += step) {
        if (seat_[w].edge == none) continue;
        ++asked;
        may_leave += best_besides(static_cast<std::int32_t>(w), seat_[w].edge) >= gain(seat_[w].edge) ? 1 : 0;
    }
    return 4 * may_leave < asked;
}

template <class Cost>
void AllocationRepair<Cost>::note_worth(Leavers& leavers, std::int32_t worker) const {
    if (worth_[at(worker)] >= leavers.least_worth) return;
    leavers.least_worth = worth_[at(worker)];
    leavers.least = worker;
}

template <class Cost>
const typename AllocationRepair<Cost>::Leavers& AllocationRepair<Cost>::leavers_of(std::int32_t order) {
    auto& leavers = leavers_[at(order)];
    if (leavers.pass == pass_ && leavers.least != none) return leavers;
    const auto& workers = inside_[at(order)];
    if (leavers.pass != pass_) {
        leavers = {pass_, static_cast<std::int32_t>(workers.size())};
        if (few_may_leave_) divide(order, leavers);
    }
    leavers.least_worth = far;
    for (const auto worker : workers) note_worth(leavers, worker);
    return leavers;
}

/// Who may leave comes to stand before those who lose something by it.
template <class Cost>
void AllocationRepair<Cost>::divide(std::int32_t order, Leavers& leavers) {
    auto& workers = inside_[at(order)];
    for (std::int32_t i = 0; i < leavers.count;) {
        const Cost loss = loss_of_leaving(workers[at(i)]);
        if (loss == 0) {
            ++i;
        } else {
            leavers.others = std::min(leavers.others, loss);
            swap_places(workers, i, --leavers.count);
        }
    }
}

/// Where many look for a seat: who goes through all workers, one after the other, need not wait for the memory of those
/// of each order.
template <class Cost>
void AllocationRepair<Cost>::find_all_leavers() {
    for (auto& leavers : leavers_) leavers = {pass_};
    for (std::int32_t w = 0; at(w) < seat_.size(); ++w) {
        const auto& seat = seat_[at(w)];
        if (seat.edge == none) continue;
        auto& leavers = leavers_[at(seat.order)];
        note_worth(leavers, w);
        const Cost loss = loss_of_leaving(w);
        if (loss == 0)
            swap_places(inside_[at(seat.order)], seat.place, leavers.count++);
        else
            leavers.others = std::min(leavers.others, loss);
    }
}

}  // namespace jianghui::matching
