#pragma once
// Made-up markets for bench/allocate.sh: the families A and B of docs/performance.md. The same numbers
// give the same market in every program that includes this; plain C++17, for LEMON's sake.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <vector>

namespace market {

/// Seconds of the processor that this program has had: all of these have one thread, and what else runs
/// on the machine disturbs this less than the clock on the wall.
inline double now() {
    timespec at{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
}

/// SplitMix64: small, even, the same everywhere.
struct Dice {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int most) { return static_cast<int>(next() % static_cast<std::uint64_t>(most)); }
    double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
};

struct Edge {
    int worker;
    int order;
    int score;
};
struct Market {
    int workers = 0;
    std::vector<int> seats;
    std::vector<Edge> edges;  ///< ascending by worker, then order
};

/// Family A: popularity of orders Zipf(0.7), seats for 80 % of the workers, scores of attractiveness,
/// quality and noise, 1 … 1000. Family B: 20 distinct scores without noise, candidates from a window of
/// 200 neighbouring orders, seats for half: masses of ties.
inline Market make(char family, int workers, int orders, int each) {
    Dice dice{static_cast<std::uint64_t>(family) * 1'000'003 + static_cast<std::uint64_t>(workers)};
    std::vector<double> reach(static_cast<std::size_t>(orders));
    double sum = 0;
    for (int o = 0; o < orders; ++o) reach[static_cast<std::size_t>(o)] = sum += std::pow(o + 1, -0.7);
    const auto popular = [&] {
        const auto at = std::lower_bound(reach.begin(), reach.end(), dice.real() * sum);
        return std::min(orders - 1, static_cast<int>(at - reach.begin()));
    };
    Market made;
    made.workers = workers;
    made.seats.assign(static_cast<std::size_t>(orders), 0);
    const int seats = family == 'A' ? workers * 8 / 10 : workers / 2;
    for (int s = 0; s < seats; ++s)
        ++made.seats[static_cast<std::size_t>(family == 'A' ? popular() : dice.below(orders))];
    std::vector<int> liked(static_cast<std::size_t>(orders));
    for (auto& each_liked : liked) each_liked = dice.below(400);
    std::vector<int> chosen;
    for (int w = 0; w < workers; ++w) {
        const int quality = dice.below(300);
        const int base = dice.below(orders);
        chosen.clear();
        while (static_cast<int>(chosen.size()) < each) {
            const int o = family == 'A' ? popular() : (base + dice.below(200)) % orders;
            if (std::find(chosen.begin(), chosen.end(), o) == chosen.end()) chosen.push_back(o);
        }
        std::sort(chosen.begin(), chosen.end());
        for (const int o : chosen) {
            const int known = liked[static_cast<std::size_t>(o)];
            made.edges.push_back({w, o, family == 'A' ? 1 + known + quality + dice.below(300)
                                                      : 1 + (known / 40 + quality / 30) % 20});
        }
    }
    return made;
}

/// The same market with at least one seat in every order.
inline Market opened(Market market) {
    for (auto& seats : market.seats) seats = std::max(seats, 1);
    return market;
}

/// An edge that has another score, an order that has other seats.
struct Change {
    int at;
    int to;
};
/// One edge in a hundred by a tenth of the greatest score at most, or one order in a hundred by a seat at
/// most; some of them twice.
inline std::vector<Change> changes(Market market, bool seats) {
    Dice dice{7};
    std::vector<Change> made;
    int reach = 1;
    for (const auto& edge : market.edges) reach = std::max(reach, edge.score / 10);
    const auto count = (seats ? market.seats.size() : market.edges.size()) / 100;
    while (made.size() < count) {
        const int at = dice.below(static_cast<int>(seats ? market.seats.size() : market.edges.size()));
        int& value = seats ? market.seats[static_cast<std::size_t>(at)] : market.edges[static_cast<std::size_t>(at)].score;
        value = seats ? std::max(0, value + dice.below(3) - 1) : std::max(1, value + dice.below(2 * reach + 1) - reach);
        made.push_back({at, value});
    }
    return made;
}
/// The market after them.
inline Market changed(Market market, bool seats) {
    for (const auto& change : changes(market, seats))
        (seats ? market.seats[static_cast<std::size_t>(change.at)]
               : market.edges[static_cast<std::size_t>(change.at)].score) = change.to;
    return market;
}

}  // namespace market
