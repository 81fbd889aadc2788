#include "features/occupations/rules.hpp"

#include <algorithm>
#include <map>

namespace jianghui::occupations {
namespace {

constexpr std::int64_t whole = 1000;
constexpr std::int64_t share_least = 20;
constexpr std::int64_t share_most = 990;

}  // namespace

std::int64_t voters_of(const std::vector<Vote>& votes) {
    std::int64_t voters = 0;
    for (const auto& vote : votes) voters += vote.votes;
    return voters;
}

std::vector<std::pair<std::uint32_t, int>> shares_of(const std::vector<Vote>& votes,
                                                     const std::vector<text::Found>& opinion,
                                                     std::int64_t prior_votes) {
    const std::int64_t all = voters_of(votes) + prior_votes;
    std::map<std::uint32_t, std::int64_t> weights;  // votes and opinions, × 1,000
    for (const auto& vote : votes) weights[vote.label] += vote.votes * whole;
    for (const auto& found : opinion) weights[found.label] += prior_votes * found.confidence;
    std::vector<std::pair<std::uint32_t, int>> shares;
    for (const auto& [label, weight] : weights)
        if (weight / all >= share_least)
            shares.emplace_back(label, static_cast<int>(std::min(weight / all, share_most)));
    std::stable_sort(shares.begin(), shares.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return shares;
}

void keep_surest(std::vector<Suggestion>& suggestions, std::size_t count) {
    std::sort(suggestions.begin(), suggestions.end(), [](const auto& a, const auto& b) {
        if (a.confidence_per_mille != b.confidence_per_mille)
            return a.confidence_per_mille > b.confidence_per_mille;
        return a.code.text < b.code.text;
    });
    if (suggestions.size() > count) suggestions.resize(count);
}

}  // namespace jianghui::occupations
