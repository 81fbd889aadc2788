// Searches by distance (Dijkstra): the nearest end of a chain, and prices that follow it.
#include "engine/matching/allocation_repair.hpp"

#include <algorithm>
#include <utility>

namespace jianghui::matching {
void AllocationRepair::begin_search() {
    ++round_;
    settled_.clear();
    heap_.clear();
    near_orders_.clear();
    near_workers_.clear();
    first_near_worker_ = 0;
    now_ = 0;
}

bool AllocationRepair::is_settled(std::int32_t order) const {
    return settled_in_[at(order)] == round_;
}

void AllocationRepair::reach(std::int32_t order, Cost distance, std::int32_t edge) {
    if (is_settled(order)) return;
    if (reached_in_[at(order)] == round_ && distance_[at(order)] <= distance) return;
    reached_in_[at(order)] = round_;
    distance_[at(order)] = distance;
    via_[at(order)] = edge;
    wait(distance, order);
}

void AllocationRepair::wait(Cost distance, std::int32_t what) {
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
bool AllocationRepair::take_near(Next& next) {
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

bool AllocationRepair::take_next(Cost limit, Next& next) {
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
void AllocationRepair::move_prices(Cost distance, int direction) {
    for (const auto order : settled_) {
        const Cost change = direction * (distance - distance_[at(order)]);
        if (change != 0) move_price(order, change);
    }
}

void AllocationRepair::move_price(std::int32_t order, Cost change) {
    price_[at(order)] += change;
    for (const auto worker : inside_[at(order)]) worth_[at(worker)] -= change;
}

// ---- workers look for a seat ----

/// The path: one of them takes a seat, who held it takes another, and so on, until one takes a free seat
/// or goes without. Its length is what all of them lose by it at the prices as they are.
void AllocationRepair::seek(const Numbers& workers) {
    begin_search();
    PathEnd end{far, none, none, none};
    for (const auto worker : workers) end.distance = std::min(end.distance, worth_[at(worker)]);
    for (const auto worker : workers) scan_worker(worker, 0, end);
    for (Next next{}; take_next(end.distance, next);) {
        if (next.what < 0) {
            scan_worker(~next.what, distance_[at(at_[at(~next.what)])], end);
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

void AllocationRepair::move_along_seats(const PathEnd& end) {
    if (end.worker != none) release(end.worker);
    for (auto order = end.order; order != none;) {
        const auto edge = via_[at(order)];
        const auto moved = problem_.edges[at(edge)].worker;
        order = at_[at(moved)];
        put(moved, edge);
    }
}

/// Whether somebody goes without is looked at first: it may end the search. Of the others those come later
/// of whom it is known that they lose something by leaving.
void AllocationRepair::scan_held(std::int32_t order, Cost distance, PathEnd& end) {
    const auto& workers = inside_[at(order)];
    for (const auto worker : workers)
        if (distance + worth_[at(worker)] < end.distance)
            end = {distance + worth_[at(worker)], order, worker, none};
    if (end.distance <= distance) return;
    const Cost price = price_[at(order)];
    for (const auto worker : workers) {
        const Cost stays = stays_[at(worker)];
        const Cost loss = stays == unknown ? 0 : stays - price;
        if (distance + loss < end.distance) wait(distance + loss, ~worker);
    }
}

void AllocationRepair::scan_worker(std::int32_t worker, Cost distance, PathEnd& end) {
    const Cost worth = worth_[at(worker)];
    const auto held = held_[at(worker)];
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
    if (held != none) stays_[at(worker)] = pairs_[held].score - best;
    looked_at_ += last - begin;
}

// ---- seats look for a worker ----

/// The path: somebody takes one of the seats, hers is taken by another, and so on, until somebody comes
/// who had none, or the price of the seat that stays empty has fallen to 0.
void AllocationRepair::fill(const Numbers& holes) {
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

void AllocationRepair::move_into_holes(const PathEnd& end) {
    if (end.worker != none) put(end.worker, end.edge);
    for (auto order = end.order; via_[at(order)] != none;) {
        const auto edge = via_[at(order)];
        put(problem_.edges[at(edge)].worker, edge);
        order = problem_.edges[at(edge)].order;
    }
}

/// Those who stand first may bring the end so near that the others are too far away.
void AllocationRepair::scan_incoming(std::int32_t order, Cost distance, PathEnd& end) {
    if (front_[at(order)].end == none) bring_forward(order);
    const auto [begin, last] = incoming_of(order);
    const auto front = front_[at(order)];
    const Cost base = distance + price_[at(order)];
    scan_pairs(begin, front.end, order, base, end);
    if (front.end < last && base + front.others < end.distance) scan_pairs(front.end, last, order, base, end);
}

void AllocationRepair::scan_pairs(std::int32_t begin, std::int32_t last, std::int32_t order, Cost base, PathEnd& end) {
    for (auto i = begin; i < last; ++i) {
        const Incoming& one = incoming_[at(i)];
        const Cost there = base + worth_[at(one.worker)] - one.score;
        if (there >= end.distance) continue;
        const auto from = at_[at(one.worker)];
        if (from == order) continue;
        if (from == none)
            end = {there, order, one.worker, one.edge};
        else
            reach(from, there, one.edge);
    }
    looked_at_ += last - begin;
}

/// Those come to stand first who lose little by coming at the price as it is: most of an order's pairs are
/// never near, and the order is asked again and again while its price falls.
void AllocationRepair::bring_forward(std::int32_t order) {
    const auto [begin, last] = incoming_of(order);
    const Cost most = slack_ - price_[at(order)];
    Front front{begin, far};
    for (auto i = begin; i < last; ++i) {
        Incoming& one = incoming_[at(i)];
        const Cost loss = worth_[at(one.worker)] - one.score;
        if (loss > most) {
            front.others = std::min(front.others, loss);
            continue;
        }
        Incoming& other = incoming_[at(front.end)];
        std::swap(one, other);
        if (!in_place_.empty()) {
            in_place_[at(one.edge)] = i;
            in_place_[at(other.edge)] = front.end;
        }
        ++front.end;
    }
    front_[at(order)] = front;
    looked_at_ += last - begin;
}

}  // namespace jianghui::matching
