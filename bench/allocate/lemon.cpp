// LEMON's network simplex and cost scaling on the same markets: FAMILY WORKERS ORDERS EACH [again] → lines
// "what seconds total"; `again`: the totals after the changes of market.hpp too. Timed with the graph in memory, as ours is with its problem; C++17, since LEMON
// 1.3.1 compiles as no later.

#include <cstdio>
#include <cstdlib>
#include <string>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include "bench/allocate/market.hpp"

namespace {

using Graph = lemon::StaticDigraph;

/// source → worker → order → sink, and source → sink for whoever stays without.
struct Network {
    Graph graph;
    Graph::ArcMap<long long> capacity{graph};
    Graph::ArcMap<long long> cost{graph};

    explicit Network(const market::Market& made) {
        const int orders = static_cast<int>(made.seats.size());
        const int source = made.workers + orders;
        const int sink = source + 1;
        struct Arc {
            std::pair<int, int> ends;
            long long capacity;
            long long cost;
        };
        std::vector<Arc> arcs;
        for (const auto& edge : made.edges)
            arcs.push_back({{edge.worker, made.workers + edge.order}, 1, -edge.score});
        for (int o = 0; o < orders; ++o)
            arcs.push_back({{made.workers + o, sink}, made.seats[static_cast<std::size_t>(o)], 0});
        for (int w = 0; w < made.workers; ++w) arcs.push_back({{source, w}, 1, 0});
        arcs.push_back({{source, sink}, made.workers, 0});
        std::stable_sort(arcs.begin(), arcs.end(),
                         [](const Arc& a, const Arc& b) { return a.ends.first < b.ends.first; });
        std::vector<std::pair<int, int>> ends;
        for (const auto& arc : arcs) ends.push_back(arc.ends);
        graph.build(sink + 1, ends.begin(), ends.end());
        for (int a = 0; a < graph.arcNum(); ++a) {
            capacity[graph.arc(a)] = arcs[static_cast<std::size_t>(a)].capacity;
            cost[graph.arc(a)] = arcs[static_cast<std::size_t>(a)].cost;
        }
    }
};

template <class Solver>
void time(const char* what, const market::Market& made) {
    const Network network(made);
    const auto begin = market::now();
    Solver solver(network.graph);
    const int source = made.workers + static_cast<int>(made.seats.size());
    solver.upperMap(network.capacity).costMap(network.cost);
    solver.stSupply(network.graph.node(source), network.graph.node(source + 1), made.workers);
    if (solver.run() != Solver::OPTIMAL) std::exit(1);
    const double spent = market::now() - begin;
    std::printf("%s %.6f %lld\n", what, spent, -static_cast<long long>(solver.totalCost()));
}

}  // namespace

int main(int count, char** words) {
    if (count != 5 && count != 6) return 2;
    const auto made = market::make(words[1][0], std::atoi(words[2]), std::atoi(words[3]), std::atoi(words[4]));
    time<lemon::NetworkSimplex<Graph, long long, long long>>("lemon_simplex", made);
    using Scaling = lemon::CostScaling<Graph, long long, long long>;
    time<Scaling>("lemon_scaling", made);
    if (count == 5) return 0;
    const auto open = market::opened(made);
    time<Scaling>("lemon_edges", market::changed(open, false));
    time<Scaling>("lemon_seats", market::changed(open, true));
}
