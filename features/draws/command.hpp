#pragma once
// `jianghui draw verify --file X`: recomputes a draw from its public document alone.

#include "engine/app/feature.hpp"

namespace jianghui::draws {

[[nodiscard]] app::CommandLine verify_command();

}  // namespace jianghui::draws
