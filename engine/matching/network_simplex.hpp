#pragma once
// Minimum-cost flow by the primal network simplex method with block pricing, exact in integers. The
// tree stays strongly feasible (Cunningham), so that the method ends on instances full of ties too.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace jianghui::matching {

/// A network and the tree to begin with. Arcs are columns. Every node but the root has a `home`
/// arc; these form a tree in which each node can send something more towards the root: an arc to
/// the parent with capacity left, or from the parent with flow on it.
template <class Cost>
struct FlowNetwork {
    static constexpr std::int64_t unlimited = std::int64_t{1} << 60;
    static constexpr std::int64_t steps_between = 1024;  ///< of asking whether to go on

    std::vector<std::int32_t> from;
    std::vector<std::int32_t> to;
    std::vector<std::int64_t> capacity;
    std::vector<Cost> cost;
    std::vector<std::int64_t> flow;    ///< of the start, feasible; of the end after solving
    std::vector<std::int32_t> home;    ///< per node: an arc; the root's is not looked at
    std::int32_t root = 0;

    [[nodiscard]] std::int32_t arcs() const { return static_cast<std::int32_t>(from.size()); }
    void reserve(std::size_t count) {
        from.reserve(count);
        to.reserve(count);
        capacity.reserve(count);
        cost.reserve(count);
        flow.reserve(count);
    }
    /// The number of the new arc.
    std::int32_t add(std::int32_t a, std::int32_t b, std::int64_t most, Cost each,
                     std::int64_t now = 0) {
        from.push_back(a);
        to.push_back(b);
        capacity.push_back(most);
        cost.push_back(each);
        flow.push_back(now);
        return arcs() - 1;
    }
};

/// Improves the network's flow until it costs least, or until `go_on` says no.
template <class Cost>
class NetworkSimplex {
  public:
    explicit NetworkSimplex(FlowNetwork<Cost>& network) : net_(network) { plant(); }

    /// Calls `go_on` now and then. Returns whether the flow is proven cheapest.
    template <class GoOn>
    bool run(GoOn go_on) {
        for (std::int64_t step = 1; find_entering(); ++step) {
            pivot();
            if (step % FlowNetwork<Cost>::steps_between == 0 && !go_on()) return false;
        }
        return true;
    }
    /// The potential of a node, 0 for the root: an arc below its capacity has
    /// cost + potential(from) − potential(to) ≥ 0, one with flow ≤ 0.
    [[nodiscard]] Cost potential(std::int32_t node) const { return at(potential_, node); }
    /// Leaves the tree it has come to in the network's `home`, to begin from another time.
    void keep_tree() {
        for (std::size_t node = 0; node < nodes_.size(); ++node) net_.home[node] = nodes_[node].arc;
    }

  private:
    enum State : std::int8_t { full = -1, in_tree = 0, empty = 1 };
    static constexpr std::int32_t none = -1;

    template <class T>
    static T& at(std::vector<T>& column, std::int32_t row) {
        return column[static_cast<std::size_t>(row)];
    }
    template <class T>
    static const T& at(const std::vector<T>& column, std::int32_t row) {
        return column[static_cast<std::size_t>(row)];
    }

    /// What of a node the way up the tree reads, together in memory.
    struct Node {
        std::int32_t parent = none;
        std::int32_t arc = none;  ///< to the parent
        std::int32_t depth = 0;
        bool upward = false;      ///< the arc leads from here to the parent
        std::int32_t child = none;
        std::int32_t next = none;
        std::int32_t previous = none;
    };

    void plant() {
        const auto count = net_.home.size();
        nodes_.resize(count);
        potential_.assign(count, Cost{0});
        state_.resize(net_.from.size());
        for (std::int32_t arc = 0; arc < net_.arcs(); ++arc)
            at(state_, arc) = at(net_.flow, arc) == 0 ? empty : full;
        for (std::int32_t node = 0; node < static_cast<std::int32_t>(count); ++node) {
            if (node == net_.root) continue;
            const std::int32_t arc = at(net_.home, node);
            Node& here = at(nodes_, node);
            here.arc = arc;
            here.upward = at(net_.from, arc) == node;
            hang(node, here.upward ? at(net_.to, arc) : at(net_.from, arc));
            at(state_, arc) = in_tree;
        }
        for (std::int32_t top = at(nodes_, net_.root).child; top != none; top = at(nodes_, top).next)
            refresh(top);
        block_ = std::max(20, static_cast<int>(std::sqrt(static_cast<double>(net_.arcs()))));
    }

    /// The most violating arc of the next block that has one.
    bool find_entering() {
        const std::int32_t count = net_.arcs();
        const std::int32_t* from = net_.from.data();
        const std::int32_t* to = net_.to.data();
        const Cost* cost = net_.cost.data();
        const Cost* potential = potential_.data();
        const std::int8_t* state = state_.data();
        Cost worst{0};
        std::int32_t left = block_;
        std::int32_t arc = next_;
        for (std::int32_t seen = 0; seen < count; ++seen) {
            const Cost reduced = static_cast<Cost>(state[arc]) *
                                 (cost[arc] + potential[from[arc]] - potential[to[arc]]);
            if (reduced < worst) {
                worst = reduced;
                entering_ = arc;
            }
            if (++arc == count) arc = 0;
            if (--left == 0) {
                if (worst < 0) break;
                left = block_;
            }
        }
        next_ = arc;
        return worst < 0;
    }

