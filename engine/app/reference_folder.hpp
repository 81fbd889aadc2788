#pragma once
// Where the reference data lies when nobody says otherwise.

#include <string>

namespace jianghui::app {

/// The folder data/ beside the running program, installed or in a checkout; "data" when there is
/// none.
[[nodiscard]] std::string default_reference_folder();

}  // namespace jianghui::app
