#include "engine/matching/stable.hpp"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace jianghui::matching {
namespace {

using StableSides = std::vector<StableProblem::Side>;

std::uint64_t stable_key(std::int32_t a, std::int32_t b) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) << 32U |
           static_cast<std::uint32_t>(b);
}

/// The place that each of `sides` gives to whom it names.
class Ranks {
  public:
    explicit Ranks(const StableSides& sides) {
        std::size_t count = 0;
        for (const auto& side : sides) count += side.prefers.size();
        ranks_.reserve(count);
        for (std::size_t i = 0; i < sides.size(); ++i)
            for (std::size_t rank = 0; rank < sides[i].prefers.size(); ++rank)
                ranks_.emplace(stable_key(static_cast<std::int32_t>(i), sides[i].prefers[rank]),
                               static_cast<std::int32_t>(rank));
    }
    /// −1: not named.
    [[nodiscard]] std::int32_t of(std::int32_t judge, std::int32_t judged) const {
        const auto found = ranks_.find(stable_key(judge, judged));
        return found == ranks_.end() ? -1 : found->second;
    }

  private:
    std::unordered_map<std::uint64_t, std::int32_t> ranks_;
};

/// Deferred acceptance: `asking` propose down their lists as long as they have room; `asked` keep
/// the best they were offered.
std::vector<std::pair<std::int32_t, std::int32_t>> propose(const StableSides& asking,
                                                           const StableSides& asked) {
    struct Held {
        std::int32_t rank;
        std::int32_t who;
        bool operator<(const Held& other) const { return rank < other.rank; }
    };
    const Ranks ranks(asked);
    std::vector<std::priority_queue<Held>> held(asked.size());
    std::vector<std::size_t> next(asking.size());
    std::vector<std::int32_t> room(asking.size());
    std::vector<std::int32_t> waiting;
    for (std::size_t i = asking.size(); i-- > 0;) {
        room[i] = asking[i].most;
        if (room[i] > 0) waiting.push_back(static_cast<std::int32_t>(i));
    }
    while (!waiting.empty()) {
        const auto who = waiting.back();
        const auto at = static_cast<std::size_t>(who);
        if (room[at] == 0 || next[at] == asking[at].prefers.size()) {
            waiting.pop_back();
            continue;
        }
        const auto whom = asking[at].prefers[next[at]++];
        const auto to = static_cast<std::size_t>(whom);
        const auto rank = ranks.of(whom, who);
        if (rank < 0 || asked[to].most == 0) continue;
        auto& kept = held[to];
        if (kept.size() == static_cast<std::size_t>(asked[to].most)) {
            if (kept.top().rank < rank) continue;
            const auto out = kept.top().who;
            kept.pop();
            if (room[static_cast<std::size_t>(out)]++ == 0) waiting.push_back(out);
        }
        kept.push({rank, who});
        --room[at];
    }
    std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
    for (std::size_t to = 0; to < held.size(); ++to)
        for (; !held[to].empty(); held[to].pop())
            pairs.emplace_back(held[to].top().who, static_cast<std::int32_t>(to));
    return pairs;
}

/// Per node: how many it got, and the worst rank among them.
struct Got {
    std::int32_t count = 0;
    std::int32_t worst = -1;
    void take(std::int32_t rank) {
        ++count;
        worst = std::max(worst, rank);
    }
    [[nodiscard]] bool would_take(std::int32_t most, std::int32_t rank) const {
        return most > 0 && (count < most || rank < worst);
    }
};

}  // namespace

std::vector<StablePair> resident_optimal(const StableProblem& problem) {
    std::vector<StablePair> pairs;
    for (const auto& [resident, hospital] : propose(problem.residents, problem.hospitals))
        pairs.push_back({resident, hospital});
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

std::vector<StablePair> hospital_optimal(const StableProblem& problem) {
    std::vector<StablePair> pairs;
    for (const auto& [hospital, resident] : propose(problem.hospitals, problem.residents))
        pairs.push_back({resident, hospital});
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

std::vector<StablePair> blocking_pairs(const StableProblem& problem,
                                       const std::vector<StablePair>& matching) {
    const Ranks residents(problem.residents);
    const Ranks hospitals(problem.hospitals);
    std::vector<Got> resident_got(problem.residents.size());
    std::vector<Got> hospital_got(problem.hospitals.size());
    std::vector<StablePair> matched = matching;
    std::sort(matched.begin(), matched.end());
    for (const auto& [resident, hospital] : matched) {
        resident_got[static_cast<std::size_t>(resident)].take(residents.of(resident, hospital));
        hospital_got[static_cast<std::size_t>(hospital)].take(hospitals.of(hospital, resident));
    }
    std::vector<StablePair> blocking;
    for (std::size_t r = 0; r < problem.residents.size(); ++r) {
        const auto resident = static_cast<std::int32_t>(r);
        const auto& side = problem.residents[r];
        for (std::size_t rank = 0; rank < side.prefers.size(); ++rank) {
            const auto hospital = side.prefers[rank];
            const auto back = hospitals.of(hospital, resident);
            if (back < 0 ||
                !resident_got[r].would_take(side.most, static_cast<std::int32_t>(rank)) ||
                !hospital_got[static_cast<std::size_t>(hospital)].would_take(
                    problem.hospitals[static_cast<std::size_t>(hospital)].most, back) ||
                std::binary_search(matched.begin(), matched.end(), StablePair{resident, hospital}))
                continue;
            blocking.push_back({resident, hospital});
        }
    }
    return blocking;
}

}  // namespace jianghui::matching
