// The allocation against brute force on small random problems, against known optima, and the
// verifier against tampered answers.
#include <fstream>
#include <limits>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/allocation_search.hpp"
#include "engine/matching/bottleneck.hpp"
#include "engine/matching/network_simplex.hpp"
#include "engine/matching/price_bound.hpp"

namespace jianghui::matching {
namespace allocation_test {

using Number = std::int64_t;

Number among(Number least, Number most) { return *rc::gen::inRange<Number>(least, most + 1); }

AllocationProblem any_problem() {
    AllocationProblem problem;
    const auto workers = among(1, 4);
    const auto orders = among(1, 4);
    const bool floors = among(0, 2) == 0;
    for (Number g = among(0, 2); g > 0; --g) {
        const Number least = floors ? among(0, 1) : 0;
        problem.groups.push_back({least, least + among(0, 3)});
    }
    for (Number w = 0; w < workers; ++w)
        problem.workers.push_back({static_cast<std::int32_t>(among(0, 9) < 7 ? 1 : among(0, 3)),
                                   among(0, 3) == 0 ? among(0, 6) : 0});
    for (Number o = 0; o < orders; ++o) {
        const auto least = static_cast<std::int32_t>(floors ? among(0, 1) : 0);
        problem.orders.push_back(
            {static_cast<std::int32_t>(least + among(0, 2)), least,
             static_cast<std::int32_t>(among(-1, static_cast<Number>(problem.groups.size()) - 1))});
    }
    const Number spread = among(1, 9);  // small: many ties
    for (Number w = 0; w < workers; ++w)
        for (Number o = 0; o < orders; ++o)
            if (problem.edges.size() < 12 && among(0, 3) > 0)
                problem.edges.push_back({static_cast<std::int32_t>(w),
                                         static_cast<std::int32_t>(o), among(-3, spread)});
    problem.everybody = among(0, 3) == 0;
    return problem;
}

AllocationProblem without_musts(AllocationProblem problem) {
    problem.everybody = false;
    for (auto& order : problem.orders) order.least = 0;
    for (auto& group : problem.groups) group.least = 0;
    return problem;
}

/// The greatest value of a feasible choice that fills the teams wholly or not at all, by trying all.
std::optional<Wide> best_of_all(const AllocationProblem& problem,
                                const std::vector<std::int32_t>& teams = {}, std::int32_t size = 0) {
    std::optional<Wide> best;
    for (std::size_t mask = 0; mask < std::size_t{1} << problem.edges.size(); ++mask) {
        std::vector<int> workers(problem.workers.size());
        std::vector<int> orders(problem.orders.size());
        std::vector<int> groups(problem.groups.size());
        Wide value = 0;
        for (std::size_t e = 0; e < problem.edges.size(); ++e) {
            if ((mask >> e & 1U) == 0) continue;
            const auto& edge = problem.edges[e];
            value += score_of(problem, e);
            ++workers[static_cast<std::size_t>(edge.worker)];
            const auto o = static_cast<std::size_t>(edge.order);
            ++orders[o];
            if (problem.orders[o].group >= 0)
                ++groups[static_cast<std::size_t>(problem.orders[o].group)];
        }
        bool feasible = true;
        for (std::size_t w = 0; w < workers.size(); ++w) {
            const auto& worker = problem.workers[w];
            feasible &= workers[w] <= worker.most;
            if (worker.most > 0 && workers[w] == 0) {
                feasible &= !problem.everybody;
                value -= worker.penalty;
            }
        }
        for (std::size_t o = 0; o < orders.size(); ++o)
            feasible &= problem.orders[o].least <= orders[o] && orders[o] <= problem.orders[o].most;
        for (std::size_t g = 0; g < groups.size(); ++g)
            feasible &= problem.groups[g].least <= groups[g] && groups[g] <= problem.groups[g].most;
        for (const auto team : teams) {
            const auto o = static_cast<std::size_t>(team);
            const auto empty = problem.orders[o].most - orders[o];
            feasible &= orders[o] == 0 || (size > 0 ? empty % size : empty) == 0;
        }
        if (feasible && (!best || *best < value)) best = value;
    }
    return best;
}

/// Without floors and ceilings an infeasible problem has workers with too few seats among them.
void expect_bottleneck(const AllocationProblem& problem, const Allocation& answer) {
    const auto found = find_bottleneck(problem, answer);
    if (!found) {
        const bool plain =
            problem.groups.empty() &&
            std::all_of(problem.orders.begin(), problem.orders.end(),
                        [](const AllocationOrder& order) { return order.least == 0; });
        RC_ASSERT(!plain);
        return;
    }
    std::set<std::int32_t> orders;
    for (const auto& edge : problem.edges)
        if (std::binary_search(found->workers.begin(), found->workers.end(), edge.worker) &&
            is_open(problem, edge))
            orders.insert(edge.order);
    Number seats = 0;
    for (const auto order : orders) seats += problem.orders[static_cast<std::size_t>(order)].most;
    RC_ASSERT(std::vector(orders.begin(), orders.end()) == found->orders);
    RC_ASSERT(seats == found->seats);
    RC_ASSERT(seats < static_cast<Number>(found->workers.size()));
}

RC_GTEST_PROP(Allocation, equals_brute_force, ()) {
    const auto problem = any_problem();
    const auto best = best_of_all(problem);
    const auto found = allocate(problem);
    RC_ASSERT(found.has_value());
    RC_ASSERT((found->status == AllocationStatus::optimal) == best.has_value());
    if (!best) {
        RC_ASSERT(found->status == AllocationStatus::infeasible);
        expect_bottleneck(problem, *found);
        return;
    }
    RC_ASSERT(found->value == *best);
    const auto verdict = verify(problem, *found);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->optimal);
}

/// Orders that have teams, with so many seats more.
std::vector<std::int32_t> any_teams(AllocationProblem& problem, std::int32_t more) {
    std::vector<std::int32_t> teams;
    for (std::size_t o = 0; o < problem.orders.size(); ++o)
        if (among(0, 2) > 0) {
            problem.orders[o].least = 0;
            problem.orders[o].most += more;
            teams.push_back(static_cast<std::int32_t>(o));
        }
    return teams;
}

void expect_best_of_teams(const AllocationProblem& problem,
                          const Result<SearchedAllocation>& found,
                          const std::optional<Wide>& best) {
    RC_ASSERT(found.has_value());
    const auto& answer = found->allocation;
    RC_ASSERT((answer.status == AllocationStatus::optimal) == best.has_value());
    if (!best) return;
    RC_ASSERT(answer.value == *best);
    RC_ASSERT(found->searched_bound == *best);
    const auto verdict = verify(problem, answer);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->feasible);
}

