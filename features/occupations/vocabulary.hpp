#pragma once
// The names that stand for occupations, from data/.

#include <filesystem>

#include "engine/text/text.hpp"
#include "features/codes/api.hpp"

namespace jianghui::occupations {

/// A label of the classifier is the place of an occupation in codes::Tables::occupations(), its group
/// the place of the middle class (second level) above it. The first `names` terms are the occupations'
/// own names. Reads occupation_aliases.csv, occupation_choices.csv (which take the place of aliases of
/// the same letters), occupation_heads.csv, occupation_confidence.csv and title_noise.csv. Fails with
/// data_malformed.
struct Loaded {
    text::Vocabulary vocabulary;
    std::size_t names = 0;
};
[[nodiscard]] Result<Loaded> load_vocabulary(const std::filesystem::path& folder,
                                             const codes::Tables& tables);

}  // namespace jianghui::occupations
