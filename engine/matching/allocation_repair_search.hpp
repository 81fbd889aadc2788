#pragma once
// Searches by distance (Dijkstra): the nearest end of a chain, and prices that follow it.
#include "engine/matching/allocation_repair.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::matching {
template <class Cost>
void AllocationRepair<Cost>::begin_search() {
    ++round_;
    settled_.clear();
    heap_.clear();
    near_orders_.clear();
    near_workers_.clear();
    first_near_worker_ = 0;
    now_ = 0;
}

template <class Cost>
bool AllocationRepair<Cost>::is_settled(std::int32_t order) const {
    return settled_in_[at(order)] == round_;
}

template <class Cost>
void AllocationRepair<Cost>::reach(std::int32_t order, Cost distance, std::int32_t edge) {
    if (is_settled(order)) return;
    if (reached_in_[at(order)] == round_ && distance_[at(order)] <= distance) return;
    reached_in_[at(order)] = round_;
    distance_[at(order)] = distance;
    via_[at(order)] = edge;
    wait(distance, order);
}

template <class Cost>
void AllocationRepair<Cost>::wait(Cost distance, std::int32_t what) {
    if (distance > now_) {
        heap_.push_back({distance, what});
        std::push_heap(heap_.begin(), heap_.end());
    } else if (what < 0) {
        near_workers_.push_back(~what);
    } else {
        near_orders_.push_back(what);
    }
}

/// Orders first, since a look at one may end the search; then workers, who came first first, so that the
/// chain of moves is short.
template <class Cost>
bool AllocationRepair<Cost>::take_near(Next& next) {
    while (!near_orders_.empty()) {
        next = {now_, near_orders_.back()};
        near_orders_.pop_back();
        if (is_settled(next.what)) continue;
        settled_in_[at(next.what)] = round_;
        settled_.push_back(next.what);
        return true;
    }
    if (first_near_worker_ == near_workers_.size()) return false;
    next = {now_, ~near_workers_[first_near_worker_++]};
    if (first_near_worker_ < near_workers_.size()) fetch(near_workers_[first_near_worker_]);
    return true;
}

template <class Cost>
bool AllocationRepair<Cost>::take_next(Cost limit, Next& next) {
    while (now_ < limit) {
        if (take_near(next)) return true;
        if (heap_.empty()) return false;
        const Next nearest = heap_.front();
        std::pop_heap(heap_.begin(), heap_.end());
        heap_.pop_back();
        now_ = nearest.distance;
        wait(nearest.distance, nearest.what);
    }
    return false;
}

/// Every order nearer than the end of the path is so much dearer (1), or cheaper (−1).
template <class Cost>
void AllocationRepair<Cost>::move_prices(Cost distance, int direction) {
    for (const auto order : settled_) {
        const Cost change = direction * (distance - distance_[at(order)]);
        if (change != 0) move_price(order, change);
    }
}

template <class Cost>
void AllocationRepair<Cost>::move_price(std::int32_t order, Cost change) {
    price_[at(order)] += change;
    for (const auto worker : inside_[at(order)]) worth_[at(worker)] -= change;
}

// ---- workers look for a seat ----

/// The path: one of them takes a seat, who held it takes another, and so on, until one takes a free seat
/// or goes without. Its length is what all of them lose by it at the prices as they are.
template <class Cost>
void AllocationRepair<Cost>::seek(const Numbers& workers) {
    begin_search();
    PathEnd end{far, none, none, none};
    for (const auto worker : workers) end.distance = std::min(end.distance, worth_[at(worker)]);
    for (const auto worker : workers) scan_worker(worker, 0, end);
    for (Next next{}; take_next(end.distance, next);) {
        if (next.what < 0) {
            scan_worker(~next.what, distance_[at(seat_[at(~next.what)].order)], end);
        } else if (is_free(next.what)) {
            end = {next.distance, next.what, none, none};
        } else {
            scan_held(next.what, next.distance, end);
        }
    }
    move_prices(end.distance, 1);
    for (const auto worker : workers) worth_[at(worker)] -= end.distance;
    move_along_seats(end);
}

template <class Cost>
void AllocationRepair<Cost>::move_along_seats(const PathEnd& end) {
    if (end.worker != none) release(end.worker);
    for (auto order = end.order; order != none;) {
        const auto edge = via_[at(order)];
        const auto moved = problem_.edges[at(edge)].worker;
        order = seat_[at(moved)].order;
        put(moved, edge);
    }
}

/// Whether somebody goes without is looked at first: it may end the search. Of the others those come later
/// of whom it is known that they lose something by leaving.
template <class Cost>
void AllocationRepair<Cost>::scan_held(std::int32_t order, Cost distance, PathEnd& end) {
    const auto& workers = inside_[at(order)];
    for (const auto worker : workers)
        if (distance + worth_[at(worker)] < end.distance)
            end = {distance + worth_[at(worker)], order, worker, none};
    if (end.distance <= distance) return;
    for (const auto worker : workers) {
        const Cost loss = loss_of_leaving(worker);
        if (distance + loss < end.distance) wait(distance + loss, ~worker);
    }
}

