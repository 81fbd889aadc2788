#include "engine/matching/allocation_repair.hpp"

#include <algorithm>
#include <numeric>

namespace jianghui::matching {
// ---- what there is ----

AllocationRepair::AllocationRepair(const AllocationProblem& problem,
                                   const std::vector<std::int32_t>& held,
                                   std::vector<std::int64_t> prices)
    : problem_(problem), first_(problem.workers.size() + 1), held_(problem.workers.size(), none),
      at_(held_), place_(held_), worth_(problem.workers.size()),
      stays_(problem.workers.size(), unknown), price_(std::move(prices)),
      inside_(problem.orders.size()), reached_in_(problem.orders.size()), settled_in_(reached_in_),
      distance_(problem.orders.size()), via_(problem.orders.size()) {
    Cost highest = 0;
    for (const auto& edge : problem.edges) {
        ++first_[at(edge.worker) + 1];
        highest = std::max(highest, edge.score);
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    index_orders();
    for (const auto edge : held)
        if (edge != none) put(problem.edges[at(edge)].worker, edge);
    for (std::int32_t o = 0; at(o) < price_.size(); ++o) {
        // What has no seats costs nothing to call dear.
        if (problem.orders[at(o)].most == 0) price_[at(o)] = highest;
        touch(o);
    }
    for (std::int32_t w = 0; at(w) < held_.size(); ++w)
        if (problem.workers[at(w)].most > 0) changed_.push_back(w);
}

void AllocationRepair::index_orders() {
    in_first_.assign(problem_.orders.size() + 1, 0);
    const auto takes_part = [&](const AllocationEdge& edge) {
        return problem_.workers[at(edge.worker)].most > 0;
    };
    for (const auto& edge : problem_.edges)
        if (takes_part(edge)) ++in_first_[at(edge.order) + 1];
    std::partial_sum(in_first_.begin(), in_first_.end(), in_first_.begin());
    incoming_.resize(at(in_first_.back()));
    auto next = in_first_;
    for (std::size_t e = 0; e < problem_.edges.size(); ++e) {
        const auto& edge = problem_.edges[e];
        if (takes_part(edge))
            incoming_[at(next[at(edge.order)]++)] = {edge.score, edge.worker,
                                                     static_cast<std::int32_t>(e)};
    }
}

std::pair<std::int32_t, std::int32_t> AllocationRepair::edges_of(std::int32_t worker) const {
    return {first_[at(worker)], first_[at(worker) + 1]};
}

std::pair<std::int32_t, std::int32_t> AllocationRepair::incoming_of(std::int32_t order) const {
    return {in_first_[at(order)], in_first_[at(order) + 1]};
}

AllocationRepair::Cost AllocationRepair::gain(std::int32_t edge) const {
    const auto& pair = problem_.edges[at(edge)];
    return pair.score - price_[at(pair.order)];
}

bool AllocationRepair::is_free(std::int32_t order) const {
    return inside_[at(order)].size() < at(problem_.orders[at(order)].most);
}

// ---- what changes ----

void AllocationRepair::changed_score(std::int32_t edge) {
    const auto& pair = problem_.edges[at(edge)];
    if (problem_.workers[at(pair.worker)].most == 0) return;
    const auto [begin, end] = incoming_of(pair.order);
    const auto found = std::lower_bound(
        incoming_.begin() + begin, incoming_.begin() + end, pair.worker,
        [](const Incoming& one, std::int32_t worker) { return one.worker < worker; });
    found->score = pair.score;
    changed_.push_back(pair.worker);
}

void AllocationRepair::changed_seats(std::int32_t order) { touch(order); }

void AllocationRepair::touch(std::int32_t order) { touched_.push_back(order); }

void AllocationRepair::put(std::int32_t worker, std::int32_t edge) {
    if (held_[at(worker)] != none) release(worker);
    const auto order = problem_.edges[at(edge)].order;
    held_[at(worker)] = edge;
    at_[at(worker)] = order;
    place_[at(worker)] = static_cast<std::int32_t>(inside_[at(order)].size());
    inside_[at(order)].push_back(worker);
    stays_[at(worker)] = unknown;
}

void AllocationRepair::release(std::int32_t worker) {
    auto& others = inside_[at(at_[at(worker)])];
    const auto place = place_[at(worker)];
    others[at(place)] = others.back();
    place_[at(others[at(place)])] = place;
    others.pop_back();
    held_[at(worker)] = at_[at(worker)] = none;
}

/// The worth anew; who holds something worse gives it up.
void AllocationRepair::look_again(std::int32_t worker) {
    Cost best = 0;
    const auto [begin, end] = edges_of(worker);
    for (auto e = begin; e < end; ++e) best = std::max(best, gain(e));
    worth_[at(worker)] = best;
    if (held_[at(worker)] != none && gain(held_[at(worker)]) < best) {
        touch(at_[at(worker)]);
        release(worker);
    }
    if (held_[at(worker)] == none && best > 0) seekers_.push_back(worker);
}

/// Those leave first to whom the seat is worth least.
void AllocationRepair::evict_excess(std::int32_t order) {
    auto& workers = inside_[at(order)];
    while (workers.size() > at(problem_.orders[at(order)].most)) {
        const auto least = *std::min_element(
            workers.begin(), workers.end(), [&](std::int32_t a, std::int32_t b) {
                return std::pair(worth_[at(a)], a) < std::pair(worth_[at(b)], b);
            });
        release(least);
        if (worth_[at(least)] > 0) seekers_.push_back(least);
    }
}

AllocationRepair::End AllocationRepair::run(const AllocationWatch& watch, std::int64_t looks) {
    // Who still looked for a seat when a run was stopped is looked at again like the changed ones.
    changed_.insert(changed_.end(), seekers_.begin(), seekers_.end());
    seekers_.clear();
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    for (const auto worker : changed_) look_again(worker);
    changed_.clear();
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (const auto order : touched_) evict_excess(order);

    std::fill(stays_.begin(), stays_.end(), unknown);
    looked_at_ = 0;
    const auto most = looks * std::max<std::int64_t>(1000, static_cast<std::int64_t>(problem_.edges.size()));
    while (!seekers_.empty() || !touched_.empty()) {
        if (watch && !watch(looked_at_)) return End::stopped;
        if (looked_at_ > most) return End::too_far;
        if (!seekers_.empty()) {
            const auto worker = seekers_.back();
            seek(worker);
            seekers_.pop_back();
        } else if (const auto order = touched_.back(); is_free(order) && price_[at(order)] > 0) {
            fill(order);
        } else {
            touched_.pop_back();
        }
    }
    return End::best;
}

Allocation AllocationRepair::answer(End end) const {
    Allocation answer;
    answer.status = end == End::best ? AllocationStatus::optimal : AllocationStatus::stopped;
    for (const auto edge : held_) {
        if (edge == none) continue;
        answer.chosen.push_back(edge);
        answer.total += problem_.edges[at(edge)].score;
    }
    answer.value = answer.total;
    answer.prices.workers.assign(worth_.begin(), worth_.end());
    answer.prices.orders.assign(price_.begin(), price_.end());
    // No pair is worth more than its two prices, so these alone are what `price_bound` would find.
    for (const auto worth : worth_) answer.bound += worth;
    for (std::size_t o = 0; o < price_.size(); ++o)
        answer.bound += Wide{price_[o]} * problem_.orders[o].most;
    return answer;
}

// ---- a search ----

void AllocationRepair::begin_search() {
    ++round_;
    settled_.clear();
    heap_.clear();
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
    heap_.push_back({distance, order});
    std::push_heap(heap_.begin(), heap_.end());
}

bool AllocationRepair::take_next(Cost limit, Next& next) {
    while (!heap_.empty() && heap_.front().distance < limit) {
        next = heap_.front();
        std::pop_heap(heap_.begin(), heap_.end());
        heap_.pop_back();
        if (next.what < 0) return true;
        if (is_settled(next.what)) continue;
        settled_in_[at(next.what)] = round_;
        settled_.push_back(next.what);
        return true;
    }
    return false;
}

/// Every order nearer than the end of the path is so much dearer (1), or cheaper (−1).
void AllocationRepair::move_prices(Cost distance, int direction) {
    for (const auto order : settled_) {
        const Cost change = direction * (distance - distance_[at(order)]);
        if (change == 0) continue;
        price_[at(order)] += change;
        for (const auto worker : inside_[at(order)]) worth_[at(worker)] -= change;
    }
}

// ---- a worker looks for a seat ----

/// The path: the worker takes a seat, who held it takes another, and so on, until one takes a free seat
/// or goes without. Its length is what all of them lose by it at the prices as they are.
void AllocationRepair::seek(std::int32_t worker) {
    begin_search();
    PathEnd end{worth_[at(worker)], none, none, none};
    scan_worker(worker, 0, end);
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
    worth_[at(worker)] -= end.distance;
    if (end.worker != none) release(end.worker);
    for (auto order = end.order; order != none;) {
        const auto edge = via_[at(order)];
        const auto moved = problem_.edges[at(edge)].worker;
        order = at_[at(moved)];
        put(moved, edge);
    }
}

/// Of the workers in an order those come later of whom it is known that they lose something by leaving.
void AllocationRepair::scan_held(std::int32_t order, Cost distance, PathEnd& end) {
    const Cost price = price_[at(order)];
    for (const auto worker : inside_[at(order)]) {
        const Cost stays = stays_[at(worker)];
        if (stays == unknown) {
            scan_worker(worker, distance, end);
        } else if (distance + (stays - price) < end.distance) {
            heap_.push_back({distance + (stays - price), ~worker});
            std::push_heap(heap_.begin(), heap_.end());
        }
    }
}

void AllocationRepair::scan_worker(std::int32_t worker, Cost distance, PathEnd& end) {
    const Cost worth = worth_[at(worker)];
    const auto held = held_[at(worker)];
    if (held != none && distance + worth < end.distance)
        end = {distance + worth, at_[at(worker)], worker, none};
    Cost best = 0;
    const auto [begin, last] = edges_of(worker);
    for (auto e = begin; e < last; ++e) {
        if (e == held) continue;
        const Cost each = gain(e);
        best = std::max(best, each);
        const Cost there = distance + worth - each;
        if (there < end.distance) reach(problem_.edges[at(e)].order, there, e);
    }
    if (held != none) stays_[at(worker)] = problem_.edges[at(held)].score - best;
    looked_at_ += last - begin;
}

// ---- a seat looks for a worker ----

/// The path: somebody takes the seat, hers is taken by another, and so on, until somebody comes who had
/// none, or the price of the seat that stays empty has fallen to 0.
void AllocationRepair::fill(std::int32_t hole) {
    begin_search();
    PathEnd end{price_[at(hole)], hole, none, none};
    reach(hole, 0, none);
    for (Next next{}; take_next(end.distance, next);) {
        if (next.distance + price_[at(next.what)] < end.distance)
            end = {next.distance + price_[at(next.what)], next.what, none, none};
        scan_incoming(next.what, next.distance, end);
    }
    move_prices(end.distance, -1);
    if (end.worker != none) put(end.worker, end.edge);
    for (auto order = end.order; order != hole;) {
        const auto edge = via_[at(order)];
        put(problem_.edges[at(edge)].worker, edge);
        order = problem_.edges[at(edge)].order;
    }
}

void AllocationRepair::scan_incoming(std::int32_t order, Cost distance, PathEnd& end) {
    const auto [begin, last] = incoming_of(order);
    const Cost base = distance + price_[at(order)];
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

}  // namespace jianghui::matching
