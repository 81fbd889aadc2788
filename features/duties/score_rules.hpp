#pragma once
// The lines of the score sheet (data/duty_scores.csv): loaded once at start, read from any thread.

#include <filesystem>

#include "features/duties/model.hpp"

namespace jianghui::duties {

struct ScoreRules {
    std::vector<ScoreRule> lines;

    /// Fails with data_malformed: also when the weights do not sum to 100 or a line occurs twice.
    [[nodiscard]] static Result<ScoreRules> load(const std::filesystem::path& folder);
};

}  // namespace jianghui::duties
