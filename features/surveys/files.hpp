#pragma once
// The results as a file, with how they were made.

#include "engine/app/context.hpp"
#include "features/surveys/model.hpp"

namespace jianghui::surveys {

/// A download. Fails with survey_file_failed.
[[nodiscard]] Result<http::Reply> file_of(const ResultDocument& document, FileForm form);

}  // namespace jianghui::surveys
