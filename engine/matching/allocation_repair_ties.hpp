#pragma once
// Searches along ties: chains of moves that lose nothing at the prices as they are. All who look do so one
// after the other, and what a search that failed has seen leads nowhere: no tie leads out of it, so chains
// found later never come in and change that. So all failures of a pass together look at each pair once,
// where each alone would walk through the whole plateau of equal prices again.
#include <algorithm>

#include "engine/matching/allocation_repair.hpp"

namespace jianghui::matching {
/// Somebody could go without and end the chain; so many more are asked for a way to a free seat first,
/// since each free seat that a chain ends with is one that need not be filled.
inline constexpr int asked_for_free_seat = 16;

template <class Cost>
void AllocationRepair<Cost>::begin_pass() {
    for (const auto order : known_) region_of_[at(order)] = none;
    known_.clear();
    ++pass_;
    regions_.clear();
    failed_.clear();
}

template <class Cost>
void AllocationRepair<Cost>::begin_tied() {
    ++round_;
    tied_.clear();
    waiting_.clear();
    met_.clear();
    next_turn_ = 0;
    next_place_ = 1;
    seen_ = {};
    aside_ = {};
}

// ---- a worker looks for a seat ----

/// True: has a seat, or wants none at these prices.
template <class Cost>
bool AllocationRepair<Cost>::seek_tied(std::int32_t worker) {
    begin_tied();
    const Cost best = best_besides(worker, none);
    worth_[at(worker)] = seen_.end = best;
    if (best == 0) return true;
    PathEnd end;
    bool found = scan_tied(worker, end);
    for (int left = asked_for_free_seat; !found && (aside_.order == none || left-- > 0);) {
        if (!take_tied(worker)) break;
        found = scan_tied(worker, end);
    }
    if (!found && aside_.order == none) return false;
    move_along_seats(found ? end : aside_);
    return true;
}

/// True: came to a free seat.
template <class Cost>
bool AllocationRepair<Cost>::scan_tied(std::int32_t worker, PathEnd& end) {
    const Cost worth = worth_[at(worker)];
    auto& seat = seat_[at(worker)];
    const auto held = seat.edge;
    if (const Cost loss = loss_of_leaving(worker); loss > 0) {
        seen_.leave = std::min(seen_.leave, loss);
        return false;
    }
    Cost best = 0;
    Cost below = 0;  // the best that is less than her worth
    const auto [begin, last] = edges_of(worker);
    looked_at_ += last - begin;
    for (auto e = begin; e < last; ++e) {
        if (e == held) continue;
        const auto pair = pairs_[e];
        const Cost each = gain(pair);
        if (each < worth) {
            below = std::max(below, each);
            continue;
        }
        best = worth;
        if (!is_known(pair.order) && reach_tied(pair.order, e, end)) return true;
    }
    // Going without is an end, not a move: its loss is at least what `reach_tied` has noted.
    if (below > 0) seen_.leave = std::min(seen_.leave, worth - below);
    if (held != none) seat.stays = static_cast<Cost>(pairs_[held].score) - std::max(best, below);
    return false;
}

template <class Cost>
bool AllocationRepair<Cost>::reach_tied(std::int32_t order, std::int32_t edge, PathEnd& end) {
    reached_in_[at(order)] = round_;
    via_[at(order)] = edge;
    if (is_free(order)) {
        end = {0, order, none, none};
        return true;
    }
    const auto& leavers = leavers_of(order);
    if (leavers.least_worth == 0 && aside_.order == none) aside_ = {0, order, leavers.least, none};
    seen_.end = std::min(seen_.end, leavers.least_worth);
    seen_.leave = std::min(seen_.leave, leavers.others);
    tied_.push_back(order);
    if (leavers.count == 0) return false;
    fetch(inside_[at(order)].front());
    waiting_.push_back(order);
    return false;
}

/// One worker of each order comes before the others, of the newest order first: so the search gets far soon
/// and does not look at all who are near before.
template <class Cost>
bool AllocationRepair<Cost>::take_tied(std::int32_t& worker) {
    if (!waiting_.empty()) {
        worker = inside_[at(waiting_.back())].front();
        waiting_.pop_back();
        return true;
    }
    for (; next_turn_ < tied_.size(); ++next_turn_, next_place_ = 1) {
        const auto order = tied_[next_turn_];
        const auto count = at(leavers_[at(order)].count);
        if (next_place_ >= count) continue;
        const auto& workers = inside_[at(order)];
        worker = workers[next_place_++];
        if (next_place_ + looks_ahead <= count) fetch(workers[next_place_ + looks_ahead - 1]);
        return true;
    }
    return false;
}

// ---- a seat looks for a worker ----

template <class Cost>
bool AllocationRepair<Cost>::fill_tied(std::int32_t hole) {
    begin_tied();
    if (is_known(hole)) return false;
    PathEnd end;
    bool found = reach_tied_hole(hole, none, end);
    // The newest first: so the search gets far soon.
    while (!found && !waiting_.empty()) {
        const auto order = waiting_.back();
        waiting_.pop_back();
        found = scan_tied_incoming(order, end);
    }
    if (found) move_into_holes(end);
    return found;
}

/// True: its price is 0, so that a seat of it may stay empty.
template <class Cost>
bool AllocationRepair<Cost>::reach_tied_hole(std::int32_t order, std::int32_t edge, PathEnd& end) {
    reached_in_[at(order)] = round_;
    via_[at(order)] = edge;
    if (price_[at(order)] == 0) {
        end = {0, order, none, none};
        return true;
    }
    seen_.end = std::min(seen_.end, price_[at(order)]);
    tied_.push_back(order);
    waiting_.push_back(order);
    return false;
}

/// True: came to somebody who has no seat, or to a seat that may stay empty.
template <class Cost>
bool AllocationRepair<Cost>::scan_tied_incoming(std::int32_t order, PathEnd& end) {
    const Cost price = price_[at(order)];
    auto& front = front_[at(order)];
    if (front.begin == none || (front.others != far && price + front.others <= 0)) bring_forward(order);
    // Of the others no more is known, which is enough: none of them ends a chain nearer than that either.
    if (front.others != far) seen_.leave = std::min(seen_.leave, price + front.others);
    looked_at_ += front.end - front.begin;
    for (auto i = front.begin; i < front.end; ++i) {
        const Near& one = near_[at(i)];
        const Cost loss = price + worth_[at(one.worker)] - one.score;
        if (loss >= seen_.end && loss >= seen_.leave) continue;
        const auto from = seat_[at(one.worker)].order;
        if (from == order) continue;
        if (loss > 0) {
            auto& nearest = from == none ? seen_.end : seen_.leave;
            nearest = std::min(nearest, loss);
        } else if (from == none) {
            end = {0, order, one.worker, incoming_edge_[at(one.place)]};
            return true;
        } else if (!is_known(from) && reach_tied_hole(from, incoming_edge_[at(one.place)], end)) {
            return true;
        }
    }
    return false;
}

// ---- what failures know together ----

template <class Cost>
void AllocationRepair<Cost>::note_failure(std::int32_t source) {
    const auto mine = static_cast<std::int32_t>(regions_.size());
    regions_.push_back(seen_);
    for (const auto order : tied_) region_of_[at(order)] = mine;
    known_.insert(known_.end(), tied_.begin(), tied_.end());
    for (const auto met : met_) {
        const auto other = whole(met);
        if (other == mine) continue;
        auto& region = regions_[at(mine)];
        region.end = std::min(region.end, regions_[at(other)].end);
        region.leave = std::min(region.leave, regions_[at(other)].leave);
        regions_[at(other)].part_of = mine;
    }
    failed_.push_back({source, mine});
}

template <class Cost>
std::int32_t AllocationRepair<Cost>::whole(std::int32_t region) {
    while (regions_[at(region)].part_of != none) {
        const auto above = regions_[at(region)].part_of;
        const auto next = regions_[at(above)].part_of;
        if (next != none) regions_[at(region)].part_of = next;
        region = above;
    }
    return region;
}

/// Nothing outside is nearer than the end of a chain within: prices may move as far as that without asking
/// for distances, and the next pass finds that end.
template <class Cost>
bool AllocationRepair<Cost>::can_move_at_once(std::int32_t region) const {
    return regions_[at(region)].end <= regions_[at(region)].leave;
}

template <class Cost>
void AllocationRepair<Cost>::move_regions_at_once(int direction) {
    for (const auto order : known_)
        if (const auto region = whole(region_of_[at(order)]); can_move_at_once(region))
            move_price(order, direction * regions_[at(region)].end);
    if (direction < 0) return;
    for (const auto& each : failed_)
        if (const auto region = whole(each.region); can_move_at_once(region))
            worth_[at(each.source)] -= regions_[at(region)].end;
}

/// Those of the regions from which the nearest end must be searched for, each region's together.
template <class Cost>
std::vector<typename AllocationRepair<Cost>::Numbers> AllocationRepair<Cost>::farther_sources() {
    std::vector<std::int32_t> place(regions_.size(), none);
    std::vector<Numbers> sources;
    for (const auto& each : failed_) {
        const auto region = whole(each.region);
        if (can_move_at_once(region)) continue;
        if (place[at(region)] == none) {
            place[at(region)] = static_cast<std::int32_t>(sources.size());
            sources.emplace_back();
        }
        sources[at(place[at(region)])].push_back(each.source);
    }
    return sources;
}

}  // namespace jianghui::matching