RC_GTEST_PROP(Allocation, teams_equal_brute_force, ()) {
    auto problem = any_problem();
    const auto teams = any_teams(problem, 0);
    expect_best_of_teams(problem, search_allocation(problem, {.teams = teams}),
                         best_of_all(problem, teams));
}

/// Teams of two: an order of five has two that are whole and the rest of one that was begun before.
RC_GTEST_PROP(Allocation, whole_teams_equal_brute_force, ()) {
    auto problem = any_problem();
    const auto teams = any_teams(problem, 1);
    const std::vector<std::int32_t> sizes(teams.size(), 2);
    expect_best_of_teams(problem,
                         search_allocation(problem, {.teams = teams, .team_sizes = sizes}),
                         best_of_all(problem, teams, 2));
}

TEST(AllocationSearch, RefusesTeamsOfNobody) {
    const AllocationProblem problem{.workers = {{1}}, .orders = {{.most = 2}}, .edges = {{0, 0, 1}}};
    EXPECT_EQ(search_allocation(problem, {.teams = {0}, .team_sizes = {0}}).error().path, "/team_sizes");
    EXPECT_EQ(search_allocation(problem, {.teams = {0}, .team_sizes = {1, 1}}).error().path, "/team_sizes");
    EXPECT_TRUE(search_allocation(problem, {.teams = {0}, .team_sizes = {2}})->allocation.chosen.empty());
}

/// Scores whose sums leave 64 bits take the wide way and give the same choice.
RC_GTEST_PROP(Allocation, wide_scores_choose_the_same, ()) {
    auto problem = any_problem();
    const auto narrow = allocate(problem);
    RC_ASSERT(narrow.has_value());
    constexpr std::int64_t factor = std::int64_t{1} << 58;
    for (auto& edge : problem.edges) edge.score *= factor;
    for (auto& worker : problem.workers) worker.penalty *= factor;
    const auto wide = allocate(problem);
    RC_ASSERT(wide.has_value());
    RC_ASSERT(wide->status == narrow->status);
    if (wide->status == AllocationStatus::optimal)
        RC_ASSERT(wide->value == narrow->value * factor);
}

