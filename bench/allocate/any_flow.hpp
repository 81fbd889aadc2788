#pragma once
// A flow as any solver takes it; plain C++17, between LEMON (which compiles as no later) and ours.

#include <optional>
#include <vector>

namespace market {

struct FlowArc {
    int from;
    int to;
    long long least;
    long long most;
    long long cost;
};

/// The least cost of a circulation that keeps the bounds of all arcs, by LEMON's network simplex; nothing when there is none.
std::optional<long long> least_cost(int nodes, const std::vector<FlowArc>& arcs);

}  // namespace market
