// Random problems of every kind that a flow can say, ours and LEMON's network simplex: COUNT [FIRST SEED]; and instances made
// as OR-Library's assignment problems and NETGEN's assignment and transportation problems were. The same optimum or the same
// "infeasible", every answer's proof verified, every proof refused once a price, the choice or the total was tampered with.
// Ends with 1 and the seed of the first difference.

#include <cstdio>
#include <cstdlib>

#include "bench/allocate/any_flow.hpp"
#include "bench/allocate/market.hpp"
#include "engine/matching/allocation.hpp"

using namespace jianghui::matching;

namespace {

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : dice_{seed} {}

    AllocationProblem problem() {
        AllocationProblem made;
        const bool large = dice_.below(8) == 0;
        const int workers = among(1, large ? 400 : 30);
        const int orders = among(1, large ? 60 : 15);
        const bool plain = dice_.below(3) == 0;  // what the auction and the repair solve
        const bool floors = !plain && dice_.below(3) == 0;
        if (!plain) add_groups(made, floors);
        for (int w = 0; w < workers; ++w) made.workers.push_back(worker(made, plain));
        for (int o = 0; o < orders; ++o) made.orders.push_back(order(made, floors));
        made.everybody = !plain && dice_.below(6) == 0;
        const int spread = dice_.below(2) == 0 ? among(1, 6) : 1000;  // ties, or hardly any
        const int lowest = dice_.below(3) == 0 ? -spread / 2 : 1;
        const int share = among(5, 90);
        for (int w = 0; w < workers; ++w)
            for (int o = 0; o < orders; ++o)
                if (dice_.below(100) < share) made.edges.push_back({w, o, lowest + dice_.below(spread)});
        return made;
    }
    int among(int least, int most) { return least + dice_.below(most - least + 1); }

  private:
    void add_groups(AllocationProblem& made, bool floors) {
        for (int g = among(0, 3); g > 0; --g) {
            const int least = floors ? among(0, 4) : 0;
            made.groups.push_back({least, least + among(0, 40)});
            if (made.groups.size() > 1 && dice_.below(3) == 0) made.groups.back().parent = 0;
        }
        for (int g = among(0, 2); g > 0; --g) {
            const int least = floors ? among(0, 4) : 0;
            made.worker_groups.push_back({least, least + among(0, 40)});
        }
    }
    AllocationWorker worker(const AllocationProblem& made, bool plain) {
        AllocationWorker worker;
        if (plain) return worker;
        worker.most = dice_.below(4) > 0 ? 1 : among(0, 4);
        worker.penalty = dice_.below(3) == 0 ? among(0, 500) : 0;
        worker.group = among(-1, static_cast<int>(made.worker_groups.size()) - 1);
        return worker;
    }
    AllocationOrder order(const AllocationProblem& made, bool floors) {
        AllocationOrder order;
        order.least = floors && dice_.below(4) == 0 ? 1 : 0;
        order.most = order.least + among(0, 6);
        order.group = among(-1, static_cast<int>(made.groups.size()) - 1);
        return order;
    }
    market::Dice dice_;
};

/// Round and round: source → (group of workers →) worker → order (→ group → group around it) → source. A worker's first unit
/// earns the penalty that is saved.
std::optional<long long> by_lemon(const AllocationProblem& problem) {
    const auto number = [](std::size_t n) { return static_cast<int>(n); };
    const int workers = 1;
    const int orders = workers + number(problem.workers.size());
    const int groups = orders + number(problem.orders.size());
    const int agencies = groups + number(problem.groups.size());
    std::vector<market::FlowArc> arcs;
    long long saved = 0;
    for (std::size_t w = 0; w < problem.workers.size(); ++w) {
        const auto& worker = problem.workers[w];
        if (worker.most == 0) continue;
        const int from = worker.group < 0 ? 0 : agencies + worker.group;
        const auto penalty = static_cast<long long>(worker.penalty);
        saved += penalty;
        arcs.push_back({from, workers + number(w), problem.everybody ? 1 : 0, 1, -penalty});
        arcs.push_back({from, workers + number(w), 0, worker.most - 1, 0});
    }
    for (const auto& edge : problem.edges)
        arcs.push_back({workers + edge.worker, orders + edge.order, 0, 1, -edge.score});
    const auto up = [&](int group) { return group < 0 ? 0 : groups + group; };
    for (std::size_t o = 0; o < problem.orders.size(); ++o)
        arcs.push_back({orders + number(o), up(problem.orders[o].group), problem.orders[o].least, problem.orders[o].most, 0});
    for (std::size_t g = 0; g < problem.groups.size(); ++g)
        arcs.push_back({groups + number(g), up(problem.groups[g].parent), problem.groups[g].least, problem.groups[g].most, 0});
    for (std::size_t g = 0; g < problem.worker_groups.size(); ++g)
        arcs.push_back({0, agencies + number(g), problem.worker_groups[g].least, problem.worker_groups[g].most, 0});
    const auto cost = market::least_cost(agencies + number(problem.worker_groups.size()), arcs);
    return cost ? std::optional(-*cost - saved) : std::nullopt;
}

void must(bool holds, const char* what, std::uint64_t seed) {
    if (holds) return;
    std::fprintf(stderr, "wrong: %s (seed %llu)\n", what, static_cast<unsigned long long>(seed));
    std::exit(1);
}

/// Whether a look at the answer finds that it is the best, and says so.
bool is_believed(const AllocationProblem& problem, const Allocation& answer) {
    const auto verdict = verify(problem, answer);
    return verdict && verdict->optimal;
}