/// Scores of up to 100 bits, whose last digits alone tell many of them apart; that of an edge is what an auction
/// would begin with.
void widen(AllocationProblem& problem) {
    constexpr Wide unit = Wide{1} << 70;
    for (auto& edge : problem.edges) {
        problem.exact_scores.push_back(edge.score * (unit << 20) + among(-3, 3) * (unit >> 60) + among(-2, 2));
        edge.score = static_cast<std::int64_t>(problem.exact_scores.back() / unit);
    }
    if (problem.edges.empty()) return;
    for (auto& worker : problem.workers) worker.penalty = worker.penalty * (unit << 20) + among(0, 2);
}

RC_GTEST_PROP(Allocation, exact_scores_equal_brute_force, ()) {
    auto problem = any_problem();
    widen(problem);
    const auto best = best_of_all(problem);
    const auto found = allocate(problem);
    RC_ASSERT(found.has_value());
    RC_ASSERT((found->status == AllocationStatus::optimal) == best.has_value());
    if (!best) return;
    RC_ASSERT(found->value == *best);
    RC_ASSERT(verify(problem, *found)->optimal);
    const auto greedy = allocate_greedily(without_musts(problem));
    RC_ASSERT(greedy->value <= allocate(without_musts(problem))->value);
}

RC_GTEST_PROP(Allocation, exact_scores_of_teams_equal_brute_force, ()) {
    auto problem = any_problem();
    widen(problem);
    const auto teams = any_teams(problem, 0);
    expect_best_of_teams(problem, search_allocation(problem, {.teams = teams}), best_of_all(problem, teams));
}

TEST(Allocation, ExactScoresThatNoSumHoldsAreRefused) {
    AllocationProblem problem{.workers = {{1}, {1}}, .orders = {{.most = 1}}, .edges = {{0, 0, 1}, {1, 0, 1}}};
    problem.exact_scores = {Wide{1} << 100, (Wide{1} << 100) + 1};
    EXPECT_EQ(allocate(problem)->chosen, (std::vector<std::int32_t>{1}));
    problem.exact_scores.back() = Wide{1} << 117;
    EXPECT_EQ(allocate(problem).error().path, "/exact_scores/1");
    problem.exact_scores.pop_back();
    EXPECT_EQ(allocate(problem).error().path, "/exact_scores/0");
    problem.exact_scores = {Wide{1} << 116, 0};
    for (int w = 0; w < 5000; ++w) {
        problem.workers.push_back({1});
        problem.orders.push_back({.most = 1});
        problem.edges.push_back({w + 2, w + 1, 1});
        problem.exact_scores.push_back(1);
    }
    EXPECT_FALSE(sums_fit(problem));
    EXPECT_EQ(allocate(problem).error().path, "/edges");
}

/// One seat a worker and nothing that must be: what is auctioned where its sums fit.
RC_GTEST_PROP(Allocation, scores_as_great_as_there_are_stay_exact, ()) {
    auto problem = without_musts(any_problem());
    problem.groups.clear();
    for (auto& order : problem.orders) order.group = -1;
    for (auto& worker : problem.workers) worker = {std::min(worker.most, 1), 0};
    for (auto& edge : problem.edges) edge.score = std::numeric_limits<Number>::max() - among(0, 3);
    const auto found = allocate(problem);
    RC_ASSERT(found.has_value());
    RC_ASSERT(found->value == *best_of_all(problem));
    const auto verdict = verify(problem, *found);
    RC_ASSERT(verdict.has_value());
    RC_ASSERT(verdict->optimal);
}

