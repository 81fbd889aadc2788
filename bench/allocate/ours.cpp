// Ours: FAMILY WORKERS ORDERS EACH [FILE] → lines "what seconds total"; with FILE the market is written
// there for others instead: workers and orders, the seats, then worker, order, score. What is timed begins with the problem
// in memory and ends with the proven answer; the proof is checked apart.

#include <cstdio>
#include <cstdlib>

#include "bench/allocate/market.hpp"
#include "engine/matching/allocation_again.hpp"
#include "engine/matching/allocation_start.hpp"
#include "engine/matching/price_bound.hpp"

using namespace jianghui::matching;

namespace {

AllocationProblem problem_of(const market::Market& made) {
    AllocationProblem problem;
    problem.workers.resize(static_cast<std::size_t>(made.workers));
    for (const int seats : made.seats) problem.orders.push_back({.most = seats});
    for (const auto& edge : made.edges)
        problem.edges.push_back({edge.worker, edge.order, edge.score});
    return problem;
}

using market::now;
double since(double begin) { return now() - begin; }

void tell(const char* what, double seconds, Wide total) {
    std::printf("%s %.6f %lld\n", what, seconds, static_cast<long long>(total));
}

void must(bool held, const char* what) {
    if (held) return;
    std::fprintf(stderr, "wrong: %s\n", what);
    std::exit(1);
}

/// An answer whose prices prove that it is at most so far from the best: the auction alone.
void nearly(const AllocationProblem& problem) {
    const auto begin = now();
    const auto start = auction(problem, {});
    AllocationPrices prices;
    prices.workers.resize(problem.workers.size());
    for (const auto price : start.prices) prices.orders.push_back(price);
    Wide total = 0;
    for (const auto& edge : problem.edges) {
        if (!is_open(problem, edge)) continue;
        auto& worth = prices.workers[static_cast<std::size_t>(edge.worker)];
        worth = std::max(worth, edge.score - prices.orders[static_cast<std::size_t>(edge.order)]);
    }
    for (const auto held : start.held)
        if (held >= 0) total += problem.edges[static_cast<std::size_t>(held)].score;
    const auto bound = price_bound(problem, prices);
    const double spent = since(begin);
    tell("auction", spent, total);
    std::printf("auction_gap_percent %.6f 0\n",
                100 * static_cast<double>(bound - total) / static_cast<double>(bound));
}

/// Solved once, then again after one edge, or one order, in a hundred has changed.
void again(const market::Market& made, bool seats) {
    const auto open = market::opened(made);
    const auto changes = market::changes(open, seats);
    auto kept = AllocationAgain::begin(problem_of(open));
    must(kept.has_value(), "again");
    must(kept->solve().status == AllocationStatus::optimal, "first solving");
    const auto begin = now();
    for (const auto& change : changes)
        must((seats ? kept->change_seats(change.at, change.to) : kept->change_score(change.at, change.to)).has_value(), "change");
    const auto found = kept->solve();
    tell(seats ? "again_seats" : "again_edges", since(begin), found.total);
    const auto verdict = verify(kept->problem(), found);
    must(verdict && verdict->optimal, "proof of solving again");
    const auto scratch_begin = now();
    const auto best = allocate(kept->problem());
    tell(seats ? "scratch_seats" : "scratch_edges", since(scratch_begin), best->total);
    must(best->value == found.value, "solving again differs");
}

int write(const market::Market& made, const char* name) {
    std::FILE* file = std::fopen(name, "w");
    must(file != nullptr, name);
    std::fprintf(file, "%d %zu\n", made.workers, made.seats.size());
    for (const int seats : made.seats) std::fprintf(file, "%d ", seats);
    for (const auto& edge : made.edges)
        std::fprintf(file, "\n%d %d %d", edge.worker, edge.order, edge.score);
    return std::fclose(file);
}

}  // namespace

int main(int count, char** words) {
    must(count == 5 || count == 6, "FAMILY WORKERS ORDERS EACH [FILE]");
    const auto made = market::make(words[1][0], std::atoi(words[2]), std::atoi(words[3]),
                                   std::atoi(words[4]));
    if (count == 6) return write(made, words[5]);
    const auto problem = problem_of(made);
    auto begin = now();
    const auto greedy = allocate_greedily(problem);
    tell("greedy", since(begin), greedy->total);
    nearly(problem);
    begin = now();
    const auto best = allocate(problem);
    tell("ours", since(begin), best->total);
    begin = now();
    const auto verdict = verify(problem, *best);
    tell("ours_verify", since(begin), best->total);
    must(verdict && verdict->optimal, "proof");
    again(made, false);
    again(made, true);
}
