#include "engine/matching/allocation_repair.hpp"

#include <algorithm>
#include <numeric>

#include "engine/matching/allocation_repair_leavers.hpp"
#include "engine/matching/allocation_repair_search.hpp"
#include "engine/matching/allocation_repair_ties.hpp"

namespace jianghui::matching {
// ---- what there is ----

template <class Cost>
AllocationRepair<Cost>::AllocationRepair(const AllocationProblem& problem, AllocationPairs pairs,
                                         const std::vector<std::int32_t>& held, const std::vector<std::int64_t>& prices)
    : problem_(problem), pairs_(std::move(pairs)), highest_(static_cast<Cost>(pairs_.highest())),
      slack_(highest_ / nearest_part), worth_(problem.workers.size()), seat_(problem.workers.size()), price_(prices.begin(), prices.end()),
      inside_(problem.orders.size()), reached_in_(problem.orders.size()), settled_in_(reached_in_),
      distance_(problem.orders.size()), via_(problem.orders.size()),
      leavers_(problem.orders.size()), region_of_(problem.orders.size(), none) {
    count_pairs();
    for (const auto edge : held)
        if (edge != none) put(problem.edges[at(edge)].worker, edge);
    for (std::int32_t o = 0; at(o) < price_.size(); ++o) {
        // What has no seats costs nothing to call dear.
        if (problem.orders[at(o)].most == 0) price_[at(o)] = highest_;
        touch(o);
    }
    index_pairs();
}

template <class Cost>
void AllocationRepair<Cost>::count_pairs() {
    in_first_.assign(problem_.orders.size() + 1, 0);
    for (std::int32_t w = 0; at(w) < worth_.size(); ++w) {
        if (problem_.workers[at(w)].most == 0) continue;
        const auto [begin, end] = edges_of(w);
        for (auto e = begin; e < end; ++e) ++in_first_[at(pairs_[e].order) + 1];
    }
    std::partial_sum(in_first_.begin(), in_first_.end(), in_first_.begin());
}

/// By order; and on the same walk what workers are worth, and to whom the prices promise something else.
template <class Cost>
void AllocationRepair<Cost>::index_pairs() {
    const auto count = at(in_first_.back());
    incoming_ = std::make_unique_for_overwrite<Incoming[]>(count);
    incoming_edge_ = std::make_unique_for_overwrite<std::int32_t[]>(count);
    near_ = std::make_unique_for_overwrite<Near[]>(count);  // Memory comes as it is written to.
    auto next = in_first_;
    for (std::int32_t w = 0; at(w) < worth_.size(); ++w) {
        if (problem_.workers[at(w)].most == 0) continue;
        const auto [begin, end] = edges_of(w);
        Cost best = 0;
        for (auto e = begin; e < end; ++e) {
            const auto pair = pairs_[e];
            const auto place = at(next[at(pair.order)]++);
            incoming_[place] = {static_cast<Cost>(pair.score), w};
            incoming_edge_[place] = e;
            best = std::max(best, gain(pair));
        }
        worth_[at(w)] = best;
        const auto held = seat_[at(w)].edge;
        if (best > (held == none ? Cost{0} : gain(held))) changed_.push_back(w);
    }
}

// ---- what changes ----

template <class Cost>
void AllocationRepair<Cost>::expect_changes() {
    if (!in_place_.empty()) return;
    in_place_.resize(problem_.edges.size());
    for (std::int32_t i = 0; i < in_first_.back(); ++i) in_place_[at(incoming_edge_[at(i)])] = i;
}

template <class Cost>
void AllocationRepair<Cost>::changed_score(std::int32_t edge) { changed_scores_.push_back(edge); }

/// All at once, so that memory can be asked in time for what each of them touches. A worker is looked at again only
/// when it is the pair that she holds, or one that has come to be better than her worth.
template <class Cost>
void AllocationRepair<Cost>::take_changed_scores() {
    if (!changed_scores_.empty()) expect_changes();
    const auto some_after = [&](std::size_t i, std::size_t count) {
        return changed_scores_[std::min(i + count, changed_scores_.size() - 1)];
    };
    for (std::size_t i = 0; i < changed_scores_.size(); ++i) {
        const auto later = some_after(i, 2 * looks_ahead);
        prefetch(&in_place_[at(later)]);
        pairs_.fetch(later, later + 1);
        prefetch(&incoming_[at(in_place_[at(some_after(i, looks_ahead))])]);
        const auto edge = changed_scores_[i];
        const auto& pair = problem_.edges[at(edge)];
        if (!takes_part(pair)) continue;
        pairs_.changed(edge);
        incoming_[at(in_place_[at(edge)])].score = static_cast<Cost>(pair.score);
        if (seat_[at(pair.worker)].edge == edge || gain(edge) > worth_[at(pair.worker)]) changed_.push_back(pair.worker);
    }
    changed_scores_.clear();
}

template <class Cost>
void AllocationRepair<Cost>::changed_seats(std::int32_t order) { touch(order); }

template <class Cost>
void AllocationRepair<Cost>::touch(std::int32_t order) { touched_.push_back(order); }

template <class Cost>
void AllocationRepair<Cost>::put(std::int32_t worker, std::int32_t edge) {
    if (seat_[at(worker)].edge != none) release(worker);
    const auto order = problem_.edges[at(edge)].order;
    auto& workers = inside_[at(order)];
    const auto place = static_cast<std::int32_t>(workers.size());
    seat_[at(worker)] = {unknown, edge, order, place};
    workers.push_back(worker);
    auto& leavers = leavers_[at(order)];
    if (leavers.pass != pass_) return;
    note_worth(leavers, worker);
    swap_places(workers, leavers.count++, place);
}

template <class Cost>
void AllocationRepair<Cost>::release(std::int32_t worker) {
    auto& seat = seat_[at(worker)];
    auto& workers = inside_[at(seat.order)];
    auto& leavers = leavers_[at(seat.order)];
    if (leavers.pass == pass_) {
        if (leavers.least == worker) leavers.least = none;
        if (seat.place < leavers.count) swap_places(workers, seat.place, --leavers.count);
    }
    swap_places(workers, seat.place, static_cast<std::int32_t>(workers.size()) - 1);
    workers.pop_back();
    seat.edge = seat.order = none;
}

template <class Cost>
void AllocationRepair<Cost>::swap_places(std::vector<std::int32_t>& workers, std::int32_t one, std::int32_t other) {
    if (one == other) return;
    std::swap(workers[at(one)], workers[at(other)]);
    seat_[at(workers[at(one)])].place = one;
    seat_[at(workers[at(other)])].place = other;
}

/// Asks memory for the seat and edges of a worker who is looked at soon.
template <class Cost>
void AllocationRepair<Cost>::fetch(std::int32_t worker) const {
    prefetch(&seat_[at(worker)]);
    const auto [begin, end] = edges_of(worker);
    pairs_.fetch(begin, end);
}

/// The best gain but for that of this pair, at least 0.
template <class Cost>
Cost AllocationRepair<Cost>::best_besides(std::int32_t worker, std::int32_t edge) const {
    Cost best = 0;
    const auto [begin, last] = edges_of(worker);
    for (auto e = begin; e < last; ++e) best = std::max(best, e == edge ? Cost{0} : gain(e));
    return best;
}

/// The worth anew; who holds something worse gives it up.
template <class Cost>
void AllocationRepair<Cost>::look_again(std::int32_t worker) {
    const Cost best = best_besides(worker, none);
    worth_[at(worker)] = best;
    const auto& seat = seat_[at(worker)];
    if (seat.edge != none && gain(seat.edge) < best) {
        touch(seat.order);
        release(worker);
    }
    if (seat.edge == none && best > 0) seekers_.push_back(worker);
}

/// Those leave first to whom the seat is worth least.
template <class Cost>
void AllocationRepair<Cost>::evict_excess(std::int32_t order) {
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

template <class Cost>
RepairEnd AllocationRepair<Cost>::run(const AllocationWatch& watch, std::int64_t looks) {
    take_changed_scores();
    // Who still looked for a seat when a run was stopped is looked at again like the changed ones.
    changed_.insert(changed_.end(), seekers_.begin(), seekers_.end());
    seekers_.clear();
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        fetch(changed_[std::min(i + looks_ahead, changed_.size() - 1)]);
        look_again(changed_[i]);
    }
    changed_.clear();
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (const auto order : touched_) evict_excess(order);

    begin_stays();
    forget_fronts();
    looked_at_ = ask_at_ = measure_at_ = 0;
    looks_most_ = looks * std::max<std::int64_t>(1000, static_cast<std::int64_t>(problem_.edges.size()));
    // Who looks for a seat comes first: filling seats leaves nobody who would rather have another.
    while (!seekers_.empty())
        if (const auto end = seek_all(watch)) return *end;
    while (!touched_.empty())
        if (const auto end = fill_all(watch)) return *end;
    return RepairEnd::best;
}

template <class Cost>
std::optional<RepairEnd> AllocationRepair<Cost>::interrupted(const AllocationWatch& watch) {
    if (looked_at_ >= ask_at_) {
        if (watch && looked_at_ >= measure_at_) measure();
        progress_.steps = looked_at_;
        if (watch && !watch(progress_)) return RepairEnd::stopped;
        ask_at_ = looked_at_ + looks_between;
    }
    return looked_at_ > looks_most_ ? std::optional(RepairEnd::too_far) : std::nullopt;
}

template <class Cost>
void AllocationRepair<Cost>::measure() {
    progress_ = {AllocationStage::repair, looked_at_, value(), bound()};
    // A small part of what is looked at meanwhile.
    measure_at_ = looked_at_ + std::max(looks_between, 4 * static_cast<std::int64_t>(worth_.size() + price_.size()));
}

template <class Cost>
std::optional<RepairEnd> AllocationRepair<Cost>::seek_all(const AllocationWatch& watch) {
    begin_pass();
    if (few_may_leave_ && many_seek()) find_all_leavers();
    std::optional<RepairEnd> end;
    while (!seekers_.empty() && !(end = interrupted(watch))) {
        const auto worker = seekers_.back();
        seekers_.pop_back();
        if (!seekers_.empty()) fetch(seekers_.back());
        if (!seek_tied(worker)) note_failure(worker);
    }
    if (!end) move_regions_at_once(1);
    for (const auto& workers : farther_sources()) {
        if (end || (end = interrupted(watch))) break;
        seek(workers);
    }
    for (const auto& each : failed_)
        if (seat_[at(each.source)].edge == none && worth_[at(each.source)] > 0) seekers_.push_back(each.source);
    return end;
}

template <class Cost>
std::optional<RepairEnd> AllocationRepair<Cost>::fill_all(const AllocationWatch& watch) {
    begin_pass();
    std::optional<RepairEnd> end;
    while (!touched_.empty() && !(end = interrupted(watch))) {
        const auto hole = touched_.back();
        if (wanting(hole) > 0 && fill_tied(hole)) continue;
        touched_.pop_back();
        if (wanting(hole) > 0) note_failure(hole);
    }
    if (!end) move_regions_at_once(-1);
    for (const auto& holes : farther_sources()) {
        if (end || (end = interrupted(watch))) break;
        fill(holes);
    }
    for (const auto& each : failed_) touched_.push_back(each.source);
    return end;
}

template <class Cost>
Allocation AllocationRepair<Cost>::answer(RepairEnd end) const {
    Allocation answer;
    answer.status = end == RepairEnd::best ? AllocationStatus::optimal : AllocationStatus::stopped;
    for (const auto& seat : seat_)
        if (seat.edge != none) answer.chosen.push_back(seat.edge);
    answer.total = answer.value = value();
    answer.prices.workers.assign(worth_.begin(), worth_.end());
    answer.prices.orders.assign(price_.begin(), price_.end());
    answer.bound = bound();
    return answer;
}

template <class Cost>
Wide AllocationRepair<Cost>::value() const {
    Wide value = 0;
    // What she holds gives her her worth at its price, so that the pair itself need not be looked at.
    for (std::size_t w = 0; w < worth_.size(); ++w)
        if (seat_[w].edge != none) value += Wide{worth_[w]} + price_[at(seat_[w].order)];
    return value;
}

template <class Cost>
Wide AllocationRepair<Cost>::bound() const {
    Wide bound = 0;
    // No pair is worth more than its two prices, so these alone are what `price_bound` would find.
    for (const auto worth : worth_) bound += worth;
    for (std::size_t o = 0; o < price_.size(); ++o) bound += Wide{price_[o]} * problem_.orders[o].most;
    return bound;
}

template class AllocationRepair<std::int32_t>;
template class AllocationRepair<std::int64_t>;

}  // namespace jianghui::matching