RC_GTEST_PROP(Allocation, verifier_rejects_what_was_tampered_with, ()) {
    const auto problem = without_musts(any_problem());
    auto answer = *allocate(problem);
    const bool gains =
        !answer.chosen.empty() &&
        problem.edges[static_cast<std::size_t>(answer.chosen.back())].score > 0;
    switch (among(0, 3)) {
        case 0:
            ++answer.total;
            break;
        case 1:
            --answer.bound;
            break;
        case 2:
            if (!gains) return;  // a worse choice that adds up: only the prices can tell
            answer.total -= problem.edges[static_cast<std::size_t>(answer.chosen.back())].score;
            answer.value -= problem.edges[static_cast<std::size_t>(answer.chosen.back())].score;
            answer.chosen.pop_back();
            break;
        default: {  // prices that prove less, with the bound that they prove
            const auto w = static_cast<std::size_t>(
                among(0, static_cast<Number>(problem.workers.size()) - 1));
            if (problem.workers[w].most == 0) return;
            answer.prices.workers[w] += 1000;
            answer.bound = price_bound(problem, answer.prices);
        }
    }
    const auto verdict = verify(problem, answer);
    RC_ASSERT(!verdict || !verdict->optimal);
}

RC_GTEST_PROP(Allocation, greedy_is_feasible_and_no_better, ()) {
    const auto problem = without_musts(any_problem());
    auto greedy = *allocate_greedily(problem);
    const auto best = *allocate(problem);
    RC_ASSERT(greedy.value <= best.value);
    greedy.prices = best.prices;
    greedy.bound = best.bound;
    RC_ASSERT(verify(problem, greedy)->feasible);
}

/// Nine thousand and seats for half of them: takes long enough to be asked about.
AllocationProblem large_problem() {
    AllocationProblem problem;
    for (std::int32_t w = 0; w < 9000; ++w) {
        problem.workers.push_back({});
        for (std::int32_t o = 0; o < 10; ++o)
            problem.edges.push_back({w, o * 7 + w % 7, (w * 7919 + o * 104729) % 1000});
    }
    for (std::int32_t o = 0; o < 70; ++o) problem.orders.push_back({.most = 60});
    return problem;
}

/// All that a watch is told about the problem is true, the stages come in their order and the gap only shrinks.
std::vector<AllocationProgress> told_about(const AllocationProblem& problem) {
    std::vector<AllocationProgress> told;
    const auto best = allocate(problem, [&](const AllocationProgress& now) {
        told.push_back(now);
        return true;
    });
    EXPECT_EQ(best->status, AllocationStatus::optimal);
    for (std::size_t i = 0; i < told.size(); ++i) {
        if (told[i].value) {
            EXPECT_LE(*told[i].value, best->value);
        }
        if (told[i].bound) {
            EXPECT_GE(*told[i].bound, best->value);
        }
        if (i == 0) continue;
        EXPECT_GE(told[i].stage, told[i - 1].stage);
        if (told[i - 1].value) {
            EXPECT_GE(told[i].value.value(), *told[i - 1].value);
        }
        if (told[i - 1].bound) {
            EXPECT_LE(told[i].bound.value(), *told[i - 1].bound);
        }
    }
    return told;
}

/// Stopped wherever it is, it answers no less than it has told.
void keeps_its_word(const AllocationProblem& problem, std::size_t asked) {
    for (std::size_t last = 0; last < asked; ++last) {
        std::size_t turn = 0;
        std::optional<Wide> said;
        const auto stopped = allocate(problem, [&](const AllocationProgress& now) {
            said = now.value;
            return turn++ < last;
        });
        if (said) {
            EXPECT_GE(stopped->value, *said) << last;
        }
        const auto verdict = verify(problem, *stopped);
        ASSERT_TRUE(verdict) << last;
        EXPECT_TRUE(verdict->feasible || stopped->status == AllocationStatus::undecided) << last;
    }
}

TEST(Allocation, TellsOfAnAuctionAndItsRepairWhatIsCertain) {
    const auto problem = large_problem();
    const auto told = told_about(problem);
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().stage, AllocationStage::auction);
    EXPECT_FALSE(told.front().bound) << "no round is over yet";
    EXPECT_EQ(told.back().stage, AllocationStage::repair);
    ASSERT_TRUE(told.back().value && told.back().bound);
    EXPECT_LT(*told.back().bound - *told.back().value, *told.back().bound / 20) << "an auction ends nearly best";
    keeps_its_word(problem, std::min<std::size_t>(told.size(), 8));
}