    void pivot() {
        const std::int32_t in = entering_;
        const bool rises = at(state_, in) == empty;
        const std::int32_t first = rises ? at(net_.from, in) : at(net_.to, in);
        const std::int32_t second = rises ? at(net_.to, in) : at(net_.from, in);
        const std::int32_t join = meet(first, second);
        const auto [delta, out, on_first] = leaving(first, second, join, at(net_.capacity, in));
        if (delta > 0) push(first, second, join, rises ? delta : -delta, delta);
        if (out == none) {
            at(state_, in) = rises ? full : empty;
            return;
        }
        const std::int32_t out_arc = at(nodes_, out).arc;
        at(state_, in) = in_tree;
        at(state_, out_arc) = at(net_.flow, out_arc) == 0 ? empty : full;
        regraft(on_first ? first : second, on_first ? second : first, out);
    }

    std::int32_t meet(std::int32_t a, std::int32_t b) const {
        while (a != b) {
            if (at(nodes_, a).depth >= at(nodes_, b).depth)
                a = at(nodes_, a).parent;
            else
                b = at(nodes_, b).parent;
        }
        return a;
    }

    struct Leaving {
        std::int64_t delta = 0;
        std::int32_t out = none;  ///< the node below the arc that leaves; none: the entering one
        bool on_first = false;
    };
    /// The arc of the cycle that blocks: the last one seen from the join along the cycle.
    Leaving leaving(std::int32_t first, std::int32_t second, std::int32_t join,
                    std::int64_t delta) const {
        Leaving found{delta};
        for (std::int32_t node = first; node != join; node = at(nodes_, node).parent) {
            const Node& here = at(nodes_, node);
            const std::int64_t room = room_of(here.arc, !here.upward);
            if (room < found.delta) found = {room, node, true};
        }
        for (std::int32_t node = second; node != join; node = at(nodes_, node).parent) {
            const Node& here = at(nodes_, node);
            const std::int64_t room = room_of(here.arc, here.upward);
            if (room <= found.delta) found = {room, node, false};
        }
        return found;
    }
    std::int64_t room_of(std::int32_t arc, bool rises) const {
        return rises ? at(net_.capacity, arc) - at(net_.flow, arc) : at(net_.flow, arc);
    }

    void push(std::int32_t first, std::int32_t second, std::int32_t join, std::int64_t change,
              std::int64_t delta) {
        at(net_.flow, entering_) += change;
        for (std::int32_t node = first; node != join; node = at(nodes_, node).parent)
            at(net_.flow, at(nodes_, node).arc) += at(nodes_, node).upward ? -delta : delta;
        for (std::int32_t node = second; node != join; node = at(nodes_, node).parent)
            at(net_.flow, at(nodes_, node).arc) += at(nodes_, node).upward ? delta : -delta;
    }

    /// Takes the subtree of `out` off, turns it so that `tip` is on top, and hangs it below `onto`
    /// by the entering arc.
    void regraft(std::int32_t tip, std::int32_t onto, std::int32_t out) {
        std::int32_t node = tip;
        std::int32_t parent = onto;
        std::int32_t arc = entering_;
        while (true) {
            Node& here = at(nodes_, node);
            const std::int32_t old_parent = here.parent;
            const std::int32_t old_arc = here.arc;
            unhang(node);
            here.arc = arc;
            here.upward = at(net_.from, arc) == node;
            hang(node, parent);
            if (node == out) break;
            parent = node;
            node = old_parent;
            arc = old_arc;
        }
        // Within the subtree all arcs keep their places: all its potentials move by the same.
        const Node& top = at(nodes_, tip);
        const Cost each = at(net_.cost, top.arc);
        shift(tip, at(potential_, onto) + (top.upward ? -each : each) - at(potential_, tip));
    }
    void hang(std::int32_t node, std::int32_t parent) {
        Node& here = at(nodes_, node);
        here.parent = parent;
        here.previous = none;
        here.next = at(nodes_, parent).child;
        if (here.next != none) at(nodes_, here.next).previous = node;
        at(nodes_, parent).child = node;
    }
    void unhang(std::int32_t node) {
        const Node& here = at(nodes_, node);
        if (here.previous != none)
            at(nodes_, here.previous).next = here.next;
        else
            at(nodes_, here.parent).child = here.next;
        if (here.next != none) at(nodes_, here.next).previous = here.previous;
    }
    /// Depth and potential of a subtree anew, from its top's parent.
    void refresh(std::int32_t top) {
        each_below(top, [&](std::int32_t node, Node& here) {
            here.depth = at(nodes_, here.parent).depth + 1;
            const Cost above = at(potential_, here.parent);
            const Cost each = at(net_.cost, here.arc);
            at(potential_, node) = here.upward ? above - each : above + each;
        });
    }
    /// The same when all potentials change by so much; costs, which lie far apart, are not read.
    void shift(std::int32_t top, Cost change) {
        each_below(top, [&](std::int32_t node, Node& here) {
            here.depth = at(nodes_, here.parent).depth + 1;
            at(potential_, node) += change;
        });
    }
    /// Calls `f(node, its entry)` for a subtree, parents before children.
    template <class F>
    void each_below(std::int32_t top, F f) {
        std::int32_t node = top;
        while (true) {
            Node& here = at(nodes_, node);
            f(node, here);
            if (here.child != none) {
                node = here.child;
                continue;
            }
            while (node != top && at(nodes_, node).next == none) node = at(nodes_, node).parent;
            if (node == top) return;
            node = at(nodes_, node).next;
        }
    }

    FlowNetwork<Cost>& net_;
    std::vector<Node> nodes_;
    std::vector<Cost> potential_;
    std::vector<std::int8_t> state_;
    std::int32_t block_ = 0;
    std::int32_t next_ = 0;
    std::int32_t entering_ = none;
};

}  // namespace jianghui::matching
