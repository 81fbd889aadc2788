#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include "bench/allocate/any_flow.hpp"

namespace market {

std::optional<long long> least_cost(int nodes, const std::vector<FlowArc>& arcs) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    for (int n = 0; n < nodes; ++n) graph.addNode();
    Graph::ArcMap<long long> least(graph);
    Graph::ArcMap<long long> most(graph);
    Graph::ArcMap<long long> cost(graph);
    for (const auto& arc : arcs) {
        const auto made = graph.addArc(graph.nodeFromId(arc.from), graph.nodeFromId(arc.to));
        least[made] = arc.least;
        most[made] = arc.most;
        cost[made] = arc.cost;
    }
    using Solver = lemon::NetworkSimplex<Graph, long long, long long>;
    Solver solver(graph);
    solver.lowerMap(least).upperMap(most).costMap(cost);
    if (solver.run() != Solver::OPTIMAL) return std::nullopt;
    return solver.totalCost<long long>();
}

}  // namespace market