TEST(Allocation, TellsOfAFlowWhatIsCertain) {
    auto problem = large_problem();
    problem.workers[0].penalty = 5;  // which an auction does not know
    const auto told = told_about(problem);
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().stage, AllocationStage::flow);
    EXPECT_GT(told.back().steps, told.front().steps);
    EXPECT_TRUE(told.back().value && told.back().bound);
    keeps_its_word(problem, std::min<std::size_t>(told.size(), 5));
}

RC_GTEST_PROP(Allocation, what_it_tells_is_true_wherever_it_is_stopped, ()) {
    const auto problem = without_musts(any_problem());
    const auto best = allocate(problem)->value;
    auto left = *rc::gen::inRange(0, 4);
    AllocationProgress said;
    const auto found = allocate(problem, [&](const AllocationProgress& now) {
        said = now;
        return left-- > 0;
    });
    RC_ASSERT(!said.bound || *said.bound >= best);
    RC_ASSERT(!said.value || (*said.value <= best && found->value >= *said.value));
}

TEST(Allocation, StopsWithAGap) {
    const auto problem = large_problem();
    const auto stopped = allocate(problem, [](const AllocationProgress&) { return false; });
    const auto best = allocate(problem);
    ASSERT_TRUE(stopped && best);
    EXPECT_EQ(stopped->status, AllocationStatus::stopped);
    EXPECT_EQ(best->status, AllocationStatus::optimal);
    EXPECT_LE(stopped->value, best->value);
    EXPECT_GE(stopped->bound, best->bound);
    const auto verdict = verify(problem, *stopped);
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->feasible);
    EXPECT_FALSE(verdict->optimal);
}

TEST(Allocation, RefusesWhatBreaksItsPromises) {
    AllocationProblem problem{{{1}, {1}}, {{1}}, {}, {{1, 0, 5}, {0, 0, 5}}, false};
    EXPECT_EQ(allocate(problem).error().code, "allocation_malformed");
    EXPECT_EQ(allocate(problem).error().path, "/edges/1");
    problem.edges = {{0, 0, 5}, {0, 0, 6}};
    EXPECT_EQ(allocate(problem).error().path, "/edges/1");
    problem.edges = {{0, 1, 5}};
    EXPECT_EQ(allocate(problem).error().path, "/edges/0");
    problem.edges.clear();
    problem.orders[0].most = -1;
    EXPECT_EQ(allocate(problem).error().path, "/orders/0");
    problem.orders[0].most = 1;
    Allocation answer = *allocate(problem);
    answer.prices.orders.clear();
    EXPECT_EQ(verify(problem, answer).error().path, "/prices/1");
}

AllocationProblem or_library(const char* name) {
    std::ifstream file(std::string(PART_FOLDER "/testdata/") + name);
    std::int32_t n = 0;
    file >> n;
    AllocationProblem problem;
    problem.workers.resize(static_cast<std::size_t>(n));
    problem.orders.resize(static_cast<std::size_t>(n), {.most = 1});
    problem.everybody = true;
    for (std::int32_t w = 0; w < n; ++w)
        for (std::int32_t o = 0; o < n; ++o) {
            std::int64_t cost = 0;
            file >> cost;
            problem.edges.push_back({w, o, -cost});
        }
    EXPECT_TRUE(file.good() || file.eof());
    return problem;
}

TEST(Allocation, KnownOptimaOfOrLibrary) {
    for (const auto& [name, optimum] : {std::pair("assign100.txt", 305), {"assign200.txt", 475}}) {
        const auto problem = or_library(name);
        const auto best = allocate(problem);
        ASSERT_TRUE(best);
        EXPECT_EQ(best->total, -optimum);
        EXPECT_TRUE(verify(problem, *best)->optimal);
    }
}

/// A minimum-cost flow: arcs with capacities and costs, and what each node supplies (or needs, below 0).
struct Transport {
    FlowNetwork<std::int64_t> net;
    std::vector<std::int64_t> supply;
};

