#pragma once
// `jianghui quote verify --file X`: checks an opening of bids from its public document alone.

#include "engine/app/feature.hpp"

namespace jianghui::quotes {

[[nodiscard]] app::CommandLine verify_command();

}  // namespace jianghui::quotes
