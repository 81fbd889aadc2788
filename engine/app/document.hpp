#pragma once
// Files that commands of the command line are given.

#include <string>

#include "engine/base/result.hpp"

namespace jianghui::app {

/// The bytes of a file; "-" reads standard input to its end. Fails with not_found when it cannot be
/// opened.
[[nodiscard]] Result<std::string> read_document(const std::string& file);

}  // namespace jianghui::app
