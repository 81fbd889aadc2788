#pragma once
// Whether an agency that holds shares may still staff them: licences and lists change after the grab.

#include "engine/app/context.hpp"

namespace jianghui::shares {

/// Clock: for every change of an agency's licences, verification or exclusion, tells the parties of
/// each of its live shares that it may no longer staff them, or may again. Each change once.
Result<bool> tell_standing(app::Command& command);

}  // namespace jianghui::shares