/// What it costs at least. Every node begins on an artificial arc that no detour can beat.
std::int64_t least_cost(Transport transport) {
    auto& net = transport.net;
    const auto given = static_cast<std::size_t>(net.arcs());
    net.root = static_cast<std::int32_t>(transport.supply.size());
    for (std::int32_t node = 0; node < net.root; ++node) {
        const auto amount = transport.supply[static_cast<std::size_t>(node)];
        net.home.push_back(amount >= 0
                               ? net.add(node, net.root, net.unlimited, 1'000'000, amount)
                               : net.add(net.root, node, net.unlimited, 1'000'000, -amount));
    }
    net.home.push_back(-1);
    NetworkSimplex<std::int64_t> simplex(net);
    EXPECT_TRUE(simplex.run([] { return true; }));
    std::int64_t total = 0;
    for (std::size_t arc = 0; arc < net.flow.size(); ++arc) {
        total += net.flow[arc] * net.cost[arc];
        if (arc >= given) {
            EXPECT_EQ(net.flow[arc], 0);
        }
    }
    return total;
}

Transport read_dimacs(const std::string& path) {
    std::ifstream file(path);
    Transport transport;
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        char kind = 0;
        words >> kind;
        if (kind == 'p') {
            std::string problem;
            std::size_t nodes = 0;
            words >> problem >> nodes;
            transport.supply.resize(nodes);
        } else if (kind == 'n') {
            std::size_t node = 0;
            words >> node;
            words >> transport.supply.at(node - 1);
        } else if (kind == 'a') {
            std::int32_t from = 0;
            std::int32_t to = 0;
            std::int64_t least = 0;
            std::int64_t most = 0;
            std::int64_t cost = 0;
            words >> from >> to >> least >> most >> cost;
            EXPECT_EQ(least, 0);
            transport.net.add(from - 1, to - 1, most, cost);
        }
    }
    return transport;
}

TEST(NetworkSimplex, KnownOptimumOfNetgen) {
    auto transport = read_dimacs(PART_FOLDER "/testdata/ng17_mcf.min");
    ASSERT_EQ(transport.supply.size(), 400U);
    EXPECT_EQ(least_cost(std::move(transport)), 32164549);
}

/// The sizes of NETGEN's families (assignment, transportation, transshipment with and without capacities), with an
/// optimum that is known by construction: a flow and potentials are chosen first, and then costs by which no arc
/// below its capacity could save anything and none with flow costs too much.
TEST(NetworkSimplex, KnownOptimaOfPlantedFlows) {
    struct Family {
        std::int32_t nodes, sources, arcs;  ///< sources > 0: arcs lead from these to the others
        std::int64_t most, spread;          ///< capacity, and how far costs lie from the potentials; 1: many ties
    };
    for (const auto& [nodes, sources, arcs, most, spread] :
         {Family{400, 200, 1500, 1, 50}, {400, 200, 4500, 1, 1}, {200, 100, 1300, 1000, 60}, {300, 150, 6300, 1000, 1},
          {400, 0, 1306, 16000, 70}, {400, 0, 2836, 120000, 1}, {1000, 0, 4800, 1000000, 40}, {1500, 0, 5730, 30000, 90}}) {
        std::uint64_t state = static_cast<std::uint64_t>(arcs);
        const auto dice = [&](std::int64_t sides) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            return static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(sides));
        };
        Transport transport;
        transport.supply.resize(static_cast<std::size_t>(nodes));
        std::vector<std::int64_t> potentials(static_cast<std::size_t>(nodes));
        for (auto& each : potentials) each = dice(100);
        std::int64_t planted = 0;
        for (std::int32_t arc = 0; arc < arcs; ++arc) {
            const auto from = static_cast<std::size_t>(dice(sources > 0 ? sources : nodes));
            const auto to = static_cast<std::size_t>(sources > 0 ? sources + dice(nodes - sources) : dice(nodes));
            if (from == to) continue;
            const std::int64_t capacity = 1 + dice(most);
            const auto filled = dice(4);  // 0: full, 1: in between, else empty
            const std::int64_t flow = filled == 0 ? capacity : filled == 1 ? dice(capacity + 1) : 0;
            const std::int64_t reduced = filled == 0 ? -dice(spread + 1) : filled == 1 ? 0 : dice(spread + 1);
            const std::int64_t cost = reduced - potentials[from] + potentials[to];
            transport.net.add(static_cast<std::int32_t>(from), static_cast<std::int32_t>(to), capacity, cost);
            transport.supply[from] += flow;
            transport.supply[to] -= flow;
            planted += flow * cost;
        }
        EXPECT_EQ(least_cost(std::move(transport)), planted) << arcs << " arcs";
    }
}

}  // namespace allocation_test
}  // namespace jianghui::matching
