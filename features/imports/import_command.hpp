#pragma once
// jianghui import FILE --kind demand|supply [--dry-run] [--publish] [--again] …

#include "engine/app/feature.hpp"

namespace jianghui::imports {

/// The command with its options; what it does is import_file (api.hpp).
[[nodiscard]] app::CommandLine import_command();

}  // namespace jianghui::imports
