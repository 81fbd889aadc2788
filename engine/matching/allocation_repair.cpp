#include "engine/matching/allocation_repair.hpp"

#include <algorithm>
#include <numeric>

namespace jianghui::matching {
// ---- what there is ----

AllocationRepair::AllocationRepair(const AllocationProblem& problem, AllocationPairs pairs,
                                   const std::vector<std::int32_t>& held, std::vector<std::int64_t> prices)
    : problem_(problem), pairs_(std::move(pairs)), highest_(pairs_.highest()),
      slack_(highest_ / nearest_part), held_(problem.workers.size(), none), at_(held_), place_(held_), worth_(problem.workers.size()),
      stays_(problem.workers.size(), unknown), price_(std::move(prices)),
      inside_(problem.orders.size()), reached_in_(problem.orders.size()), settled_in_(reached_in_),
      distance_(problem.orders.size()), via_(problem.orders.size()),
      region_of_(problem.orders.size(), none) {
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

void AllocationRepair::count_pairs() {
    in_first_.assign(problem_.orders.size() + 1, 0);
    for (std::int32_t w = 0; at(w) < held_.size(); ++w) {
        if (problem_.workers[at(w)].most == 0) continue;
        const auto [begin, end] = edges_of(w);
        for (auto e = begin; e < end; ++e) ++in_first_[at(pairs_[e].order) + 1];
    }
    std::partial_sum(in_first_.begin(), in_first_.end(), in_first_.begin());
}

/// By order; and on the same walk what workers are worth, and to whom the prices promise something else.
void AllocationRepair::index_pairs() {
    incoming_ = std::make_unique_for_overwrite<Incoming[]>(at(in_first_.back()));
    auto next = in_first_;
    for (std::int32_t w = 0; at(w) < held_.size(); ++w) {
        if (problem_.workers[at(w)].most == 0) continue;
        const auto [begin, end] = edges_of(w);
        Cost best = 0;
        for (auto e = begin; e < end; ++e) {
            const auto pair = pairs_[e];
            incoming_[at(next[at(pair.order)]++)] = {pair.score, w, e};
            best = std::max(best, gain(pair));
        }
        worth_[at(w)] = best;
        const auto held = held_[at(w)];
        if (best > (held == none ? Cost{0} : gain(held))) changed_.push_back(w);
    }
}

// ---- what changes ----

void AllocationRepair::expect_changes() {
    if (!in_place_.empty()) return;
    in_place_.resize(problem_.edges.size());
    for (std::int32_t i = 0; i < in_first_.back(); ++i) in_place_[at(incoming_[at(i)].edge)] = i;
}

void AllocationRepair::changed_score(std::int32_t edge) {
    if (takes_part(problem_.edges[at(edge)])) changed_scores_.push_back(edge);
}

/// All at once, so that memory can be asked in time for what each of them touches.
void AllocationRepair::take_changed_scores() {
    if (!changed_scores_.empty()) expect_changes();
    const auto some_after = [&](std::size_t i, std::size_t count) {
        return changed_scores_[std::min(i + count, changed_scores_.size() - 1)];
    };
    for (std::size_t i = 0; i < changed_scores_.size(); ++i) {
        const auto later = some_after(i, 2 * looks_ahead);
        __builtin_prefetch(&in_place_[at(later)]);
        pairs_.fetch(later, later + 1);
        __builtin_prefetch(&incoming_[at(in_place_[at(some_after(i, looks_ahead))])]);
        const auto edge = changed_scores_[i];
        const auto& pair = problem_.edges[at(edge)];
        pairs_.changed(edge);
        incoming_[at(in_place_[at(edge)])].score = pair.score;
        changed_.push_back(pair.worker);
    }
    changed_scores_.clear();
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

/// Asks memory for the edges of a worker who is looked at soon.
void AllocationRepair::fetch(std::int32_t worker) const {
    const auto [begin, end] = edges_of(worker);
    pairs_.fetch(begin, end);
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

    std::fill(stays_.begin(), stays_.end(), unknown);
    front_.assign(problem_.orders.size(), {});
    looked_at_ = ask_at_ = measure_at_ = 0;
    looks_most_ = looks * std::max<std::int64_t>(1000, static_cast<std::int64_t>(problem_.edges.size()));
    // Who looks for a seat comes first: filling seats leaves nobody who would rather have another.
    while (!seekers_.empty())
        if (const auto end = seek_all(watch)) return *end;
    while (!touched_.empty())
        if (const auto end = fill_all(watch)) return *end;
    return End::best;
}

std::optional<AllocationRepair::End> AllocationRepair::interrupted(const AllocationWatch& watch) {
    if (looked_at_ >= ask_at_) {
        if (watch && looked_at_ >= measure_at_) measure();
        progress_.steps = looked_at_;
        if (watch && !watch(progress_)) return End::stopped;
        ask_at_ = looked_at_ + looks_between;
    }
    return looked_at_ > looks_most_ ? std::optional(End::too_far) : std::nullopt;
}

void AllocationRepair::measure() {
    progress_ = {AllocationStage::repair, looked_at_, value(), bound()};
    // A small part of what is looked at meanwhile.
    measure_at_ = looked_at_ + std::max(looks_between, 4 * static_cast<std::int64_t>(held_.size() + price_.size()));
}

std::optional<AllocationRepair::End> AllocationRepair::seek_all(const AllocationWatch& watch) {
    begin_pass();
    std::optional<End> end;
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
        if (held_[at(each.source)] == none && worth_[at(each.source)] > 0) seekers_.push_back(each.source);
    return end;
}

std::optional<AllocationRepair::End> AllocationRepair::fill_all(const AllocationWatch& watch) {
    begin_pass();
    std::optional<End> end;
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

Allocation AllocationRepair::answer(End end) const {
    Allocation answer;
    answer.status = end == End::best ? AllocationStatus::optimal : AllocationStatus::stopped;
    for (const auto held : held_)
        if (held != none) answer.chosen.push_back(held);
    answer.total = answer.value = value();
    answer.prices.workers.assign(worth_.begin(), worth_.end());
    answer.prices.orders.assign(price_.begin(), price_.end());
    answer.bound = bound();
    return answer;
}

Wide AllocationRepair::value() const {
    Wide value = 0;
    // What she holds gives her her worth at its price, so that the pair itself need not be looked at.
    for (std::size_t w = 0; w < held_.size(); ++w)
        if (held_[w] != none) value += Wide{worth_[w]} + price_[at(at_[w])];
    return value;
}

Wide AllocationRepair::bound() const {
    Wide bound = 0;
    // No pair is worth more than its two prices, so these alone are what `price_bound` would find.
    for (const auto worth : worth_) bound += worth;
    for (std::size_t o = 0; o < price_.size(); ++o) bound += Wide{price_[o]} * problem_.orders[o].most;
    return bound;
}

}  // namespace jianghui::matching
