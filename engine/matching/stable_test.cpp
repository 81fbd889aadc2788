// Deferred acceptance against all stable matchings of small random problems.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/matching/stable.hpp"

namespace jianghui::matching {
namespace stable_test {

int among(int least, int most) { return *rc::gen::inRange(least, most + 1); }

StableProblem::Side any_side(int most, int others) {
    StableProblem::Side side{most, {}};
    for (int other = 0; other < others; ++other)
        if (among(0, 4) > 0)
            side.prefers.insert(side.prefers.begin() +
                                    among(0, static_cast<int>(side.prefers.size())),
                                other);
    return side;
}

StableProblem any_problem() {
    StableProblem problem;
    const int residents = among(1, 5);
    const int hospitals = among(1, 3);
    for (int r = 0; r < residents; ++r) problem.residents.push_back(any_side(1, hospitals));
    for (int h = 0; h < hospitals; ++h)
        problem.hospitals.push_back(any_side(among(0, 2), residents));
    return problem;
}

int rank_of(const StableProblem::Side& side, std::int32_t whom) {
    for (std::size_t i = 0; i < side.prefers.size(); ++i)
        if (side.prefers[i] == whom) return static_cast<int>(i);
    return 100;  // worse than anybody named
}

/// Every matching without a blocking pair, each resident in one hospital at most.
void all_stable(const StableProblem& problem, std::size_t resident,
                std::vector<StablePair>& chosen, std::vector<std::vector<StablePair>>& found) {
    if (resident == problem.residents.size()) {
        if (blocking_pairs(problem, chosen).empty()) found.push_back(chosen);
        return;
    }
    all_stable(problem, resident + 1, chosen, found);
    for (const auto hospital : problem.residents[resident].prefers) {
        const auto& side = problem.hospitals[static_cast<std::size_t>(hospital)];
        if (rank_of(side, static_cast<std::int32_t>(resident)) == 100) continue;
        int taken = 0;
        for (const auto& pair : chosen) taken += pair.hospital == hospital ? 1 : 0;
        if (taken == side.most) continue;
        chosen.push_back({static_cast<std::int32_t>(resident), hospital});
        all_stable(problem, resident + 1, chosen, found);
        chosen.pop_back();
    }
}

int residents_rank(const StableProblem& problem, const std::vector<StablePair>& matching,
                   std::int32_t resident) {
    for (const auto& pair : matching)
        if (pair.resident == resident)
            return rank_of(problem.residents[static_cast<std::size_t>(resident)], pair.hospital);
    return 100;
}

RC_GTEST_PROP(Stable, both_extremes_of_all_stable_matchings, ()) {
    const auto problem = any_problem();
    std::vector<std::vector<StablePair>> all;
    std::vector<StablePair> chosen;
    all_stable(problem, 0, chosen, all);
    const auto best = resident_optimal(problem);
    const auto worst = hospital_optimal(problem);
    RC_ASSERT(std::find(all.begin(), all.end(), best) != all.end());
    RC_ASSERT(std::find(all.begin(), all.end(), worst) != all.end());
    for (const auto& matching : all)
        for (std::int32_t r = 0; r < static_cast<std::int32_t>(problem.residents.size()); ++r) {
            RC_ASSERT(residents_rank(problem, best, r) <= residents_rank(problem, matching, r));
            RC_ASSERT(residents_rank(problem, worst, r) >= residents_rank(problem, matching, r));
        }
}

/// Residents with room for several: still nobody who would rather have each other.
RC_GTEST_PROP(Stable, holds_with_room_on_both_sides, ()) {
    auto problem = any_problem();
    for (auto& resident : problem.residents) resident.most = among(0, 3);
    RC_ASSERT(blocking_pairs(problem, resident_optimal(problem)).empty());
    RC_ASSERT(blocking_pairs(problem, hospital_optimal(problem)).empty());
}

}  // namespace stable_test
}  // namespace jianghui::matching
