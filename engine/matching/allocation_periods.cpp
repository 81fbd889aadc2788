#include "engine/matching/allocation_periods.hpp"

#include <algorithm>

namespace jianghui::matching {
namespace {

/// The slots of one worker: the edge that ends first takes all that overlap its last moment with it.
class SlotMaker {
  public:
    SlotMaker(AllocationProblem& problem, const std::vector<AllocationPeriod>& periods)
        : problem_(problem), periods_(periods) {}

    void cover(std::size_t first, std::size_t last) {
        std::vector<std::size_t> left;
        for (auto e = first; e < last; ++e)
            if (period_of(e).from < period_of(e).to) left.push_back(e);
        std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
            return period_of(a).to < period_of(b).to;
        });
        while (!left.empty()) {
            const auto end = period_of(left.front()).to;
            const auto rest = std::stable_partition(
                left.begin(), left.end(), [&](std::size_t e) { return period_of(e).from < end; });
            if (rest - left.begin() > 1) add_slot({left.begin(), rest});
            left.erase(left.begin(), rest);
        }
    }

  private:
    [[nodiscard]] const AllocationPeriod& period_of(std::size_t edge) const {
        return periods_[static_cast<std::size_t>(problem_.edges[edge].order)];
    }
    void add_slot(const std::vector<std::size_t>& edges) {
        const auto slot = static_cast<std::int32_t>(problem_.slot_workers.size());
        problem_.slot_workers.push_back(problem_.edges[edges.front()].worker);
        problem_.edge_slots.resize(problem_.edges.size(), -1);
        for (const auto e : edges) problem_.edge_slots[e] = slot;
    }

    AllocationProblem& problem_;
    const std::vector<AllocationPeriod>& periods_;
};

}  // namespace

AllocationProblem with_slots(AllocationProblem problem,
                             const std::vector<AllocationPeriod>& periods) {
    problem.edge_slots.clear();
    problem.slot_workers.clear();
    SlotMaker maker(problem, periods);
    for (std::size_t first = 0, last = 0; first < problem.edges.size(); first = last) {
        const auto worker = problem.edges[first].worker;
        while (last < problem.edges.size() && problem.edges[last].worker == worker) ++last;
        if (problem.workers[static_cast<std::size_t>(worker)].most > 1) maker.cover(first, last);
    }
    return problem;
}

std::optional<std::pair<std::int32_t, std::int32_t>> first_overlap(
    const AllocationProblem& problem, const std::vector<AllocationPeriod>& periods,
    const std::vector<std::int32_t>& chosen) {
    const auto edge = [&](std::int32_t e) { return problem.edges[static_cast<std::size_t>(e)]; };
    for (std::size_t i = 0; i < chosen.size(); ++i)
        for (std::size_t j = i + 1;
             j < chosen.size() && edge(chosen[j]).worker == edge(chosen[i]).worker; ++j)
            if (overlap(periods[static_cast<std::size_t>(edge(chosen[i]).order)],
                        periods[static_cast<std::size_t>(edge(chosen[j]).order)]))
                return std::pair(chosen[i], chosen[j]);
    return std::nullopt;
}

}  // namespace jianghui::matching
