#pragma once
// jianghui statistics verify

#include "engine/app/feature.hpp"

namespace jianghui::statistics {

/// Computes every figure anew from the journal and compares it with what is kept. Fails with
/// measure_unknown, figures_differ.
[[nodiscard]] app::CommandLine verify_command();

}  // namespace jianghui::statistics