void tamper(const AllocationProblem& problem, const Allocation& answer, Maker& maker, std::uint64_t seed) {
    auto forged = answer;
    forged.total += 1;
    must(!is_believed(problem, forged), "a forged total is believed", seed);
    forged = answer;
    forged.bound -= 1;
    must(!is_believed(problem, forged), "a forged bound is believed", seed);
    for (std::size_t c = 0; c < answer.chosen.size(); ++c) {  // one that is worth nothing would not be missed
        if (problem.edges[static_cast<std::size_t>(answer.chosen[c])].score == 0) continue;
        forged = answer;
        forged.chosen.erase(forged.chosen.begin() + static_cast<std::ptrdiff_t>(c));
        must(!is_believed(problem, forged), "a choice without one of its pairs is believed", seed);
        break;
    }
    // A price that proves another bound is found; one that proves the same is as good.
    forged = answer;
    forged.prices.orders[static_cast<std::size_t>(maker.among(0, static_cast<int>(problem.orders.size()) - 1))] += maker.among(1, 50);
    const auto verdict = verify(problem, forged);
    must(!verdict || verdict->bound == answer.bound, "a forged price is believed", seed);
}

/// As OR-Library's assignment problems: dense, costs 1 … 100, everybody placed at the least cost.
AllocationProblem dense(int size, std::uint64_t seed) {
    market::Dice dice{seed};
    AllocationProblem made;
    made.workers.resize(static_cast<std::size_t>(size));
    made.orders.resize(static_cast<std::size_t>(size), {.most = 1});
    made.everybody = true;
    for (int w = 0; w < size; ++w)
        for (int o = 0; o < size; ++o) made.edges.push_back({w, o, -1 - dice.below(100)});
    return made;
}

/// As NETGEN's: a skeleton by which everybody can be placed (its arcs are the dear ones), then arcs at random to the number asked
/// for. `seats` above 1: a transportation problem, whose workers may take several orders.
AllocationProblem sparse(int workers, int orders, int arcs, int dearest, int seats, std::uint64_t seed) {
    market::Dice dice{seed};
    AllocationProblem made;
    made.everybody = true;
    for (int w = 0; w < workers; ++w) made.workers.push_back({1 + dice.below(seats)});
    made.orders.resize(static_cast<std::size_t>(orders));
    std::vector<std::vector<int>> near(static_cast<std::size_t>(workers));
    for (int w = 0; w < workers; ++w) {
        near[static_cast<std::size_t>(w)].push_back(w % orders);
        made.orders[static_cast<std::size_t>(w % orders)].most += 1 + dice.below(seats);
    }
    for (int left = arcs - workers; left > 0; --left)
        near[static_cast<std::size_t>(dice.below(workers))].push_back(dice.below(orders));
    for (int w = 0; w < workers; ++w) {
        auto& all = near[static_cast<std::size_t>(w)];
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (const int o : all) made.edges.push_back({w, o, o == w % orders ? -dearest : -1 - dice.below(dearest)});
    }
    return made;
}

void is_as_lemon(const AllocationProblem& problem, const char* what, std::uint64_t seed) {
    const auto answer = allocate(problem);
    const auto wanted = by_lemon(problem);
    must(answer && answer->status == AllocationStatus::optimal && wanted && answer->value == *wanted, what, seed);
    must(is_believed(problem, *answer), what, seed);
    std::printf("  %s: %zu x %zu, %zu pairs, total %lld\n", what, problem.workers.size(), problem.orders.size(), problem.edges.size(),
                -static_cast<long long>(answer->total));
}

void families() {
    for (const int size : {100, 200, 400, 800}) is_as_lemon(dense(size, static_cast<std::uint64_t>(size)), "dense assignment", 0);
    for (const int arcs : {1500, 2250, 3000, 3750, 4500})
        is_as_lemon(sparse(200, 200, arcs, 100, 1, static_cast<std::uint64_t>(arcs)), "sparse assignment", 0);
    for (const int arcs : {1300, 2000, 6300}) {
        is_as_lemon(sparse(100, 100, arcs, 100, 20, static_cast<std::uint64_t>(arcs)), "transportation", 0);
        is_as_lemon(sparse(3000, 150, arcs * 5, 10'000, 4, static_cast<std::uint64_t>(arcs)), "transportation", 0);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 2 && count != 3) return 2;
    const auto first = count == 3 ? std::strtoull(words[2], nullptr, 10) : 1;
    const auto problems = std::strtoull(words[1], nullptr, 10);
    std::uint64_t infeasible = 0;
    for (auto seed = first; seed < first + problems; ++seed) {
        Maker maker(seed);
        const auto problem = maker.problem();
        const auto answer = allocate(problem);
        must(answer.has_value(), "refused", seed);
        const auto wanted = by_lemon(problem);
        must((answer->status == AllocationStatus::optimal) == wanted.has_value(), "feasible for one alone", seed);
        if (!wanted) {
            ++infeasible;
            continue;
        }
        must(answer->value == *wanted, "another optimum", seed);
        must(is_believed(problem, *answer), "no proof", seed);
        tamper(problem, *answer, maker, seed);
    }
    families();
    std::printf("%llu random problems as LEMON solves them (%llu infeasible), every proof verified, every forged one refused\n",
                static_cast<unsigned long long>(problems), static_cast<unsigned long long>(infeasible));
}