template <class Cost>
void AllocationRepair<Cost>::scan_worker(std::int32_t worker, Cost distance, PathEnd& end) {
    const Cost worth = worth_[at(worker)];
    auto& seat = seat_[at(worker)];
    const auto held = seat.edge;
    Cost best = 0;
    const auto [begin, last] = edges_of(worker);
    for (auto e = begin; e < last; ++e) {
        if (e == held) continue;
        const auto pair = pairs_[e];
        const Cost each = gain(pair);
        best = std::max(best, each);
        const Cost there = distance + worth - each;
        if (there < end.distance) reach(pair.order, there, e);
    }
    if (held != none) seat.stays = static_cast<Cost>(pairs_[held].score) - best;
    looked_at_ += last - begin;
}

// ---- seats look for a worker ----

/// The path: somebody takes one of the seats, hers is taken by another, and so on, until somebody comes
/// who had none, or the price of the seat that stays empty has fallen to 0.
template <class Cost>
void AllocationRepair<Cost>::fill(const Numbers& holes) {
    begin_search();
    PathEnd end{far, none, none, none};
    for (const auto hole : holes) {
        reach(hole, 0, none);
        if (price_[at(hole)] < end.distance) end = {price_[at(hole)], hole, none, none};
    }
    for (Next next{}; take_next(end.distance, next);) {
        if (next.distance + price_[at(next.what)] < end.distance)
            end = {next.distance + price_[at(next.what)], next.what, none, none};
        scan_incoming(next.what, next.distance, end);
    }
    move_prices(end.distance, -1);
    move_into_holes(end);
}

template <class Cost>
void AllocationRepair<Cost>::move_into_holes(const PathEnd& end) {
    if (end.worker != none) put(end.worker, end.edge);
    for (auto order = end.order; via_[at(order)] != none;) {
        const auto edge = via_[at(order)];
        put(problem_.edges[at(edge)].worker, edge);
        order = problem_.edges[at(edge)].order;
    }
}

/// Those who are near may bring the end so near that the others are too far away.
template <class Cost>
void AllocationRepair<Cost>::scan_incoming(std::int32_t order, Cost distance, PathEnd& end) {
    if (front_[at(order)].begin == none) bring_forward(order);
    const auto front = front_[at(order)];
    const Cost base = distance + price_[at(order)];
    for (auto i = front.begin; i < front.end; ++i) {
        const auto& one = near_[at(i)];
        const Cost there = base + worth_[at(one.worker)] - one.score;
        if (there < end.distance) come(order, one.worker, one.place, there, end);
    }
    looked_at_ += front.end - front.begin;
    if (front.others == far || base + front.others >= end.distance) return;
    const auto [begin, last] = incoming_of(order);
    for (auto i = begin; i < last; ++i) {
        const auto& one = incoming_[at(i)];
        const Cost there = base + worth_[at(one.worker)] - one.score;
        if (there < end.distance) come(order, one.worker, i, there, end);
    }
    looked_at_ += last - begin;
}

/// Somebody who loses so much by coming ends the chain, or leaves a seat behind.
template <class Cost>
void AllocationRepair<Cost>::come(std::int32_t order, std::int32_t worker, std::int32_t place, Cost distance, PathEnd& end) {
    const auto from = seat_[at(worker)].order;
    if (from == order) return;
    if (from == none)
        end = {distance, order, worker, incoming_edge_[at(place)]};
    else
        reach(from, distance, incoming_edge_[at(place)]);
}

/// Copies together those who lose little by coming at the price as it is: most of an order's pairs are never near,
/// and the order is asked again and again while its price falls. Without branches, which nobody could foretell.
template <class Cost>
void AllocationRepair<Cost>::bring_forward(std::int32_t order) {
    const auto [begin, last] = incoming_of(order);
    if (last - begin > in_first_.back() - near_count_) forget_fronts();
    const Cost most = slack_ - price_[at(order)];
    Front front{near_count_, near_count_};
    for (auto i = begin; i < last; ++i) {
        const Incoming& one = incoming_[at(i)];
        const Cost loss = worth_[at(one.worker)] - one.score;
        near_[at(front.end)] = {one.score, one.worker, i};
        front.end += loss <= most ? 1 : 0;
        front.others = std::min(front.others, loss <= most ? far : loss);
    }
    near_count_ = front.end;
    front_[at(order)] = front;
    looked_at_ += last - begin;
}

template <class Cost>
void AllocationRepair<Cost>::forget_fronts() {
    front_.assign(problem_.orders.size(), {});
    near_count_ = 0;
}

}  // namespace jianghui::matching
