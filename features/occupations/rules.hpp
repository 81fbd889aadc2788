#pragma once
// Pure decisions: what votes and the program's own opinion make together.

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/text/text.hpp"
#include "features/occupations/model.hpp"

namespace jianghui::occupations {

/// So many voters chose a label.
struct Vote {
    std::uint32_t label = 0;
    std::int64_t votes = 0;
};
/// All voters of a phrase.
[[nodiscard]] std::int64_t voters_of(const std::vector<Vote>& votes);

/// The share of each label, per mille, most first: (votes + prior_votes × the program's confidence) ÷
/// (voters + prior_votes). Labels below 20 are left out; each is at most 990. Requires voters.
[[nodiscard]] std::vector<std::pair<std::uint32_t, int>> shares_of(
    const std::vector<Vote>& votes, const std::vector<text::Found>& opinion,
    std::int64_t prior_votes);

/// The surest first, ties by code, at most `count`.
void keep_surest(std::vector<Suggestion>& suggestions, std::size_t count);

}  // namespace jianghui::occupations
